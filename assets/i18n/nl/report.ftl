# Het verslag: koppen, tabellen en bijschriften.

report-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
