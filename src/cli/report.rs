//! `aantafel report`: writes the report of a session, on pages or in rows; and the file of anything else that is a document.

use super::{
    room::{Done, Room},
    shelf::shown,
    wrong::Wrong,
};
use crate::{
    document::Document,
    record::{Names, TableId},
    report::{self, Data, Format, Logo, Look, Options, Pages, Rows, Unwritten, Variant},
    session::Session,
    store::{Safe, SessionDir, make_folder, read_file, save_new},
    words::Words,
};
use clap::ArgMatches;
use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// The largest file of which the look is taken.
const MOST_LOOK: usize = 64 << 20;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let format = format(room, given)?;
    let dir = room.find(given)?;
    let (session, doubt) = room.load(&dir)?;
    let table = room.table(given, &session)?;
    let variant = variant(given);
    if let (Variant::OnePage, Format::Rows(_)) = (variant, format) {
        return Err(Wrong(room.words.say("cli-one-page-no-rows")).into());
    }
    let names = names(room, given, &session, variant)?;
    let people = match names {
        Names::Full => room.store.people(&dir).map_err(|trouble| room.trouble(&trouble))?,
        Names::Party | Names::None => None,
    };
    let told = session.told(people.as_ref(), names, &room.words);
    let options = Options { table, variant, made: room.now().local() };
    let stem = format!("{}{}", session.head.id, variant.suffix());
    match format {
        Format::Pages(pages) => {
            let document = report::document(&told, &room.words, &options);
            save(room, given, &dir, &Paper::Pages(pages, &document), &stem, table)?;
        }
        Format::Rows(rows) => {
            let data = report::data::data(&told, &room.words, &options, &crate::run::zone);
            save(room, given, &dir, &Paper::Rows(rows, &data), &stem, table)?;
        }
    }
    Ok(Done::unless(doubt))
}

/// The format that `--to` names.
pub(super) fn format(room: &Room, given: &ArgMatches) -> anyhow::Result<Format> {
    let name = given.get_one::<String>("to").map(String::as_str).unwrap_or_default();
    let known = || Format::ALL.map(Format::name).join(", ");
    let args = || [("format", name.into()), ("formats", known().into())];
    Format::named(name).ok_or_else(|| Wrong(room.words.tell("cli-no-format", &args())).into())
}

/// What is written, with the format in which it is.
pub(super) enum Paper<'a> {
    /// A document, on pages.
    Pages(Pages, &'a Document),
    /// The data of a session, in rows.
    Rows(Rows, &'a Data),
}

impl Paper<'_> {
    fn format(&self) -> Format {
        match self {
            Self::Pages(pages, _) => Format::Pages(*pages),
            Self::Rows(rows, _) => Format::Rows(*rows),
        }
    }

    fn write(&self, words: &Words, look: &Look, to: &mut impl Write) -> Result<(), Unwritten> {
        match self {
            Self::Pages(pages, document) => report::write(*pages, document, words, look, to),
            Self::Rows(rows, data) => report::write_data(*rows, data, words, to),
        }
    }
}

/// Writes a report where `--output` says, or under this name among the reports of the session, and prints where.
pub(super) fn save(
    room: &Room,
    given: &ArgMatches,
    dir: &SessionDir,
    paper: &Paper<'_>,
    stem: &str,
    table: Option<TableId>,
) -> anyhow::Result<()> {
    let refused = |why: Unwritten| match why {
        Unwritten::Io(error) => anyhow::Error::from(error),
        Unwritten::Template(_) | Unwritten::Refused(_) => anyhow::anyhow!(why.tell(&room.words)),
    };
    let look = look(room, given, paper.format())?;
    let wanted = match given.get_one::<String>("output").map(String::as_str) {
        Some("-") => {
            let mut out = BufWriter::new(io::stdout().lock());
            paper.write(&room.words, &look, &mut out).map_err(refused)?;
            out.flush()?;
            return Ok(());
        }
        Some(file) => PathBuf::from(file),
        None => usual(room, dir, stem, table, paper.format())?,
    };
    let mut bytes = Vec::new();
    paper.write(&room.words, &look, &mut bytes).map_err(refused)?;
    // a report that somebody may have edited is never overwritten
    let path = save_new(|number| numbered(&wanted, number), &bytes).map_err(|trouble| match trouble.safe {
        Safe::NewInPlace => room.trouble(&trouble),
        Safe::NothingLost
        | Safe::CopyOpens
        | Safe::FileUntouched
        | Safe::EarlierKept
        | Safe::NotYetOnDisk
        | Safe::InMemory => {
            let args = [("file", shown(&wanted).into()), ("why", trouble.why.to_string().into())];
            anyhow::anyhow!(room.words.tell("cli-report-not-written", &args))
        }
    })?;
    writeln!(io::stdout(), "{}", shown(&path))?;
    Ok(())
}

/// What the organiser adds: a Word file whose styles are taken, a logo. An option that would do nothing is refused.
fn look(room: &Room, given: &ArgMatches, format: Format) -> anyhow::Result<Look> {
    let read = |path: &Path| read_file(path, MOST_LOOK).map_err(|trouble| room.trouble(&trouble));
    let mut look = Look::default();
    if let Some(path) = given.get_one::<PathBuf>("template") {
        if format != Format::Pages(Pages::Docx) {
            return Err(Wrong(room.words.say("cli-template-only-word")).into());
        }
        look.template = Some(read(path)?);
    }
    if let Some(path) = given.get_one::<PathBuf>("logo") {
        if !matches!(format, Format::Pages(Pages::Docx | Pages::Pdf | Pages::Html)) {
            return Err(
                Wrong(room.words.tell("cli-logo-nowhere", &[("format", format.label(&room.words).into())])).into()
            );
        }
        let logo = Logo::read(read(path)?, "");
        let wrong = || Wrong(room.words.tell("cli-logo-unreadable", &[("file", shown(path).into())]));
        look.logo = Some(logo.ok_or_else(wrong)?);
    }
    Ok(look)
}

/// For whom it is.
fn variant(given: &ArgMatches) -> Variant {
    match (given.get_flag("one-page"), given.get_flag("public")) {
        (true, _) => Variant::OnePage,
        (false, true) => Variant::Public,
        (false, false) => Variant::Internal,
    }
}

/// How much of a voice is told: what was decided for the session, or less where somebody asks for less.
fn names(room: &Room, given: &ArgMatches, session: &Session, variant: Variant) -> anyhow::Result<Names> {
    let decided = session.names();
    let asked = given.get_one::<String>("names").and_then(|key| Names::of_key(key));
    if let Some(asked) = asked.filter(|asked| *asked > decided) {
        let args = [("asked", asked.key().into()), ("decided", decided.key().into())];
        return Err(Wrong(room.words.tell("people-too-wide", &args)).into());
    }
    // both at once would be two answers to one question
    if asked.is_some_and(|asked| variant.names(asked) < asked) {
        return Err(Wrong(room.words.say("people-not-public")).into());
    }
    Ok(variant.names(asked.unwrap_or(decided)))
}

/// Where a report goes if nobody says otherwise: among the reports of the session.
fn usual(room: &Room, dir: &SessionDir, stem: &str, table: Option<TableId>, format: Format) -> anyhow::Result<PathBuf> {
    let folder = dir.reports_dir();
    make_folder(dir.path(), &folder).map_err(|trouble| room.trouble(&trouble))?;
    let table = table.map(|table| format!("-tafel-{table}")).unwrap_or_default();
    Ok(folder.join(format!("{stem}{table}.{}", format.name())))
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}-{number}{ending}"))
}
