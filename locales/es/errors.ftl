# Qué salió mal, qué está a salvo y qué hacer.
errors-fix = { $n ->
    [one] Corrija 1 cosa
   *[other] Corrija { $n } cosas
}
errors-not-found-title = Aquí no hay nada
errors-not-found = No hay nada en esta dirección. Revise la referencia, o busque por nombre, teléfono o una dirección antigua.
errors-back-to-work = Volver a mi trabajo
errors-back = Volver
errors-restricted-title = Este caso está restringido
errors-restricted = Existe, y solo unas pocas personas pueden abrirlo. Si lo necesita para su trabajo, diga por qué. Su motivo queda guardado.
errors-restricted-who = { $n ->
    [one] Una persona puede abrirlo.
   *[other] { $n } personas pueden abrirlo.
}
errors-restricted-why = ¿Por qué lo necesita?
errors-restricted-ask = Pedir acceso
errors-restricted-asked = Pedido. Sabrá cuando se decida.
errors-trouble-title = Algo falló de nuestro lado
errors-trouble = No se pierde nada de lo que guardó. Vuelva e inténtelo en un minuto.
errors-trouble-reference = Si vuelve a pasar, avise a quien administra el sistema de esta oficina:
errors-refused-title = Esto no se puede hacer ahora
errors-busy = El sistema está ocupado. Su texto sigue aquí. Inténtelo de nuevo.
errors-too-large = Ese archivo es demasiado grande. Envíe { $max } o menos.
errors-form-old = Esta página estuvo abierta demasiado tiempo. Su texto sigue aquí; guárdelo de nuevo.
errors-missing = Complete “{ $field }”
errors-not-understood = No se pudo leer “{ $field }”. { $example }
errors-no-access-title = Esto no está abierto para su función
errors-no-access = Si lo necesita para su trabajo, consulte a quien administra su oficina.

errors-conflict-title = Otra persona cambió esto mientras tanto
errors-conflict = No se perdió nada. Vuelva, cargue la página de nuevo y elija qué versión conservar.
errors-form-old-title = Esta página estuvo abierta demasiado tiempo
errors-too-large-title = Es demasiado grande
errors-too-large-page = Envíe 25 MB o menos cada vez.
errors-busy-title = El sistema está ocupado
errors-full-title = No queda espacio para guardar
errors-full = No se perdió nada de lo que ya guardó. Avise a quien administra el sistema de esta oficina que el disco está lleno.
errors-file-again = Elija el archivo otra vez: el navegador no lo guarda.
errors-day-example = Escriba un día como 2026-11-24.
