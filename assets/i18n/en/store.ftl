# Trouble with files: what happened, to which file, what is safe, and what to do.

store-no-space = The disk is full: { $file } does not fit. Make room and try again.

store-deed-read = Cannot read { $file }.
store-deed-write = Cannot write { $file }.
store-deed-sync = Cannot secure { $file } on the disk.
store-deed-rename = Cannot replace { $file }.
store-deed-lock = Cannot lock { $file }.
store-deed-create-folder = Cannot make the folder { $file }.
store-deed-remove = Cannot tidy up { $file }.
store-deed-set-aside = Cannot set { $file } aside.

store-io-not-found = It is not there (any more); see whether the disk or stick is still in.
store-io-denied = You have no right to; give yourself rights to the folder, or choose another with --data.
store-io-read-only = The disk can only be read; choose another folder with --data.
store-io-in-the-way = Something else stands in its place; give that another name.
store-io-other = The system says: { $reason }.
store-unwritable = The program made a mistake: { $reason }.
store-outside = It lies outside { $root }, where the program neither reads nor writes.
store-not-a-file = It is not an ordinary file; give it another name.

store-safe-nothing-lost = Nothing was changed.
store-safe-file-untouched = The file on disk is as it was.
store-safe-new-in-place = The new file is there; shut the computer down as usual, not with the button.
store-safe-earlier-kept = Everything before it is kept.
store-safe-not-yet-on-disk = It is in the file; shut the computer down as usual, not with the button.

store-newer = { $file } is of a newer aantafel and was left alone. Get a newer version to read it.
store-damaged =
    { $count ->
        [one] One entry of it is back
       *[other] { $count } entries of it are back
    }, with everything from the journal; a copy of the file is kept. Look the table over.
store-torn = { $file } breaks off in line { $line }, as after a power failure. Everything before it is there; look at your last words.
store-lines = In { $file } { $count ->
        [one] one line is unreadable
       *[other] { $count } lines are unreadable
    }, from line { $line } on. The others were read and the file is kept; look the table over.
store-no-such-table = { $file } is of a table that cannot exist and was not read. Give it a number from 1 to 200.
store-too-many = There is too much in { $file }: { $count } were not read. A copy of the file is kept.

store-no-sessions = There are no sessions yet. Make one with aantafel new.
store-nothing = There is no session “{ $name }”. See them with aantafel list.
store-several = “{ $name }” can mean more than one session: { $ids }. Type more of the name.
store-busy = { $who } has this table open since { $since }. Close it there, or choose another table.
store-busy-unknown = Another window has this table open. Close it there, or choose another table.

store-gone = It was removed or replaced while it was open; see whether the disk or stick is still in.
store-safe-in-memory = All of it is in memory, also what was written before.
store-brief-full = The disk is full ({ $file }).
store-brief-not-found = The file or folder is gone ({ $file }).
store-brief-denied = You may not write there ({ $file }).
store-brief-read-only = The disk can only be read ({ $file }).
store-brief-in-the-way = Something else stands in its place ({ $file }).
store-brief-other = The disk reports an error ({ $file }).
store-brief-mistake = The file does not suit this program ({ $file }).
store-brief-outside = It leads out of the data folder ({ $file }).
store-brief-gone = The file was removed or replaced ({ $file }).
store-brief-busy = Another window has this table open.
store-ahead-minutes = The clock of { $device } is { $count } minutes ahead of this computer's. What was said there counts as later. Set both clocks right.
store-ahead-hours = The clock of { $device } is { $count } hours ahead of this computer's. What was said there counts as later. Set both clocks right.
store-ahead-days = The clock of { $device } is { $count } days ahead of this computer's. What was said there counts as later. Set both clocks right.
store-session-gone = The folder of { $session } is gone. There is a backup: aantafel restore { $session } brings it back.
store-put-back-minutes = What was said on this computer got a time that is { $count } minutes ahead of its clock now. The order stays right. See whether the clock is right now.
store-put-back-hours = What was said on this computer got a time that is { $count } hours ahead of its clock now. The order stays right. See whether the clock is right now.
store-put-back-days = What was said on this computer got a time that is { $count } days ahead of its clock now. The order stays right. See whether the clock is right now.
store-safe-copy-opens = The session opens with the copy that was kept of it; look over its title, date and parties. Once you sit down at a table the file is there again, with the damaged one beside it.
store-too-many-files = There are too many files in the folder { $file }: { $count } were not read. Put away what you no longer use.
store-too-many-sessions = There are { $count } sessions in it; the newest { $most } are shown. Put old sessions in another folder.
store-aside = { $count ->
        [one] A damaged file was set aside: { $file }
       *[other] { $count } damaged files were set aside, among them { $file }
    }. What was whole was taken over. Look over the table, and throw away what you no longer need; aantafel doctor names them all.
