//! Puts the workshops of `workshops/` on the shelf inside the program, with what a list shows of each, so that Begin opens
//! without reading them.

use serde::Deserialize;
use std::{env, error::Error, fmt::Write as _, fs, path::Path};

/// What a list shows of a workshop, and what its minutes are counted from. What the whole of it means is said in
/// `src/workshop`, which this cannot use; a test there compares them.
#[derive(Deserialize)]
struct Workshop {
    title: String,
    #[serde(default)]
    summary: String,
    rounds: Vec<Round>,
}

#[derive(Deserialize)]
struct Round {
    #[serde(default)]
    minutes: u32,
    #[serde(default)]
    phases: Vec<Phase>,
}

#[derive(Deserialize)]
struct Phase {
    minutes: u32,
}

impl Round {
    fn minutes(&self) -> u32 {
        if self.phases.is_empty() { self.minutes } else { self.phases.iter().map(|phase| phase.minutes).sum() }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut shelf = String::from("/// Every workshop that ships.\npub const SHELF: &[Shipped] = &[\n");
    for language in ["nl", "en"] {
        let folder = Path::new(&root).join("workshops").join(language);
        println!("cargo:rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
        files.sort();
        for path in files {
            println!("cargo:rerun-if-changed={}", path.display());
            let id = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a workshop's file name must be UTF-8")?;
            let workshop: Workshop = ron::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            let Workshop { title, summary, rounds } = &workshop;
            let minutes: u32 = rounds.iter().map(Round::minutes).sum();
            writeln!(
                shelf,
                "    Shipped {{ language: {language:?}, id: {id:?}, title: {title:?}, summary: {summary:?}, \
                 minutes: {minutes}, text: include_str!({:?}) }},",
                path.display().to_string()
            )?;
        }
    }
    shelf.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("shelf.rs"), shelf)?;
    Ok(())
}
