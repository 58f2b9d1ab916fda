# Formulieren: vragen, velden en keuzes, en wat eronder staat.

form-optional = mag leeg blijven
