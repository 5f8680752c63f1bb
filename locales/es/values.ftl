# Las palabras propias de la casa en pantalla: una clave por cada valor de cada conjunto, `conjunto-valor`.

channel-email = Correo electrónico
channel-web-form = Formulario web
channel-phone = Teléfono
channel-walk-in = Visita
channel-letter = Carta
channel-event = Evento
channel-referral = Nos lo remitieron
channel-transfer = Nos lo transfirieron
channel-other = Otra vía

verdict-bounce = Devuelta
verdict-auto-reply = Respuesta automática
verdict-list-or-bulk = Lista o envío masivo
verdict-calendar = Calendario
verdict-reply-to-case = Respuesta a un caso
verdict-to-read = Por leer
verdict-unreadable = Ilegible

fate-waiting = En espera
fate-opened-case = Caso abierto
fate-joined-case = Unido a un caso
fate-answered-opinion = Guardado como opinión
fate-answered-information = Respondido con información
fate-transferred = Transferido
fate-set-aside = Apartado

matter-casework = Caso: un problema con una agencia
matter-opinion = Una opinión
matter-service-request = Un servicio, como una bandera o una visita
matter-information = Información
matter-not-known = Aún no se sabe

level-federal = Federal
level-state = Estatal
level-local = Local
level-other = Otro

urgency-routine = Normal
urgency-soon = Pronto
urgency-urgent = Hoy

visibility-open = Abierto a colegas
visibility-restricted = Restringido
visibility-walled = Amurallado

outcome-obtained-in-full = Obtuvo lo que pedía
outcome-obtained-in-part = Obtuvo una parte
outcome-not-obtained = Cerrado con una respuesta, no la esperada
outcome-information-given = Recibió la información que necesitaba
outcome-referred-to-body = Remitido a otro organismo, con su acuerdo
outcome-referred-to-office = Remitido a otra oficina, con su acuerdo
outcome-withdrawn = Pidió que paráramos
outcome-release-never-received = La autorización firmada nunca llegó
outcome-no-contact = No pudimos comunicarnos
outcome-moved-away = Se mudó
outcome-died = Falleció
outcome-not-casework = No era un caso
outcome-duplicate = Era igual que otro caso
outcome-goals-met = Metas alcanzadas
outcome-goals-partly-met = Metas alcanzadas en parte
outcome-goals-not-met = Metas no alcanzadas

told-letter = Por carta
told-email = Por correo electrónico
told-phone = Por teléfono
told-in-person = En persona
told-representative = A través de quien les representa
told-none = No se le dijo, por el motivo de arriba

next-first-response = Responder por primera vez
next-follow-up = Comunicarse
next-request-release = Pedir la autorización firmada
next-send-inquiry = Enviar la consulta
next-chase = Preguntar otra vez a la agencia
next-tell-person = Contar a la persona lo que dijo la agencia
next-review = Mirarlo de nuevo
next-close = Cerrarlo, si está de acuerdo

consent-services = Recibir ayuda
consent-collateral = Que hablemos con otras personas que le conocen
consent-referral = Que se avise a otro proveedor

risk-none = ninguno
risk-low = bajo
risk-moderate = moderado
risk-high = alto

entry-note = Nota
entry-call = Llamada
entry-letter-in = Carta recibida
entry-letter-out = Carta enviada
entry-inquiry = Consulta
entry-reply = Respuesta
entry-release = Autorización
entry-event = Suceso
entry-attempt = Intento

solved-yes = Sí, quedó resuelto
solved-partly = En parte
solved-no = No, no lo está
solved-no-answer = Sin respuesta

turn-ours = Nos toca a nosotros
turn-agency = En espera de la agencia
turn-person = En espera de la persona

clock-first-response = Primera respuesta
clock-heard-from-us = Desde que supo de nosotros
clock-agency-reply = Respuesta de la agencia
clock-person-reply = Respuesta de la persona
clock-tell-person = Contárselo
clock-assessment = Valoración
clock-plan-review = Revisión del plan
clock-safety-review = Revisión del plan de seguridad

basis-consent = Autorización firmada
basis-oral-statement = Su palabra
basis-lawful-basis = Un motivo legal
basis-override = Una decisión de supervisión o dirección

lawful-danger = Peligro para la vida
lawful-duty-to-report = Obligación de informar
lawful-court-order = Orden de un tribunal

step-receiver = Quién lo recibiría
step-oral-path = Su palabra
step-release = La autorización
step-signer = Quién firmó
step-scope = Qué abarca
step-form = Cómo se firmó
step-age = Qué antigüedad tiene
step-fresh = Si hace falta una nueva
step-named = A quién nombra

body-agency = una agencia
body-court = un tribunal
body-prosecutor = una fiscalía
body-tribunal = un tribunal administrativo

