//! The disk is full, or a file may not grow: in a real terminal, on a real disk of 64 kB.
//!
//! A disk of its own needs the right to mount one, which an ordinary user has not everywhere. Where there is none the story
//! says loudly that it was not told; with `AANTAFEL_MUST_MOUNT=1` that is a failure.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::laptop::{Laptop, PROGRAM, line_of};
use crate::terminal::{Launch, PATIENCE, Rhythm, Signal, Terminal};

/// A disk of so many kB, mounted in a folder until this value goes.
struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// Mounts it, if that is allowed here.
    fn of(kilobytes: u32, folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).expect("a folder can be made");
        let size = format!("size={kilobytes}k,mode=700");
        let mut mount = Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).output();
        if done.is_ok_and(|done| done.status.success()) {
            return Some(Self { folder: folder.to_owned() });
        }
        let told = "NOT RUN: no disk can be mounted here; run as root, or in `unshare -rm`, to tell this story";
        assert!(std::env::var_os("AANTAFEL_MUST_MOUNT").is_none(), "{told}");
        eprintln!("{told}");
        None
    }

    /// Takes it out, and puts it in again: its folder is an ordinary one of the disk below meanwhile. Says whether that is
    /// allowed here.
    fn moves(&self, out: bool) -> bool {
        let pocket = self.folder.with_file_name("pocket");
        fs::create_dir_all(&pocket).expect("a folder can be made");
        let (from, to) = if out { (&self.folder, &pocket) } else { (&pocket, &self.folder) };
        Command::new("mount").arg("--move").arg(from).arg(to).output().is_ok_and(|done| done.status.success())
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let ballast = self.folder.join("ballast");
        for size in [4096, 512, 1] {
            use std::io::Write;
            let mut file = fs::OpenOptions::new().create(true).append(true).open(&ballast).expect("it can be made");
            while file.write_all(&vec![b'x'; size]).is_ok() {}
        }
    }

    /// Makes room again.
    fn free(&self) {
        fs::remove_file(self.folder.join("ballast")).expect("it can be removed");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // a disk that is still in use is let go as soon as it is not
        drop(Command::new("umount").arg("-l").arg(&self.folder).status());
    }
}

/// A laptop whose data lies on a disk of 64 kB.
fn on_a_small_disk() -> Option<(Laptop, Disk)> {
    let laptop = Laptop::new();
    let disk = Disk::of(64, &laptop.data())?;
    laptop.says(&["new", "hoe-dan", "--title", "Proef", "--tables", "1"]);
    Some((laptop, disk))
}

