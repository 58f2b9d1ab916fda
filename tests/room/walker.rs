//! Who walks a workshop by keys, and types what the program's own description of a place or a board asks for.

use crate::facilitator::Facilitator;
use aantafel::{
    form::{
        ColumnKind, Form, Kind, Place, Scope, Which,
        assign::Draw,
        board::Board,
        case,
        judge::Scale,
        matrix::CellKind,
        terms::{Hidden, Per},
        vote::{How, Vote},
    },
    record::{EntryId, TableId},
    session::Session,
    words::{Lang, Words},
    workshop::{Round, shipped},
};
use std::{collections::HashSet, path::PathBuf};

/// The most keys by which any place of a round is reached.
const MOST_TABS: usize = 24;

/// How many sit at a table of which nobody counted the chairs.
const CHAIRS: usize = 5;

/// Somebody who holds two tables of one workshop.
pub struct Walker {
    at: Facilitator,
    words: Words,
    lang: Lang,
    table: u32,
    /// Everything that was typed and has to be found back.
    given: Vec<String>,
    complaints: Vec<String>,
}

impl Walker {
    /// Starts a session of this workshop with two tables, as one does from the home screen.
    pub fn sits(id: &str, lang: Lang) -> Self {
        let text = shipped(lang.code()).find(|file| file.id == id).expect("it ships").text;
        let title =
            text.split("\n    title: \"").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a title");
        let mut at = Facilitator::at(110, 32, lang);
        at.presses("n").types(title).presses("Enter Tab Tab Tab Ctrl+U").types("2").presses("Enter");
        assert_eq!(at.session().head.workshop.id, id, "the list finds it by its title");
        assert_eq!(at.session().tables.len(), 2);
        Self { at, words: Words::new(lang), lang, table: 1, given: Vec::new(), complaints: Vec::new() }
    }

    pub fn session(&self) -> &Session {
        self.at.session()
    }

    pub fn rounds(&self) -> Vec<Round> {
        self.session().head.workshop.rounds.clone()
    }

    pub fn given(&self) -> &[String] {
        &self.given
    }

    pub fn complaints(&self) -> &[String] {
        &self.complaints
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        let session = self.at.session_folder();
        session.ancestors().nth(2).expect("sessions lie in a folder of the data folder").to_owned()
    }

    /// Lets everything come to rest on disk.
    pub fn rests(&mut self) {
        self.at.waits(3);
    }

    /// Complains unless this holds.
    pub fn must(&mut self, right: bool, why: impl FnOnce() -> String) {
        if !right {
            let why = why();
            self.complaints.push(why);
        }
    }

