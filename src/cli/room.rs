//! What every command needs: the words, the data folder, the device, the time, and how to say trouble.
//!
//! The command line is where the program meets the system, so the clock and the randomness are asked here and handed on.

use super::wrong::Wrong;
use crate::{
    form::Scope,
    record::{Deed, DeviceId, Now, RoundId, TableId, Touch},
    session::{Head, Log, Session, Table},
    store::{Data, Doubt, NotFound, Places, Refused, SessionDir, Store, Trouble, slug},
    text::fold,
    words::{Words, dates},
};
use clap::ArgMatches;
use std::io::{self, Write};

/// How it went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Done {
    /// Done.
    Well,
    /// It did its work, and the answer is no: a file with mistakes.
    No,
    /// Done, but something is in doubt or was set aside.
    InDoubt,
}

impl Done {
    /// Its exit code.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::No => 1,
            Self::InDoubt => 3,
        }
    }

    /// In doubt if there was anything to doubt.
    pub(super) fn unless(doubt: bool) -> Self {
        if doubt { Self::InDoubt } else { Self::Well }
    }
}

/// How many doubts are told of many sessions; `doctor` tells all.
const FEW_DOUBTS: usize = 5;

/// What every command needs.
pub(super) struct Room {
    pub(super) words: Words,
    pub(super) store: Store,
    /// The name of the theme, as given; nothing leaves it to the terminal.
    pub(super) theme: Option<String>,
    pub(super) ascii: bool,
    pub(super) quiet: bool,
}

impl Room {
    pub(super) fn new(words: Words, given: &ArgMatches) -> anyhow::Result<Self> {
        let told = |name: &str, variable: &str| {
            let set = || std::env::var(variable).ok().filter(|set| !set.is_empty());
            given.get_one::<String>(name).cloned().or_else(set)
        };
        let root = match told("data", "AANTAFEL_DATA") {
            Some(root) => root.into(),
            None => Data::default_root().ok_or_else(|| anyhow::anyhow!(words.say("cli-no-home")))?,
        };
        let device =
            told("device", "AANTAFEL_DEVICE").unwrap_or_else(|| gethostname::gethostname().to_string_lossy().into());
        let device = DeviceId::new(&slug(&device, 40));
        Ok(Self {
            store: Store::new(Data::new(root), device).with_places(Places::System),
            theme: given.get_one::<String>("theme").cloned(),
            ascii: given.get_flag("ascii"),
            quiet: given.get_flag("quiet"),
            words,
        })
    }

    pub(super) fn data(&self) -> &Data {
        self.store.data()
    }

    /// The time now, in the zone of the system.
    pub(super) fn now(&self) -> Now {
        crate::run::now()
    }

    /// A seed for ids.
    pub(super) fn seed(&self) -> u64 {
        // without randomness the clock has to do: ids also carry the time and stamps the device
        getrandom::u64().unwrap_or_else(|_| self.now().millis.unsigned_abs())
    }

    /// A trouble of the disk as a failure in words.
    pub(super) fn trouble(&self, trouble: &Trouble) -> anyhow::Error {
        anyhow::anyhow!(trouble.tell(&self.words))
    }

    /// The session that is meant.
    pub(super) fn find(&self, given: &ArgMatches) -> anyhow::Result<SessionDir> {
        let name = given.get_one::<String>("session").map(String::as_str).unwrap_or_default();
        self.store.find(name).map_err(|missing: NotFound| anyhow::anyhow!(missing.tell(&self.words)))
    }

    /// The session that is meant, loaded, with what is in doubt said on standard error.
    pub(super) fn load(&self, dir: &SessionDir) -> anyhow::Result<(Session, bool)> {
        let mut loaded = self.store.load(dir, self.seed()).map_err(|trouble| self.trouble(&trouble))?;
        loaded.look_at_clocks(self.now());
        self.doubts(&loaded.doubts);
        Ok((loaded.session, !loaded.doubts.is_empty()))
    }

