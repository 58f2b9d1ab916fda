# Wat het bord van Link zegt.

form-link-what = Wat verbinden we
form-link-from = Van
form-link-to = Naar
form-link-orphan = staat los
form-link-more = nog { $count }
form-link-strong = hoe sterk
form-link-hint = { $example } = verband met 3 · 3 5 = met allebei · -3 = weg
form-link-hint-kind = { $example } = verband met 3, met de letter van de soort · -3 = weg
form-link-hint-strength = { $example } = verband met 3, sterkte 2 · -3 = weg
form-link-hint-both = { $example } = verband met 3: de soort, dan hoe sterk · -3 = weg
form-link-count = { $count ->
    [one] 1 verband
   *[other] { $count } verbanden
}
form-link-most = Meeste verbanden: { $items } ({ $count })
form-link-orphans = Staat los: { $items }
form-link-and-more = en nog { $count }
form-link-open = { $count ->
    [one] Bij 1 punt { $least ->
        [one] ontbreekt nog een verband.
       *[other] zijn er nog geen { $least } verbanden.
    }
   *[other] Bij { $count } punten { $least ->
        [one] ontbreekt nog een verband.
       *[other] zijn er nog geen { $least } verbanden.
    }
}
form-link-self = { $count ->
    [one] 1 punt is met zichzelf verbonden.
   *[other] { $count } punten zijn met zichzelf verbonden.
}
form-link-picture = Van de regel naar het nummer erboven:
form-link-picture-both = Wie met wie:
form-link-away = Weg: { $from } – { $to }
form-link-cleared = { $count ->
    [one] { $item }: 1 verband weggehaald.
   *[other] { $item }: { $count } verbanden weggehaald.
}
form-link-nothing-here = Er is niets om te verbinden.
form-link-none = Er is hier nog geen verband.
form-link-already = Dat verband is er al.
form-link-no-item = Er is geen nummer { $number }.
form-link-same-side = { $item } staat aan dezelfde kant; kies een nummer van de andere kant.
form-link-no-kind = Er is geen soort { $letter }; wel { $letters }.
form-link-no-kinds = Er is één soort verband; een letter hoeft niet.
form-link-no-strength = Hier wordt niet gevraagd hoe sterk het verband is.
form-link-strength = Hoe sterk is een getal van 1 tot en met { $most }.
form-link-not-linked = Er is geen verband met { $item }.
form-link-no-words = Niets begint met “{ $words }”. Typ een nummer.
form-link-which = Welke bedoel je? { $found }
