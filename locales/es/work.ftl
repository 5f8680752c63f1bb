# Mi trabajo.
work-good-morning = Buenos días, { $name }
work-good-afternoon = Buenas tardes, { $name }
work-good-evening = Buenas noches, { $name }
work-sub = { $day }. { $n ->
    [0] Nada le espera en este momento.
    [one] Una cosa le espera hoy.
   *[other] { $n } cosas le esperan hoy.
}
work-sub-late = { $n ->
    [one] Una promesa va con retraso; empiece por ahí.
   *[other] { $n } promesas van con retraso; empiece por ahí.
}
work-views = Vistas de mi trabajo
work-view-today = Hoy
work-view-agency = En espera de la agencia
work-view-person = En espera de la persona
work-view-quiet = Sin noticias { $n } días o más
work-view-ready = Listos para cerrar
work-show = Mostrar
work-most-urgent-first = Primero lo más urgente
work-kind-late = Seguimiento atrasado
work-kind-reply = Respuesta
work-kind-intake = Nueva solicitud
work-kind-appointment = Cita
work-kind-due = Para hoy
work-kinds-follow-ups = Seguimientos
work-kinds-replies = Respuestas
work-kinds-intake = Nuevas solicitudes
work-kinds-appointments = Citas
work-group-late = Promesas con retraso
work-group-late-note = Dijimos que nos comunicaríamos
work-group-replies = Llegaron respuestas
work-group-replies-note = Léalas y transmítalas
work-group-arrivals = Llegadas por leer
work-group-arrivals-note = La más antigua espera { $how-long }
work-group-appointments = Citas de hoy
work-group-appointments-note = Horas en { $zone }
work-group-due = Seguimientos de hoy
work-group-due-note = Respuesta de la agencia o contacto previsto
work-group-tasks = Tareas
work-group-tasks-note = Escritas por usted o dadas por un paso
work-group-delivery = Cartas que no llegaron
work-group-delivery-note = La persona no fue informada
work-select = Seleccionar { $name }
work-selected = Acciones para lo seleccionado
work-n-selected = { $n } seleccionados
work-done = Hecho
work-snooze = Posponer
work-snooze-until = Hasta cuándo
work-snooze-tomorrow = Hasta mañana
work-snooze-days = Durante { $n } días
work-preview = Vista previa
work-open-case = Abrir el caso
work-peek-empty-title = Elija una fila
work-peek-empty = Muévase con j y k. Aquí verá de qué se trata.
work-next = Siguiente paso sugerido
work-your-week = Su semana
work-only-you = Solo usted lo ve
work-empty-title = Está al día
work-empty = Nada le espera ahora. Buen momento para llamar a alguien que lleva tiempo sin noticias de usted.
work-empty-link = Ver casos sin noticias
work-done-toast = { $n ->
    [one] Marcado como hecho.
   *[other] { $n } marcados como hechos.
}
work-snoozed-toast = { $n ->
    [one] Pospuesto hasta { $when }.
   *[other] { $n } pospuestos hasta { $when }.
}
work-undone = Deshecho. Vuelve a estar en su lista.
work-late-by = { $n ->
    [one] { $n } día de retraso
   *[other] { $n } días de retraso
}
work-last-heard = Último contacto hace { $n ->
    [one] { $n } día
   *[other] { $n } días
}
work-promised-every = Prometido cada { $n } días
work-days-open = { $n ->
    [one] { $n } día abierto
   *[other] { $n } días abierto
}
work-nothing-selected = Elija primero una fila.
work-snooze-no-day = Elija un día.
work-done-one = Marcado como hecho.
work-done-several = Todo marcado como hecho.
work-snoozed-one = Aplazado.
work-snoozed-several = Todo aplazado.
