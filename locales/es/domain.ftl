# Más palabras propias de la casa en pantalla, `conjunto-valor` como en values.ftl: qué se puede hacer, qué se hizo, qué llegó.

# Qué permite una función
deed-see-cases = Ver casos y personas
deed-take-in = Leer lo que llega y decidir qué pasa con ello
deed-work-cases = Escribir notas y cartas, poner tareas, cambiar de fase
deed-ask-agencies = Registrar autorizaciones, enviar consultas, anotar respuestas
deed-close-cases = Cerrar casos
deed-reopen-cases = Reabrir casos
deed-assign-cases = Dar un caso a alguien, o retirárselo
deed-guard-cases = Restringir o amurallar un caso, y decir quién lo ve
deed-override-gate = Decidir en contra del control, para una sola consulta
deed-sign-letters = Firmar cartas
deed-see-ledger = Ver quién hizo y quién miró, en toda la oficina
deed-run-staff = Agregar colegas, y cerrar o restablecer sus accesos
deed-run-office = Cambiar los ajustes de la oficina

# La excepción de una persona en un caso
exception-allow = Con acceso
exception-deny = Sin acceso

# En qué sentido fue una anotación
direction-in = Hacia nosotros
direction-out = De nuestra parte
direction-none = Ninguno

# Cuánto parece la misma persona
likeness-strong = Probablemente la misma persona
likeness-possible = Posiblemente la misma persona
likeness-weak = Poco lo indica

# La respuesta del control, y qué halló en cada paso
gate-answer-allow = Puede salir
gate-answer-ask = Decide una persona
gate-answer-refuse = No puede salir
finding-passed = Está
finding-waived = Aquí no hace falta
finding-asked = No se sabe
finding-refused = Falta

# Si la ley protege el asunto
protection-ordinary = Sin protección especial
protection-protected = Protegido por ley: pregunte antes, solo a la dirección segura, nada que nombre una agencia

# Por qué termina una autorización
expiry-named = La autorización misma nombra el día
expiry-signature-age = La agencia no acepta una firma más antigua

# Para qué es un mensaje a una persona
contact-purpose-acknowledgement = Para avisar que lo tenemos
contact-purpose-casework = Sobre su caso
contact-purpose-reminder = Para recordarle algo
contact-purpose-follow-up = Para preguntar si quedó resuelto
contact-purpose-general = Correo general de la oficina

# Qué es un archivo, según lo que trae dentro
file-kind-pdf = PDF
file-kind-png = Imagen (PNG)
file-kind-jpeg = Imagen (JPEG)
file-kind-gif = Imagen (GIF)
file-kind-webp = Imagen (WebP)
file-kind-tiff = Imagen o escaneo (TIFF)
file-kind-bmp = Imagen (BMP)
file-kind-heic = Imagen de un teléfono (HEIC)
file-kind-svg = Dibujo (SVG)
file-kind-zip = Archivos comprimidos (ZIP)
file-kind-office-xml = Documento de oficina
file-kind-open-document = Documento OpenDocument
file-kind-office-old = Documento de oficina antiguo
file-kind-rtf = Texto con formato (RTF)
file-kind-gzip = Archivo comprimido (gzip)
file-kind-seven-zip = Archivos comprimidos (7-Zip)
file-kind-rar = Archivos comprimidos (RAR)
file-kind-bzip2 = Archivo comprimido (bzip2)
file-kind-audio = Audio
file-kind-video = Video
file-kind-tnef = Envoltorio de Outlook (winmail.dat)
file-kind-program = Un programa: queda cerrado
file-kind-script = Un script: queda cerrado
file-kind-html = Página web
file-kind-xml = XML
file-kind-calendar = Invitación de calendario
file-kind-card = Tarjeta de contacto
file-kind-message = Un mensaje adjunto
file-kind-text = Texto simple
file-kind-empty = Vacío
file-kind-unknown = No se sabe qué es

