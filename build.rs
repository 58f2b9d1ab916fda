//! Puts the workshops of `workshops/` on the shelf inside the program.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

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
            writeln!(
                shelf,
                "    Shipped {{ language: {language:?}, id: {id:?}, text: include_str!({:?}) }},",
                path.display().to_string()
            )?;
        }
    }
    shelf.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("shelf.rs"), shelf)?;
    Ok(())
}
