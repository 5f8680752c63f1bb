# More of the house's own words on a screen, `set-value` as in values.ftl: what people may do, what was done, what came.

# What a role may do
deed-see-cases = See cases and people
deed-take-in = Read what comes in and decide what becomes of it
deed-work-cases = Write notes and letters, set tasks, move phases
deed-ask-agencies = Record releases, send inquiries, record replies
deed-close-cases = Close cases
deed-reopen-cases = Reopen cases
deed-assign-cases = Give a case to someone, or take it back
deed-guard-cases = Restrict or wall a case, and say who sees it
deed-override-gate = Decide against the gate, for one inquiry
deed-sign-letters = Sign off letters
deed-see-ledger = See who did and who looked, over the whole office
deed-run-staff = Add colleagues, and close or reset their logins
deed-run-office = Change the office’s settings

# One worker's named exception on one case
exception-allow = Let in
exception-deny = Kept out

# How an entry went
direction-in = To us
direction-out = From us
direction-none = Neither

# How sure we are that two are one person
likeness-strong = Probably the same person
likeness-possible = Possibly the same person
likeness-weak = Little speaks for it

# The gate's answer, and what it found at each step
gate-answer-allow = It may go
gate-answer-ask = A person decides
gate-answer-refuse = It may not go
finding-passed = There
finding-waived = Not needed here
finding-asked = Not known
finding-refused = Missing

# Whether the law protects a matter
protection-ordinary = Not specially protected
protection-protected = Protected by law: ask first, safe address only, nothing that names an agency

# Why a release ends
expiry-named = The release names the day itself
expiry-signature-age = The agency does not take an older signature

# What a message to a person is for
contact-purpose-acknowledgement = To say that we have it
contact-purpose-casework = About their case
contact-purpose-reminder = To remind them
contact-purpose-follow-up = To ask whether it was solved
contact-purpose-general = General mail of the office

# What a file is, by what stands in it
file-kind-pdf = PDF
file-kind-png = Picture (PNG)
file-kind-jpeg = Picture (JPEG)
file-kind-gif = Picture (GIF)
file-kind-webp = Picture (WebP)
file-kind-tiff = Picture or scan (TIFF)
file-kind-bmp = Picture (BMP)
file-kind-heic = Picture from a phone (HEIC)
file-kind-svg = Drawing (SVG)
file-kind-zip = Packed files (ZIP)
file-kind-office-xml = Office document
file-kind-open-document = OpenDocument file
file-kind-office-old = Old Office document
file-kind-rtf = Formatted text (RTF)
file-kind-gzip = Packed file (gzip)
file-kind-seven-zip = Packed files (7-Zip)
file-kind-rar = Packed files (RAR)
file-kind-bzip2 = Packed file (bzip2)
file-kind-audio = Sound
file-kind-video = Video
file-kind-tnef = Outlook’s wrapping (winmail.dat)
file-kind-program = A program: it stays shut
file-kind-script = A script: it stays shut
file-kind-html = Web page
file-kind-xml = XML
file-kind-calendar = Calendar invitation
file-kind-card = Contact card
file-kind-message = An enclosed message
file-kind-text = Plain text
file-kind-empty = Nothing in it
file-kind-unknown = Not known what it is

# What happens on a case and moves its clocks
event-case-opened = The case was opened
event-case-closed = The case was closed
event-case-reopened = The case was reopened
event-phase-entered = Another phase began
event-two-way-contact = We spoke with the person
event-message-delivered = Word of ours reached the person
event-person-asked = We asked the person for something
event-person-answered = The person answered
event-person-told = The person heard what the agency said
event-release-requested = We asked for a signed release
event-release-received = The signed release came
event-inquiry-sent = The inquiry went out
event-inquiry-ended = The inquiry ended
event-reply-acknowledged = The agency said it has the inquiry
event-reply-interim = The agency said: not yet
event-reply-partial = The agency answered in part
event-reply-substantive = The agency answered
event-release-refused = The agency wants another release
event-no-reply-declared = The agency did not reply
event-risk-raised = A danger was stated
event-risk-ended = The danger is over
event-safety-plan-opened = A safety plan was made
event-safety-plan-reviewed = The safety plan was looked at again
event-safety-plan-ended = The safety plan ended
event-assessment-completed = The assessment was finished
event-plan-agreed = The plan was agreed
event-plan-reviewed = The plan was looked at again
event-turn-ours = It became our turn
event-turn-agency = It became the agency’s turn
event-turn-person = It became the person’s turn

