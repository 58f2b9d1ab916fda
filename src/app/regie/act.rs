//! What a key means to the facilitator.

use super::{Now, Regie};
use crate::{
    app::{
        Desk,
        over::{Card, Deed, List, Over},
        tafel::table_name,
    },
    form::Form,
    record::{FactKey, TableId, Value},
    session::{Facts, Session},
    ui::{Choice, Command, Picker, theme::Ink},
};

/// What a key asks of who holds the session.
pub enum Asked {
    /// Nothing.
    Nothing,
    /// Facts of the room.
    Set(Facts),
    /// Take back, or do again, what was done to the room.
    Turn {
        /// Back, and not again.
        back: bool,
    },
    /// Back to the table.
    Leave,
    /// Of the whole program.
    Deed(Deed),
}

impl Regie {
    /// Does what a command means here.
    pub fn on(&mut self, command: Command, session: &Session, desk: &mut Desk) -> Asked {
        let now = Now::of(session, desk);
        let (order, millis) = (&now.order, now.millis);
        let at = self.at(&now);
        let facts = match command {
            Command::Up => return self.choose(at.checked_sub(1), &now),
            Command::Down => return self.choose(Some(at + 1), &now),
            Command::Go if order.running().is_some() && self.is_here(&now) => order.pause(millis),
            Command::Go => self.begin(Some(at), &now),
            Command::NextRound => match order.next() {
                None => order.finish(),
                next => self.begin(next, &now),
            },
            Command::PrevRound => self.begin(order.previous(), &now),
            Command::MinuteMore => order.lengthen(at, 1),
            Command::MinuteLess => order.lengthen(at, -1),
            Command::Accept => order.late(millis).map(|late| order.accept(&late)).unwrap_or_default(),
            Command::LeaveOut if order.running() == Some(at) => match order.next() {
                None => order.finish(),
                next => self.begin(next, &now),
            },
            Command::LeaveOut => order.leave_out(at),
            Command::Break => order.add_break(at, &desk.words.say("regie-break"), millis),
            Command::BlockEarlier => order.shift(at, true),
            Command::BlockLater => order.shift(at, false),
            Command::Bell => {
                self.ring(desk);
                return Asked::Nothing;
            }
            Command::Undo => return Asked::Turn { back: true },
            Command::Redo => return Asked::Turn { back: false },
            Command::Script => return self.script(&now, desk),
            Command::TableMore => return tables(&now, desk),
            Command::Seating => return Asked::Deed(super::seats::list(&now, desk)),
            Command::Wall => return wall(&now, desk),
            Command::Palette => return Asked::Deed(crate::app::palette(desk, crate::ui::Where::Regie, Vec::new())),
            Command::Back if self.chosen.take().is_some() => return Asked::Nothing,
            Command::Back | Command::Tafel => return Asked::Leave,
            _ => return Asked::Nothing,
        };
        if matches!(command, Command::BlockEarlier | Command::BlockLater) {
            self.chosen = order.blocks.get(at).map(|block| block.id.clone());
        }
        Asked::Set(facts)
    }

    /// Whether the keys are about the block that runs.
    fn is_here(&self, now: &Now<'_>) -> bool {
        now.order.running() == Some(self.at(now))
    }

    fn choose(&mut self, at: Option<usize>, now: &Now<'_>) -> Asked {
        if let Some(block) = at.and_then(|at| now.order.blocks.get(at)) {
            self.chosen = Some(block.id.clone());
        }
        Asked::Nothing
    }

    fn begin(&mut self, at: Option<usize>, now: &Now<'_>) -> Facts {
        self.chosen = None;
        at.map(|at| now.order.begin(at, now.millis)).unwrap_or_default()
    }

