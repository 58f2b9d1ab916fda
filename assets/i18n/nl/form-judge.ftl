# Wat het bord van Judge zegt.

form-judge-then = Toen: { $was }
form-judge-then-now = Toen { $was }, nu { $now }
form-judge-value = oordeel
form-judge-fine = geen bezwaar
form-judge-concern = zorg
form-judge-objection = bezwaar
form-judge-objections = { $count ->
    [one] 1 bezwaar
   *[other] { $count } bezwaren
}
form-judge-concerns = { $count ->
    [one] 1 zorg
   *[other] { $count } zorgen
}
form-judge-nobody = Van geen van de partijen
form-judge-other-table = andere tafel
form-judge-span = { $from } tot { $to }
form-judge-mean = gem. { $mean }
form-judge-sum = som { $sum }
form-judge-of = { $count } van { $all } { $what }
form-judge-more = { $names } en nog { $count }
form-judge-reached = gehaald
form-judge-contested = verdeeld
form-judge-veto = veto
form-judge-veto-by = Veto van { $who }.
form-judge-extremes = { $count } waarden, van { $low } tot { $high }
form-judge-robust = Blijft zo als één stem wegvalt.
form-judge-fragile = Wordt anders als één stem wegvalt.
form-judge-reasons-hidden = { $count ->
    [one] • 1 reden, nog niet getoond
   *[other] • { $count } redenen, nog niet getoond
}
form-judge-card = Kaart: { $card }
form-judge-only-voiced = De partij zelf zegt wat ze vindt van wat in haar naam is gezegd.
form-judge-only-addressee = Alleen de partij aan wie het gericht is, geeft antwoord.
form-judge-only-minority = Alleen wie in de minderheid was, geeft een oordeel.
form-judge-only-listeners = Alleen wie luisterde, geeft een oordeel.
form-judge-pool = { $count ->
    [one] Geteld over 1 tafel.
   *[other] Geteld over { $count } tafels samen.
}
form-judge-hidden-complete = { $filled } van { $all } compleet. De waarden zijn te zien als alles er is.
form-judge-hidden-reveal = { $filled } van { $all } compleet. De waarden zijn te zien als je ze toont.
form-judge-hidden-private = { $filled } van { $all } compleet. De waarden blijven van wie ze gaf.
form-judge-vetoed = Veto op: { $what }
form-judge-divided = Verdeeld over { $count } van { $all }: { $what }
form-judge-objected = Bezwaar bij { $count } van { $all }: { $what }
form-judge-agreed = Eens over { $count } van { $all }.
form-judge-enough = { $count } van { $all } { $count ->
    [one] haalt
   *[other] halen
} { $threshold }.
form-judge-top = Bovenaan: { $what } ({ $mean }).
form-judge-top-robust = Dat blijft zo als één stem wegvalt.
form-judge-top-fragile = Dat wordt anders als één stem wegvalt.
form-judge-gap = Niemand koos: { $what }
form-judge-over-consent = Er zijn geen bezwaren meer.
form-judge-over-consensus = De waarden liggen dicht bij elkaar.
form-judge-over-complete = Alles heeft een waarde.
form-judge-park = parkeer wat nog openstaat
form-judge-last = { $count ->
    [one] Na 1 ronde: { $otherwise }.
   *[other] Na { $count } rondes: { $otherwise }.
}
form-judge-again = Pas het aan en begin een nieuwe ronde.
form-judge-pass-divided = verdeeld over { $count } van { $all }
form-judge-no-rows = Er is nog niets om te beoordelen.
form-judge-no-voices = Er is niemand die hier een waarde geeft. Voeg eerst een partij toe.
form-judge-stays-private = Dit blijft van wie het gaf en wordt nergens getoond.
form-judge-nothing-hidden = Hier is niets verborgen.
form-judge-one-pass = Dit gaat in één keer: er is geen volgende ronde.
form-judge-pass-empty = In deze ronde is nog niets gegeven.
form-judge-all-gave = Iedereen gaf hier al iets. Typ de hele rij opnieuw.
form-judge-too-many = { $most ->
    [one] Hier past 1 waarde; er staan er { $count }.
   *[other] Hier passen { $most } waarden; er staan er { $count }.
}
form-judge-kept = { $count ->
    [one] 1 waarde bewaard, uit het zicht.
   *[other] { $count } waarden bewaard, uit het zicht.
}
form-judge-type-hidden = De waarden zijn uit het zicht. Typ wat het wordt.
form-judge-type-nameless = Hier staat niet wie wat gaf. Typ de hele rij opnieuw.
form-judge-wrong = “{ $typed }” past hier niet. { $how }
form-judge-wrong-outside = “{ $typed }” ligt buiten de schaal van { $scale }.
form-judge-wrong-step = “{ $typed }” ligt tussen twee waarden: de schaal van { $scale } gaat met stappen van { $step }.
form-judge-wrong-half = Hier horen twee cijfers bij elkaar: eerst →, dan ↑.
form-judge-wrong-either = Dat kan { $one } of { $other } zijn. Typ een letter meer.
form-judge-how-number = Typ een cijfer van { $from } tot { $to }; met : een notitie.
form-judge-how-numbers = Typ een rij van { $from } tot { $to }: 7 8 6 - 9. Een - is afwezig, met : een notitie.
form-judge-how-zone = Typ nummer of eerste letters; met : een notitie.
form-judge-how-zones = Typ een rij nummers: 1 2 - 1. Een - is afwezig, met : een notitie.
form-judge-how-ring = Typ het nummer van de ring: 2. Met : een notitie.
form-judge-how-sector = Typ ring en sector: 2b. Met : een notitie.
form-judge-how-axes = Typ twee cijfers van 1 tot 5: eerst →, dan ↑. Met : een notitie.
form-judge-how-yes = Typ j of n; met : de reden.
form-judge-how-yes-row = Typ een rij: j n j -. Een - is afwezig, met : de reden van de laatste.
form-judge-how-consent = Typ j (geen bezwaar), z (zorg) of n (bezwaar); met : de reden.
form-judge-how-consent-row = Typ een rij: j z n -, met : de reden van het laatste bezwaar.
form-judge-open-filled = { $count ->
    [one] Bij 1 van { $all } ontbreekt nog een waarde.
   *[other] Bij { $count } van { $all } ontbreekt nog een waarde.
}
form-judge-open-reasons = { $count ->
    [one] Bij 1 waarde ontbreekt nog de reden.
   *[other] Bij { $count } waarden ontbreekt nog de reden.
}
form-judge-open-objections = { $count ->
    [one] Er is nog 1 bezwaar.
   *[other] Er zijn nog { $count } bezwaren.
}
form-judge-mirror = De spiegel: gezegd in iemands naam, naast wat die partij zelf zei
form-judge-mirror-party = Partij
form-judge-mirror-said = In haar naam gezegd
form-judge-mirror-mark = Wat zij daarvan vindt
form-judge-mirror-own = Wat zij zelf zei
