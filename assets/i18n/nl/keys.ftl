# Toetsen: per binding een naam (key-…) en een uitleg (key-…-about).

key-quit = stoppen
key-quit-about = Sluit het programma.