# Qué sucede en un caso y mueve sus relojes
event-case-opened = Se abrió el caso
event-case-closed = Se cerró el caso
event-case-reopened = Se reabrió el caso
event-phase-entered = Empezó otra fase
event-two-way-contact = Hablamos con la persona
event-message-delivered = Un mensaje nuestro llegó a la persona
event-person-asked = Le pedimos algo a la persona
event-person-answered = La persona respondió
event-person-told = La persona supo lo que dijo la agencia
event-release-requested = Pedimos una autorización firmada
event-release-received = Llegó la autorización firmada
event-inquiry-sent = Salió la consulta
event-inquiry-ended = Terminó la consulta
event-reply-acknowledged = La agencia dijo que tiene la consulta
event-reply-interim = La agencia dijo: todavía no
event-reply-partial = La agencia respondió en parte
event-reply-substantive = La agencia respondió
event-release-refused = La agencia quiere otra autorización
event-no-reply-declared = La agencia no respondió
event-risk-raised = Se declaró un peligro
event-risk-ended = El peligro pasó
event-safety-plan-opened = Se hizo un plan de seguridad
event-safety-plan-reviewed = Se revisó el plan de seguridad
event-safety-plan-ended = Terminó el plan de seguridad
event-assessment-completed = Se terminó la valoración
event-plan-agreed = Se acordó el plan
event-plan-reviewed = Se revisó el plan
event-turn-ours = Pasó a ser nuestro turno
event-turn-agency = Pasó a ser el turno de la agencia
event-turn-person = Pasó a ser el turno de la persona

# Tareas que la casa da por sí sola
task-letter-failed = Una carta no salió. Lea por qué, y decida cómo comunicarse
task-letter-returned = Una carta a la agencia volvió. Busque otra manera de hacérsela llegar.
task-letter-held = Se retuvo una carta. Lea por qué, y decida si puede salir
task-ask-other-body = La agencia pasó el asunto a otra. Pregunte al otro organismo
task-new-release = La agencia quiere otra autorización. Pídala
task-ask-follow-up = Pregunte si quedó resuelto. No se puede preguntar por correo
task-late-message = Llegó un mensaje después de cerrar el caso. Léalo, y decida

# Actos de los que habla un modelo de casos
act-assign = Asignarlo
act-take = Tomarlo
act-enter-phase = Pasar a otra fase
act-request-release = Pedir una autorización firmada
act-send-inquiry = Enviar una consulta
act-chase = Preguntar otra vez a la agencia
act-record-reply = Anotar una respuesta
act-send-letter = Enviar una carta
act-contact-collateral = Hablar con otras personas que le conocen
act-refer = Remitir a otro proveedor
act-raise-risk = Declarar un peligro
act-stabilise = Decir que el peligro pasó
act-agree-plan = Acordar el plan
act-review-goal = Revisar una meta
act-close = Cerrar el caso
act-reopen = Reabrir el caso
act-follow-up = Preguntar si quedó resuelto

