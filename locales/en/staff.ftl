# Who works here.
staff-who = Who works here
staff-sub = { $n ->
    [one] One person can log in.
   *[other] { $n } people can log in.
}
staff-add = Add someone
staff-disable = Close their login
staff-enable = Open their login again
staff-reset = Reset login
staff-active = May log in
staff-disabled = Login closed
staff-invited = Not logged in yet
staff-code-on = Password and code
staff-code-off = Password only
staff-hand-over = Hand this to { $name }
staff-hand-over-once = It is shown once and works for 24 hours.
staff-added-toast = { $name } can log in now.
staff-disabled-toast = The login of { $name } is closed. Their cases are on your list.
staff-reset-toast = The login of { $name } was reset.
staff-field-name = Name
staff-field-email = E-mail
staff-field-role = Role
staff-role-intake = Intake
staff-role-caseworker = Caseworker
staff-role-supervisor = Supervisor
staff-role-director = Director
staff-role-administrator = Office administrator
staff-role-auditor = Auditor
staff-email-taken = Someone already logs in with this e-mail
staff-last-administrator = The last administrator cannot be closed. Make another one first.
staff-higher-role = This login belongs to a higher role than yours. Ask somebody of that role.
staff-not-yourself = Your own login is closed, reset or changed by a colleague.
staff-already-disabled = This login is closed. Open it again first.
staff-not-disabled = This login is open already.
staff-name-missing = Enter their name
staff-login-missing = Enter their e-mail, like noor@office.example
