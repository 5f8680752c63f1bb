# Lo que encontró el control, línea por línea.
gate-receiver-is = Va a { $body }, y se le puede preguntar.
gate-receiver-unknown = No tenemos reglas para este destinatario.
gate-receiver-barred = Iría a { $body }. A ese destinatario nunca se le pregunta.
gate-tribunal-beyond-status = A un tribunal solo se le puede preguntar en qué estado está un asunto.
gate-protected-matter = La ley protege este asunto, así que una persona decide cada vez.
gate-no-subject = No se sabe de quién son estos expedientes.
gate-written-release = Hay una autorización escrita.
gate-oral-accepted = Esta agencia acepta la palabra de la persona, y está anotada.
gate-oral-not-accepted = { $class }: esta agencia no acepta la palabra para esto.
gate-oral-not-known = { $class }: no se sabe si esta agencia acepta la palabra para esto.
gate-oral-word-not-known = No se sabe si la agencia quiere oírlo de la persona o de nosotros.
gate-oral-not-told-to-agency = La persona tiene que decírselo a la propia agencia, y eso no está anotado.
gate-oral-not-recorded = La palabra de la persona no está anotada.
gate-oral-for-protected-matter = La palabra no basta cuando la ley protege el asunto.
gate-no-release = Una firma. No hay ninguna.
gate-agency-not-named = La autorización no nombra a esta agencia.
gate-revoked = La autorización fue retirada el { $on }.
gate-expired = La autorización terminó el { $on }.
gate-signed-in-future = La autorización lleva una fecha que aún no llega: { $on }.
gate-received-before-signed = La autorización se recibió antes de firmarse. Una de las fechas está mal.
gate-stands = La autorización vale, firmada el { $on }.
gate-signed-by = Firmada por: { $capacity }.
gate-no-proof = Falta la prueba de que quien firma puede hacerlo: { $capacity }.
gate-capacity-not-accepted = Esta agencia no acepta a este firmante: { $capacity }.
gate-capacity-not-known = No se sabe si esta agencia acepta a este firmante: { $capacity }.
gate-no-data-class = Diga a qué clase de datos toca la pregunta.
gate-covers = La autorización abarca: { $class }.
gate-class-not-covered = La autorización no abarca: { $class }.
gate-other-matter = La autorización es para otro asunto.
gate-records-outside-period = Los expedientes quedan fuera del período que nombra la autorización.
gate-records-period-not-known = No se sabe si los expedientes quedan dentro del período que nombra la autorización.
gate-part-two = Tratamiento por consumo de sustancias: las reglas federales piden más de la autorización, así que la revisa una persona.
gate-method-accepted = La forma en que se firmó se acepta: { $method }.
gate-method-not-accepted = Esta agencia no la acepta así: { $method }.
gate-method-not-known = No se sabe si esta agencia la acepta así: { $method }.
gate-formality-accepted = La firma es lo bastante formal: { $formality }.
gate-formality-not-accepted = Esta agencia quiere una firma más formal que: { $formality }.
gate-formality-not-known = No se sabe qué formalidad quiere esta agencia. La firma es: { $formality }.
gate-form-waived = La forma no se exige, porque la agencia acepta la palabra.
gate-young-enough = Firmada hace { $days ->
    [one] { $days } día
   *[other] { $days } días
}, y se permiten { $limit }.
gate-too-old = Firmada hace { $days ->
    [one] { $days } día
   *[other] { $days } días
}, y solo se permiten { $limit }. Hace falta una nueva.
gate-no-age-limit = Esta agencia no pone límite a la antigüedad de una firma.
gate-age-limit-not-known = Firmada hace { $days ->
    [one] { $days } día
   *[other] { $days } días
}. No se sabe qué antigüedad permite esta agencia.
gate-age-count-not-known = Firmada hace { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Se permiten { $limit }, y no se sabe desde cuándo se cuentan.
gate-age-waived = La antigüedad no se exige, porque la agencia acepta la palabra.
gate-nothing-closed = Antes no se cerró nada con esta agencia.
gate-fresh-enough = Es más reciente que lo cerrado el { $on }.
gate-fresh-needed = El último asunto con esta agencia se cerró el { $on }. Después de { $limit } días hace falta una autorización nueva.
gate-fresh-on-the-day = El último asunto con esta agencia se cerró el { $on }, hace justo { $limit } días. Decide una persona.
gate-fresh-not-known = El último asunto con esta agencia se cerró el { $on }. No se sabe si hace falta una autorización nueva.
gate-names-enough = La autorización nombra a quien la agencia pide.
gate-names-not-looked-at = Aún no se miró a quién nombra la autorización.
gate-names-other = La autorización nombra a { $named }, y la agencia pide otro nombre.
gate-names-not-known = No se sabe a quién quiere ver nombrado esta agencia.
gate-translation-enough = El idioma del papel se acepta.
gate-translation-missing = Esta agencia quiere una traducción del papel.
gate-translation-not-known = No se sabe si esta agencia quiere una traducción.
gate-named-waived = No se exige a quién nombra, porque la agencia acepta la palabra.
