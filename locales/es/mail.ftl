# Lo que se entendió de un mensaje, y por qué, en una frase cada vez.
verdict-answers-our-letter = Contesta una carta nuestra.
verdict-asks-for-no-answer = Pide que ninguna máquina le conteste.
verdict-delivery-receipt = Dice que una carta fue entregada.
verdict-has-auto-reply-field = Su encabezado dice que contestó una máquina ({ $field }).
verdict-has-calendar = Trae una invitación de calendario.
verdict-has-list-field = Su encabezado dice que fue a muchas personas ({ $field }).
verdict-has-loop-field = Su encabezado dice que dio vueltas en círculo.
verdict-is-report = Es un informe de un sistema de correo.
verdict-list-id = Vino de la lista de correo “{ $list }”.
verdict-mail-system-says-undelivered = Un sistema de correo dice que no pudo entregar una carta: “{ $words }”.
verdict-nothing-says-otherwise = Nada indica que lo escribiera una máquina. Lo lee una persona.
verdict-null-return-path = Dice que no se le puede devolver respuesta.
verdict-precedence = Su encabezado dice “{ $word }”, como hacen las máquinas.
verdict-read-receipt = Dice que una carta fue abierta.
verdict-report-of-delay = Una carta a { $address } se retrasa, y se sigue intentando.
verdict-report-of-failure = Una carta a { $address } volvió.
verdict-says-auto-replied = Dice que contestó una máquina.
verdict-says-automatic = El encabezado dice que es automático ({ $word }).
verdict-sender-takes-no-answer = El buzón de quien lo envió no recibe respuestas.
verdict-subject-says-away = El asunto dice que alguien está ausente.
verdict-token-in-address = La marca de un caso nuestro está en la dirección.
verdict-token-in-returned-letter = La marca de un caso nuestro está en la carta que volvió.
verdict-token-in-subject = La marca de un caso nuestro está en el asunto.
verdict-token-in-text = La marca de un caso nuestro está en el texto.

unreadable-empty = Está vacío.
unreadable-too-large = Es demasiado grande para leerlo aquí. El original se conserva.
unreadable-too-deep = Contiene mensajes a más de { $most } niveles, así que no se desempacó. El original se conserva.
unreadable-too-many-parts = Tiene más de { $most } partes, así que no se desempacó. El original se conserva.
unreadable-header-too-large = Su encabezado es demasiado largo, así que no se leyó. El original se conserva.
unreadable-broken = No se pudo leer. El original se conserva: avise a quien lleva el sistema de esta oficina.
unreadable-tried-often = Se intentó leer { $tries } veces y cada vez se interrumpió. No se intenta más. El original se conserva.

read-fault-broken-header = Una línea de su encabezado está dañada.
read-fault-no-header = No tiene encabezado.
read-fault-no-end-boundary = Se corta antes de su final.
read-fault-no-part-found = Dice que tiene partes y no tiene ninguna.
read-fault-no-boundary-named = No dice dónde empiezan sus partes.
read-fault-unknown-encoding = Una parte viene codificada de un modo desconocido. Se conserva como llegó.
read-fault-broken-encoding = Una parte está dañada. Se muestra lo que se pudo leer.
read-fault-unknown-charset = Nombra un juego de letras que nadie conoce. Algunas letras pueden estar mal.
read-fault-guessed-charset = No dice qué letras usa. Algunas pueden estar mal.
read-fault-eight-bit-header = Su encabezado usa letras que no debe usar.
read-fault-nul-byte = Contiene un signo que el texto no puede llevar. Se muestra como �.
read-fault-field-twice = Un campo del encabezado está dos veces. Vale el primero.
read-fault-no-date = No trae una fecha legible. La hora es la de su llegada.
read-fault-no-sender = No dice quién lo envió.
read-fault-name-changed = El nombre de un archivo podía engañar y se hizo seguro.
read-fault-sealed = Está cifrado. Solo el programa de quien lo recibe puede abrirlo.
read-fault-partial = Es un trozo de un mensaje que fue cortado.
read-fault-html-too-large = Su página es demasiado grande para mostrarla. Se muestra el texto.

arrival-thread-not-confirmed = Dice responder a una carta nuestra, y no se pudo comprobar. Mire de quién es antes de unirlo a un caso.
arrival-sender-not-on-case = Viene de una dirección que no se conoce en ese caso. Mire de quién es.
arrival-answers-letter-without-case = Responde a una carta nuestra que no es de ningún caso.
arrival-typed-in = Alguien de aquí lo anotó.

# Cuando se rechaza un acto sobre una llegada
arrival-refused-decided = Alguien ya lo decidió. Ábralo para ver qué.
arrival-refused-not-decided = Todavía no se decidió nada, así que no hay nada que deshacer.
arrival-refused-overtaken = Desde entonces pasó algo más, o hace más de un día. No se deshace, para que nada se pierda.
arrival-refused-reason-missing = Escriba el motivo. Se guarda con el mensaje.
arrival-refused-receiver-missing = Escriba a qué oficina fue.
arrival-refused-words-missing = Escriba lo que se dijo.
arrival-refused-no-address = No hay dirección de correo para responder. Anote antes cómo comunicarse con la persona.
arrival-refused-no-such-file = Ese archivo no vino con este mensaje. Abra el mensaje otra vez.