# Tasks the house gives by itself
task-letter-failed = A letter did not go out. Read why, and decide how to reach them
task-letter-returned = A letter to the agency came back. Find another way to reach it.
task-letter-held = A letter was held back. Read why, and decide whether it may go
task-ask-other-body = The agency passed the matter on. Ask the other body
task-new-release = The agency wants another release. Ask for it
task-ask-follow-up = Ask them whether it was solved. It cannot be asked by e-mail
task-late-message = A message came after the case was closed. Read it, and decide

# Acts that a case model speaks of
act-assign = Give it to someone
act-take = Take it
act-enter-phase = Move to another phase
act-request-release = Ask for a signed release
act-send-inquiry = Send an inquiry
act-chase = Ask the agency again
act-record-reply = Record a reply
act-send-letter = Send a letter
act-contact-collateral = Speak with others who know them
act-refer = Refer them to another provider
act-raise-risk = State a danger
act-stabilise = Say that the danger is over
act-agree-plan = Agree the plan
act-review-goal = Look at a goal again
act-close = Close the case
act-reopen = Reopen the case
act-follow-up = Ask whether it was solved

# What the ledger says was done: `ledger-action-<room>-<verb>`
ledger-action-unnamed = Did: { $action }
ledger-action-arrivals-answer-information = Answered an arrival as information
ledger-action-arrivals-answer-opinion = Kept an arrival as an opinion
ledger-action-arrivals-export = Took a copy of an arrival
ledger-action-arrivals-join-case = Joined an arrival to the case
ledger-action-arrivals-open-case = Opened the case from an arrival
ledger-action-arrivals-see-to-late-message = Passed a late message to whoever has the case
ledger-action-arrivals-set-aside = Set an arrival aside
ledger-action-arrivals-take-down = Took down a call or visit
ledger-action-arrivals-take-in = Took in what came
ledger-action-arrivals-transfer-out = Handed an arrival on to another office
ledger-action-arrivals-understand = Read an arrival again
ledger-action-arrivals-undo = Took back what was decided about an arrival
ledger-action-cases-allow = Let someone see the case
ledger-action-cases-answer-follow-up = Recorded the person’s own answer
ledger-action-cases-ask-follow-up = Asked whether it was solved
ledger-action-cases-assign = Gave the case to someone
ledger-action-cases-attempt = Tried to reach the person
ledger-action-cases-call = Logged a call
ledger-action-cases-change = Changed details of the case
ledger-action-cases-close = Closed the case
ledger-action-cases-deny = Kept someone out of the case
ledger-action-cases-describe = Changed what the case says about itself
ledger-action-cases-done-next = Did what came next
ledger-action-cases-end-promise = Ended a promise
ledger-action-cases-enter-phase = Moved the case to another phase
ledger-action-cases-guard = Changed who may see the case
ledger-action-cases-keep-out = Kept someone out of the case
ledger-action-cases-keep-promise = Kept a promise
ledger-action-cases-let-in = Let someone see the case
ledger-action-cases-lift-exception = Ended someone’s exception on the case
ledger-action-cases-log-attempt = Tried to reach the person
ledger-action-cases-log-call = Logged a call
ledger-action-cases-no-news-yet = Told the person that there is no news yet
ledger-action-cases-note = Wrote a note
ledger-action-cases-open = Opened the case
ledger-action-cases-promise = Made a promise
ledger-action-cases-reopen = Reopened the case
ledger-action-cases-restrict = Restricted who may see the case
ledger-action-cases-retitle = Gave the case another title
ledger-action-cases-set-next = Said what comes next
ledger-action-cases-snooze = Moved what comes next to a later day
ledger-action-cases-take = Took the case
ledger-action-cases-take-turn = Said whose turn it is
ledger-action-cases-to-queue = Put the case into the queue
ledger-action-cases-withdraw-exception = Ended someone’s exception on the case
ledger-action-cases-write-note = Wrote a note
ledger-action-cases-approve-closing = Approved the closing
ledger-action-cases-end-risk = Stated that the danger is over
ledger-action-cases-raise-risk = Stated a danger
ledger-action-cases-withdraw-consent = Recorded that a consent was taken back
ledger-action-cases-give-consent = Recorded a consent
ledger-action-clocks-extend = Gave a clock more time
ledger-action-clocks-pause = Paused a clock
ledger-action-clocks-resume = Let a clock run again
ledger-action-clocks-stop = Stopped a clock
ledger-action-consents-ask-for-release = Asked for a signed release
ledger-action-consents-override = Decided against the gate
ledger-action-consents-override-gate = Decided against the gate
ledger-action-consents-record = Recorded a release
ledger-action-consents-record-release = Recorded a release
ledger-action-consents-revoke = Recorded that a release was withdrawn
ledger-action-consents-revoke-release = Recorded that a release was withdrawn
ledger-action-documents-add = Added a document
ledger-action-documents-attach = Attached a document
ledger-action-documents-read = Opened a document
ledger-action-inquiries-change = Changed an inquiry
ledger-action-inquiries-chase = Asked the agency again
ledger-action-inquiries-declare-no-reply = Recorded that no reply came
ledger-action-inquiries-draft = Drafted an inquiry
ledger-action-inquiries-make-ready = Made an inquiry ready
ledger-action-inquiries-record-reply = Recorded a reply
ledger-action-inquiries-send = Sent an inquiry
ledger-action-inquiries-withdraw = Withdrew an inquiry
ledger-action-letters-ask-follow-up = Wrote to ask whether it was solved
ledger-action-letters-begin-sending = Began to send a letter
ledger-action-letters-change = Changed a letter
ledger-action-letters-delivered = A letter went out
ledger-action-letters-discard = Threw a draft away
ledger-action-letters-draft = Drafted a letter
ledger-action-letters-fail = A letter did not go out
ledger-action-letters-hold = Held a letter back
ledger-action-letters-print = Printed a letter
ledger-action-letters-queue = Gave a letter to the post
ledger-action-letters-record-posted = Recorded that a letter was posted
ledger-action-letters-release = Let a held letter go
ledger-action-letters-send = Sent a letter
ledger-action-letters-send-again = Sent a letter again
ledger-action-letters-sign-off = Signed off a letter
ledger-action-letters-take-back = Took a letter back
ledger-action-letters-try-again = The letter is tried again later
ledger-action-letters-write = Wrote a letter
ledger-action-login-again = Proved again who they are
ledger-action-login-code = Entered a code
ledger-action-login-enrol = Added a code to a login
ledger-action-login-out = Logged out
ledger-action-login-password = Entered a password
ledger-action-login-recovery-code = Entered a recovery code
ledger-action-office-change = Changed the office’s settings
ledger-action-office-found = Founded the office
ledger-action-people-add = Added a person
ledger-action-people-add-contact-point = Added an address or number
ledger-action-people-add-identifier = Added a number an agency knows them by
ledger-action-people-add-point = Added an address or number
ledger-action-people-change = Changed details of a person
ledger-action-people-decide-same = Said who an arrival comes from
ledger-action-people-end-point = Ended an address or number
ledger-action-people-mark-point = Said whether an address or number is safe
ledger-action-people-mark-unsafe = Marked an address or number unsafe
ledger-action-people-open = Added a person
ledger-action-people-record-safe-contact = Recorded how to reach them safely
ledger-action-people-reveal-identifier = Showed a number in full
ledger-action-people-set-safe-contact = Recorded how to reach them safely
ledger-action-people-verify-contact-point = Checked an address or number with the person
ledger-action-staff-add = Added a colleague
ledger-action-staff-change-password = Changed their own password
ledger-action-staff-change-role = Gave a colleague another role
ledger-action-staff-disable = Closed a login
ledger-action-staff-enable = Opened a login again
ledger-action-staff-reset = Reset a login
ledger-action-tasks-drop = Dropped a task
ledger-action-tasks-finish = Finished a task
ledger-action-tasks-set = Set a task
ledger-action-tasks-snooze = Moved a task to a later day
ledger-action-tasks-take-up = Took up a task
ledger-action-tasks-undo-finish = Took back that a task is finished

# The fields two people may want different
case-field-title = Title
case-field-summary = Summary
case-field-agency = Agency
case-field-topic = Topic
case-field-level = Level of government
case-field-urgency = Urgency
case-field-cadence = How often they hear from us
person-field-full-name = Name
person-field-called = What to call them
person-field-other-names = Other names
person-field-born = Date of birth
person-field-languages = Languages
person-field-interpreter = Interpreter
person-field-pronouns = Pronouns
person-field-needs = What they need
person-field-deceased = Died on
person-field-do-not-contact = Do not contact

# What came of a call
reached-spoke = We spoke
reached-left-message = Left a message
reached-no-answer = No answer
ledger-action-office-set-clock = Set the demo’s clock forward
ledger-action-staff-change-language = Chose another language
ledger-action-cases-ask-access = Asked to see the case
