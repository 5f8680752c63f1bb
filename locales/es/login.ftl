# La entrada.
login-title = Iniciar sesión
login-email = Correo electrónico
login-password = Contraseña
login-enter = Entrar
login-demo = Cuentas de demostración
login-code-title = Un paso más
login-code = Código de su aplicación
login-code-hint = Seis cifras, o uno de sus códigos de recuperación
login-code-lost = ¿Perdió el teléfono? Use un código de recuperación. ¿No le queda ninguno? La persona que administra su oficina puede restablecer su cuenta.
login-enrol-title = Añada un código a su cuenta
login-enrol-text = Aquí no basta con la contraseña. Escanee esto con una aplicación de autenticación en su teléfono.
login-enrol-type = O escriba esto en la aplicación:
login-enrol-code = El código que muestra ahora
login-enrol-code-hint = Seis cifras. Cambia cada 30 segundos.
login-enrol-done = Activarlo
login-recovery-title = Guarde estos códigos
login-recovery-text = Cada uno le permite entrar una vez si pierde el teléfono. Imprímalos o guárdelos en un lugar seguro. No se muestran de nuevo.
login-recovery-kept = Ya los guardé
login-new-password-title = Elija su contraseña
login-new-password = Contraseña nueva
login-new-password-hint = 15 caracteres o más, u 8 donde también se pide un código. Cuatro palabras que pueda recordar están bien.
login-new-password-save = Guardar y entrar
login-wrong = Ese correo y esa contraseña no coinciden. Inténtelo de nuevo o consulte a quien administra su oficina.
login-wrong-code = Ese código no coincide. Espere el siguiente e inténtelo de nuevo.
login-too-many = Demasiados intentos. Espere { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
} o consulte a quien administra su oficina.
login-ended = Estuvo ausente un rato y se cerró su sesión. Lo que escribió está guardado y vuelve después de entrar.
login-logged-out = Su sesión está cerrada.
login-password-short = Elija una contraseña de 15 caracteres o más
login-email-missing = Escriba su correo, como noor@oficina.example
login-password-missing = Escriba su contraseña
login-prove-again = Escriba primero su contraseña otra vez. Esto se puede hacer en los diez minutos siguientes.
password-refused-too-short = Elija una contraseña de { $n } caracteres o más
password-refused-too-long = Elija una contraseña de { $n } caracteres como máximo
password-refused-common = Esta contraseña está en todas las listas de quien adivina. Elija otra.
password-refused-pattern = Esta contraseña se repite o sigue el teclado. Elija otra.
password-refused-names = Quite los nombres de personas y de la oficina: sin ellos queda demasiado poco.
password-refused-same = Elija una contraseña distinta de la que tiene ahora
login-again-title = Su contraseña otra vez
login-again-text = { $name }, esto tiene mucho alcance, así que se pide otra vez. Vale diez minutos.
login-again-go = Continuar
