# Het verslag: koppen, tabellen en bijschriften.

report-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
report-what = Wat
report-lacking = nog open
report-withheld = { $count ->
    [one] Hier is 1 regel weggelaten: vertrouwelijk, of niet voor het verslag.
   *[other] Hier zijn { $count } regels weggelaten: vertrouwelijk, of niet voor het verslag.
}
