# Why the house thinks what it thinks, and why something did not work: verdicts, matches, files, letters, models.

# Why an arrival was judged as it was. Names of fields and words in quotation marks are the sender's.
verdict-answers-our-letter = It answers a letter of ours.
verdict-asks-for-no-answer = It asks that no machine answers it.
verdict-delivery-receipt = It says only that a letter of ours arrived.
verdict-has-auto-reply-field = Its header says that a machine answered ({ $field }).
verdict-has-calendar = It carries a calendar invitation.
verdict-has-list-field = Its header says that it went to many ({ $field }).
verdict-has-loop-field = Its header says that it went round in a loop.
verdict-is-report = It is a report of a mail system.
verdict-list-id = It came from the mailing list “{ $list }”.
verdict-mail-system-says-undelivered = A mail system says a letter did not arrive: “{ $words }”.
verdict-nothing-says-otherwise = Nothing says that a machine sent it, so a person reads it.
verdict-null-return-path = It says that no answer may come back to it.
verdict-precedence = Its header says “{ $word }”, as machines do.
verdict-read-receipt = It says only that a letter of ours was opened.
verdict-report-of-delay = A letter to { $address } is delayed, and is still being tried.
verdict-report-of-failure = A letter to { $address } came back.
verdict-says-auto-replied = It says that a machine answered.
verdict-says-automatic = It says that it is automatic (“{ $word }”).
verdict-sender-takes-no-answer = Its sender’s mailbox takes no answers.
verdict-subject-says-away = Its subject says that somebody is away.
verdict-token-in-address = The mark of one of our cases stands in the address.
verdict-token-in-returned-letter = The mark of one of our cases stands in the letter that came back.
verdict-token-in-subject = The mark of one of our cases stands in the subject.
verdict-token-in-text = The mark of one of our cases stands in the text.
arrival-typed-in = A colleague wrote it down here.

# Why it was not read. The original is always kept, bit for bit.
unreadable-empty = There is nothing in it.
unreadable-too-large = It is too large to be read here. The original is kept.
unreadable-too-deep = Messages lie in it more than { $most } deep, so it was not unpacked. The original is kept.
unreadable-too-many-parts = It has more than { $most } parts, so it was not unpacked. The original is kept.
unreadable-header-too-large = Its header is too long, so it was not read. The original is kept.
unreadable-broken = It could not be read. The original is kept: tell whoever runs this office’s system.
unreadable-tried-often = It was tried several times and could not be read. The original is kept: tell whoever runs this office’s system.

# What was wrong with a message that was read nevertheless
read-fault-broken-header = A line of its header is broken.
read-fault-no-header = It has no header.
read-fault-no-end-boundary = Its last part has no end: something may be missing.
read-fault-no-part-found = It says it has parts, and none was found.
read-fault-no-boundary-named = It says it has parts, and not where they begin.
read-fault-unknown-encoding = A part is packed in a way nobody knows. It is kept as it came.
read-fault-broken-encoding = A part is damaged. What could be read is shown.
read-fault-unknown-charset = Its letters are written in a way nobody knows. Some may be wrong.
read-fault-guessed-charset = It does not say how its letters are written, so that was guessed. Some may be wrong.
read-fault-eight-bit-header = Its header holds letters that do not belong there. Some may be wrong.
read-fault-nul-byte = It holds empty signs, which were left out.
read-fault-field-twice = A line of its header stands twice. The first was taken.
read-fault-no-date = It carries no date that can be read. The time is when it reached us.
read-fault-no-sender = It does not say who sent it.
read-fault-name-changed = The name of a file held signs that can mislead, so it was changed.
read-fault-sealed = It is encrypted. Only the program of whom it was sent to can open it.
read-fault-partial = It is one piece of a longer message.
read-fault-html-too-large = Its design is too large to be shown. Its text is here.

