# The ledger of a case.
ledger-title = What happened, and who looked
ledger-short = Ledger
ledger-lede = Everything done on this case since { $day }, and every time someone opened it. Nothing can be taken out or changed later without the chain showing it.
ledger-show = Show
ledger-show-all = All
ledger-show-wrote = Written
ledger-show-read = Read
ledger-show-left = Left the office
ledger-show-refused = Refused
ledger-note = Newest first, times are { $zone }
ledger-entries = Ledger entries
ledger-caption = Ledger entries, newest first
ledger-number = No.
ledger-when = When
ledger-kind = Kind
ledger-what = What, who and why
ledger-seal = Seal
ledger-read = Read
ledger-wrote = Wrote
ledger-left = Left the office
ledger-refused = Refused
ledger-sealed = Sealed
ledger-unbroken = Unbroken
ledger-unbroken-text = { $n ->
    [one] The one entry was checked, the last time at { $when }.
   *[other] All { $n } entries were checked in order, the last time at { $when }.
}
ledger-broken = Broken at { $n }
ledger-broken-text = Entry { $n } does not fit the one before it. Nothing is hidden: both are shown.
ledger-not-checked = Not checked yet
ledger-not-checked-text = Check it now; it takes a moment.
ledger-first-entry = First entry
ledger-last-seal = Last seal
ledger-check-again = Check again now
ledger-download = Download proof
ledger-aside = Who looked, and how to check
ledger-who-looked = Who looked
ledger-who-looked-note = In order of name after the owner. Reads are kept for the person’s safety and for your cover. They are never a measure of anyone’s work.
ledger-how = How to check this yourself
ledger-how-1 = Download the proof. It holds the seals, not the texts.
ledger-how-2 = Run the checker. It is a free program, and anyone may read how it works.
ledger-how-3 = Compare the last seal with the one you kept. If one letter differs, something was changed.
ledger-command = Command
ledger-the-system = The system