    /// What a form sees at a table.
    pub fn scope(&self, table: u32) -> Scope<'_> {
        let session = self.session();
        Scope {
            records: &session.table(TableId(table)).expect("there are two").records,
            parties: &session.head.parties,
            words: &self.words,
            room: session,
            table,
            each: None,
            rotate: None,
            public: false,
        }
    }

    /// What is still open of a round, in the program's own sentences.
    pub fn open(&self, table: u32, round: &Round) -> Vec<String> {
        round.blocks.iter().flat_map(|block| block.lens().open(round.scope(self.scope(table)))).collect()
    }

    /// Goes to a round at a table; every table has a screen of its own size.
    pub fn goes(&mut self, table: u32, round: usize) {
        let (width, height) = if table == 1 { (110, 32) } else { (80, 24) };
        self.at.presses(&format!("Alt+{table}")).resizes(width, height);
        self.table = table;
        let title = self.session().head.workshop.rounds[round].title.clone();
        let shown = || self.session().tables[table as usize - 1].desk.round.clone();
        let here = shown().and_then(|id| self.session().head.workshop.round_at(&id)).unwrap_or(0);
        for _ in here..round {
            self.at.presses("Ctrl+Right");
        }
        let question = self.session().head.workshop.rounds[round].question.clone();
        let first: String = question.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        let screen = self.at.sees();
        self.must(screen.contains(&first), || format!("{title}: its question is not on the screen:\n{screen}"));
    }

    /// Fills in everything that a block asks for at this table.
    pub fn fills(&mut self, round: &Round, form: &Form) {
        let mut places = case::places(round.scope(self.scope(self.table)), form);
        // what belongs to no case any more has a place that shows only when it holds something
        places.retain(|place| !matches!(place.which, Which::Elsewhere(_)));
        let lists = places.iter().filter(|place| place.kind == Kind::List).count().max(1);
        let least = match form {
            Form::Collect(collect) => collect.least.unwrap_or(0) as usize,
            Form::Moment(_)
            | Form::Formulate(_)
            | Form::Group(_)
            | Form::Link(_)
            | Form::Judge(_)
            | Form::Vote(_)
            | Form::Matrix(_)
            | Form::Assign(_) => 0,
        };
        for place in &places {
            if !self.reaches(round, place) {
                continue;
            }
            match place.kind {
                Kind::List => (0..least.div_ceil(lists).max(2)).for_each(|nth| self.says(place, nth)),
                Kind::Slot => {
                    let words = self.words_for(&place.label);
                    self.at.says(&words);
                }
                Kind::Board => self.holds_board(round, form, place),
            }
        }
        // where nothing else is asked, the note-taker writes what happened
        if places.is_empty() {
            let words = self.words_for(&round.title);
            self.at.says(&format!(":{words}"));
        }
    }

    /// New words, that nobody else says: they are given once and have to be found back.
    fn words_for(&mut self, about: &str) -> String {
        let nth = self.given.len() + 1;
        let words = format!("{} {}{nth:03}", about.replace(['"', ':', '|'], ""), self.table);
        self.given.push(words.clone());
        words
    }

    /// Goes to a place by the keys that lead to it: Ctrl+Up and Ctrl+Down to its case, Tab to the place.
    fn reaches(&mut self, round: &Round, place: &Place) -> bool {
        let all = round.places(self.scope(self.table));
        if let Some(case) = place.which.case() {
            let mut keys: Vec<&str> = Vec::new();
            for key in all.iter().filter_map(|place| place.which.case()).map(|case| case.key.as_str()) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            let nth = keys.iter().position(|key| *key == case.key).expect("a place of the round is of a case of it");
            self.at.presses(&"Ctrl+Up ".repeat(keys.len())).presses(&"Ctrl+Down ".repeat(nth));
        }
        let name = if place.kind == Kind::List { &place.one } else { &place.label };
        for _ in 0..MOST_TABS {
            if self.line_title(place.sigil) == *name {
                return true;
            }
            self.at.presses("Tab");
        }
        let screen = self.at.sees();
        self.must(false, || format!("round {}: no key leads to {name}:\n{screen}", round.id));
        false
    }

    /// Where the frame says that the line goes.
    fn line_title(&mut self, sigil: Option<char>) -> String {
        let screen = self.at.sees();
        let row = screen.lines().rfind(|row| row.contains('╭')).unwrap_or_default();
        let title = row.split("╭─ ").nth(1).and_then(|rest| rest.split(" ─").next()).unwrap_or_default();
        let title = title.split(" · ").next().unwrap_or_default();
        let bare = sigil.and_then(|sigil| title.strip_prefix(sigil)).unwrap_or(title);
        bare.trim().trim_end_matches('─').trim().to_owned()
    }

    fn ids(&self) -> HashSet<EntryId> {
        let records = &self.session().tables[self.table as usize - 1].records;
        records.all().into_iter().map(|entry| entry.id.clone()).collect()
    }

    /// Says one thing at a place with all its columns, and the second one with the sign of the place and who said it.
    fn says(&mut self, place: &Place, nth: usize) {
        let before = self.ids();
        let words = self.words_for(&place.one);
        if let Some(sigil) = place.sigil.filter(|_| nth == 1) {
            self.at.types(&sigil.to_string());
        }
        self.at.types(&words);
        let parties = &self.session().head.parties.0;
        let party = parties.get(nth % parties.len().max(1)).map(|party| party.label.clone());
        let voiced = nth == 1 && place.columns.is_empty() && !place.anonymous && place.which.case().is_none();
        if let Some(party) = party.as_ref().filter(|_| voiced) {
            self.at.types(&format!(" @{}", party.split_whitespace().next().unwrap_or_default()));
            self.at.presses("Tab");
        }
        for column in &place.columns {
            let value = match &column.kind {
                ColumnKind::Text => self.words_for(&column.label),
                ColumnKind::Choice(choices) => choices[0].clone(),
                ColumnKind::Number => "3".to_owned(),
                ColumnKind::Date => if self.lang == Lang::Nl { "1 juni 2026" } else { "1 June 2026" }.to_owned(),
                ColumnKind::Party | ColumnKind::Participant => party.clone().unwrap_or_else(|| "Bewoners".to_owned()),
                ColumnKind::Entry(_) => "1".to_owned(),
            };
            self.at.presses("Tab").types(&value);
        }
        self.at.presses("Enter");
        let records = &self.session().tables[self.table as usize - 1].records;
        let born: Vec<_> = records.all().into_iter().filter(|entry| !before.contains(&entry.id)).cloned().collect();
        let voice = |entry: &aantafel::record::Entry| !voiced || party.is_none() || entry.by.is_some();
        let columns =
            |entry: &aantafel::record::Entry| place.columns.iter().all(|column| entry.columns.contains_key(&column.id));
        let right =
            matches!(&born[..], [entry] if place.holds(entry) && entry.text == words && voice(entry) && columns(entry));
        self.must(right, || format!("{} / {}: “{words}” became {born:?}", place.block, place.category));
    }

    fn board(&self, round: &Round, form: &Form, place: &Place) -> Board {
        let scope = round.scope(self.scope(self.table));
        form.lens().board(scope, place.which.case()).expect("a place that is a board has one")
    }

    /// Fills in every row or column of a board, with its draw, its passes and what it hides.
    fn holds_board(&mut self, round: &Round, form: &Form, place: &Place) {
        let name = format!("round {}, table {}, {} {}", round.id, self.table, form.name(), place.block);
        let frame = form.lens().frame();
        let board = self.board(round, form, place);
        self.must(!board.rows.is_empty(), || format!("{name}: a board without rows"));
        if matches!(form, Form::Assign(assign) if assign.draw != Draw::Choose) {
            self.at.presses("Ctrl+R");
        } else {
            if frame.until.is_some() {
                self.fills_board(round, form, place, true);
                self.at.presses("F6");
            }
            self.fills_board(round, form, place, false);
        }
        if frame.hidden == Hidden::UntilReveal {
            self.at.presses("Ctrl+R");
        }
        let board = self.board(round, form, place);
        let screen = self.at.sees();
        self.must(board.filled() == board.rows.len(), || {
            format!("{name}: {} of {} rows hold something:\n{screen}", board.filled(), board.rows.len())
        });
    }

    fn fills_board(&mut self, round: &Round, form: &Form, place: &Place, objects: bool) {
        let board = self.board(round, form, place);
        let columns = board.columns.len() - usize::from(board.spare);
        // where chairs were not counted, a board grows with what they give
        let columns = if by_chair(form) { columns.max(CHAIRS) } else { columns };
        let count = if board.by_column { columns } else { board.rows.len() };
        let back = if board.by_column { "Left " } else { "Up " };
        self.at.presses(&back.repeat(count));
        for nth in 0..count {
            let line = line(form, nth, board.rows.len(), columns, self.lang);
            let reason = (objects && nth + 1 == count).then(|| self.words_for("reden"));
            let line = match &reason {
                Some(reason) => format!("{} n: {reason}", &line[..line.len().saturating_sub(2)]),
                None => line,
            };
            // the row that is filled in is in view, also on a small screen
            let screen = self.at.sees();
            let label = board.rows[if board.by_column { 0 } else { nth }].label.clone();
            let start: String = label.split_whitespace().next().unwrap_or_default().chars().take(12).collect();
            self.must(screen.contains(&start), || format!("{}: row “{label}” is out of view:\n{screen}", place.block));
            self.at.says(line.trim());
            let screen = self.at.sees();
            let shown = screen.lines().rev().skip(1).take(2).any(|row| row.contains(&format!("│ {} ", line.trim())));
            self.must(!shown, || format!("{}: “{line}” is not taken:\n{screen}", place.block));
        }
    }
}

