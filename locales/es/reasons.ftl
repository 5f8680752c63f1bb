# Por qué la casa piensa lo que piensa, y por qué algo no salió: juicios, parecidos, archivos, cartas, modelos.

# Por qué se juzgó así una llegada. Los nombres de campos y las palabras entre comillas son de quien envió.
verdict-answers-our-letter = Contesta una carta nuestra.
verdict-asks-for-no-answer = Pide que ninguna máquina le conteste.
verdict-delivery-receipt = Solo dice que una carta nuestra llegó.
verdict-has-auto-reply-field = Su encabezado dice que contestó una máquina ({ $field }).
verdict-has-calendar = Trae una invitación de calendario.
verdict-has-list-field = Su encabezado dice que fue a muchas personas ({ $field }).
verdict-has-loop-field = Su encabezado dice que dio vueltas en círculo.
verdict-is-report = Es un informe de un sistema de correo.
verdict-list-id = Vino de la lista de correo “{ $list }”.
verdict-mail-system-says-undelivered = Un sistema de correo dice que una carta no llegó: “{ $words }”.
verdict-nothing-says-otherwise = Nada dice que lo enviara una máquina; lo lee una persona.
verdict-null-return-path = Dice que no se le puede devolver respuesta.
verdict-precedence = Su encabezado dice “{ $word }”, como hacen las máquinas.
verdict-read-receipt = Solo dice que una carta nuestra se abrió.
verdict-report-of-delay = Una carta a { $address } se retrasa, y se sigue intentando.
verdict-report-of-failure = Una carta a { $address } volvió.
verdict-says-auto-replied = Dice que contestó una máquina.
verdict-says-automatic = Dice que es automático (“{ $word }”).
verdict-sender-takes-no-answer = El buzón de quien lo envió no recibe respuestas.
verdict-subject-says-away = Su asunto dice que alguien está ausente.
verdict-token-in-address = La marca de un caso nuestro está en la dirección.
verdict-token-in-returned-letter = La marca de un caso nuestro está en la carta que volvió.
verdict-token-in-subject = La marca de un caso nuestro está en el asunto.
verdict-token-in-text = La marca de un caso nuestro está en el texto.
arrival-typed-in = Se anotó aquí, en la oficina.

# Por qué no se leyó. El original se conserva siempre, bit por bit.
unreadable-empty = No trae nada.
unreadable-too-large = Es demasiado grande para leerlo aquí. El original se conserva.
unreadable-too-deep = Contiene mensajes a más de { $most } niveles, así que no se desempacó. El original se conserva.
unreadable-too-many-parts = Tiene más de { $most } partes, así que no se desempacó. El original se conserva.
unreadable-header-too-large = Su encabezado es demasiado largo, así que no se leyó. El original se conserva.
unreadable-broken = No se pudo leer. El original se conserva: avise a quien lleva el sistema de esta oficina.
unreadable-tried-often = Se intentó varias veces y no se pudo leer. El original se conserva: avise a quien lleva el sistema de esta oficina.

# Qué tenía mal un mensaje que aun así se leyó
read-fault-broken-header = Una línea de su encabezado está dañada.
read-fault-no-header = No tiene encabezado.
read-fault-no-end-boundary = Su última parte no termina: puede faltar algo.
read-fault-no-part-found = Dice que tiene partes, y no se halló ninguna.
read-fault-no-boundary-named = Dice que tiene partes, y no dónde empiezan.
read-fault-unknown-encoding = Una parte viene codificada de un modo desconocido. Se conserva como llegó.
read-fault-broken-encoding = Una parte está dañada. Se muestra lo que se pudo leer.
read-fault-unknown-charset = Sus letras vienen escritas de un modo desconocido. Algunas pueden estar mal.
read-fault-guessed-charset = No dice cómo están escritas sus letras, así que se adivinó. Algunas pueden estar mal.
read-fault-eight-bit-header = Su encabezado trae letras que no van ahí. Algunas pueden estar mal.
read-fault-nul-byte = Trae signos vacíos, que se omitieron.
read-fault-field-twice = Una línea de su encabezado está dos veces. Se tomó la primera.
read-fault-no-date = No trae una fecha legible. La hora es la de su llegada.
read-fault-no-sender = No dice quién lo envió.
read-fault-name-changed = El nombre de un archivo traía signos que pueden engañar, así que se cambió.
read-fault-sealed = Está cifrado. Solo lo abre el programa de quien debía recibirlo.
read-fault-partial = Es un trozo de un mensaje más largo.
read-fault-html-too-large = Su diseño es demasiado grande para mostrarlo. Aquí está su texto.

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
