//! The places where the keyboard can be.
//!
//! Not for what a key does there (that is `keys`). Called by whoever asks what a key means.

/// Where the keyboard goes: what lies on top.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Where {
    /// Home.
    Begin,
    /// The form of a new session.
    Form,
    /// Looking back over all sessions.
    Terugblik,
    /// At the table, on the line.
    Line,
    /// At the table, on a board, with nothing typed.
    Board,
    /// At the table, with an earlier entry chosen.
    Entry,
    /// At the table, choosing the entry that another is put together with or hung under.
    Aim,
    /// A list to choose from.
    Picker,
    /// Who sits at the table.
    Seats,
    /// What there is to say of a lesson.
    Lesson,
    /// What became of an entry.
    History,
    /// At a table as it was.
    Past,
    /// At the facilitator's door.
    Regie,
    /// What is read back to the table.
    ReadBack,
    /// At the harvest.
    Oogst,
    /// At the harvest, on a line: a name, what was learned, what is searched for.
    Wording,
    /// At the harvest, what a table tells in the plenary.
    Plenary,
    /// At the report.
    Verslag,
    /// The help, or a card to read.
    Page,
    /// The projector, which is only looked at.
    Screen,
}

impl Where {
    /// All of them, in the order of the manual.
    pub const ALL: [Self; 20] = [
        Self::Begin,
        Self::Form,
        Self::Terugblik,
        Self::Line,
        Self::Board,
        Self::Entry,
        Self::Aim,
        Self::Picker,
        Self::Seats,
        Self::Lesson,
        Self::History,
        Self::Past,
        Self::Regie,
        Self::ReadBack,
        Self::Oogst,
        Self::Wording,
        Self::Plenary,
        Self::Verslag,
        Self::Page,
        Self::Screen,
    ];

    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Form => "form",
            Self::Terugblik => "terugblik",
            Self::Line => "line",
            Self::Board => "board",
            Self::Entry => "entry",
            Self::Aim => "aim",
            Self::Picker => "picker",
            Self::Seats => "seats",
            Self::Lesson => "lesson",
            Self::History => "history",
            Self::Past => "past",
            Self::Regie => "regie",
            Self::ReadBack => "read-back",
            Self::Oogst => "oogst",
            Self::Wording => "wording",
            Self::Plenary => "plenary",
            Self::Verslag => "verslag",
            Self::Page => "page",
            Self::Screen => "screen",
        }
    }
}
