# People.
people-details = About this person
people-change = Change details
people-new-case = New case
people-cases = Cases, now and before
people-no-cases = No case yet.
people-addresses = Ways to reach them, over time
people-no-address = No address or number yet.
people-mail-goes-here = Mail may go here
people-marked-unsafe = Marked unsafe
people-no-longer = No longer theirs
people-add = Add
people-consents = Consents
people-no-consents = No consents yet. You may not share.
people-record-consent = Record a release
people-consent-what = What for
people-consent-whom = To whom
people-consent-how = How
people-consent-until = Until
people-consent-state = State
people-shared = What we shared about them
people-shared-note = They may have this list at any time
people-nothing-shared = Nothing has left the office.
people-shared-when = When
people-shared-what = What
people-shared-whom = To whom
people-shared-relied = Relied on
people-shared-by = By
people-names = Names
people-name-letters = Used for letters
people-born = Born
people-language = Language
people-ties = People around them
people-identifiers = Identifiers
people-no-identifiers = None held.
people-identifiers-note = Sealed. They travel only in the file to the agency whose number it is.
people-identifier-show = Show
people-identifier-why = What for?
people-identifier-show-60 = Show for 60 seconds
people-identifier-kept = Your name, the time and the reason are kept.
people-identifier-hidden = The number is hidden again.
people-identifier-never = Never shown
people-identifier-shown = { $n ->
    [one] Shown once
   *[other] Shown { $n } times
}
people-purpose-inquiry = To put it in an inquiry
people-purpose-match = To match a letter
people-purpose-read-back = They asked me to read it back
people-safe-title = Reaching { $name } safely
people-safe-asked = Asked { $day }
people-safe-not-asked = Not asked. Ask, don’t send.
people-safe-words = Words not to say:
people-safe-shut = Old ways are shut:
people-safe-change = Change safe ways
people-safe-hours = Safe hours
people-safe-others = Who else may pick up?
people-way-call = Call
people-way-text = Text
people-way-voicemail = Voicemail
people-way-email = E-mail
people-way-post = Post
people-way-someone-else = Someone else picks up
people-find = Name, phone, e-mail or address
people-empty-title = No one with this name
people-empty = Try a phone number, an old address or a case number.
people-empty-link = Start an intake
people-open-cases = { $n ->
    [0] No open case
    [one] One open case
   *[other] { $n } open cases
}
people-call-them = Call { $name }
people-write-them = Write to { $name }
people-field-name = Full name
people-field-called = What to call them
people-field-language = Language
people-field-phone = Phone
people-field-email = E-mail
people-field-address = Address
people-field-born = Born on
people-phone-wrong = Enter a phone number with 10 digits, like (555) 013-2244
people-email-wrong = Enter an e-mail, like name@mail.example
people-name-missing = Enter a name, or say “not known yet”
people-sub = Everybody this office helps or has helped, by name.
people-found = { $n ->
    [0] Nobody found.
    [one] One found.
   *[other] { $n } found.
}
people-call-them-by = Call them { $name }.
people-safe-shut-ones = { $ways }. Nothing goes there.
people-safe-point = Safe
people-since = Since { $day }
people-until = Until { $day }
people-mark-unsafe = Mark unsafe
people-interpreter = Interpreter
people-pronouns = Pronouns
language-ko = Korean
language-tl = Tagalog
language-fr = French
language-uk = Ukrainian
people-add-contact = Add a way to reach them
people-add-identifier = Add a number
people-changed-toast = Changes saved.
people-contact-toast = Added.
people-unsafe-toast = Marked unsafe. Nothing goes there any more.
people-safe-toast = Safe ways saved.
people-identifier-toast = The number is sealed and kept.
people-field-kind = What is it?
people-field-value = Number or address
people-field-safe = Is it safe to use?
people-field-safe-hint = Not asked means we ask, and do not send.
people-field-from = Since
people-field-note = Note
people-field-agency = Whose number is it?
people-field-number = Number
people-field-number-kind = Which register?
people-field-born-precision = How exactly is that known?
people-field-languages-hint = As short tags, the first for letters: es, en
people-mark-unsafe-title = Mark this unsafe
people-mark-unsafe-note = Letters in the post to it are stopped, and nothing goes there again.
people-safe-conflict = A colleague changed this meanwhile. Look at the page once more, then save your answers.
people-matches = Maybe the same person
people-matches-note = Nothing is joined by itself. Look, and decide.
