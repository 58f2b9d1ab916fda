//! The one table of keys.
//!
//! Each row says what a key does and where. The program looks keys up here; the help, the footer, the palette and the manual
//! are read off it. One more key is one more row (and its words: `key-<name>` and `key-<name>-about`).

use super::places::Where;
use crossterm::event::KeyEvent;

pub use super::press::is;

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// What it does.
    pub command: Command,
    /// Where it does that.
    pub places: &'static [Where],
    /// The keys, as the contract writes them; none for what only the palette offers.
    pub keys: &'static [&'static str],
    /// Its turn in the footer, 1 first; 0 stays out of it.
    pub foot: u8,
}

macro_rules! keys {
    ($($(#[$doc:meta])* $command:ident $name:literal [$($place:ident)*] [$($key:literal)*] $foot:literal;)*) => {
        /// What a key or a line of the palette does.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Command { $($(#[$doc])* $command,)* }

        impl Command {
            /// Its name in the keys of its words.
            pub fn name(self) -> &'static str {
                match self { $(Self::$command => $name,)* }
            }
        }

        /// Every binding. Earlier rows win where two could apply.
        pub const BINDINGS: &[Binding] = &[$(Binding {
            command: Command::$command,
            places: &[$(Where::$place),*],
            keys: &[$($key),*],
            foot: $foot,
        },)*];
    };
}

keys! {
    /// Saves the line.
    Save "save" [Line Board] ["Enter"] 1;
    /// Takes the chosen entry in hand.
    Edit "edit" [Entry] ["Enter"] 1;
    /// Puts together with, or hangs under, the chosen entry.
    Aim "aim" [Aim] ["Enter"] 1;
    /// Opens what is chosen.
    Open "open" [Begin Picker Terugblik] ["Enter"] 2;
    /// Starts the session.
    Start "start" [Form] ["Enter"] 1;
    /// Reads the lessons that fit.
    Lessons "lessons" [Form] ["Ctrl+L"] 3;
    /// The next category, field or cell.
    NextField "next-field" [Line Board] ["Tab"] 2;
    /// The one before.
    PrevField "prev-field" [Line Board] ["Shift+Tab"] 0;
    /// The next line of the form.
    NextBlank "next-blank" [Form Terugblik Lesson] ["Tab"] 2;
    /// The line of the form before.
    PrevBlank "prev-blank" [Form Terugblik Lesson] ["Shift+Tab"] 0;
    /// Another category for the chosen entry.
    NextCategory "next-category" [Entry] ["Tab"] 3;
    /// The category before.
    PrevCategory "prev-category" [Entry] ["Shift+Tab"] 0;
    /// The next cell of the row.
    NextCell "next-cell" [Board] ["Right"] 3;
    /// The cell before.
    PrevCell "prev-cell" [Board] ["Left"] 0;
    /// The next value of the cell; typed like any other character.
    Turn "turn" [Board] ["Space"] 2;
    /// Nothing in the cell.
    ClearCell "clear-cell" [Board] ["Backspace" "Delete"] 0;
    /// Draws lots, or shows what is hidden on the board.
    Draw "draw" [Board] ["Ctrl+R"] 6;
    /// Names a party or chair; typed like any other character.
    Mention "mention" [Line] ["@"] 3;
    /// Names a theme; typed like any other character.
    Theme "theme" [Line] ["#"] 0;
    /// Names what it hangs under; typed like any other character.
    Under "under" [Line] ["&"] 0;
    /// Up: the entries, the field above, the line above.
    Up "up" [Begin Form Terugblik Line Board Entry Aim Picker Seats Lesson History Past ReadBack Page Regie Oogst Verslag] ["Up"] 4;
    /// Down.
    Down "down" [Begin Form Terugblik Line Board Entry Aim Picker Seats Lesson History Past ReadBack Page Regie Oogst Verslag] ["Down"] 0;
    /// A screen up.
    PageUp "page-up" [Begin Terugblik Line Board Entry Aim Picker History Page Oogst Verslag] ["PageUp"] 0;
    /// A screen down.
    PageDown "page-down" [Begin Terugblik Line Board Entry Aim Picker History Page Oogst Verslag] ["PageDown"] 0;
    /// A new line inside an entry.
    NewLine "new-line" [Line] ["Alt+Enter" "Ctrl+J"] 0;
    /// Marks as a key insight.
    Star "star" [Line Entry] ["Ctrl+S"] 4;
    /// Sets aside for later.
    Park "park" [Line Entry] ["Ctrl+P"] 5;
    /// Deletes; undo brings it back.
    Delete "delete" [Line Entry] ["Ctrl+D"] 6;
    /// Makes two of one, at the cursor.
    Split "split" [Line Entry] ["Ctrl+X"] 8;
    /// Puts two entries together.
    Merge "merge" [Line Entry] ["Ctrl+G"] 7;
    /// To another category or round.
    Move "move" [Line Entry] ["Ctrl+L"] 9;
    /// Hangs it under another.
    Hang "hang" [Line Entry] ["Ctrl+O"] 10;
    /// A place up in its list.
    Higher "higher" [Line Entry Oogst] ["Alt+Up"] 0;
    /// A place down in its list.
    Lower "lower" [Line Entry Oogst] ["Alt+Down"] 0;
    /// Keeps it out of the report, or lets it in.
    NotInReport "not-in-report" [Line Entry] ["Ctrl+R"] 0;
    /// For those who were there only.
    Confidential "confidential" [Line Entry] [] 0;
    /// A lesson for a next time: marks it, and opens what there is to say of it.
    Lesson "lesson" [Line Entry] ["Alt+L"] 0;
    /// The same of a line or a theme at the harvest.
    LessonHere "lesson-here" [Oogst] ["e" "Alt+L"] 10;
    /// Is no lesson after all.
    NoLesson "no-lesson" [Lesson] ["Ctrl+D"] 3;
    /// What became of it: every wording, move and mark.
    Earlier "earlier" [Line Entry Oogst] ["F8"] 0;
    /// Makes an entry again what it was in the chosen turn.
    PutBack "put-back" [History] ["Enter"] 1;
    /// The table as it was.
    AsItWas "as-it-was" [Line Board Entry] ["F9"] 0;
    /// Brings the chosen entry back as it was, or goes to the time that is typed.
    BringBack "bring-back" [Past] ["Enter"] 3;
    /// One change earlier.
    OneEarlier "one-earlier" [Past] ["Left"] 1;
    /// One change later.
    OneLater "one-later" [Past] ["Right"] 2;
    /// A minute earlier.
    MinuteEarlier "minute-earlier" [Past] ["PageUp"] 6;
    /// A minute later.
    MinuteLater "minute-later" [Past] ["PageDown"] 0;
    /// Before the first word.
    ToFirst "to-first" [Past] ["Home"] 0;
    /// After the last one.
    ToLast "to-last" [Past] ["End"] 0;
    /// Back to now.
    ToNow "to-now" [Past] ["F9"] 3;
    /// Draft, settled or parked, for a text that grows.
    Status "status" [Line Entry] ["Ctrl+E"] 0;
    /// Shows what is hidden.
    Reveal "reveal" [Line Board Entry] ["F7"] 0;
    /// Begins another pass.
    NextPass "next-pass" [Line Board Entry] ["F6"] 0;
    /// The next case of the round.
    NextCase "next-case" [Line Board Entry] ["Ctrl+Down"] 0;
    /// The case before.
    PrevCase "prev-case" [Line Board Entry] ["Ctrl+Up"] 0;
    /// Takes back.
    Undo "undo" [Line Board Entry Regie Oogst Wording] ["Ctrl+Z"] 6;
    /// Does again.
    Redo "redo" [Line Board Entry Regie Oogst Wording] ["Ctrl+Y"] 0;
    /// The next round.
    NextRound "next-round" [Line Board Entry Past Regie Oogst] ["Ctrl+Right" "Ctrl+N"] 5;
    /// The round before.
    PrevRound "prev-round" [Line Board Entry Past Regie Oogst] ["Ctrl+Left" "Ctrl+B"] 0;
    /// Another table.
    Table "table" [Line Board Entry] ["Ctrl+T"] 7;
    /// Straight to a table by its number.
    GoTable "go-table" [Line Board Entry] ["Alt+1" "Alt+2" "Alt+3" "Alt+4" "Alt+5" "Alt+6" "Alt+7" "Alt+8" "Alt+9"] 0;
    /// Finds something said at this table.
    Find "find" [Line Board Entry] ["Ctrl+F"] 0;
    /// Searches the sessions.
    Search "search" [Begin Oogst] ["/" "Ctrl+F"] 4;
    /// All of it as one phrase, or in any form.
    Literally "literally" [Terugblik] ["Ctrl+L"] 6;
    /// By date, by title or by place.
    SortSessions "sort-sessions" [Terugblik] ["Ctrl+O"] 7;
    /// A new session.
    New "new" [Begin] ["n"] 3;
    /// Dutch or English.
    Language "language" [Begin Line Board Entry Regie Oogst Verslag] [] 0;
    /// Dark or light.
    Look "look" [Begin Line Board Entry Regie Oogst Verslag] [] 0;
    /// Who sits at the table.
    Seats "seats" [Line Board Entry] [] 0;
    /// One more at the table.
    More "more" [Seats] ["Right" "+"] 1;
    /// One fewer at the table.
    Fewer "fewer" [Seats] ["Left" "-"] 2;
    /// A party that is not there yet.
    AddParty "add-party" [Seats] ["Enter"] 3;
    /// A category of the table's own.
    AddCategory "add-category" [Line Entry] [] 0;
    /// Title, date, place, tables, parties.
    Details "details" [Line Board Entry] [] 0;
    /// Starts the clock of this round, or starts it again.
    StartClock "start-clock" [Line Board Entry] [] 0;
    /// The clock stands still, or runs on.
    PauseClock "pause-clock" [Line Board Entry] [] 0;
    /// A minute more.
    Longer "longer" [Line Board Entry] [] 0;
    /// A minute less.
    Shorter "shorter" [Line Board Entry] [] 0;
    /// To the report.
    Verslag "verslag" [Line Board Entry Regie Oogst] ["F5"] 0;
    /// Makes the report, as a file.
    MakeReport "make-report" [Verslag] ["Enter" "w"] 1;
    /// Another format.
    NextFormat "next-format" [Verslag] ["t"] 2;
    /// A format by its number.
    NthFormat "nth-format" [Verslag] ["1" "2" "3" "4" "5" "6" "7" "8" "9"] 0;
    /// For whom it is.
    Audience "audience" [Verslag] ["v"] 3;
    /// All tables, or one.
    WhichTables "which-tables" [Verslag] ["a" "Ctrl+T"] 5;
    /// How much is told of whose words they are.
    WhichNames "which-names" [Verslag] ["n"] 4;
    /// Opens the file that was made last.
    OpenReport "open-report" [Verslag] ["o"] 6;
    /// The text to the clipboard of the terminal.
    CopyReport "copy-report" [Verslag] ["c"] 7;
    /// The reports made earlier, to open one.
    Reports "reports" [Verslag] ["l"] 9;
    /// The headings, to go to one.
    Contents "contents" [Verslag] ["i"] 8;
    /// The next heading.
    NextHeading "next-heading" [Verslag] ["Tab"] 7;
    /// The heading before.
    PrevHeading "prev-heading" [Verslag] ["Shift+Tab"] 0;
    /// Saves everything at another place, and goes on there.
    Elsewhere "elsewhere" [Line Board Entry Aim Regie Oogst Verslag] ["F12"] 0;
    /// To the facilitator's door.
    Regie "regie" [Line Board Entry Oogst Verslag] ["F2"] 0;
    /// Back to the table.
    Tafel "tafel" [Regie Oogst Plenary Verslag] ["F3"] 4;
    /// Starts what is chosen; the clock stands still, or runs on.
    Go "go" [Regie] ["Space"] 1;
    /// Takes over what is proposed.
    Accept "accept" [Regie] ["Enter"] 0;
    /// A minute more for what is chosen.
    MinuteMore "minute-more" [Regie] ["+" "="] 2;
    /// A minute less for what is chosen.
    MinuteLess "minute-less" [Regie] ["-"] 2;
    /// Rings.
    Bell "bell" [Regie] ["b"] 3;
    /// Leaves it out, or lets it in again.
    LeaveOut "leave-out" [Regie] ["x"] 7;
    /// A break behind what is chosen.
    Break "break" [Regie] ["p"] 7;
    /// One place earlier in the running order.
    BlockEarlier "block-earlier" [Regie] ["Alt+Up"] 0;
    /// One place later in the running order.
    BlockLater "block-later" [Regie] ["Alt+Down"] 0;
    /// What to say, why, materials, tips.
    Script "script" [Regie] ["w"] 8;
    /// What the projector shows.
    Wall "wall" [Regie] ["s"] 5;
    /// Who sits where over the tables.
    Seating "seating" [Regie] ["i"] 0;
    /// Five minutes more for one table.
    TableMore "table-more" [Regie] ["m"] 0;
    /// A table that writes on paper.
    Paper "paper" [Regie] ["o"] 0;
    /// To the harvest.
    Oogst "oogst" [Line Board Entry Regie Verslag] ["F4"] 0;
    /// Opens or closes a theme; of a line, goes to its table and round.
    Unfold "unfold" [Oogst] ["Enter"] 1;
    /// Puts what is marked, or the line, under a theme.
    ToTheme "to-theme" [Oogst] ["m"] 2;
    /// The same, straight to a theme by its number.
    ToNth "to-nth" [Oogst] ["1" "2" "3" "4" "5" "6" "7" "8" "9"] 2;
    /// Puts the line under the theme that is proposed.
    Belongs "belongs" [Oogst] ["j"] 0;
    /// The line does not belong to the theme that is proposed.
    BelongsNot "belongs-not" [Oogst] ["w"] 0;
    /// To the next line with a proposal.
    NextProposal "next-proposal" [Oogst] ["a"] 0;
    /// The line says the same as the one proposed beside it, or all that is marked says the same.
    SaysTheSame "says-the-same" [Oogst] ["="] 0;
    /// They do not say the same.
    SaysOther "says-other" [Oogst] ["-"] 0;
    /// To the next line with one of another table that may say the same.
    NextPair "next-pair" [Oogst] ["t"] 0;
    /// The same theme as the last time.
    Again "again" [Oogst] ["."] 0;
    /// Marks a line, so that a key is about more than one.
    MarkLine "mark-line" [Oogst] ["Space"] 3;
    /// A new theme, with what is marked in it.
    NewTheme "new-theme" [Oogst] ["n"] 3;
    /// What was learned.
    Conclude "conclude" [Oogst] ["c"] 5;
    /// Another name.
    RenameTheme "rename-theme" [Oogst] ["r"] 0;
    /// Puts a theme together with another.
    MergeTheme "merge-theme" [Oogst] ["g"] 0;
    /// Takes loose what was put together.
    ReleaseTheme "release-theme" [Oogst] ["l"] 0;
    /// A new theme of what is marked, out of the old one.
    SplitTheme "split-theme" [Oogst] ["x"] 0;
    /// Takes a line out of its theme.
    TakeOut "take-out" [Oogst] ["u" "Delete"] 0;
    /// Takes a theme away.
    RemoveTheme "remove-theme" [Oogst] ["d"] 0;
    /// A line carries what was learned.
    Evidence "evidence" [Oogst] ["b"] 0;
    /// A key insight.
    StarLine "star-line" [Oogst] ["s" "Ctrl+S"] 6;
    /// Only some of the lines.
    Filter "filter" [Oogst] ["f"] 7;
    /// In another order.
    Order "order" [Oogst] ["o"] 8;
    /// One list, or columns.
    OneList "one-list" [Oogst] ["v"] 0;
    /// The next view.
    NextView "next-view" [Oogst] ["Tab"] 4;
    /// The view before.
    PrevView "prev-view" [Oogst] ["Shift+Tab"] 0;
    /// A column to the left.
    ColumnLeft "column-left" [Oogst] ["Left"] 0;
    /// A column to the right.
    ColumnRight "column-right" [Oogst] ["Right"] 0;
    /// To the first line.
    ToTop "to-top" [Oogst Verslag] ["Home"] 0;
    /// To the last line.
    ToEnd "to-end" [Oogst Verslag] ["End"] 0;
    /// Themes that sessions share: takes one, or puts one in.
    Codebook "codebook" [Oogst] ["k"] 0;
    /// What each table tells in the plenary.
    Plenary "plenary" [Oogst] ["p"] 9;
    /// The next table.
    NextTold "next-told" [Plenary] ["Right" "Space" "Enter" "PageDown"] 1;
    /// The table before.
    PrevTold "prev-told" [Plenary] ["Left" "PageUp"] 2;
    /// The same on the projector, or no longer.
    OnWall "on-wall" [Plenary] ["s"] 3;
    /// Saves what was typed.
    Settle "settle" [Wording Lesson] ["Enter"] 1;
    /// Asks the facilitator to come.
    Hand "hand" [Line Board Entry] ["Alt+H"] 0;
    /// Says that the table has finished the round.
    Finished "finished" [Line Board Entry] ["Alt+D"] 0;
    /// Reads back to the table what it said.
    ReadBack "read-back" [Line Board Entry] ["Alt+R"] 0;
    /// What was read back is right.
    ItIsRight "it-is-right" [ReadBack] ["1" "k"] 1;
    /// It is right, and something is lacking.
    Addition "addition" [ReadBack] ["2" "a"] 2;
    /// It is not what was said.
    Disagree "disagree" [ReadBack] ["3" "o"] 3;
    /// To the home screen.
    Home "home" [Line Board Entry Regie Oogst Verslag] [] 0;
    /// Everything that can be done here, found by typing.
    Palette "palette" [Begin Line Board Entry Regie Oogst Verslag] ["Ctrl+K"] 9;
    /// Help for where you are; again: all keys.
    Help "help" [Begin Form Terugblik Line Board Entry Aim Picker Seats Lesson History Past ReadBack Page Regie Oogst Wording Plenary Verslag] ["F1"] 8;
    /// Back; closes what lies on top; never loses text.
    Back "back" [Begin Form Terugblik Line Board Entry Aim Picker Seats Lesson History Past ReadBack Page Regie Screen Oogst Wording Plenary Verslag] ["Esc"] 0;
    /// Quits; everything is already saved.
    Quit "quit" [Begin Form Terugblik Line Board Entry Aim Picker Seats Lesson History Past ReadBack Page Regie Screen Oogst Wording Plenary Verslag] ["Ctrl+Q"] 10;
    /// Closes the projector.
    Shut "shut" [Screen] ["q"] 0;
}

/// What a key does where one is; nothing for a key that types or means nothing there.
pub fn command(place: Where, key: &KeyEvent) -> Option<Command> {
    let here = BINDINGS.iter().filter(|binding| binding.places.contains(&place));
    here.filter(|binding| !types(binding.command))
        .find(|binding| binding.keys.iter().any(|name| is(name, key)))
        .map(|binding| binding.command)
}

/// Nothing, for a command whose key is of another place.
///
/// A door answers the commands that have a key there. All others stand for one arm of its match, which calls this: were they
/// listed, a new key would cost a line in every door that does not have it.
pub const fn elsewhere(_: Command) {}

/// Whether the binding only explains a character that is typed like any other.
pub fn types(command: Command) -> bool {
    matches!(command, Command::Mention | Command::Theme | Command::Under | Command::Turn)
}

/// Whether it is something one looks for by name, and not a way to move about.
pub fn is_deed(command: Command) -> bool {
    use Command::{
        Back, ColumnLeft, ColumnRight, Down, GoTable, NextField, NextHeading, NthFormat, Open, PageDown, PageUp,
        Palette, PrevField, PrevHeading, Save, ToNth, Up,
    };
    !matches!(
        command,
        Up | Down
            | PageUp
            | PageDown
            | NextField
            | PrevField
            | Save
            | Open
            | Back
            | Palette
            | GoTable
            | ToNth
            | NthFormat
            | NextHeading
            | PrevHeading
            | ColumnLeft
            | ColumnRight
    )
}

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
