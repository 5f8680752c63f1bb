# Dates and times. Short forms stand in lists, long ones in sentences.
dates-am = am
dates-pm = pm
dates-clock = { $hour }:{ $minute } { $half }
dates-day-and-time = { $day }, { $time }
dates-weekday-and-day = { $weekday }, { $day }
dates-short = { $month } { $day }
dates-short-year = { $month } { $day }, { $year }
dates-long = { $month } { $day }
dates-long-year = { $month } { $day }, { $year }
dates-month-alone = { $month }
dates-month-and-year = { $month } { $year }
dates-just-now = just now
dates-min-ago = { $n } min ago
dates-hours-ago = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
dates-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
dates-in-days = { $n ->
    [0] today
    [one] in { $n } day
   *[other] in { $n } days
}
dates-days-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
dates-today = Today
dates-yesterday = Yesterday
dates-monday = Monday
dates-tuesday = Tuesday
dates-wednesday = Wednesday
dates-thursday = Thursday
dates-friday = Friday
dates-saturday = Saturday
dates-sunday = Sunday
dates-january = January
dates-february = February
dates-march = March
dates-april = April
dates-may = May
dates-june = June
dates-july = July
dates-august = August
dates-september = September
dates-october = October
dates-november = November
dates-december = December
dates-jan = Jan
dates-feb = Feb
dates-mar = Mar
dates-apr = Apr
dates-may-short = May
dates-jun = Jun
dates-jul = Jul
dates-aug = Aug
dates-sep = Sep
dates-oct = Oct
dates-nov = Nov
dates-dec = Dec