capacity-subject = La propia persona
capacity-parent = Padre o madre
capacity-guardian = Tutor
capacity-attorney = Con poder notarial
capacity-other = Otra calidad

method-ink = En papel, con tinta
method-e-signature = Con firma electrónica
method-portal = En nuestra página web
method-oral = De palabra

formality-none = Firma simple
formality-perjury = Bajo pena de perjurio
formality-notarised = Ante notario

class-status = El estado del asunto
class-records = Expedientes
class-benefits = Prestaciones
class-tax = Impuestos
class-health = Salud
class-immigration = Inmigración
class-employment = Empleo
class-military = Servicio militar
class-education = Educación
class-substance-use = Tratamiento por consumo de sustancias

scope-this-case = Solo este caso
scope-any = Cualquier asunto con la agencia

named-office = la oficina
named-member = el congresista
named-neither = a nadie de nosotros

translation-original = En su idioma original
translation-certified = Con traducción certificada
translation-none = Sin traducción

scan-not-scanned = Sin comprobar
scan-clean = Sin daño encontrado
scan-harmful = Dañino

purpose-ask-status = Preguntar el estado
purpose-urge-prompt-consideration = Pedir que se atienda pronto
purpose-arrange-appointment = Concertar una cita
purpose-express-judgment = Decir lo que creemos correcto
purpose-ask-reconsideration = Pedir que se revise

way-out-email = Correo al enlace
way-out-portal = Su portal
way-out-phone = Teléfono
way-out-fax = Fax
way-out-post = Correo postal

inquiry-state-draft = Borrador
inquiry-state-ready = Lista para salir
inquiry-state-sent = Enviada, en espera
inquiry-state-answered = Respondida
inquiry-state-no-reply = Sin respuesta
inquiry-state-withdrawn = Retirada

reply-acknowledgement = Acuse: la tienen
reply-interim = Provisional: todavía no, y por qué
reply-partial = Parcial: responde una parte
reply-substantive = De fondo: responde al asunto
reply-referral = Nos remitieron a otro lugar
reply-refusal-of-release = Piden otra autorización
reply-no-reply = Sin respuesta

learned-received = Nos llegó
learned-sent-to-person = La agencia escribió a la persona
learned-reported-by-person = La persona nos lo contó

to-kind-person = La persona
to-kind-representative = Quien les representa
to-kind-agency = Una agencia

letter-state-draft = Borrador
letter-state-queued = En espera de salir
letter-state-sending = Enviándose
letter-state-sent = Enviada
letter-state-failed = No salió
letter-state-returned = Volvió
letter-state-held = Retenida

point-email = Correo electrónico
point-phone = Teléfono
point-mobile = Teléfono móvil
point-post = Dirección

identifier-ssn = Número de Seguro Social
identifier-a-number = Número A
identifier-uscis-receipt = Número de recibo de USCIS
identifier-va-file = Número de expediente de VA
identifier-claim = Número de reclamación
identifier-passport = Número de pasaporte
identifier-other = Otro número

interpreter-unknown = Sin preguntar
interpreter-not-needed = No hace falta
interpreter-needed = Hace falta

born-day = Exacta
born-month = El mes
born-year = El año
born-unknown = No se sabe

way-phone = Llamada
way-text = Mensaje de texto
way-email = Correo electrónico
way-post = Correo postal
way-voicemail = Buzón de voz

safe-yes = Sí
safe-no = No
safe-ask = Preguntar antes
safe-unknown = Sin preguntar

task-kind-offered = Ofrecida
task-kind-automatic = Dada por el paso
task-kind-free = Escrita por usted

phase-intake = Recepción
phase-assessment = Valoración
phase-planning = Plan y metas
phase-intervention = Intervención
phase-resolution = Resolución
phase-evaluation = Evaluación
phase-termination = Cierre
phase-crisis = Crisis
phase-closed = Cerrado

task-acknowledge = Avisar de que lo tenemos
task-check-residence = Comprobar que la dirección está en el distrito
task-choose-agency = Elegir la agencia y el tema
task-request-release = Pedir la autorización firmada
task-collect-papers = Reunir los papeles que pide la agencia
task-draft-inquiry = Redactar la consulta
task-chase-agency = Insistir con la agencia
task-closing-letter = Escribir la carta de cierre
task-explain-confidentiality = Explicar la confidencialidad y sus límites
task-screen-urgency = Preguntar por peligros y plazos
task-draw-genogram = Dibujar juntos a la familia
task-name-strengths = Anotar las fortalezas
task-set-goals = Fijar metas con sus propias palabras
task-contact-provider = Hablar con el proveedor
task-measure-again = Medir de nuevo
task-relapse-plan = Planear lo que puede volver
task-tell-supervisor = Avisar ahora a supervisión
task-safety-plan = Hacer un plan de seguridad
task-access-asked = Alguien del equipo pide ver este caso. Decida y avísele
