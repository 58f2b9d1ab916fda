//! `aantafel report`: writes the report of a session.

use super::{
    room::{Done, Room},
    shelf::shown,
    wrong::Wrong,
};
use crate::{
    report::{self, Options, md},
    store::{Safe, SessionDir, make_folder, save_new},
};
use clap::ArgMatches;
use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// The formats that can be written.
const FORMATS: &str = "md";

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let format = given.get_one::<String>("to").map(String::as_str).unwrap_or_default();
    if format != FORMATS {
        let args = [("format", format.into()), ("formats", FORMATS.into())];
        return Err(Wrong(room.words.tell("cli-no-format", &args)).into());
    }
    let dir = room.find(given)?;
    let (session, doubt) = room.load(&dir)?;
    let table = room.table(given, &session)?;
    let document = report::document(&session, &room.words, &Options { table, made: room.now().local() });
    let wanted = match given.get_one::<String>("output").map(String::as_str) {
        Some("-") => {
            let mut out = BufWriter::new(io::stdout().lock());
            md::write(&document, &mut out)?;
            out.flush()?;
            return Ok(Done::unless(doubt));
        }
        Some(file) => PathBuf::from(file),
        None => usual(room, &dir, session.head.id.as_str(), table.map(|table| table.0))?,
    };
    let mut bytes = Vec::new();
    md::write(&document, &mut bytes)?;
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
    Ok(Done::unless(doubt))
}

/// Where a report goes if nobody says otherwise: among the reports of the session.
fn usual(room: &Room, dir: &SessionDir, id: &str, table: Option<u32>) -> anyhow::Result<PathBuf> {
    let folder = dir.reports_dir();
    make_folder(dir.path(), &folder).map_err(|trouble| room.trouble(&trouble))?;
    let table = table.map(|number| format!("-tafel-{number}")).unwrap_or_default();
    Ok(folder.join(format!("{id}{table}.md")))
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}-{number}{ending}"))
}
