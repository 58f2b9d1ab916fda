//! The instrument, measured itself: against the yardstick, `cat` and the shell, before anything is believed of it.

use std::time::{Duration, Instant};

use crate::smallest::smallest;
use crate::terminal::{Ended, Launch, Missed, PATIENCE, Rhythm, SIZE, Signal, Terminal, clean, text};

fn shell(script: &str) -> Launch {
    Launch::new("sh").args(["-c", script])
}

fn editor() -> Terminal {
    let mut terminal = Launch::new(smallest()).size(40, 5).start();
    terminal.wait_for(">");
    // The cursor is placed in a write of its own.
    terminal.settle();
    terminal
}

#[test]
fn what_is_typed_in_the_yardstick_is_seen_and_the_terminal_is_given_back() {
    let mut terminal = editor();
    assert_eq!(terminal.cursor(), Some((2, 4)));
    assert_eq!(terminal.still_held(), ["the alternate screen", "the line settings (raw mode)"]);

    terminal.type_text("één ", Rhythm::Human);
    terminal.type_text("tafels", Rhythm::Fast);
    terminal.press("Backspace");
    terminal.wait_gone("tafels");
    let before = terminal.bytes_out();
    let struck = terminal.strike(b'!');
    let echoed = terminal.seen(PATIENCE, |screen| text(screen).contains("tafel!"));
    assert!(echoed.is_ok_and(|echoed| echoed > struck));
    assert!(terminal.bytes_out() > before);
    assert_eq!(terminal.screen(), "\n\n\n\n> één tafel!");
    terminal.settle();
    assert_eq!(terminal.cursor(), Some((12, 4)));

    terminal.press("Ctrl+Q");
    assert_eq!(terminal.exit_code(PATIENCE), 0);
    assert_eq!(terminal.pid(), None);
    assert_eq!(terminal.still_held(), [""; 0]);
    assert!(terminal.tail().windows(8).any(|bytes| bytes == b"\x1b[?1049l"));
}

#[test]
fn a_resized_window_is_drawn_again_at_its_new_size() {
    let mut terminal = editor();
    terminal.type_text("op de onderste regel", Rhythm::Fast);
    terminal.wait_for("regel");
    terminal.resize(30, 9);
    terminal.wait_until("the line in row 9", |screen| text(screen) == "\n\n\n\n\n\n\n\n> op de onderste regel");
    terminal.settle();
}

#[test]
fn keys_and_pastes_arrive_as_bytes() {
    let mut terminal = shell("stty raw -echo; printf klaar; od -An -c -w1 -v").start();
    terminal.wait_for("klaar");
    terminal.press("Ctrl+Right");
    terminal.press("Esc");
    terminal.paste("a\r\nb");
    terminal.type_text(&"x".repeat(20), Rhythm::Fast);
    terminal.wait_until("the arrow, the escape, the paste", |screen| {
        let seen = text(screen).split_whitespace().collect::<String>();
        seen.contains(r"klaar033[1;5C033a\rbxxx")
    });

    let mut asking = shell(r"printf '\033[?2004h'; stty raw -echo; printf klaar; head -c 13 | od -An -c -w13").start();
    asking.wait_for("klaar");
    asking.paste("a");
    asking.wait_for(r"033   [   2   0   0   ~   a 033   [   2   0   1   ~");
    assert_eq!(asking.exit_code(PATIENCE), 0);
    assert!(asking.still_held().contains(&"bracketed paste"));
}

#[test]
fn signals_reach_the_program_and_its_end_is_told_apart() {
    let mut orderly = shell("trap 'exit 7' TERM HUP INT; echo klaar; while :; do sleep 0.01; done").start();
    orderly.wait_for("klaar");
    assert_eq!(orderly.ended(Duration::from_millis(20)), None, "still running");
    orderly.signal(Signal::Term);
    assert_eq!(orderly.exit_code(PATIENCE), 7);

    for (signal, word) in [(Signal::Hup, "Hangup"), (Signal::Int, "Interrupt"), (Signal::Kill, "Killed")] {
        let mut terminal = Launch::new("cat").start();
        terminal.signal(signal);
        match terminal.ended(PATIENCE) {
            Some(Ended::Signal(name)) => assert!(name.contains(word), "{name}"),
            other => panic!("{signal:?}: {other:?}"),
        }
    }
}

#[test]
fn a_closed_window_hangs_up_and_types_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let script = "trap 'echo opgehangen > end; exit 3' HUP; stty raw -echo; echo klaar; while :; do dd bs=1 count=1 2>/dev/null; done >> keys";
    let mut terminal = shell(script).home(folder.path()).start();
    terminal.wait_for("klaar");
    terminal.type_text("ab", Rhythm::Fast);
    let keys = terminal.home().join("keys");
    let deadline = Instant::now() + PATIENCE;
    while std::fs::read(&keys).unwrap_or_default() != b"ab" {
        assert!(Instant::now() < deadline, "the keys did not arrive");
        std::thread::sleep(Duration::from_millis(2));
    }

    terminal.close();
    assert_eq!(terminal.exit_code(PATIENCE), 3);
    assert_eq!(std::fs::read_to_string(folder.path().join("end")).ok().as_deref(), Some("opgehangen\n"));
    assert_eq!(std::fs::read(keys).ok().as_deref(), Some(b"ab".as_slice()), "no return, no Ctrl+D");
}

#[test]
fn a_terminal_answers_only_if_it_should() {
    let ask =
        r"stty raw -echo min 0 time 2; printf '\033]11;?\033\\\033[c'; dd bs=1 count=200 2>/dev/null | od -An -c -w200";
    let mut answering = shell(ask).size(200, 5).answering().start();
    answering.wait_for("r   g   b   :   1   0   1   0");
    answering.wait_for("[   ?   6   2   ;   2   2   c");
    let mut silent = shell(ask).start();
    assert_eq!(silent.exit_code(PATIENCE), 0);
    assert_eq!(silent.screen().trim(), "");
}

#[test]
fn the_machines_own_settings_do_not_matter() {
    let mut terminal = shell("env | sort; pwd; printf klaar").env("AANTAFEL_LANG", "nl").size(200, 40).start();
    assert_eq!(terminal.exit_code(PATIENCE), 0);
    let home = terminal.home().to_owned();
    let known: Vec<String> = clean(&home).into_iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect();
    for row in terminal.screen().lines().filter(|row| row.contains('=')) {
        let (name, _) = row.split_once('=').expect("filtered");
        let expected =
            known.iter().any(|known| known == name) || ["AANTAFEL_LANG", "PWD", "OLDPWD", "_", "SHLVL"].contains(&name);
        assert!(expected, "{row}");
    }
    assert!(terminal.screen().contains(&format!("HOME={}", home.display())));
}

#[test]
fn what_does_not_come_is_told_with_the_screen() {
    let mut terminal = shell("echo dit wel").start();
    let (rows, columns) = terminal.vt().size();
    assert_eq!((columns.get(), rows.get()), SIZE);
    assert_eq!(terminal.seen(Duration::from_millis(1), |_| false).err().map(|_| ()), Some(()));
    assert!(terminal.started() <= Instant::now());
    terminal.wait_for("dit wel");
    assert_eq!(terminal.seen(PATIENCE, |_| false), Err(Missed::Gone));
    let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| terminal.wait_for("dit niet")));
    let message = failed.err().and_then(|cause| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    assert!(message.contains("\"dit niet\"") && message.contains("dit wel"), "{message}");
}