    /// What to say, why, what has to lie on the table, and what helps if it stalls.
    fn script(&self, now: &Now<'_>, desk: &Desk) -> Asked {
        let Some(round) = now.round(self.at(now)) else { return Asked::Nothing };
        let say = |key: &str| desk.words.say(key);
        let mut parts = vec![(say("regie-say"), round.say.clone())];
        for phase in round.phases.iter().filter(|phase| !phase.say.is_empty()) {
            parts.push((phase.name.clone(), phase.say.clone()));
        }
        parts.push((say("regie-why"), round.why.clone()));
        parts.push((say("regie-materials"), round.materials.join("\n")));
        parts.push((say("regie-tips"), round.tips.join("\n")));
        parts.retain(|(_, text)| !text.is_empty());
        let card = Card { title: round.title.clone(), parts, at: 0 };
        Asked::Deed(Deed::Show(Box::new(Over::Card(card))))
    }
}

/// The tables, to give one of them five minutes more.
fn tables(now: &Now<'_>, desk: &mut Desk) -> Asked {
    if now.order.running().and_then(|at| now.round(at)).is_none() {
        desk.tell(Ink::Dim, desk.words.say("regie-nothing-runs"));
        return Asked::Nothing;
    }
    let choice = |table: TableId| Choice {
        label: table_name(now.session, table, desk),
        detail: String::new(),
        also: String::new(),
        gives: Deed::Longer(table),
    };
    let choices = now.session.tables.iter().map(|table| choice(table.id)).collect();
    let picker = Picker::new(desk.words.say("regie-table-more"), choices);
    Asked::Deed(Deed::Show(Box::new(Over::Picker(List::new(picker)))))
}

/// What the projector can show, to choose from: what it shows by itself, a page, a table's card, or what a block came to.
fn wall(now: &Now<'_>, desk: &Desk) -> Asked {
    let words = &desk.words;
    let choice = |label: String, detail: String, shows: Option<String>| Choice {
        label,
        detail,
        also: String::new(),
        gives: Deed::OnTheWall(shows),
    };
    let page = |what: &str| choice(words.say(&format!("regie-wall-{what}")), String::new(), Some(what.to_owned()));
    let mut choices = vec![choice(words.say("regie-wall-usual"), String::new(), None)];
    choices.extend(["question", "clock", "phase", "harvest"].map(page));
    choices.extend(now.session.tables.iter().map(|table| {
        let name = table_name(now.session, table.id, desk);
        choice(
            words.tell("regie-wall-card", &[("table", name.into())]),
            String::new(),
            Some(format!("card:{}", table.id)),
        )
    }));
    let rounds = now.session.head.workshop.rounds.iter();
    choices.extend(rounds.flat_map(|round| round.blocks.iter().map(move |block| (round, block))).filter_map(
        |(round, block)| match block {
            Form::Vote(_) | Form::Judge(_) => {
                let frame = block.lens().frame();
                let title = if frame.title.is_empty() { &round.title } else { frame.title };
                let label = words.tell("regie-wall-vote", &[("block", title.to_owned().into())]);
                Some(choice(label, round.title.clone(), Some(format!("vote:{}", frame.id))))
            }
            Form::Moment(_)
            | Form::Collect(_)
            | Form::Formulate(_)
            | Form::Group(_)
            | Form::Link(_)
            | Form::Matrix(_)
            | Form::Assign(_) => None,
        },
    ));
    choices.extend(super::seats::on_the_wall(now, desk));
    choices.extend(["welcome", "blank"].map(page));
    let picker = Picker::new(words.say("regie-wall"), choices);
    Asked::Deed(Deed::Show(Box::new(Over::Picker(List::new(picker)))))
}

/// The facts that give a table five minutes more in the round that runs.
pub fn longer(session: &Session, table: TableId, desk: &Desk) -> Facts {
    let now = Now::of(session, desk);
    let Some(round) = now.order.running().and_then(|at| now.round(at)) else { return Vec::new() };
    let key = FactKey::Longer(round.id.clone(), table);
    let more = session.room.records.number(&key).unwrap_or(0.0) + 5.0;
    vec![(key, Some(Value::Number(more)))]
}
