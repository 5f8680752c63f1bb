# Lo que se entendió de un mensaje, y por qué, en una frase cada vez.
verdict-answers-our-letter = Responde a una carta nuestra ({ $id }).
verdict-asks-for-no-answer = Pide que ninguna máquina responda.
verdict-delivery-receipt = Dice que una carta fue entregada.
verdict-has-auto-reply-field = El campo { $field } dice que respondió una máquina.
verdict-has-calendar = Trae una cita de calendario ({ $method }).
verdict-has-list-field = El campo { $field } dice que fue enviado a una lista.
verdict-has-loop-field = El encabezado dice que ya estuvo aquí.
verdict-is-report = Es un informe de un sistema de correo.
verdict-list-id = Llegó por la lista { $list }.
verdict-mail-system-says-undelivered = Un sistema de correo dice que no pudo entregar una carta: «{ $words }».
verdict-nothing-says-otherwise = Nada indica que lo escribiera una máquina. Lo lee una persona.
verdict-null-return-path = No indica dirección de respuesta, como hacen las máquinas.
verdict-precedence = El encabezado lo llama { $word }.
verdict-read-receipt = Dice que una carta fue abierta.
verdict-report-of-delay = Un sistema de correo informa que una carta a { $address } se retrasa.
verdict-report-of-failure = Un sistema de correo informa que una carta a { $address } no fue entregada.
verdict-says-auto-replied = El encabezado dice que es una respuesta automática.
verdict-says-automatic = El encabezado dice que es automático ({ $word }).
verdict-sender-takes-no-answer = Nadie lee el correo en la dirección del remitente.
verdict-subject-says-away = El asunto dice que alguien está ausente.
verdict-token-in-address = Llegó a una dirección que lleva nuestra marca.
verdict-token-in-returned-letter = La carta que devuelve lleva nuestra marca.
verdict-token-in-subject = El asunto lleva nuestra marca.
verdict-token-in-text = El texto lleva nuestra marca.

unreadable-empty = Está vacío.
unreadable-too-large = Ocupa más de { $most } bytes, que es lo que se lee como máximo.
unreadable-too-deep = Contiene mensajes dentro de mensajes, a más de { $most } niveles.
unreadable-too-many-parts = Tiene más de { $most } partes.
unreadable-header-too-large = Su encabezado ocupa más de { $most } bytes.
unreadable-broken = El lector falló con él. El original se guarda para quien lo arregle.
unreadable-tried-often = Se intentó leer { $tries } veces y cada vez se interrumpió. No se intenta más.

read-fault-broken-header = Una línea del encabezado está rota.
read-fault-no-header = No tiene encabezado.
read-fault-no-end-boundary = Se corta antes de su final.
read-fault-no-part-found = Dice que tiene partes y no tiene ninguna.
read-fault-no-boundary-named = No dice dónde empiezan sus partes.
read-fault-unknown-encoding = Está empaquetado de una manera que nadie conoce.
read-fault-broken-encoding = Una parte está mal empaquetada.
read-fault-unknown-charset = Nombra un juego de letras que nadie conoce. Algunas letras pueden estar mal.
read-fault-guessed-charset = No dice qué letras usa. Algunas pueden estar mal.
read-fault-eight-bit-header = Su encabezado usa letras que no debe usar.
read-fault-nul-byte = Contiene un signo que el texto no puede llevar. Se muestra como �.
read-fault-field-twice = Un campo del encabezado está dos veces. Vale el primero.
read-fault-no-date = No dice cuándo fue escrito.
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
arrival-refused-decided = Alguien ya lo decidió.
arrival-refused-not-decided = Todavía no se decidió nada, así que no hay nada que deshacer.
arrival-refused-overtaken = Desde entonces pasó algo más, o hace más de un día. No se deshace, para que nada se pierda.
arrival-refused-reason-missing = Escriba el motivo. Se guarda con el mensaje.
arrival-refused-receiver-missing = Escriba a qué oficina fue.
arrival-refused-words-missing = Escriba lo que se dijo.
arrival-refused-no-address = No hay dirección de correo para responder.
arrival-refused-no-such-file = Ese archivo no vino con él.
