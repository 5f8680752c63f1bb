# Why the house thinks what it thinks, and why something did not work: matches, letters, forms, models.

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

# Why a letter waits or did not go out
release-revoked = The release it relied on was taken back. It does not go unless a new release, or a decision with a reason, lets it.
letter-held = It was held back. Read the letter, and decide whether it may go.
letter-held-by-hand = A colleague stopped it.
job-failed = Something here went wrong while it was being sent. It may have gone out: ask before you send it again.
job-panicked = Something here broke while it was being sent. It may have gone out: ask before you send it again.

# Why a file of mail was not carried in
intake-not-there = There is no such file. Check its name.
intake-not-allowed = This file may not be read here. Ask whoever owns it.
intake-not-a-file = This is not a file or a folder, so nothing was read.
intake-too-large = This file is too large to be read at once. Cut it into smaller ones.
intake-disk = The disk could not be read or written. What was taken in before is kept.
intake-store = The database did not take it. What was taken in before is kept: run it again.

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
field-name-missing = Enter a name, or what they want to be called
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
field-days-out-of-range = Choose between 1 and { $most } days
