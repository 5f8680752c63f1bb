# Cuando las reglas dicen que no: qué falta y qué hacer.
guard-person-known = Diga de quién es el caso.
guard-agency-chosen = Elija antes la agencia.
guard-level-known = Elija antes el nivel de gobierno.
guard-release-unasked = Pregunte antes al control: elija la agencia y qué pregunta.
guard-release-ask = El control no puede decir que sí por sí solo. Tiene que decidir una persona.
guard-release-refuse = El control dice que no. Lea qué falta.
guard-consent = Falta un consentimiento: { $kind }.
guard-outcome = Elija cómo terminó.
guard-summary = Escriba de qué trata el caso.
guard-person-told = Escriba qué le dijimos a la persona, o por qué no se le pudo decir.
guard-open-inquiry = { $count ->
    [one] Una consulta sigue abierta. Decida qué pasa con ella.
   *[other] { $count } consultas siguen abiertas. Decida qué pasa con cada una.
}
guard-undelivered-reply = { $count ->
    [one] Una respuesta no llegó a la persona. Diga cómo se le informó.
   *[other] { $count } respuestas no llegaron a la persona. Diga cómo se le informó.
}
guard-open-safety-plan = { $count ->
    [one] Un plan de seguridad sigue abierto.
   *[other] { $count } planes de seguridad siguen abiertos.
}
guard-open-referral = { $count ->
    [one] Una remisión sigue abierta.
   *[other] { $count } remisiones siguen abiertas.
}
guard-open-risk = { $count ->
    [one] Una preocupación de seguridad sigue abierta. Decida qué pasa con ella.
   *[other] { $count } preocupaciones de seguridad siguen abiertas. Decida qué pasa con cada una.
}
guard-risk-at-least = Esto es para un peligro juzgado { $level } o mayor. Está juzgado { $risk }.
guard-risk-below = Esto es para un peligro juzgado por debajo de { $level }. Está juzgado { $risk }.
guard-follow-up-date = Elija un día para volver a comunicarse.
guard-assessment-complete = Termine antes la valoración.
guard-needs-without-goal = { $count ->
    [one] Una necesidad aún no tiene meta.
   *[other] { $count } necesidades aún no tienen meta.
}
guard-approval-by-author = Nadie aprueba su propio trabajo. Pídaselo a otra persona.
guard-approval = Esto necesita el sí de: { $role }.
reference-fault-length = Una referencia de caso tiene seis símbolos, como 7K4-M2Q.
reference-fault-symbol = Uno de estos símbolos nunca está en una referencia.
reference-fault-check = Esa no es una referencia nuestra. Un símbolo está mal, o dos están cambiados.
case-refused-closed = Este caso está cerrado. Reábralo antes.
case-refused-not-closed = Este caso está abierto.
case-refused-title-missing = Escriba en una frase de qué trata el caso.
case-refused-reason-missing = Escriba el motivo.
case-refused-words-missing = Escriba unas palabras.
case-refused-sensitivity = Elija uno de los niveles mostrados.
case-refused-date-in-past = Elija el { $date } o un día posterior.
case-refused-ahead-of-time = Elija un momento que ya pasó.
case-refused-unknown-phase = No hay ninguna fase “{ $phase }”.
case-refused-already-there = El caso ya está en esta fase.
case-refused-not-from-here = De { $from } el caso no pasa a { $to }.
case-refused-override-not-called = En esta fase solo se entra con un peligro declarado.
case-refused-override-holds = Un peligro declarado mantiene el caso aquí hasta que pase.
case-refused-not-in-this-phase = Eso no se hace en la fase “{ $phase }”.
case-refused-outcome-not-offered = “{ $outcome }” no es una de las formas en que termina un caso así.
case-refused-unmet = { $count ->
    [one] Falta una cosa.
   *[other] Faltan { $count } cosas.
}
case-refused-unconfirmed = { $count ->
    [one] Una cosa necesita todavía una decisión.
   *[other] { $count } cosas necesitan todavía una decisión.
}
case-refused-already-theirs = Ya lleva este caso.
case-refused-owned-by-other = Un colega lleva este caso. Consulte con él o con supervisión.
case-refused-cannot-have = No se le pueden dar casos: elija a alguien que trabaje en ellos.
case-refused-conflict-of-interest = No puede ver este caso.
case-refused-nobody-inside = Nadie podría ver ya el caso. Asígnelo, o dé acceso a alguien antes.
case-refused-no-exception = No hay ninguna excepción para esa persona.
case-refused-safe-way-missing = No se conoce ninguna forma segura de contacto. Pregunte antes.
case-refused-promise-over = Esa promesa está cumplida o terminada.
case-refused-not-heard = La persona aún no ha sabido de nosotros. Escriba cómo se le informó.
case-refused-already-asked = Ya se le preguntó a la persona.
case-refused-not-asked = Aún no se le ha preguntado a la persona.
case-refused-already-answered = La respuesta ya está anotada.
clock-refused-stopped = Este reloj se detuvo. Se inicia otro en su lugar.
clock-refused-already-paused = Este reloj ya está en pausa.
clock-refused-not-paused = Este reloj no está en pausa.
clock-refused-reason-missing = Escriba el motivo. Se muestra junto al reloj.
clock-refused-too-early = Elija el { $date } o un día posterior.
clock-refused-not-later = Más tiempo significa un día después del { $date }.
number-stays-other-agency = Este número es de otra agencia, así que se queda aquí.
number-stays-channel-not-accepted = Esta agencia no acepta números por esta vía, así que se queda aquí.
number-stays-channel-not-known = No se sabe si los números pueden ir por esta vía, así que se queda aquí.
number-stays-other-person = Este número es de otra persona, así que se queda aquí.
override-no-reason = Escriba por qué.
override-own-inquiry = Nadie decide sobre su propia consulta. Pídaselo a otra persona con ese derecho.
override-nothing-to-lift = Nada lo impide. Envíela.
override-barred = A tribunales y fiscalías nunca se les pregunta. Nadie puede levantarlo.
override-revoked = La persona retiró el permiso. Solo un fundamento legal lo levanta.
override-other-inquiry = Esa decisión era para otra consulta.
override-other-rules = Las reglas cambiaron desde esa decisión. Pregunte de nuevo.
override-not-yet = Esa decisión aún no vale.
release-proof-missing = Añada la prueba de que quien firma puede hacerlo.
release-signer-missing = Escriba el nombre de quien firmó.
release-agency-missing = Elija al menos una agencia nombrada en el papel.
release-data-class-missing = Elija al menos una clase de datos.
release-statement-missing = Escriba qué se dijo y quién comprobó la identidad.
release-statement-unexpected = Solo una autorización de palabra tiene una declaración hablada.
release-received-before-signed = No pudo recibirse antes de firmarse. Revise las dos fechas.
release-in-future = Escriba un día que ya haya llegado.
release-ends-before-signed = No puede terminar antes de firmarse. Revise las dos fechas.
release-already-revoked = Ya había sido retirada.
release-how-missing = Escriba cómo supimos que la retiró.
inquiry-no-question = Diga qué preguntamos.
inquiry-no-data-class = Elija al menos una clase de datos.
inquiry-not-draft = Esta consulta ya no es un borrador.
inquiry-not-ready = Prepárela antes.
inquiry-not-sent = No se ha enviado.
inquiry-already-sent = Ya se envió.
inquiry-not-open = Esta consulta ya no está abierta.
inquiry-other-disclosure = El permiso es para otra cosa. Pregunte de nuevo al control.
inquiry-channel-not-accepted = Esta agencia no acepta consultas por esta vía. Elija otra.
inquiry-in-future = Escriba un día que ya haya llegado.
inquiry-before-sent = Ese día es anterior al envío.
inquiry-chase-in-past = Elija un día posterior para volver a preguntar.
inquiry-not-chased = Pregunte una vez más a la agencia antes de anotar que no respondió.
inquiry-declared-not-received = Que no hubo respuesta se declara, no se recibe.
inquiry-other-inquiry = Esa respuesta es de otra consulta.
inquiry-known-before-acted = La agencia no pudo actuar después de que lo supimos. Revise las dos fechas.
inquiry-no-text = Escriba qué dijeron, o añada el documento.
inquiry-no-open-question = Escriba qué sigue abierto.
inquiry-expected-in-past = Elija un día después de la respuesta.
auto-answer-automatic = Es correo automático, así que nunca se contesta por sí solo.
auto-answer-not-for-a-machine = Este lo contesta una persona.
auto-answer-no-sender = No tiene remitente a quien contestar.
auto-answer-from-ourselves = Vino de esta oficina.
auto-answer-machine-mailbox = Vino de un buzón que nadie lee.
auto-answer-answered-today = Hoy ya tuvo una respuesta nuestra.
letter-other-receiver = El permiso es para otro destinatario.
letter-other-disclosure = El permiso es para otra cosa.
letter-other-address = Esa dirección no está en el permiso.
letter-subject-not-neutral = Elija un asunto que no diga nada del caso.
letter-no-body = Escriba la carta.
letter-not-signed-off = Esta carta necesita antes el sí de un colega.
letter-ask-first = Pregunte antes a la persona si esta vía es segura.
letter-unsafe = Esta vía no es segura para la persona. Elija otra.
letter-no-representative = No consta nadie que le represente.
letter-not-from = Eso no se puede hacer con esta carta tal como está.
contact-deceased = La persona falleció.
contact-do-not-contact = Pidió que no nos comunicáramos.
contact-nothing-by-post = Nada por correo postal, dijo.
contact-way-unsafe = { $way }: no es segura para la persona.
contact-way-ask = { $way }: pregunte antes.
contact-way-unknown = { $way }: sin preguntar. Pregunte, no envíe.
contact-point-unsafe = Esta dirección o número está marcado como inseguro. Nada va allí.
contact-point-ask = Pregunte antes de usar esta dirección o número.
contact-point-unknown = Nadie preguntó si esta dirección o número es seguro. Pregunte, no envíe.
contact-old-point = Esta dirección o número fue suyo antes.
contact-not-yet-theirs = Esta dirección o número aún no es suyo.
contact-wrong-way = A esta dirección o número no se llega por: { $way }.
contact-other-person = Esta dirección o número es de otra persona.
number-empty = Escriba el número.
number-length = Revise el número: tiene muy pocos o demasiados símbolos.
number-symbols = Revise el número: tiene símbolos que un número así nunca tiene.
number-never-issued = Revise el número: un número así nunca se entrega.
task-refused-case-closed = El caso está cerrado. Reábralo antes.
task-refused-over = Esta tarea ya está hecha o descartada.
task-refused-words-missing = Escriba qué hay que hacer.
task-refused-reason-missing = Escriba el motivo.
task-refused-date-in-past = Elija hoy o un día posterior.
task-refused-not-offered = Esa tarea no se ofrece aquí.
task-refused-not-done = Esta tarea no está terminada.
template-no-head = La plantilla no tiene encabezado.
template-unknown-head = El encabezado de la plantilla tiene una línea desconocida: { $name }
template-bad-head = Al encabezado de la plantilla le falta esta línea, o no se puede leer: { $name }
template-unknown-field = La plantilla nombra un campo desconocido: { $name }
template-unclosed = La plantilla abre un campo y no lo cierra.
template-tells-of-the-case = Solo una carta en papel puede contar del caso. Quite: { $name }
template-subject-not-neutral = El asunto de la plantilla cuenta del caso.
template-not-approved = Esta plantilla aún no está aprobada.
template-no-value = Complete lo que la plantilla necesita: { $name }
template-paper-only = Esta carta va solo en papel.
field-too-long = Es demasiado largo para guardarlo.
field-file-empty = Este archivo está vacío.
field-file-too-large = Este archivo es mayor de lo que la oficina guarda.
field-contact-missing = Escriba la dirección o el número.
documents-harmful = Este archivo resultó dañino, así que nadie lo abre.
