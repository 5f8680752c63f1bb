# The house's own words on a screen: one key for each value of each set, `set-value`.

# How something came or goes
channel-email = E-mail
channel-web-form = Web form
channel-phone = Phone
channel-walk-in = Walk-in
channel-letter = Letter
channel-event = Event
channel-referral = Referred to us
channel-transfer = Handed over to us
channel-other = Another way

# What an arrival is
verdict-bounce = Bounce
verdict-auto-reply = Auto-reply
verdict-list-or-bulk = List or bulk
verdict-calendar = Calendar
verdict-reply-to-case = Reply to case
verdict-to-read = To read
verdict-unreadable = Unreadable

# What became of an arrival
fate-waiting = Waiting
fate-opened-case = Case opened
fate-joined-case = Joined to a case
fate-answered-opinion = Kept as an opinion
fate-answered-information = Answered as information
fate-transferred = Handed on
fate-set-aside = Set aside

# What kind of matter
matter-casework = Casework: trouble with an agency
matter-opinion = An opinion
matter-service-request = A service, such as a flag or a tour
matter-information = Information
matter-not-known = Not known yet

# Level of government
level-federal = Federal
level-state = State
level-local = Local
level-other = Another

# How soon
urgency-routine = Routine
urgency-soon = Soon
urgency-urgent = Today

# Who may know
visibility-open = Open to colleagues
visibility-restricted = Restricted
visibility-walled = Walled

# How a case ended
outcome-obtained-in-full = They got what they asked for
outcome-obtained-in-part = They got part of it
outcome-not-obtained = Closed with an answer, not the one hoped for
outcome-information-given = They got the information they needed
outcome-referred-to-body = Referred to another body, with their word
outcome-referred-to-office = Referred to another office, with their word
outcome-withdrawn = They asked us to stop
outcome-release-never-received = The signed release never came
outcome-no-contact = We could not reach them
outcome-moved-away = They moved away
outcome-died = They died
outcome-not-casework = It was not casework
outcome-duplicate = It was the same as another case
outcome-goals-met = Goals met
outcome-goals-partly-met = Goals partly met
outcome-goals-not-met = Goals not met

# How a person was told
told-letter = By letter
told-email = By e-mail
told-phone = By phone
told-in-person = In person
told-representative = Through someone who acts for them
told-none = Not told, for a reason given above

# What comes next
next-first-response = Answer for the first time
next-follow-up = Be in touch
next-request-release = Ask for the signed release
next-send-inquiry = Send the inquiry
next-chase = Ask the agency again
next-tell-person = Tell the person what the agency said
next-review = Look at it again
next-close = Close it, if they agree

# What a consent is for
consent-services = Being helped at all
consent-collateral = That we speak with others who know them
consent-referral = That another provider is told

# How great a danger
risk-none = none
risk-low = low
risk-moderate = moderate
risk-high = high

# What an entry is
entry-note = Note
entry-call = Call
entry-letter-in = Letter in
entry-letter-out = Letter out
entry-inquiry = Inquiry
entry-reply = Reply
entry-release = Release
entry-event = Event
entry-attempt = Attempt

# The person's own answer, four weeks later
solved-yes = Yes, it is solved
solved-partly = Partly
solved-no = No, it is not
solved-no-answer = No answer

# Whose turn it is
turn-ours = Our turn
turn-agency = Waiting on agency
turn-person = Waiting on constituent

# What a clock counts
clock-first-response = First answer due
clock-heard-from-us = Since they heard from us
clock-agency-reply = Agency answer due
clock-person-reply = Their answer due
clock-tell-person = Tell them
clock-assessment = Assessment due
clock-plan-review = Plan review due
clock-safety-review = Safety plan review due

# What a disclosure relied on
basis-consent = Signed release
basis-oral-statement = Their spoken word
basis-lawful-basis = A ground of law
basis-override = A decision of a supervisor or director

# Grounds of law
lawful-danger = Danger to life
lawful-duty-to-report = Duty to report
lawful-court-order = Order of a court

# The steps of the gate
step-receiver = Who would receive it
step-oral-path = Their spoken word
step-release = The release
step-signer = Who signed
step-scope = What it covers
step-form = How it was signed
step-age = How old it is
step-fresh = Whether a new one is needed
step-named = Whom it names

# What a receiver is
body-agency = an agency
body-court = a court
body-prosecutor = a prosecutor
body-tribunal = an administrative tribunal

# In which capacity someone signs
capacity-subject = The person themselves
capacity-parent = Parent
capacity-guardian = Guardian
capacity-attorney = Under a power of attorney
capacity-other = Another capacity

