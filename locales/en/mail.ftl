# What was understood of a message, and why, in a sentence each.
verdict-answers-our-letter = It answers a letter of ours.
verdict-asks-for-no-answer = It asks that no machine answers it.
verdict-delivery-receipt = It says that a letter was delivered.
verdict-has-auto-reply-field = Its header says that a machine answered ({ $field }).
verdict-has-calendar = It carries a calendar invitation.
verdict-has-list-field = Its header says that it went to many ({ $field }).
verdict-has-loop-field = Its header says that it went round in a loop.
verdict-is-report = It is a report that a mail system made.
verdict-list-id = It came from the mailing list “{ $list }”.
verdict-mail-system-says-undelivered = A mail system says it could not deliver a letter: “{ $words }”.
verdict-nothing-says-otherwise = Nothing says that a machine wrote it. A person reads it.
verdict-null-return-path = It says that no answer may come back to it.
verdict-precedence = Its header says “{ $word }”, as machines do.
verdict-read-receipt = It says that a letter was opened.
verdict-report-of-delay = A letter to { $address } is delayed, and is still being tried.
verdict-report-of-failure = A letter to { $address } came back.
verdict-says-auto-replied = It says that a machine answered.
verdict-says-automatic = The header says it is automatic ({ $word }).
verdict-sender-takes-no-answer = Its sender’s mailbox takes no answers.
verdict-subject-says-away = The subject says that somebody is away.
verdict-token-in-address = The mark of one of our cases stands in the address.
verdict-token-in-returned-letter = The mark of one of our cases stands in the letter that came back.
verdict-token-in-subject = The mark of one of our cases stands in the subject.
verdict-token-in-text = The mark of one of our cases stands in the text.

unreadable-empty = It is empty.
unreadable-too-large = It is too large to be read here. The original is kept.
unreadable-too-deep = Messages lie in it more than { $most } deep, so it was not unpacked. The original is kept.
unreadable-too-many-parts = It has more than { $most } parts, so it was not unpacked. The original is kept.
unreadable-header-too-large = Its header is too long, so it was not read. The original is kept.
unreadable-broken = It could not be read. The original is kept: tell whoever runs this office’s system.
unreadable-tried-often = Reading it was tried { $tries } times and broke off each time. It is not tried again. The original is kept.

read-fault-broken-header = A line of the header is broken.
read-fault-no-header = It has no header.
read-fault-no-end-boundary = It breaks off before its end.
read-fault-no-part-found = It says it has parts, and has none.
read-fault-no-boundary-named = It does not say where its parts begin.
read-fault-unknown-encoding = A part is packed in a way nobody knows. It is kept as it came.
read-fault-broken-encoding = A part is damaged. What could be read is shown.
read-fault-unknown-charset = It names a set of letters nobody knows. Some letters may be wrong.
read-fault-guessed-charset = It does not say which letters it uses. Some may be wrong.
read-fault-eight-bit-header = Its header uses letters it may not use.
read-fault-nul-byte = It holds a sign that text cannot hold. It is shown as �.
read-fault-field-twice = A field of its header stands twice. The first one counts.
read-fault-no-date = It carries no date that can be read. The time is when it reached us.
read-fault-no-sender = It does not say who sent it.
read-fault-name-changed = The name of a file could mislead, and was made safe.
read-fault-sealed = It is encrypted. Only its receiver’s own program can open it.
read-fault-partial = It is one piece of a message that was cut up.
read-fault-html-too-large = Its page is too large to show. Its text is shown.

arrival-thread-not-confirmed = It claims to answer a letter of ours, and that could not be proved. Check who it is from before you join it to a case.
arrival-sender-not-on-case = It comes from an address that is not known on that case. Check who it is from.
arrival-answers-letter-without-case = It answers a letter of ours that belongs to no case.
arrival-typed-in = Somebody here took it down.

# When an act on an arrival is refused
arrival-refused-decided = Somebody decided this already. Open it to see what.
arrival-refused-not-decided = Nothing was decided yet, so there is nothing to take back.
arrival-refused-overtaken = Something else happened since, or it is more than a day ago. It is not taken back, so that nothing is lost.
arrival-refused-reason-missing = Write the reason. It stays with the message.
arrival-refused-receiver-missing = Write which office it went to.
arrival-refused-words-missing = Write what was said.
arrival-refused-no-address = There is no e-mail address to answer to. Write down first how they can be reached.
arrival-refused-no-such-file = That file did not come with this message. Open the message again.
