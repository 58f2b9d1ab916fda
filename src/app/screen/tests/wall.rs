//! A wall to test on: a hall looks at it, and others write.
//!
//! Called by the stories beside it.

use super::super::*;
use crate::{
    form::board::{Spot, Stroke},
    record::{BlockId, Deed, Entry, FactKey, Home, Mint, Parties, SessionId, TableId, Touch, Value},
    session::{Head, News},
    ui::{Depth, Look},
    words::Lang,
    workshop,
};

const WORKSHOP: &str = r#"(
    format: 1, id: "proef", language: "nl", title: "Proef", parties: ["Welzijn", "Gemeente"],
    rounds: [
        (id: "een", title: "Succesfactoren", question: "Wat maakt dat samenwerken hier lukt?",
            say: "ZEGDIT", why: "WAAROM", tips: ["TIP"], materials: ["STIFTEN"],
            phases: [
                (name: "alleen bedenken", minutes: 3, group: Alone, say: "ZEGDAT"),
                (name: "rondje langs tafel", minutes: 12),
            ],
            blocks: [
                Collect(id: "plus", categories: [
                    (id: "succes", label: "Succesfactoren", one: "succesfactor", sigil: "+", tone: Green),
                    (id: "gevaar", label: "Bedreigingen", one: "bedreiging", sigil: "!", tone: Red),
                ]),
                Collect(id: "stil", hidden: UntilReveal, categories: [
                    (id: "geheim", label: "Zorgen", one: "zorg", sigil: "?", tone: Orange),
                ]),
            ]),
        (id: "twee", title: "Kiezen", question: "Wat eerst?", minutes: 10, blocks: [
            Vote(id: "open", from: [List(["Buurtbus", "Tuin"])]),
            Vote(id: "dicht", hidden: UntilReveal, from: [List(["Buurtbus", "Tuin"])]),
            Vote(id: "prive", hidden: Private, from: [List(["Buurtbus", "Tuin"])]),
        ]),
    ],
)"#;

/// Tuesday 12 May 2026, 14:00 in the Netherlands.
pub const START: Now = Now { millis: 1_778_587_200_000, offset: 7200 };

/// A wall with a hall in front of it.
pub struct Wall {
    pub screen: Screen,
}

impl Wall {
    pub fn new() -> Self {
        Self::of(Lang::Nl, Theme::new(Look::Dark, Depth::True, false))
    }

    pub fn of(lang: Lang, theme: Theme) -> Self {
        let workshop = workshop::read(WORKSHOP).expect("the workshop can be read");
        let head = Head {
            format: 1,
            id: SessionId::new("2026-05-12-proef"),
            title: "Samen in het dorp".into(),
            date: START.date(),
            place: "Dorpshuis".into(),
            tables: 2,
            names: [].into(),
            parties: Parties::named(&workshop.parties),
            device: "laptop-1".into(),
            workshop,
        };
        let session = Session::new(head, Mint::new("laptop-1".into(), 7));
        let mut screen = Screen::new(session, Words::new(lang), theme, START);
        screen.on(Event::Resize(80, 24));
        Self { screen }
    }

    /// Something that another program writes at a table, and the wall hears of.
    pub fn hears(&mut self, table: u32, make: impl FnOnce(&mut Session) -> Vec<Touch>) -> &mut Self {
        let now = self.screen.now.plus(1);
        self.screen.on(Event::Tick(now));
        let mut theirs = self.screen.session.clone();
        let touches = make(&mut theirs);
        let mut mint = theirs.mint.clone();
        let told = theirs.table_mut(TableId(table)).expect("a table");
        told.alter(touches, Deed::Did, &mut mint, now).expect("something is altered");
        let news = News { accounts: vec![(TableId(table), told.records.clone())], ..News::default() };
        self.screen.session.mint = mint;
        self.screen.on(Event::News(Box::new(news)));
        self
    }

    pub fn fact(&mut self, table: u32, key: FactKey, value: Value) -> &mut Self {
        self.hears(table, |session| {
            vec![session.table(TableId(table)).expect("a table").records.touch_fact(key, Some(value))]
        })
    }

    pub fn begins(&mut self, round: &str) -> &mut Self {
        let at = Value::Number(self.screen.now.millis as f64);
        self.fact(0, FactKey::Began(round.into()), at)
    }

    pub fn shows(&mut self, what: &str) -> &mut Self {
        self.fact(0, FactKey::Screen, Value::Text(what.into()))
    }

    pub fn says(
        &mut self,
        table: u32,
        block: &str,
        category: &str,
        text: &str,
        with: impl FnOnce(&mut Entry),
    ) -> &mut Self {
        let now = self.screen.now.plus(1);
        self.hears(table, |session| {
            let home = Home { round: "een".into(), block: block.into(), pass: 0 };
            let born = session.mint.stamp(now);
            let mut entry = Entry::new(text.into(), born, home, category.into(), text);
            with(&mut entry);
            vec![Touch::Birth(Box::new(entry))]
        })
    }

    /// Somebody at a table does something on a board.
    pub fn votes(&mut self, table: u32, block: &str, column: usize, stroke: Stroke<'_>) -> &mut Self {
        let words = self.screen.words.clone();
        self.hears(table, |session| {
            let table = session.table(TableId(table)).expect("a table");
            let scope = crate::session::shown_scope(session, &words, table);
            let form = session.head.workshop.block(&BlockId::new(block)).expect("a block").lens();
            let board = form.board(scope, None).expect("a board");
            let spot = Spot { item: board.rows.first().map(|row| &row.item), column };
            let fill = form.fill(scope, None, spot, stroke);
            assert!(!fill.touches.is_empty(), "{:?}", fill.told);
            fill.touches
        })
    }

    pub fn waits(&mut self, seconds: i64) -> &mut Self {
        self.screen.on(Event::Tick(self.screen.now.plus(seconds)));
        self
    }

    pub fn sees(&mut self, width: u16, height: u16) -> String {
        self.screen.on(Event::Resize(width, height));
        let buf = self.screen.picture();
        let row = |y| {
            let mut row = String::new();
            let mut x = 0;
            while x < width {
                row.push_str(buf[(x, y)].symbol());
                x += crate::text::width(buf[(x, y)].symbol()).max(1) as u16;
            }
            row.trim_end().to_owned()
        };
        format!("\n{}\n", (0..height).map(row).collect::<Vec<_>>().join("\n"))
    }
}
