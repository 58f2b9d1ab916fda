//! Exercises that nobody here thought of when the format was made: each is a file that an author could write, held at two
//! tables through the real program, and found back in `show` and in the report.

use crate::room::Room;
use std::fs;

/// Holds an exercise at two tables and gives what `show` and the report say of it.
fn hold(name: &str, parties: &[&str], tables: [&str; 2]) -> (String, String) {
    let room = Room::new();
    let text = fs::read_to_string(format!("{}/tests/cli/exercises/{name}.ron", env!("CARGO_MANIFEST_DIR")));
    let text = text.expect("the exercise is there");
    let folder = room.data().join("workshops");
    fs::create_dir_all(&folder).expect("a folder for own workshops");
    let id = text.lines().find_map(|line| line.trim().strip_prefix("id: \"")).expect("it has an id");
    let id = id.trim_end_matches("\",");
    fs::write(folder.join(format!("{id}.ron")), &text).expect("it is put on the shelf");
    room.expect(0, &["check", &folder.join(format!("{id}.ron")).to_string_lossy()]);
    let mut new = vec!["new", id, "--title", "Proef", "--tables", "2", "--lang", "nl"];
    new.extend(parties.iter().flat_map(|party| ["--party", party]));
    let session = room.expect(0, &new).out.trim().to_owned();
    let first = text.split("Round(").nth(1).and_then(|round| round.split("id: \"").nth(1)).expect("it has a round");
    let first = first.split('"').next().expect("the round has an id");
    for (nth, lines) in tables.iter().enumerate() {
        let table = (nth + 1).to_string();
        let args = ["capture", &session, "--table", &table, "--round", first, "--lang", "nl"];
        let told = room.tell(0, &args, lines);
        assert!(!told.out.contains("niet ingevoerd"), "{name}, table {table}: {}{}", told.out, told.err);
    }
    let shown = room.expect(0, &["show", &session, "--lang", "nl"]).out;
    let report = room.expect(0, &["report", &session, "--to", "md", "-o", "-", "--lang", "nl"]).out;
    (shown, report)
}

/// That all these words stand in both.
fn both(told: &(String, String), words: &[&str]) {
    for word in words {
        assert!(told.0.contains(word), "`show` lacks {word}:\n{}", told.0);
        assert!(told.1.contains(word), "the report lacks {word}:\n{}", told.1);
    }
}

#[test]
fn a_world_cafe_keeps_which_group_said_what_while_the_host_stays() {
    let told = hold(
        "world-cafe",
        &["Bewoners 3", "Gemeente 2"],
        [
            "1\n+ Samen koken\n=@ Ronde 2\n+ Een maatje\n=@ Ronde 3\n+ Een welkomstbrief\n== oogst\n1: Eten\n2: Mensen\n== oogst/kern\nWie je kent, voelt zich thuis.\n",
            "2\n+ Een praatje bij de deur\n=@ Ronde 2\n+ Op de hond passen\n",
        ],
    );
    both(
        &told,
        &[
            "Samen koken",
            "Ronde 2: de groep van tafel 2",
            "Een maatje",
            "Ronde 3",
            "Ronde 2: de groep van tafel 1",
            "Op de hond passen",
            "Eten",
            "Mensen",
            "Wie je kent, voelt zich thuis.",
        ],
    );
}

#[test]
fn consent_takes_as_many_passes_as_it_needs() {
    let told = hold(
        "consent",
        &["Bewoners 2", "Gemeente 1"],
        [
            "We openen elke dinsdag.\n== bezwaar\n1: j j n: dan is er geen sleutel\n=+\n1: j z n: nog steeds geen sleutel\n=+\n1: j j j\n",
            "We openen in mei.\n== bezwaar\n1: j n j: te vroeg\n",
        ],
    );
    both(&told, &["We openen elke dinsdag.", "dan is er geen sleutel", "nog steeds geen sleutel", "te vroeg"]);
}

#[test]
fn a_field_has_the_two_subjects_of_today_as_its_axes() {
    let told = hold(
        "field",
        &[],
        [
            "Rust\nGroen\nVerkeer\n== onderwerpen/board\n1: 5\n2: 2\n3: 7\n== plannen\nEen plein\nEen drempel\n== veld\n1: 2 4\n2: 5 1\n",
            "Zorg\nGeld\n== onderwerpen/board\n1: 4\n2: 6\n== plannen\nEen pot voor de straat\n== veld\n1: 3 5\n",
        ],
    );
    both(&told, &["Verkeer", "Rust", "Een plein", "Een drempel", "Een pot voor de straat"]);
    let axes = told.0.split("Veld").nth(1).expect("the last round is shown");
    assert!(axes.contains("Verkeer") && axes.contains("Rust") && !axes.contains("Groen"), "{axes}");
}

