# My work.
work-good-morning = Good morning, { $name }
work-good-afternoon = Good afternoon, { $name }
work-good-evening = Good evening, { $name }
work-sub = { $day }. { $n ->
    [0] Nothing needs you right now.
    [one] One thing needs you today.
   *[other] { $n } things need you today.
}
work-sub-late = { $n ->
    [one] One promise is late, so start there.
   *[other] { $n } promises are late, so start there.
}
work-views = Views of my work
work-view-today = Today
work-view-agency = Waiting on agency
work-view-person = Waiting on constituent
work-view-quiet = Quiet { $n }+ days
work-view-ready = Ready to close
work-show = Show
work-most-urgent-first = Most urgent first
work-kind-late = Overdue follow-up
work-kind-reply = Reply
work-kind-intake = New intake
work-kind-appointment = Appointment
work-kind-due = Due today
work-kinds-follow-ups = Follow-ups
work-kinds-replies = Replies
work-kinds-intake = New intake
work-kinds-appointments = Appointments
work-group-late = Promises running late
work-group-late-note = We said we would be in touch
work-group-replies = Replies arrived
work-group-replies-note = Read and pass on
work-group-arrivals = Arrivals to read
work-group-arrivals-note = Oldest has waited { $how-long }
work-group-appointments = Appointments today
work-group-appointments-note = Times are { $zone }
work-group-due = Follow up today
work-group-due-note = Agency answer due or check-in planned
work-group-tasks = Tasks
work-group-tasks-note = Written by you, or given by a step
work-group-delivery = Letters that did not arrive
work-group-delivery-note = The person was not told
work-select = Select { $name }
work-selected = Actions for selected
work-n-selected = { $n } selected
work-done = Done
work-snooze = Snooze
work-snooze-until = Until when
work-snooze-tomorrow = Until tomorrow
work-snooze-days = For { $n } days
work-preview = Preview
work-open-case = Open case
work-peek-empty-title = Choose a row
work-peek-empty = Move with j and k. What it is about shows here.
work-next = Suggested next step
work-your-week = Your week
work-only-you = Only you see this
work-empty-title = You’re up to date
work-empty = Nothing needs you now. A good moment to call someone who hasn’t heard from you in a while.
work-empty-link = See quiet cases
work-done-toast = { $n ->
    [one] Marked done.
   *[other] { $n } marked done.
}
work-snoozed-toast = { $n ->
    [one] Put off until { $when }.
   *[other] { $n } put off until { $when }.
}
work-undone = Undone. It is back on your list.
work-late-by = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
work-last-heard = Last heard { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
work-promised-every = Said every { $n } days
work-days-open = { $n ->
    [one] { $n } day open
   *[other] { $n } days open
}
work-nothing-selected = Choose a row first.
work-snooze-no-day = Choose a day.
work-done-one = Marked done.
work-done-several = All marked done.
work-snoozed-one = Put off.
work-snoozed-several = All put off.
