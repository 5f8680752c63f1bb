# El registro de un caso.
ledger-title = Qué pasó y quién miró
ledger-short = Registro
ledger-lede = Todo lo hecho en este caso desde el { $day }, y cada vez que alguien lo abrió. Nada se puede quitar ni cambiar después sin que la cadena lo muestre.
ledger-show = Mostrar
ledger-show-all = Todo
ledger-show-wrote = Escrito
ledger-show-read = Leído
ledger-show-left = Salió de la oficina
ledger-show-refused = Negado
ledger-note = Lo más reciente primero, horas en { $zone }
ledger-entries = Anotaciones del registro
ledger-caption = Anotaciones del registro, de la más reciente a la más antigua
ledger-number = N.º
ledger-when = Cuándo
ledger-kind = Clase
ledger-what = Qué, quién y por qué
ledger-seal = Sello
ledger-read = Leyó
ledger-wrote = Escribió
ledger-left = Salió de la oficina
ledger-refused = Negado
ledger-sealed = Sellado
ledger-unbroken = Íntegro
ledger-unbroken-text = { $n ->
    [one] La única anotación fue comprobada, la última vez a las { $when }.
   *[other] Las { $n } anotaciones fueron comprobadas en orden, la última vez a las { $when }.
}
ledger-broken = Roto en { $n }
ledger-broken-text = La anotación { $n } no encaja con la anterior. Nada se oculta: se muestran las dos.
ledger-not-checked = Aún sin comprobar
ledger-not-checked-text = Compruébelo ahora; tarda un momento.
ledger-first-entry = Primera anotación
ledger-last-seal = Último sello
ledger-check-again = Comprobar de nuevo
ledger-download = Descargar la prueba
ledger-aside = Quién miró y cómo comprobarlo
ledger-who-looked = Quién miró
ledger-who-looked-note = Por orden de nombre después de quien lleva el caso. Las lecturas se guardan para seguridad de la persona y respaldo de usted. Nunca miden el trabajo de nadie.
ledger-how = Cómo comprobarlo por su cuenta
ledger-how-1 = Descargue la prueba. Contiene los sellos, no los textos.
ledger-how-2 = Ejecute el comprobador. Es un programa libre y cualquiera puede leer cómo funciona.
ledger-how-3 = Compare el último sello con el que guardó. Si una letra difiere, algo se cambió.
ledger-command = Comando
ledger-the-system = El sistema
