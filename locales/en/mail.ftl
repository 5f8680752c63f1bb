# What was understood of a message, and why, in a sentence each.
verdict-answers-our-letter = It answers a letter of ours ({ $id }).
verdict-asks-for-no-answer = It asks not to be answered by a machine.
verdict-delivery-receipt = It says that a letter was delivered.
verdict-has-auto-reply-field = The header field { $field } says a machine answered.
verdict-has-calendar = It carries a calendar entry ({ $method }).
verdict-has-list-field = The header field { $field } says it went to a list.
verdict-has-loop-field = The header says that it has been here before.
verdict-is-report = It is a report that a mail system made.
verdict-list-id = It came by the list { $list }.
verdict-mail-system-says-undelivered = A mail system says it could not deliver a letter: “{ $words }”.
verdict-nothing-says-otherwise = Nothing says that a machine wrote it. A person reads it.
verdict-null-return-path = It names no address to answer to, as machines do.
verdict-precedence = The header calls it { $word }.
verdict-read-receipt = It says that a letter was opened.
verdict-report-of-delay = A mail system reports that a letter to { $address } is delayed.
verdict-report-of-failure = A mail system reports that a letter to { $address } was not delivered.
verdict-says-auto-replied = The header says it is an automatic reply.
verdict-says-automatic = The header says it is automatic ({ $word }).
verdict-sender-takes-no-answer = Nobody reads mail at the sender’s address.
verdict-subject-says-away = The subject says that somebody is away.
verdict-token-in-address = It came to an address that carries our mark.
verdict-token-in-returned-letter = The letter it returns carries our mark.
verdict-token-in-subject = The subject carries our mark.
verdict-token-in-text = The text carries our mark.

unreadable-empty = It is empty.
unreadable-too-large = It is larger than { $most } bytes, which is as much as is read.
unreadable-too-deep = It holds messages within messages, more than { $most } deep.
unreadable-too-many-parts = It has more than { $most } parts.
unreadable-header-too-large = Its header is larger than { $most } bytes.
unreadable-broken = The reader failed on it. The original is kept for whoever mends it.
unreadable-tried-often = Reading it was tried { $tries } times and broke off each time. It is not tried again.

read-fault-broken-header = A line of the header is broken.
read-fault-no-header = It has no header.
read-fault-no-end-boundary = It breaks off before its end.
read-fault-no-part-found = It says it has parts, and has none.
read-fault-no-boundary-named = It does not say where its parts begin.
read-fault-unknown-encoding = It is packed in a way nobody knows.
read-fault-broken-encoding = A part of it is packed wrongly.
read-fault-unknown-charset = It names a set of letters nobody knows. Some letters may be wrong.
read-fault-guessed-charset = It does not say which letters it uses. Some may be wrong.
read-fault-eight-bit-header = Its header uses letters it may not use.
read-fault-nul-byte = It holds a sign that text cannot hold. It is shown as �.
read-fault-field-twice = A field of its header stands twice. The first one counts.
read-fault-no-date = It does not say when it was written.
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
arrival-refused-decided = Somebody decided this already.
arrival-refused-not-decided = Nothing was decided yet, so there is nothing to take back.
arrival-refused-overtaken = Something else happened since, or it is more than a day ago. It is not taken back, so that nothing is lost.
arrival-refused-reason-missing = Write the reason. It stays with the message.
arrival-refused-receiver-missing = Write which office it went to.
arrival-refused-words-missing = Write what was said.
arrival-refused-no-address = There is no e-mail address to answer to.
arrival-refused-no-such-file = That file did not come with it.