#[test]
fn only_who_is_asked_answers() {
    let told = hold(
        "requests",
        &[],
        [
            "=@ Bewoners\nEen vast nummer | Gemeente\n=@ Gemeente\nEerder bellen | Bewoners\n== antwoorden\n1: ja\n2: te vaag\n",
            "=@ Welzijn\nEen ruimte in de avond | Gemeente\n== antwoorden\n1: ik probeer het\n",
        ],
    );
    both(&told, &["Een vast nummer", "Eerder bellen", "te vaag", "Een ruimte in de avond", "ik probeer het"]);
}

#[test]
fn a_scale_stays_hidden_until_everybody_gave_a_mark() {
    let lines = |last: &str| {
        format!(
            "1: 8 9 7 8 9 10 8 9\n2: 2 3 1 2 4 2 3 2\n3: 5 5 4 6 5 5 7 5\n4: 0 1 0 0 2 1 0 0\n5: 9 0 10 1 9 0 8 1\n{last}"
        )
    };
    let (whole, lacking) = (lines("6: 3 3 2 4 - 3 3 2\n"), lines(""));
    let told = hold("scale", &[], [&whole, &lacking]);
    let (one, two) = told.0.split_once("Tafel 2").expect("both tables are shown");
    assert!(one.contains("8,5"), "complete, so the mean of `niets doen` is seen:\n{one}");
    assert!(!two.contains("8,5"), "one option lacks its marks, so nothing is seen:\n{two}");
}

#[test]
fn the_journeys_of_residents_stand_side_by_side() {
    let told = hold(
        "journey",
        &[],
        [
            "Bellen\nWachten\n== reis\n1: de buurvrouw\neen nummer\n=@ aan de dijk\n1: niemand\neen vervoer\n",
            "Langsgaan\n== reis\n1: de huisarts\ntijd\n",
        ],
    );
    both(
        &told,
        &[
            "bewoner in de flat",
            "bewoner aan de dijk",
            "de buurvrouw",
            "een nummer",
            "niemand",
            "een vervoer",
            "de huisarts",
        ],
    );
}

#[test]
fn what_was_agreed_and_marked_then_comes_back_at_the_next_session() {
    let room = Room::new();
    let then =
        room.expect(0, &["new", "koers", "--title", "Toen", "--tables", "1", "--date", "2026-03-02", "--lang", "nl"]);
    let then = then.out.trim().to_owned();
    let said = "1: 4 6\n2: 8 8\n== opnieuw/action\nSleutel regelen | Welzijn | 1 mei 2026\nRaad bellen\n";
    room.tell(0, &["capture", &then, "--table", "1", "--round", "koers", "--lang", "nl"], said);

    let next = room.expect(0, &["new", "terugkomdag", "--title", "Nu", "--date", "2026-06-01", "--lang", "nl"]);
    let next = next.out.trim().to_owned();
    let shown = room.expect(0, &["show", &next, "--lang", "nl"]).out;
    assert!(shown.contains("Sleutel regelen") && shown.contains("Raad bellen"), "{shown}");
    assert!(shown.contains("van 2 maart 2026"), "it says from when it is: {shown}");
    assert!(shown.contains("Toen: 5"), "the mean of then stands beside the scale of now: {shown}");
    let first = room.expect(0, &["show", &then, "--lang", "nl"]).out;
    assert!(first.contains("Sleutel regelen") && !first.contains("van 2 maart"), "the first one is untouched: {first}");
}

#[test]
fn a_file_draws_lots_and_names_a_board_also_where_a_category_has_the_same_sign() {
    let room = Room::new();
    let id = room.session();
    let lines = "=Samen koken\n== huid/stoelen\n=!\n";
    let told = room.tell(0, &["capture", &id, "--table", "1", "--round", "rollen", "--lang", "nl"], lines);
    assert!(told.out.contains("Overlap") && told.out.contains("In de huid van"), "{}", told.out);
    let shown = room.expect(0, &["show", &id, "--table", "1", "--lang", "nl"]).out;
    assert!(shown.contains("Overlap (1)") && shown.contains("Gaat naar"), "{shown}");
}
