# The report: headings, tables and captions.

report-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
report-what = What
report-lacking = still open
report-withheld = { $count ->
    [one] 1 line was left out here: confidential, or not for the report.
   *[other] { $count } lines were left out here: confidential, or not for the report.
}
