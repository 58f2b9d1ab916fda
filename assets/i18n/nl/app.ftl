# Wat op het scherm staat: het begin, de tafel, de regie, de oogst.
# Eén bericht per sleutel, in gewone taal, met je; zonder uitroepteken.
# Getallen krijgen zelf hun punten; geef een jaartal als tekst mee.

begin-greeting-morning = Goedemorgen. Wie zitten er vandaag aan tafel?
begin-greeting-afternoon = Goedemiddag. Wie zitten er vandaag aan tafel?
begin-greeting-evening = Goedenavond. Wie zitten er vanavond aan tafel?