fn by_chair(form: &Form) -> bool {
    match form {
        Form::Judge(judge) => judge.per == Per::Seat,
        Form::Vote(vote) => vote.per == Per::Seat,
        Form::Moment(_)
        | Form::Collect(_)
        | Form::Formulate(_)
        | Form::Group(_)
        | Form::Link(_)
        | Form::Matrix(_)
        | Form::Assign(_) => false,
    }
}

/// What is typed for a row, or for a voter where a line is what one of them gives.
fn line(form: &Form, nth: usize, rows: usize, columns: usize, lang: Lang) -> String {
    let joined = |one: &dyn Fn(usize) -> String| (0..columns).map(one).collect::<Vec<_>>().join(" ");
    match form {
        Form::Judge(judge) => {
            let one = |column: usize| match &judge.scale {
                // they are far apart on the first row, so that there is something to talk about
                Scale::Numbers { from, to, .. } if nth == 0 => {
                    if column.is_multiple_of(2) { *from } else { *to }.to_string()
                }
                Scale::Numbers { from, to, .. } => ((from + to) / 2.0).round().to_string(),
                Scale::Zones(zones) => (nth % zones.len() + 1).to_string(),
                Scale::Rings { sectors, .. } if sectors.is_empty() => "1".to_owned(),
                Scale::Rings { .. } => "1a".to_owned(),
                Scale::Axes { .. } => format!("{} {}", nth % 5 + 1, 4 - nth % 4),
                Scale::YesNo | Scale::Consent => if lang == Lang::Nl { "j" } else { "y" }.to_owned(),
            };
            if matches!(judge.scale, Scale::Axes { .. }) { one(0) } else { joined(&one) }
        }
        Form::Vote(vote) => ballot(vote, nth, rows, columns),
        Form::Matrix(matrix) => joined(&|column| match &matrix.cell {
            CellKind::Signs(signs) => {
                signs[if column == 0 { 0 } else { 1 + (nth + column) % (signs.len() - 1) }].letter.clone()
            }
            CellKind::Numbers { from, .. } => from.to_string(),
            CellKind::Text => format!("vak {nth} {column} |"),
        }),
        Form::Link(link) => {
            let other = if nth + 1 < rows { nth + 2 } else { 1 };
            let letter = link.kinds.get(nth % link.kinds.len().max(1)).map(|kind| kind.letter.clone());
            format!("{other}{}", letter.unwrap_or_default())
        }
        Form::Group(_) => format!("Groep {}", nth % 2 + 1),
        Form::Assign(assign) => {
            (0..assign.slots.len().max(1)).map(|at| ((nth + at) % 2 + 1).to_string()).collect::<Vec<_>>().join(" ")
        }
        Form::Moment(_) | Form::Collect(_) | Form::Formulate(_) => String::new(),
    }
}

/// What a voter gives, or what is counted for a row.
fn ballot(vote: &Vote, nth: usize, rows: usize, columns: usize) -> String {
    let counted = vote.per == Per::Table && vote.how != How::Ranking;
    if counted {
        return (0..columns).map(|kind| (rows - nth + kind).to_string()).collect::<Vec<_>>().join(" ");
    }
    let letter = vote.kinds.first().map(|kind| kind.letter.clone()).unwrap_or_default();
    let wanted = if vote.how == How::One { 1 } else { vote.tokens.unwrap_or(3) as usize };
    let given = (0..wanted.min(rows)).map(|at| format!("{}{letter}", (nth + at) % rows + 1));
    given.collect::<Vec<_>>().join(" ")
}
