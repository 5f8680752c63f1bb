# When the rules say no: what is missing, and what to do.
guard-person-known = Say who the case is about.
guard-agency-chosen = Choose the agency first.
guard-level-known = Choose the level of government first.
guard-release-unasked = Ask the gate first: choose the agency and what you ask.
guard-release-ask = The gate cannot say yes by itself. A person has to decide.
guard-release-refuse = The gate says no. Read what is missing.
guard-consent = A consent is missing: { $kind }.
guard-outcome = Choose how it ended.
guard-summary = Write what the case is about.
guard-person-told = Write what we told the person, or why they could not be told.
guard-open-inquiry = { $count ->
    [one] One inquiry is still open. Decide what becomes of it.
   *[other] { $count } inquiries are still open. Decide what becomes of each.
}
guard-undelivered-reply = { $count ->
    [one] One answer has not reached the person. Say how they were told.
   *[other] { $count } answers have not reached the person. Say how they were told.
}
guard-open-safety-plan = { $count ->
    [one] A safety plan is still open.
   *[other] { $count } safety plans are still open.
}
guard-open-referral = { $count ->
    [one] A referral is still open.
   *[other] { $count } referrals are still open.
}
guard-open-risk = { $count ->
    [one] A worry about safety is still open. Decide what becomes of it.
   *[other] { $count } worries about safety are still open. Decide what becomes of each.
}
guard-risk-at-least = This is for a danger judged { $level } or more. It is judged { $risk }.
guard-risk-below = This is for a danger judged below { $level }. It is judged { $risk }.
guard-follow-up-date = Choose a day to be in touch again.
guard-assessment-complete = Finish the assessment first.
guard-needs-without-goal = { $count ->
    [one] One need has no goal yet.
   *[other] { $count } needs have no goal yet.
}
guard-approval-by-author = Nobody approves their own work. Ask someone else.
guard-approval = This needs a yes from: { $role }.
reference-fault-length = A case reference has six symbols, like 7K4-M2Q.
reference-fault-symbol = One of these symbols never stands in a reference.
reference-fault-check = That is not a reference of ours. One symbol is wrong, or two are swapped.
case-refused-closed = This case is closed. Reopen it first.
case-refused-not-closed = This case is open.
case-refused-title-missing = Write in a sentence what the case is about.
case-refused-reason-missing = Write the reason.
case-refused-words-missing = Write a few words.
case-refused-sensitivity = Choose one of the levels shown.
case-refused-date-in-past = Choose { $date } or a later day.
case-refused-ahead-of-time = Choose a time that has passed.
case-refused-unknown-phase = There is no phase “{ $phase }”.
case-refused-already-there = The case is already in this phase.
case-refused-not-from-here = From { $from } the case does not go to { $to }.
case-refused-override-not-called = This phase is entered only with a stated danger.
case-refused-override-holds = A stated danger keeps the case here until it is over.
case-refused-not-in-this-phase = That is not done in the phase “{ $phase }”.
case-refused-outcome-not-offered = “{ $outcome }” is not one of the ways such a case ends.
case-refused-unmet = { $count ->
    [one] One thing is missing.
   *[other] { $count } things are missing.
}
case-refused-unconfirmed = { $count ->
    [one] One thing still needs a decision.
   *[other] { $count } things still need a decision.
}
case-refused-already-theirs = They have this case already.
case-refused-owned-by-other = A colleague has this case. Ask them, or a supervisor.
case-refused-cannot-have = They cannot be given cases: choose somebody who works on them.
case-refused-conflict-of-interest = They are kept out of this case.
case-refused-nobody-inside = Nobody could see the case any more. Give it an owner, or let somebody in first.
case-refused-no-exception = There is no exception for them.
case-refused-safe-way-missing = No safe way to reach this person is known. Ask first.
case-refused-promise-over = That promise is kept or ended.
case-refused-not-heard = The person has not heard from us yet. Write how they were told.
case-refused-already-asked = The person was asked already.
case-refused-not-asked = The person has not been asked yet.
case-refused-already-answered = The answer is recorded already.
clock-refused-stopped = This clock has stopped. A new one is started instead.
clock-refused-already-paused = This clock is paused already.
clock-refused-not-paused = This clock is not paused.
clock-refused-reason-missing = Write the reason. It is shown beside the clock.
clock-refused-too-early = Choose { $date } or a later day.
clock-refused-not-later = More time means a day after { $date }.
number-stays-other-agency = This number belongs to another agency, so it stays here.
number-stays-channel-not-accepted = This agency does not take numbers this way, so it stays here.
number-stays-channel-not-known = It is not known whether numbers may go this way, so it stays here.
number-stays-other-person = This number belongs to somebody else, so it stays here.
override-no-reason = Write why.
override-own-inquiry = Nobody decides about their own inquiry. Ask someone else with the right.
override-nothing-to-lift = Nothing stands in the way. Send it.
override-barred = Courts and prosecutors are never asked. Nobody can lift that.
override-revoked = The person withdrew the permission. Only a ground of law lifts that.
override-other-inquiry = That decision was made for another inquiry.
override-other-rules = The rules changed since that decision. Ask again.
override-not-yet = That decision does not hold yet.
release-proof-missing = Add the proof that the signer may sign for them.
release-signer-missing = Enter the name of who signed.
release-agency-missing = Choose at least one agency named on the paper.
release-data-class-missing = Choose at least one kind of data.
release-statement-missing = Write what was said, and who checked who they are.
release-statement-unexpected = Only a spoken release has a spoken statement.
release-received-before-signed = It cannot be received before it was signed. Check the two days.
release-in-future = Enter a day that has come.
release-ends-before-signed = It cannot end before it was signed. Check the two days.
release-already-revoked = It was withdrawn before.
release-how-missing = Write how we learned that they withdrew it.
inquiry-no-question = Say what we ask.
inquiry-no-data-class = Choose at least one kind of data.
inquiry-not-draft = This inquiry is not a draft any more.
inquiry-not-ready = Make it ready first.
inquiry-not-sent = It has not been sent.
inquiry-already-sent = It was sent already.
inquiry-not-open = This inquiry is not open any more.
inquiry-other-disclosure = The permission is for something else. Ask the gate again.
inquiry-channel-not-accepted = This agency does not take inquiries this way. Choose another.
inquiry-in-future = Enter a day that has come.
inquiry-before-sent = That day is before it was sent.
inquiry-chase-in-past = Choose a later day to ask again.
inquiry-not-chased = Ask the agency once more before you record that no reply came.
inquiry-declared-not-received = That no reply came is declared, not received.
inquiry-other-inquiry = That reply belongs to another inquiry.
inquiry-known-before-acted = The agency cannot have acted after we knew of it. Check the two days.
inquiry-no-text = Write what they said, or add the document.
inquiry-no-open-question = Write what is still open.
inquiry-expected-in-past = Choose a day after the reply.
auto-answer-automatic = It is automatic mail, so it is never answered by itself.
auto-answer-not-for-a-machine = A person answers this one.
auto-answer-no-sender = It has no sender to answer.
auto-answer-from-ourselves = It came from this office.
auto-answer-machine-mailbox = It came from a mailbox nobody reads.
auto-answer-answered-today = They had an answer from us today.
letter-other-receiver = The permission is for another receiver.
letter-other-disclosure = The permission is for something else.
letter-other-address = That is not an address the permission names.
letter-subject-not-neutral = Choose a subject that says nothing of the case.
letter-no-body = Write the letter.
letter-not-signed-off = This letter needs a colleague’s yes first.
letter-ask-first = Ask the person first whether this way is safe.
letter-unsafe = This way is not safe for the person. Choose another.
letter-no-representative = Nobody is on record who acts for them.
letter-not-from = That cannot be done with this letter as it stands.
contact-deceased = The person has died.
contact-do-not-contact = They asked us not to be in touch.
contact-nothing-by-post = Nothing by post, they said.
contact-way-unsafe = { $way }: not safe for them.
contact-way-ask = { $way }: ask first.
contact-way-unknown = { $way }: not asked. Ask, don’t send.
contact-point-unsafe = This address or number is marked unsafe. Nothing goes there.
contact-point-ask = Ask first before this address or number is used.
contact-point-unknown = Nobody asked whether this address or number is safe. Ask, don’t send.
contact-old-point = This address or number was theirs once.
contact-not-yet-theirs = This address or number is not theirs yet.
contact-wrong-way = This address or number cannot be reached by: { $way }.
contact-other-person = This address or number belongs to somebody else.
number-empty = Enter the number.
number-length = Check the number: it has too few or too many symbols.
number-symbols = Check the number: it has symbols such a number never has.
number-never-issued = Check the number: such a number is never given out.
task-refused-case-closed = The case is closed. Reopen it first.
task-refused-over = This task is done or dropped already.
task-refused-words-missing = Write what is to be done.
task-refused-reason-missing = Write the reason.
task-refused-date-in-past = Choose today or a later day.
task-refused-not-offered = That task is not offered here.
task-refused-not-done = This task is not finished.
template-no-head = The template has no head.
template-unknown-head = The template’s head has a line nobody knows: { $name }
template-bad-head = The template’s head lacks this line, or it cannot be read: { $name }
template-unknown-field = The template names a field nobody knows: { $name }
template-unclosed = The template opens a field and does not close it.
template-tells-of-the-case = Only a letter on paper may tell of the case. Take out: { $name }
template-subject-not-neutral = The template’s subject tells of the case.
template-not-approved = This template is not approved yet.
template-no-value = Fill in what the template needs: { $name }
template-paper-only = This letter goes on paper only.
field-too-long = That is too long to keep.
field-file-empty = This file is empty.
field-file-too-large = This file is larger than the office keeps.
field-contact-missing = Write the address or number.
documents-harmful = This file was found harmful, so nobody opens it.
