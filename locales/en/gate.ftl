# What the gate found, line by line. Kinds of data, capacities and forms come in as the house's own words.
gate-receiver-is = It goes to { $body }, and may be asked.
gate-receiver-unknown = We have no rule pack for this receiver.
gate-receiver-barred = It would go to { $body }. Those are never asked.
gate-tribunal-beyond-status = A tribunal may be asked where a matter stands, and nothing else.
gate-protected-matter = The law protects this matter, so a person decides each time.
gate-no-subject = It is not known whose records these are.
gate-written-release = A written release is on file.
gate-oral-accepted = This agency takes the person’s spoken word, and it is recorded.
gate-oral-not-accepted = { $class }: this agency does not take a spoken word for it.
gate-oral-not-known = { $class }: it is not known whether this agency takes a spoken word for it.
gate-oral-word-not-known = It is not known whether the agency wants to hear it from the person or from us.
gate-oral-not-told-to-agency = The person has to say it to the agency itself, and that is not recorded.
gate-oral-not-recorded = The person’s spoken word is not recorded.
gate-oral-for-protected-matter = A spoken word is not enough where the law protects the matter.
gate-no-release = A signature. None on file.
gate-agency-not-named = The release does not name this agency.
gate-revoked = The release was withdrawn on { $on }.
gate-expired = The release ended on { $on }.
gate-signed-in-future = The release carries a day that has not come yet: { $on }.
gate-received-before-signed = The release was received before it was signed. One of the days is wrong.
gate-stands = The release stands, signed on { $on }.
gate-signed-by = Signed by: { $capacity }.
gate-no-proof = Proof is missing that the signer may sign: { $capacity }.
gate-capacity-not-accepted = This agency does not take this signer: { $capacity }.
gate-capacity-not-known = It is not known whether this agency takes this signer: { $capacity }.
gate-no-data-class = Say what kind of data the question touches.
gate-covers = The release covers: { $class }.
gate-class-not-covered = The release does not cover: { $class }.
gate-other-matter = The release is for another matter.
gate-records-outside-period = The records lie outside the time the release names.
gate-records-period-not-known = It is not known whether the records lie inside the time the release names.
gate-part-two = Treatment for substance use: federal rules ask more of the release, so a person checks it.
gate-method-accepted = The way it was signed is accepted: { $method }.
gate-method-not-accepted = This agency does not take it this way: { $method }.
gate-method-not-known = It is not known whether this agency takes it this way: { $method }.
gate-formality-accepted = The signature is formal enough: { $formality }.
gate-formality-not-accepted = This agency wants a more formal signature than: { $formality }.
gate-formality-not-known = It is not known how formal this agency wants the signature. It is: { $formality }.
gate-form-waived = The form is waived, because the agency takes the spoken word.
gate-young-enough = Signed { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago, and { $limit } are allowed.
gate-too-old = Signed { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago, and only { $limit } are allowed. A new one is needed.
gate-no-age-limit = This agency sets no limit on how old a signature is.
gate-age-limit-not-known = Signed { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago. It is not known how old this agency lets it be.
gate-age-count-not-known = Signed { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago. { $limit } are allowed, and it is not known from when they count.
gate-age-waived = Its age is waived, because the agency takes the spoken word.
gate-nothing-closed = Nothing was closed with this agency before.
gate-fresh-enough = It is newer than what was closed on { $on }.
gate-fresh-needed = The last matter with this agency was closed on { $on }. After { $limit } days a new release is needed.
gate-fresh-on-the-day = The last matter with this agency was closed on { $on }, exactly { $limit } days ago. A person decides.
gate-fresh-not-known = The last matter with this agency was closed on { $on }. It is not known whether a new release is needed.
gate-names-enough = The release names whom the agency wants named.
gate-names-not-looked-at = Whom the release names was not looked at yet.
gate-names-other = The release names { $named }, and the agency wants another.
gate-names-not-known = It is not known whom this agency wants named.
gate-translation-enough = The language of the paper is accepted.
gate-translation-missing = This agency wants a translation of the paper.
gate-translation-not-known = It is not known whether this agency wants a translation.
gate-named-waived = Whom it names is waived, because the agency takes the spoken word.
