# Keys: for each binding a name (key-…) and an explanation (key-…-about).

key-quit = quit
key-quit-about = Closes the program.