# Qué dice el registro que se hizo: `ledger-action-<sala>-<verbo>`
ledger-action-unnamed = Hizo: { $action }
ledger-action-arrivals-answer-information = Respondió una llegada con información
ledger-action-arrivals-answer-opinion = Guardó una llegada como opinión
ledger-action-arrivals-export = Sacó una copia de una llegada
ledger-action-arrivals-join-case = Unió una llegada al caso
ledger-action-arrivals-open-case = Abrió el caso desde una llegada
ledger-action-arrivals-see-to-late-message = Pasó un mensaje tardío a quien lleva el caso
ledger-action-arrivals-set-aside = Apartó una llegada
ledger-action-arrivals-take-down = Anotó una llamada o visita
ledger-action-arrivals-take-in = Recibió lo que llegó
ledger-action-arrivals-transfer-out = Transfirió una llegada a otra oficina
ledger-action-arrivals-understand = Leyó otra vez una llegada
ledger-action-arrivals-undo = Deshizo lo decidido sobre una llegada
ledger-action-cases-allow = Dio acceso al caso a alguien
ledger-action-cases-answer-follow-up = Anotó la respuesta de la persona
ledger-action-cases-ask-follow-up = Preguntó si quedó resuelto
ledger-action-cases-assign = Asignó el caso
ledger-action-cases-attempt = Intentó comunicarse con la persona
ledger-action-cases-call = Anotó una llamada
ledger-action-cases-change = Cambió datos del caso
ledger-action-cases-close = Cerró el caso
ledger-action-cases-deny = Quitó a alguien el acceso al caso
ledger-action-cases-describe = Cambió la descripción del caso
ledger-action-cases-done-next = Hizo lo que seguía
ledger-action-cases-end-promise = Terminó una promesa
ledger-action-cases-enter-phase = Pasó el caso a otra fase
ledger-action-cases-guard = Cambió quién puede ver el caso
ledger-action-cases-keep-out = Quitó a alguien el acceso al caso
ledger-action-cases-keep-promise = Cumplió una promesa
ledger-action-cases-let-in = Dio acceso al caso a alguien
ledger-action-cases-lift-exception = Terminó la excepción de alguien en el caso
ledger-action-cases-log-attempt = Intentó comunicarse con la persona
ledger-action-cases-log-call = Anotó una llamada
ledger-action-cases-no-news-yet = Dijo a la persona que aún no hay noticias
ledger-action-cases-note = Escribió una nota
ledger-action-cases-open = Abrió el caso
ledger-action-cases-promise = Hizo una promesa
ledger-action-cases-reopen = Reabrió el caso
ledger-action-cases-restrict = Restringió quién puede ver el caso
ledger-action-cases-retitle = Cambió el título del caso
ledger-action-cases-set-next = Dijo qué sigue
ledger-action-cases-snooze = Pasó lo que sigue a otro día
ledger-action-cases-take = Tomó el caso
ledger-action-cases-take-turn = Dijo de quién es el turno
ledger-action-cases-to-queue = Puso el caso en la cola
ledger-action-cases-withdraw-exception = Terminó la excepción de alguien en el caso
ledger-action-cases-write-note = Escribió una nota
ledger-action-cases-approve-closing = Aprobó el cierre
ledger-action-cases-end-risk = Declaró que el peligro pasó
ledger-action-cases-raise-risk = Declaró un peligro
ledger-action-cases-withdraw-consent = Anotó que se retiró un consentimiento
ledger-action-cases-give-consent = Anotó un consentimiento
ledger-action-clocks-extend = Dio más tiempo a un reloj
ledger-action-clocks-pause = Puso en pausa un reloj
ledger-action-clocks-resume = Reanudó un reloj
ledger-action-clocks-stop = Detuvo un reloj
ledger-action-consents-ask-for-release = Pidió una autorización firmada
ledger-action-consents-override = Decidió en contra del control
ledger-action-consents-override-gate = Decidió en contra del control
ledger-action-consents-record = Registró una autorización
ledger-action-consents-record-release = Registró una autorización
ledger-action-consents-revoke = Anotó que se retiró una autorización
ledger-action-consents-revoke-release = Anotó que se retiró una autorización
ledger-action-documents-add = Agregó un documento
ledger-action-documents-attach = Adjuntó un documento
ledger-action-documents-read = Abrió un documento
ledger-action-inquiries-change = Cambió una consulta
ledger-action-inquiries-chase = Preguntó otra vez a la agencia
ledger-action-inquiries-declare-no-reply = Anotó que no hubo respuesta
ledger-action-inquiries-draft = Redactó una consulta
ledger-action-inquiries-make-ready = Dejó lista una consulta
ledger-action-inquiries-record-reply = Anotó una respuesta
ledger-action-inquiries-send = Envió una consulta
ledger-action-inquiries-withdraw = Retiró una consulta
ledger-action-letters-ask-follow-up = Escribió para preguntar si quedó resuelto
ledger-action-letters-begin-sending = Empezó a enviar una carta
ledger-action-letters-change = Cambió una carta
ledger-action-letters-delivered = Salió una carta
ledger-action-letters-discard = Descartó un borrador
ledger-action-letters-draft = Redactó una carta
ledger-action-letters-fail = Una carta no salió
ledger-action-letters-hold = Retuvo una carta
ledger-action-letters-print = Imprimió una carta
ledger-action-letters-queue = Entregó una carta para enviarla
ledger-action-letters-record-posted = Anotó que una carta se envió por correo postal
ledger-action-letters-release = Dejó salir una carta retenida
ledger-action-letters-send = Envió una carta
ledger-action-letters-send-again = Envió una carta otra vez
ledger-action-letters-sign-off = Dio el visto bueno a una carta
ledger-action-letters-take-back = Recuperó una carta
ledger-action-letters-try-again = La carta se intenta otra vez más tarde
ledger-action-letters-write = Escribió una carta
ledger-action-login-again = Confirmó otra vez quién es
ledger-action-login-code = Entró con un código
ledger-action-login-enrol = Agregó un código a un acceso
ledger-action-login-out = Cerró la sesión
ledger-action-login-password = Entró con contraseña
ledger-action-login-recovery-code = Entró con un código de recuperación
ledger-action-office-change = Cambió los ajustes de la oficina
ledger-action-office-found = Fundó la oficina
ledger-action-people-add = Agregó a una persona
ledger-action-people-add-contact-point = Añadió una dirección o un número
ledger-action-people-add-identifier = Agregó un número con que una agencia le conoce
ledger-action-people-add-point = Agregó una dirección o un número
ledger-action-people-change = Cambió datos de una persona
ledger-action-people-decide-same = Dijo de quién viene una llegada
ledger-action-people-end-point = Dio de baja una dirección o un número
ledger-action-people-mark-point = Dijo si una dirección o un número es seguro
ledger-action-people-mark-unsafe = Marcó una dirección o un número como no seguro
ledger-action-people-open = Agregó a una persona
ledger-action-people-record-safe-contact = Anotó cómo comunicarse con seguridad
ledger-action-people-reveal-identifier = Mostró un número completo
ledger-action-people-set-safe-contact = Anotó cómo comunicarse sin peligro
ledger-action-people-verify-contact-point = Comprobó una dirección o un número con la persona
ledger-action-staff-add = Agregó a alguien a la oficina
ledger-action-staff-change-password = Cambió su propia contraseña
ledger-action-staff-change-role = Cambió la función de alguien
ledger-action-staff-disable = Cerró un acceso
ledger-action-staff-enable = Reabrió un acceso
ledger-action-staff-reset = Restableció un acceso
ledger-action-tasks-drop = Descartó una tarea
ledger-action-tasks-finish = Terminó una tarea
ledger-action-tasks-set = Puso una tarea
ledger-action-tasks-snooze = Pasó una tarea a otro día
ledger-action-tasks-take-up = Asumió una tarea
ledger-action-tasks-undo-finish = Deshizo que una tarea estuviera terminada

# The fields two people may want different
case-field-title = Título
case-field-summary = Resumen
case-field-agency = Agencia
case-field-topic = Tema
case-field-level = Nivel de gobierno
case-field-urgency = Urgencia
case-field-cadence = Cada cuánto saben de nosotros
person-field-full-name = Nombre
person-field-called = Cómo llamarle
person-field-other-names = Otros nombres
person-field-born = Fecha de nacimiento
person-field-languages = Idiomas
person-field-interpreter = Intérprete
person-field-pronouns = Pronombres
person-field-needs = Lo que necesita
person-field-deceased = Falleció el
person-field-do-not-contact = No contactar

# What came of a call
reached-spoke = Hablamos
reached-left-message = Se dejó un mensaje
reached-no-answer = Sin respuesta
ledger-action-office-set-clock = Adelantó el reloj de la demostración
ledger-action-staff-change-language = Eligió otro idioma
ledger-action-cases-ask-access = Pidió ver el caso
