# Wat er niet klopt, en wat je eraan doet.

check-date-unclear = “{ $text }” is geen datum die ik begrijp. Typ bijvoorbeeld 1 dec of vrijdag.
