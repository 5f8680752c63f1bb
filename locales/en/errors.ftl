# What went wrong, what is safe, and what to do.
errors-fix = { $n ->
    [one] Fix 1 thing
   *[other] Fix { $n } things
}
errors-not-found-title = Nothing found here
errors-not-found = There is nothing at this address. Check the reference, or search by name, phone number or an old address.
errors-back-to-work = Back to my work
errors-back = Go back
errors-restricted-title = This case is restricted
errors-restricted = It exists, and only a few people can open it. If you need it for your work, say why. Your reason is kept.
errors-restricted-who = { $n ->
    [one] One person can open it.
   *[other] { $n } people can open it.
}
errors-restricted-why = Why do you need it?
errors-restricted-ask = Ask for access
errors-restricted-asked = Asked. You hear when it is decided.
errors-trouble-title = Something went wrong on our side
errors-trouble = Nothing you saved is lost. Go back and try again in a minute.
errors-trouble-reference = If it happens again, tell whoever runs this office’s system:
errors-refused-title = This can’t be done now
errors-busy = The system is busy. Your text is still here. Try again.
errors-too-large = That file is too large. Send { $max } or less.
errors-form-old = This page was open for too long. Your text is still here; save it again.
errors-missing = Fill in “{ $field }”
errors-not-understood = “{ $field }” could not be read. { $example }
errors-no-access-title = This is not open to your role
errors-no-access = If you need it for your work, ask your office administrator.

errors-conflict-title = Somebody else changed this meanwhile
errors-conflict = Nothing is lost. Go back, load the page again, and choose which version to keep.
errors-form-old-title = This page was open for too long
errors-too-large-title = That is too large
errors-too-large-page = Send 25 MB or less at a time.
errors-busy-title = The system is busy
errors-full-title = There is no room left to save
errors-full = Nothing you saved before is lost. Tell whoever runs this office’s system that the disk is full.
errors-file-again = Choose the file again: a browser does not keep it.
errors-day-example = Write a day like 2026-11-24.
