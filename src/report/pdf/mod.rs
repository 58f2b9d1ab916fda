//! stub
use super::format::{Look, Unwritten};
use crate::{document::Document, words::Words};
use std::io::Write;
pub(super) fn write(_: &Document, _: &Words, _: &Look, _: &mut impl Write) -> Result<(), Unwritten> {
    Ok(())
}
