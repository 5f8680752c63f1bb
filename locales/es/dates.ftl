# Fechas y horas. Las formas cortas van en las listas, las largas en las frases.
dates-am = a. m.
dates-pm = p. m.
dates-clock = { $hour }:{ $minute } { $half }
dates-day-and-time = { $day }, { $time }
dates-weekday-and-day = { $weekday } { $day }
dates-short = { $day } { $month }
dates-short-year = { $day } { $month } { $year }
dates-long = { $day } de { $month }
dates-long-year = { $day } de { $month } de { $year }
dates-month-alone = { $month }
dates-month-and-year = { $month } de { $year }
dates-just-now = ahora mismo
dates-min-ago = hace { $n } min
dates-hours-ago = { $n ->
    [one] hace { $n } hora
   *[other] hace { $n } horas
}
dates-days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
dates-in-days = { $n ->
    [0] hoy
    [one] en { $n } día
   *[other] en { $n } días
}
dates-days-late = { $n ->
    [one] { $n } día de retraso
   *[other] { $n } días de retraso
}
dates-today = Hoy
dates-yesterday = Ayer
dates-monday = lunes
dates-tuesday = martes
dates-wednesday = miércoles
dates-thursday = jueves
dates-friday = viernes
dates-saturday = sábado
dates-sunday = domingo
dates-january = enero
dates-february = febrero
dates-march = marzo
dates-april = abril
dates-may = mayo
dates-june = junio
dates-july = julio
dates-august = agosto
dates-september = septiembre
dates-october = octubre
dates-november = noviembre
dates-december = diciembre
dates-jan = ene
dates-feb = feb
dates-mar = mar
dates-apr = abr
dates-may-short = may
dates-jun = jun
dates-jul = jul
dates-aug = ago
dates-sep = sep
dates-oct = oct
dates-nov = nov
dates-dec = dic
