# The way in.
login-title = Log in
login-email = E-mail
login-password = Password
login-enter = Log in
login-demo = Demo logins
login-code-title = One more step
login-code = Code from your app
login-code-hint = Six figures, or one of your recovery codes
login-code-lost = Phone lost? Use a recovery code. None left? Your office administrator can reset your login.
login-enrol-title = Add a code to your login
login-enrol-text = Your password alone is not enough here. Scan this with an authenticator app on your phone.
login-enrol-type = Or type this into the app:
login-enrol-code = The code it shows now
login-enrol-code-hint = Six figures. It changes every 30 seconds.
login-enrol-done = Turn it on
login-recovery-title = Keep these codes
login-recovery-text = Each one lets you in once, when your phone is lost. Print them or keep them in a safe place. They are not shown again.
login-recovery-kept = I have kept them
login-new-password-title = Choose your password
login-new-password = New password
login-new-password-hint = 15 characters or more, or 8 where a code is asked as well. Four words you can remember are good.
login-new-password-save = Save and log in
login-wrong = That e-mail and password do not fit together. Try again, or ask your office administrator.
login-wrong-code = That code does not fit. Wait for the next one and try again.
login-too-many = Too many tries. Wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, or ask your office administrator.
login-ended = You were away for a while, so you were logged out. What you typed is kept and comes back after you log in.
login-logged-out = You are logged out.
login-password-short = Choose a password of 15 characters or more
login-email-missing = Enter your e-mail, like noor@office.example
login-password-missing = Enter your password
login-prove-again = Enter your password again first. This can be done within ten minutes of that.
password-refused-too-short = Choose a password of { $n } characters or more
password-refused-too-long = Choose a password of at most { $n } characters
password-refused-common = This password is on every guesser’s list. Choose another one.
password-refused-pattern = This password repeats itself or follows the keyboard. Choose another one.
password-refused-names = Take out the names of people and of the office: too little is left without them.
password-refused-same = Choose a password other than the one you have now
login-again-title = Your password again
login-again-text = { $name }, this has wide effect, so it is asked again. It holds for ten minutes.
login-again-go = Go on
