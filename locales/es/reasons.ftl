# Por qué la casa piensa lo que piensa, y por qué algo no salió: parecidos, cartas, formularios, modelos.

# Por qué alguien puede ser quien envió. Por esto solo no se une a nadie con nadie.
match-same-email = El mismo correo electrónico
match-old-email = Un correo electrónico que tenía antes
match-same-phone = El mismo teléfono
match-old-phone = Un teléfono que tenía antes
match-same-name = El mismo nombre
match-other-name = El mismo nombre en otro orden, u otro nombre suyo
match-part-of-name = Parte del nombre coincide
match-sounds-alike = Un nombre que suena parecido
match-same-birth-date = La misma fecha de nacimiento
match-birth-day-swapped = La misma fecha de nacimiento con día y mes cambiados
match-same-birth-month-or-year = La fecha de nacimiento coincide hasta donde la sabemos
match-other-birth-date = Otra fecha de nacimiento: mire bien
match-same-address = La misma dirección, que otras personas pueden compartir
match-old-closed-case = Ya tuvo un caso aquí

# Por qué no salió una carta
send-fault-from = La dirección de la oficina no es una dirección. La carta se conserva: avise a quien lleva el sistema de esta oficina.
send-fault-to = Su dirección no es un correo completo. Verifíquela con la persona.
send-fault-letter = El nombre o el asunto trae un signo que no se puede enviar. Escríbalo de nuevo sin él.
send-fault-refused = Su servidor de correo no la aceptó. Lea lo que dijo, y verifique la dirección con la persona.
send-fault-busy = Su servidor de correo pide tiempo. La carta se conserva y se intenta otra vez.
send-fault-no-connection = No se pudo llegar al servidor de correo. La carta se conserva y se intenta otra vez.
send-fault-cut-off = La conexión se cortó a la mitad; puede que llegara o no. Pregunte a la persona antes de enviarla otra vez.
send-fault-no-encryption = El servidor de correo no ofreció cifrado, así que no se envió nada. Avise a quien lleva el sistema de esta oficina.
send-fault-login = El servidor de correo no dejó entrar a la oficina. La carta se conserva: avise a quien lleva el sistema de esta oficina.
send-fault-address = El servidor de correo no puede escribir a una dirección con esas letras. Pida otra a la persona.
send-fault-disk = No se pudo depositar la carta. Se conserva: avise a quien lleva el sistema de esta oficina.

# Por qué una carta espera o no salió
release-revoked = Se retiró la autorización en que se apoyaba. No sale a menos que lo permita una autorización nueva o una decisión con su motivo.
letter-held = Se retuvo. Lea la carta y decida si puede salir.
letter-held-by-hand = Una persona de la oficina la detuvo.
job-failed = Algo falló aquí mientras se enviaba. Puede que haya salido: pregunte antes de enviarla otra vez.
job-panicked = Algo se rompió aquí mientras se enviaba. Puede que haya salido: pregunte antes de enviarla otra vez.

# Por qué no se pudo traer un archivo de correo
intake-not-there = No existe ese archivo. Revise el nombre.
intake-not-allowed = Este archivo no se puede leer desde aquí. Pídalo a quien es su dueño.
intake-not-a-file = Esto no es un archivo ni una carpeta, así que no se leyó nada.
intake-too-large = Este archivo es demasiado grande para leerlo de una vez. Divídalo en otros más pequeños.
intake-disk = No se pudo leer o escribir en el disco. Lo que entró antes se conserva.
intake-store = La base de datos no lo aceptó. Lo que entró antes se conserva: ejecútelo otra vez.

# Qué le falta a un formulario o a un acto
refused-programme-missing = Elija el programa al que pertenece el caso.
refused-model-missing = El modelo de casos “{ $model }” no está instalado. Avise a quien lleva el sistema de esta oficina.
refused-template-missing = No hay plantilla “{ $name }” en su idioma. Escriba usted la carta.
letter-not-by-mail = Esta carta va por: { $way }. No se envía desde aquí; anótela cuando haya salido.
letter-not-on-paper = Esta carta va por: { $way }. Solo una carta en papel se anota como enviada por correo postal.
letter-number-in-body = El texto trae un número que no debe ir por correo electrónico, como el de Seguro Social. Quítelo.
field-address-unknown = Escriba la dirección de la agencia, como enlace@agencia.example
field-in-future = Escriba un día que ya haya llegado
field-no-way-there = No se conoce ninguna dirección para esta vía. Escriba una, o elija otra vía
field-name-missing = Escriba un nombre, o cómo quiere que le llamen
field-zone-unknown = Escriba una zona horaria, como America/New_York
field-model-unknown = Elija uno de los modelos de casos mostrados

# Qué tiene mal un modelo de casos. Las palabras entre comillas son del propio modelo.
model-fault-unreadable = El archivo no se puede leer como modelo de casos: { $word }
model-fault-too-small = “{ $word }” es demasiado pequeño: escriba 1 o más.
model-fault-no-phases = No hay fases. Escriba al menos una.
model-fault-unknown-predicate = “{ $word }” no es una condición que la casa conozca.
model-fault-wrong-argument = “{ $word }” no va con “{ $argument }”.
model-fault-unknown-role = No hay ninguna función “{ $word }”.
model-fault-unknown-phase = No hay ninguna fase “{ $word }”.
model-fault-unknown-act = “{ $word }” no es un acto que la casa conozca.
model-fault-unknown-event = “{ $word }” no es un suceso que la casa conozca.
model-fault-unknown-calendar = No hay ningún calendario “{ $word }”.
model-fault-unknown-outcome = “{ $word }” no es un resultado que la casa conozca.
model-fault-unknown-word = “{ $word }” no es una de las palabras de “{ $set }”.
model-fault-twice = “{ $word }” está dos veces. Quite una.
model-fault-unreachable-phase = Ningún caso llega nunca a la fase “{ $word }”.
model-fault-impossible = “{ $act }” no se puede hacer nunca: “{ $word }” no puede cumplirse junto con lo demás.
model-fault-closing-without-outcome = No hay ningún resultado que elegir, así que nada se puede cerrar. Escriba al menos uno.
model-fault-act-out-of-reach = “{ $word }” solo se hace en fases a las que ningún caso llega.
model-fault-no-closing = El modelo no dice qué hace falta para cerrar. Escriba el acto “close”.
model-fault-clock-never-stops = El reloj “{ $word }” nunca se detiene. Diga con qué lo hace.
model-fault-clock-never-starts = El reloj “{ $word }” nunca empieza. Diga con qué lo hace.
model-fault-clock-never-resumes = El reloj “{ $word }” se pone en pausa y nunca sigue. Diga con qué lo hace.
field-days-out-of-range = Elija entre 1 y { $most } días
