//! Writes the data of a session as JSON, for programs. What it holds is told by `docs/report.schema.json`.
//!
//! Keys stand in the order of that schema, and all of them are always written. Called by [`super::write_data`].

use super::data::Data;
use std::io::{self, Write};

pub(super) fn write(data: &Data, to: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, data).map_err(io::Error::from)?;
    to.write_all(b"\n")
}
