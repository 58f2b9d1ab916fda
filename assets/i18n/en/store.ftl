# Trouble with files: what happened, to which file, and what to do.

store-no-space = { $file } no longer fits on the disk. Make room and try again.