    /// Alters facts of the room, as one change, under the lock of the room's journal: on the disk when it returns.
    ///
    /// What is to be touched is asked of the session as it is once nobody else can write there.
    pub(super) fn alter_room(
        &self,
        dir: &SessionDir,
        touches: impl FnOnce(&Session) -> Vec<Touch>,
    ) -> anyhow::Result<()> {
        let now = self.now();
        let failed = |trouble: Trouble| self.trouble(&trouble);
        let sat = self.store.sit(dir, TableId::ROOM, &dates::time(now.local().time()));
        let mut writer = sat.map_err(|refused| match refused {
            Refused::Busy(holder) => {
                let who = holder.map_or_else(|| "?".to_owned(), |holder| holder.who);
                anyhow::anyhow!(self.words.tell("seats-busy", &[("who", who.into())]))
            }
            Refused::Trouble(trouble) => self.trouble(&trouble),
        })?;
        let mut session = self.store.load(dir, self.seed()).map_err(failed)?.session;
        let touches = touches(&session);
        if let Some(change) = session.room.alter(touches, Deed::Did, &mut session.mint, now) {
            writer.write(&Log::Change(Box::new(change))).map_err(failed)?;
            writer.syncer().sync().map_err(failed)?;
            if writer.is_due() {
                writer.snapshot(&session.head, &session.room).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// Says what could not be read as it should, on standard error.
    pub(super) fn doubts(&self, doubts: &[Doubt]) {
        for doubt in doubts {
            self.mutter(&doubt.tell(&self.words));
        }
    }

    /// Says what was in doubt or could not be read while many sessions were looked at: the first few, and how many more.
    pub(super) fn doubts_of_many(&self, doubts: &[Doubt], troubles: &[Trouble]) -> bool {
        let told = troubles.iter().map(|trouble| trouble.tell(&self.words));
        let told: Vec<String> = told.chain(doubts.iter().map(|doubt| doubt.tell(&self.words))).collect();
        told.iter().take(FEW_DOUBTS).for_each(|told| self.mutter(told));
        if let Some(more) = told.len().checked_sub(FEW_DOUBTS).filter(|more| *more > 0) {
            self.mutter(&self.words.tell("cli-more-doubts", &[("count", more.into())]));
        }
        !told.is_empty()
    }

    /// Says something on standard error that is no failure.
    pub(super) fn mutter(&self, words: &str) {
        // if nobody listens there, that is no failure either
        let _ = writeln!(io::stderr(), "{}", crate::text::clean(words.trim_end()));
    }

    /// What a form needs to look at a table.
    pub(super) fn scope<'a>(&'a self, session: &'a Session, table: &'a Table) -> Scope<'a> {
        scope(&self.words, session, table)
    }

    /// The table that `--table` names, if it does: by its number or its name.
    pub(super) fn table(&self, given: &ArgMatches, session: &Session) -> anyhow::Result<Option<TableId>> {
        let Some(name) = given.get_one::<String>("table") else { return Ok(None) };
        let wanted = fold(name.trim());
        let named = session.head.names.iter().find(|(_, label)| fold(label) == wanted).map(|(id, _)| *id);
        let number = name.trim().parse().ok().map(TableId).filter(|id| id.is_table() && session.table(*id).is_some());
        let args = || [("table", name.into()), ("count", i64::from(session.head.tables).into())];
        number.or(named).map(Some).ok_or_else(|| Wrong(self.words.tell("cli-no-table", &args())).into())
    }

    /// The round that `--round` names, if it does: by its id or its title.
    pub(super) fn round(&self, given: &ArgMatches, head: &Head) -> anyhow::Result<Option<RoundId>> {
        let Some(name) = given.get_one::<String>("round") else { return Ok(None) };
        let known = || head.workshop.rounds.iter().map(|round| round.id.as_str()).collect::<Vec<_>>().join(", ");
        let args = || [("round", name.into()), ("known", known().into())];
        find_round(head, name).map(Some).ok_or_else(|| Wrong(self.words.tell("cli-no-round", &args())).into())
    }
}

/// What a form needs to look at a table.
pub(super) fn scope<'a>(words: &'a Words, session: &'a Session, table: &'a Table) -> Scope<'a> {
    session.scope(table, words)
}

/// A round by its id or its title.
pub(super) fn find_round(head: &Head, name: &str) -> Option<RoundId> {
    let rounds = &head.workshop.rounds;
    let wanted = fold(name.trim());
    let by_id = rounds.iter().find(|round| fold(round.id.as_str()) == wanted);
    by_id.or_else(|| rounds.iter().find(|round| fold(&round.title) == wanted)).map(|round| round.id.clone())
}

/// The heading of a table: its number, and its name if it has one.
pub(super) fn table_title(words: &Words, head: &Head, table: TableId) -> String {
    let number = table.to_string();
    match head.names.get(&table).map(|name| name.trim()).filter(|name| !name.is_empty()) {
        Some(name) => words.tell("report-table-named", &[("number", number.into()), ("name", name.into())]),
        None => words.tell("report-table", &[("number", number.into())]),
    }
}

/// Writes a value as JSON, with a line end; what a terminal would obey is spelled, so that a path stays exact and does no
/// harm.
pub(super) fn json(value: &serde_json::Value) -> anyhow::Result<()> {
    let mut text = String::new();
    for letter in format!("{value:#}").chars() {
        let obeyed = letter.is_control()
            || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}')
            || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match letter {
            '\n' => text.push('\n'),
            _ if obeyed => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => text.push(letter),
        }
    }
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(())
}
