# Personas.
people-details = Sobre esta persona
people-change = Cambiar datos
people-new-case = Caso nuevo
people-cases = Casos, ahora y antes
people-no-cases = Aún no hay casos.
people-addresses = Formas de contacto a lo largo del tiempo
people-no-address = Aún no hay dirección ni número.
people-mail-goes-here = Se puede enviar correo aquí
people-marked-unsafe = Marcada como insegura
people-no-longer = Ya no es suya
people-add = Añadir
people-consents = Consentimientos
people-no-consents = Aún no hay consentimientos. No puede compartir.
people-record-consent = Registrar una autorización
people-consent-what = Para qué
people-consent-whom = A quién
people-consent-how = Cómo
people-consent-until = Hasta
people-consent-state = Estado
people-shared = Lo que compartimos sobre la persona
people-shared-note = Puede pedir esta lista en cualquier momento
people-nothing-shared = Nada ha salido de la oficina.
people-shared-when = Cuándo
people-shared-what = Qué
people-shared-whom = A quién
people-shared-relied = Con qué permiso
people-shared-by = Por
people-names = Nombres
people-name-letters = Se usa en las cartas
people-born = Nacimiento
people-language = Idioma
people-ties = Personas cercanas
people-identifiers = Números de identificación
people-no-identifiers = No guardamos ninguno.
people-identifiers-note = Sellados. Solo viajan en el archivo para la agencia a la que pertenece el número.
people-identifier-show = Mostrar
people-identifier-why = ¿Para qué?
people-identifier-show-60 = Mostrar durante 60 segundos
people-identifier-kept = Quedan anotados su nombre, la hora y el motivo.
people-identifier-hidden = El número está oculto de nuevo.
people-identifier-never = Nunca se mostró
people-identifier-shown = { $n ->
    [one] Mostrado una vez
   *[other] Mostrado { $n } veces
}
people-purpose-inquiry = Para ponerlo en una consulta
people-purpose-match = Para relacionarlo con una carta
people-purpose-read-back = La persona pidió que se lo leyera
people-safe-title = Contactar a { $name } con seguridad
people-safe-asked = Preguntado el { $day }
people-safe-not-asked = Sin preguntar. Pregunte, no envíe.
people-safe-words = Palabras que no se deben decir:
people-safe-shut = Formas antiguas cerradas:
people-safe-change = Cambiar las formas seguras
people-safe-hours = Horas seguras
people-safe-others = ¿Quién más puede contestar?
people-way-call = Llamada
people-way-text = Mensaje de texto
people-way-voicemail = Buzón de voz
people-way-email = Correo electrónico
people-way-post = Correo postal
people-way-someone-else = Contesta otra persona
people-find = Nombre, teléfono, correo o dirección
people-empty-title = Nadie con este nombre
people-empty = Pruebe con un teléfono, una dirección antigua o una referencia de caso.
people-empty-link = Empezar una solicitud
people-open-cases = { $n ->
    [0] Ningún caso abierto
    [one] Un caso abierto
   *[other] { $n } casos abiertos
}
people-call-them = Llamar a { $name }
people-write-them = Escribir a { $name }
people-field-name = Nombre completo
people-field-called = Cómo prefiere que le llamen
people-field-language = Idioma
people-field-phone = Teléfono
people-field-email = Correo electrónico
people-field-address = Dirección
people-field-born = Fecha de nacimiento
people-phone-wrong = Escriba un teléfono de 10 cifras, como (555) 013-2244
people-email-wrong = Escriba un correo, como nombre@mail.example
people-name-missing = Escriba un nombre o diga “aún no se sabe”
people-sub = Todas las personas a quienes esta oficina ayuda o ayudó, por nombre.
people-found = { $n ->
    [0] Nadie encontrado.
    [one] Una persona encontrada.
   *[other] { $n } personas encontradas.
}
people-call-them-by = Se le llama { $name }.
people-safe-shut-ones = { $ways }. Nada va allí.
people-safe-point = Segura
people-since = Desde el { $day }
people-until = Hasta el { $day }
people-mark-unsafe = Marcar como insegura
people-interpreter = Intérprete
people-pronouns = Pronombres
language-ko = Coreano
language-tl = Tagalo
language-fr = Francés
language-uk = Ucraniano
people-add-contact = Añadir una vía de contacto
people-add-identifier = Añadir un número
people-changed-toast = Cambios guardados.
people-contact-toast = Añadido.
people-unsafe-toast = Marcada como insegura. Nada va allí.
people-safe-toast = Vías seguras guardadas.
people-identifier-toast = El número está sellado y guardado.
people-field-kind = ¿Qué es?
people-field-value = Número o dirección
people-field-safe = ¿Es seguro usarla?
people-field-safe-hint = Sin preguntar significa que preguntamos y no enviamos.
people-field-from = Desde
people-field-note = Nota
people-field-agency = ¿De quién es el número?
people-field-number = Número
people-field-number-kind = ¿De qué registro?
people-field-born-precision = ¿Con qué exactitud se sabe?
people-field-languages-hint = Como etiquetas cortas, la primera para cartas: es, en
people-mark-unsafe-title = Marcar como insegura
people-mark-unsafe-note = Las cartas en camino se detienen, y nada vuelve a ir allí.
people-safe-conflict = Alguien del equipo lo cambió entretanto. Mire la página otra vez y guarde sus respuestas.
people-matches = Quizás la misma persona
people-matches-note = Nada se une por sí solo. Mire y decida.
