# Quién trabaja aquí.
staff-who = Quién trabaja aquí
staff-sub = { $n ->
    [one] Una persona puede entrar.
   *[other] { $n } personas pueden entrar.
}
staff-add = Añadir a alguien
staff-disable = Cerrar su acceso
staff-enable = Abrir su acceso de nuevo
staff-reset = Restablecer acceso
staff-active = Puede entrar
staff-disabled = Acceso cerrado
staff-invited = Aún no ha entrado
staff-code-on = Contraseña y código
staff-code-off = Solo contraseña
staff-hand-over = Entregue esto a { $name }
staff-hand-over-once = Se muestra una vez y sirve 24 horas.
staff-added-toast = { $name } ya puede entrar.
staff-disabled-toast = El acceso de { $name } está cerrado. Sus casos están en su lista.
staff-reset-toast = El acceso de { $name } se restableció.
staff-field-name = Nombre
staff-field-email = Correo electrónico
staff-field-role = Función
staff-role-intake = Recepción
staff-role-caseworker = Gestor de casos
staff-role-supervisor = Supervisión
staff-role-director = Dirección
staff-role-administrator = Administración de la oficina
staff-role-auditor = Auditoría
staff-email-taken = Alguien ya entra con este correo
staff-last-administrator = No se puede cerrar a la última persona administradora. Nombre antes a otra.
staff-higher-role = Esta cuenta es de una función superior a la suya. Pídalo a alguien de esa función.
staff-not-yourself = Su propia cuenta la cierra, restablece o cambia otra persona.
staff-already-disabled = Esta cuenta está cerrada. Ábrala primero.
staff-not-disabled = Esta cuenta ya está abierta.
staff-name-missing = Escriba su nombre
staff-login-missing = Escriba su correo, como noor@oficina.example
