# The report: headings, tables and captions.

report-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