#[test]
fn a_disk_of_64_kb_that_is_filled_while_typing_and_freed_loses_nothing_and_the_bar_goes_by_itself() {
    let Some((laptop, disk)) = on_a_small_disk() else { return };
    let mut terminal = laptop.sits();
    terminal.type_text("voor de schijf vol was", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    disk.fill();
    let mut said = vec!["voor de schijf vol was".to_owned()];
    // a page of the journal may still have room; what is typed uses that up
    for number in 1..=8 {
        let line = format!("regel {number} terwijl er niets meer bij kan");
        terminal.type_text(&line, Rhythm::Fast);
        terminal.press("Enter");
        said.push(line);
    }
    terminal.wait_for("Niet bewaard sinds");
    terminal.wait_for("De schijf is vol");
    terminal.type_text("half gety", Rhythm::Fast);
    terminal.wait_for("half gety");
    disk.free();
    terminal.wait_gone("Niet bewaard sinds");
    terminal.wait_for("✓ bewaard");
    // what was written must be there without a goodbye
    terminal.signal(Signal::Kill);
    assert!(terminal.ended(PATIENCE).is_some());
    assert_eq!(laptop.told(1), said);
    let mut again = laptop.sits();
    again.wait_for("half gety");
    again.settle();
    assert_eq!(line_of(&again.screen()), ["half gety"]);
}

#[test]
fn on_a_full_disk_a_program_that_is_told_to_end_or_whose_window_is_closed_keeps_its_words_and_they_are_brought_in() {
    for signal in [Some(Signal::Term), Some(Signal::Hup), None] {
        let Some((laptop, disk)) = on_a_small_disk() else { return };
        let mut terminal = laptop.sits();
        terminal.type_text("voor", Rhythm::Fast);
        terminal.press("Enter");
        terminal.wait_for("✓ bewaard");
        disk.fill();
        let mut said = vec!["voor".to_owned()];
        for number in 1..=8 {
            let line = format!("regel {number} terwijl er niets meer bij kan");
            terminal.type_text(&line, Rhythm::Fast);
            terminal.press("Enter");
            said.push(line);
        }
        terminal.wait_for("Niet bewaard sinds");
        terminal.type_text("half gety", Rhythm::Fast);
        terminal.wait_for("half gety");
        match signal {
            Some(signal) => terminal.signal(signal),
            None => terminal.close(),
        }
        assert!(terminal.ended(PATIENCE).is_some(), "{signal:?}");
        if signal.is_some() {
            assert!(terminal.screen().contains("binnen te halen"), "it says where they are\n{}", terminal.screen());
        }
        let (_, seen, _) = laptop.runs(&["doctor"]);
        assert!(seen.contains("! Nog niet op zijn plek: 1"), "{seen}");
        disk.free();
        let mut home = laptop.launch(&[]).start();
        home.wait_for("Nog niet op zijn plek");
        home.press("Enter");
        home.wait_for("half gety");
        home.settle();
        assert_eq!(line_of(&home.screen()), ["half gety"]);
        home.signal(Signal::Kill);
        assert!(home.ended(PATIENCE).is_some());
        assert_eq!(laptop.told(1), said, "{signal:?}");
        let (_, seen, _) = laptop.runs(&["doctor"]);
        assert!(seen.contains("✓ Nog niet op zijn plek: 0"), "{seen}");
    }
}

#[test]
fn a_stick_that_is_pulled_out_is_not_taken_for_the_folder_below_it_and_gets_what_it_lacks_when_it_is_back() {
    let Some((laptop, disk)) = on_a_small_disk() else { return };
    let mut terminal = laptop.sits();
    terminal.type_text("voor", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    if !disk.moves(true) {
        assert!(std::env::var_os("AANTAFEL_MUST_MOUNT").is_none(), "a disk cannot be moved here");
        return eprintln!("NOT RUN: a disk cannot be moved here");
    }
    terminal.type_text("terwijl hij eruit is", Rhythm::Fast);
    terminal.press("Enter");
    terminal.type_text("half gety", Rhythm::Fast);
    terminal.wait_for("Niet bewaard sinds");
    terminal.wait_for("weg of vervangen");
    terminal.wait_for("half gety");
    assert_eq!(fs::read_dir(laptop.data()).expect("it is a folder").count(), 0, "nothing is made in its place");
    assert!(disk.moves(false), "it can be put back");
    terminal.wait_gone("Niet bewaard sinds");
    terminal.type_text("pt", Rhythm::Fast);
    terminal.wait_for("half getypt");
    terminal.signal(Signal::Kill);
    assert!(terminal.ended(PATIENCE).is_some());
    assert_eq!(laptop.told(1), ["voor", "terwijl hij eruit is"]);
    let mut again = laptop.sits();
    again.wait_for("half getypt");
    again.settle();
    assert_eq!(line_of(&again.screen()), ["half getypt"]);
}

/// The program with files that may not grow beyond so many blocks of 512 bytes.
fn sits_with_small_files(laptop: &Laptop, blocks: u32) -> Terminal {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" open last --table 1 --round factoren");
    laptop.sits_with(Launch::new("sh").args(["-c", &script, PROGRAM]).home(laptop.home()))
}

#[test]
fn a_journal_that_may_not_grow_is_told_and_one_key_saves_everything_elsewhere() {
    let laptop = Laptop::with("hoe-dan", 1);
    let journal = || {
        let found = fs::read_dir(laptop.session().join("journal")).expect("it is there");
        let mut paths = found.map(|file| file.expect("it can be read").path());
        paths.find(|path| path.extension().is_some_and(|ending| ending == "journal"))
    };
    let mut terminal = sits_with_small_files(&laptop, 64);
    let mut said = Vec::new();
    for number in 1..=5 {
        let line = format!("{number} {}", "lang verhaal ".repeat(20).trim_end());
        terminal.paste(&line);
        terminal.press("Enter");
        said.push(line);
    }
    terminal.wait_for("5 lang verhaal");
    // keys until the file is as large as it may be
    let mut line = String::new();
    for number in 0..400 {
        if terminal.screen().contains("Niet bewaard sinds") {
            break;
        }
        let more = format!("{number} toetsen ");
        terminal.type_text(&more, Rhythm::Fast);
        line.push_str(&more);
        terminal.settle();
    }
    terminal.wait_for("Niet bewaard sinds");
    let size = fs::metadata(journal().expect("there is a journal")).expect("it is there").len();
    assert!(size <= 64 * 512, "{size} bytes");
    terminal.press("Enter");
    said.push(line.trim().to_owned());
    terminal.type_text("half gety", Rhythm::Fast);
    terminal.wait_for("half gety");
    let elsewhere = laptop.home().join("stick");
    fs::create_dir(&elsewhere).expect("it can be made");
    terminal.press("F12");
    terminal.wait_for("Waar moet alles bewaard worden");
    terminal.paste(elsewhere.to_str().expect("it is UTF-8"));
    terminal.press("Enter");
    terminal.wait_for("Alles staat nu in");
    terminal.press("Esc");
    terminal.wait_gone("Niet bewaard sinds");
    terminal.type_text(" en verder", Rhythm::Fast);
    terminal.wait_for("half gety en verder");
    terminal.signal(Signal::Kill);
    assert!(terminal.ended(PATIENCE).is_some());
    let session = fs::read_dir(&elsewhere).expect("it is there").next().expect("one").expect("it can be read").path();
    let session = session.to_str().expect("it is UTF-8").to_owned();
    let mut again = laptop.launch(&["open", &session, "--table", "1"]).start();
    again.wait_for("half gety en verder");
    let (code, json, muttered) = laptop.runs(&["show", &session, "--json"]);
    assert_eq!(code, Some(0), "{muttered}");
    for words in &said {
        assert_eq!(json.matches(&format!("\"text\": \"{words}\"")).count(), 1, "{words}\n{json}");
    }
}