# How a release was signed
method-ink = On paper, in ink
method-e-signature = With an electronic signature
method-portal = On our web page
method-oral = By word of mouth

# How formal a signature is
formality-none = A plain signature
formality-perjury = Under penalty of perjury
formality-notarised = Notarised

# Kinds of data
class-status = Where the matter stands
class-records = Records
class-benefits = Benefits
class-tax = Tax
class-health = Health
class-immigration = Immigration
class-employment = Employment
class-military = Military service
class-education = Education
class-substance-use = Substance use treatment

# Which matter a release is for
scope-this-case = This case only
scope-any = Any matter with them

# Whom a release names
named-office = the office
named-member = the member
named-neither = nobody of ours

# The language of a paper
translation-original = In its first language
translation-certified = With a certified translation
translation-none = Without a translation

# Whether a file was looked at
scan-not-scanned = Not checked
scan-clean = No harm found
scan-harmful = Harmful

# What an inquiry is for
purpose-ask-status = Ask where it stands
purpose-urge-prompt-consideration = Ask for prompt consideration
purpose-arrange-appointment = Arrange an appointment
purpose-express-judgment = Say what we think is right
purpose-ask-reconsideration = Ask to look at it again

# How an agency is reached
way-out-email = E-mail to the liaison
way-out-portal = Their portal
way-out-phone = Phone
way-out-fax = Fax
way-out-post = Post

# Where an inquiry stands
inquiry-state-draft = Draft
inquiry-state-ready = Ready to go
inquiry-state-sent = Sent, waiting
inquiry-state-answered = Answered
inquiry-state-no-reply = No reply
inquiry-state-withdrawn = Withdrawn

# Kinds of reply
reply-acknowledgement = Acknowledgement: they have it
reply-interim = Interim: not yet, and why
reply-partial = Partial: some of it answered
reply-substantive = Substantive: it answers the matter
reply-referral = They sent us elsewhere
reply-refusal-of-release = They want another release
reply-no-reply = No reply

# How a reply was learned
learned-received = It came to us
learned-sent-to-person = The agency wrote to the person
learned-reported-by-person = The person told us

# Whom a letter goes to
to-kind-person = The person
to-kind-representative = Someone who acts for them
to-kind-agency = An agency

# Where a letter stands
letter-state-draft = Draft
letter-state-queued = Waiting to go
letter-state-sending = Being sent
letter-state-sent = Sent
letter-state-failed = Did not go out
letter-state-returned = Came back
letter-state-held = Held

# Ways to reach someone
point-email = E-mail
point-phone = Phone
point-mobile = Mobile phone
point-post = Address

# Kinds of number
identifier-ssn = Social Security number
identifier-a-number = A-number
identifier-uscis-receipt = USCIS receipt number
identifier-va-file = VA file number
identifier-claim = Claim number
identifier-passport = Passport number
identifier-other = Another number

# Whether an interpreter is needed
interpreter-unknown = Not asked
interpreter-not-needed = Not needed
interpreter-needed = Needed

# How exactly a birth date is known
born-day = Exactly
born-month = The month
born-year = The year
born-unknown = Not known

# Ways of contact
way-phone = Call
way-text = Text
way-email = E-mail
way-post = Post
way-voicemail = Voicemail

# Whether a way is safe
safe-yes = Yes
safe-no = No
safe-ask = Ask first
safe-unknown = Not asked

# Where a task came from
task-kind-offered = Offered
task-kind-automatic = Given by the step
task-kind-free = Written by you

# Phases of the models
phase-intake = Intake
phase-assessment = Assessment
phase-planning = Planning and goals
phase-intervention = Intervention
phase-resolution = Resolution
phase-evaluation = Evaluation
phase-termination = Ending
phase-crisis = Crisis
phase-closed = Closed

# Tasks of the models
task-acknowledge = Say that we have it
task-check-residence = Check that the address lies in the district
task-choose-agency = Choose the agency and the topic
task-request-release = Ask for the signed release
task-collect-papers = Collect the papers the agency wants
task-draft-inquiry = Draft the inquiry
task-chase-agency = Chase the agency
task-closing-letter = Write the closing letter
task-explain-confidentiality = Explain confidentiality and its limits
task-screen-urgency = Ask about danger and deadlines
task-draw-genogram = Draw the family together
task-name-strengths = Write down strengths
task-set-goals = Set goals in their own words
task-contact-provider = Speak with the provider
task-measure-again = Measure again
task-relapse-plan = Plan for what may come back
task-tell-supervisor = Tell the supervisor now
task-safety-plan = Make a safety plan
task-access-asked = A colleague asks to see this case. Decide, and let them know
