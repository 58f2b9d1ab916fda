# Moeite met bestanden: wat er gebeurde, met welk bestand, en wat je doet.

store-no-space = { $file } past niet meer op de schijf. Maak ruimte en probeer het opnieuw.