# Why somebody may be the sender. Nobody is joined to anybody by these alone.
match-same-email = The same e-mail address
match-old-email = An e-mail address they had before
match-same-phone = The same phone number
match-old-phone = A phone number they had before
match-same-name = The same name
match-other-name = The same name in another order, or another name of theirs
match-part-of-name = Part of the name is the same
match-sounds-alike = A name that sounds alike
match-same-birth-date = The same birth date
match-birth-day-swapped = The same birth date with day and month swapped
match-same-birth-month-or-year = The birth date is the same as far as we know it
match-other-birth-date = Another birth date: look closely
match-same-address = The same address, which others may share
match-old-closed-case = They had a case here before

# Why a letter did not leave
send-fault-from = The office’s own address is not an address. The letter is kept: tell whoever runs this office’s system.
send-fault-to = Their address is not a whole e-mail address. Check it with the person.
send-fault-letter = The name or the subject holds a sign that cannot be sent. Write it again without it.
send-fault-refused = Their mail server did not take it. Read its words, and check the address with the person.
send-fault-busy = Their mail server asks for time. The letter is kept and tried again.
send-fault-no-connection = The mail server could not be reached. The letter is kept and tried again.
send-fault-cut-off = The connection ended in the middle, so it may have arrived or not. Ask the person before you send it again.
send-fault-no-encryption = The mail server offered no encryption, so nothing was sent. Tell whoever runs this office’s system.
send-fault-login = The mail server did not let the office in. The letter is kept: tell whoever runs this office’s system.
send-fault-address = The mail server cannot write to an address with such letters. Ask the person for another.
send-fault-disk = The letter could not be put down. It is kept: tell whoever runs this office’s system.

# What a form or an act lacks
refused-programme-missing = Choose the programme the case belongs to.
refused-model-missing = The case model “{ $model }” is not installed. Tell whoever runs this office’s system.
refused-template-missing = There is no template “{ $name }” in their language. Write the letter yourself.
letter-not-by-mail = This letter goes by: { $way }. It is not sent from here; record it once it has gone.
letter-not-on-paper = This letter goes by: { $way }. Only a letter on paper is recorded as posted.
letter-number-in-body = The text holds a number that may not travel by e-mail, such as a Social Security number. Take it out.
field-address-unknown = Enter the agency’s address, like liaison@agency.example
field-in-future = Enter a day that has come
field-no-way-there = No address for this way is known. Enter one, or choose another way
field-zone-unknown = Enter a time zone, like America/New_York
field-model-unknown = Choose one of the case models shown

# What is wrong with a case model. Words in quotation marks are the model's own.
model-fault-unreadable = The file cannot be read as a case model: { $word }
model-fault-too-small = “{ $word }” is too small: write 1 or more.
model-fault-no-phases = There are no phases. Write at least one.
model-fault-unknown-predicate = “{ $word }” is not a condition the house knows.
model-fault-wrong-argument = “{ $word }” does not go with “{ $argument }”.
model-fault-unknown-role = There is no role “{ $word }”.
model-fault-unknown-phase = There is no phase “{ $word }”.
model-fault-unknown-act = “{ $word }” is not an act the house knows.
model-fault-unknown-event = “{ $word }” is not an event the house knows.
model-fault-unknown-calendar = There is no calendar “{ $word }”.
model-fault-unknown-outcome = “{ $word }” is not an outcome the house knows.
model-fault-unknown-word = “{ $word }” is not one of the words for “{ $set }”.
model-fault-twice = “{ $word }” stands there twice. Take one out.
model-fault-unreachable-phase = No case ever comes to the phase “{ $word }”.
model-fault-impossible = “{ $act }” can never be done: “{ $word }” cannot hold together with the rest.
model-fault-closing-without-outcome = There is no outcome to choose, so that nothing can be closed. Write at least one.
model-fault-act-out-of-reach = “{ $word }” is done only in phases no case comes to.
model-fault-no-closing = The model does not say what closing needs. Write the act “close”.
model-fault-clock-never-stops = The clock “{ $word }” never stops. Say on what it does.
model-fault-clock-never-starts = The clock “{ $word }” never starts. Say on what it does.
model-fault-clock-never-resumes = The clock “{ $word }” is paused and never runs again. Say on what it does.
