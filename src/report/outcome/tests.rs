//! What all tables come to, told in the plainest format there is.

use super::*;
use crate::{
    document::Document,
    harvest::verdicts::tests::{filled, rated, stuck},
    report::md,
    words::Lang,
};

fn told(hall: &crate::harvest::verdicts::tests::Hall, lang: Lang) -> String {
    let words = Words::new(lang);
    let verdicts = Verdicts::read(&hall.session, &words, true);
    let code = |trace: &Trace| trace.entry.as_ref().map(|id| id.as_str().replace(':', "·"));
    let telling = Telling { words: &words, session: &hall.session, level: 2, code: &code };
    let document = Document { title: "Proef".into(), blocks: everything(telling, &verdicts), ..Document::default() };
    let mut out = Vec::new();
    md::write(&document, &mut out).expect("a buffer takes all");
    String::from_utf8(out).expect("text")
}

fn holds(told: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(told.contains(piece), "{piece:?} is not in\n{told}");
    }
}

#[test]
fn a_vote_is_told_with_its_numbers_and_which_tables_are_divided() {
    let told = told(&stuck(), Lang::Nl);
    holds(
        &told,
        &[
            "## Stickers",
            "Staafdiagram van 4 keuzes aan 3 tafels. Bovenaan staat “Loket” met 4.",
            "4 (2 van 2 tafels, per tafel 1 tot 3)",
            "T1 zet het bovenaan, T2 geeft er niets voor",
            "1·Elkaar kennen",
        ],
    );
}

#[test]
fn a_scale_is_told_with_who_differs_and_how_that_was_reckoned() {
    holds(
        &told(&rated(), Lang::Nl),
        &[
            "mediaan 5,5, de helft tussen 2,8 en 8,3, gemiddeld 5,5, 4 keer gegeven",
            "Partijen verschillen: Bewoners 2,5, Gemeente 8,5 (67 % van de schaal)",
            "Verdeeld aan tafel zelf: T1, T2",
            "Toen 4, nu 5,5",
            "meer dan een kwart van de schaal",
        ],
    );
    holds(&told(&rated(), Lang::En), &["Parties differ: Bewoners 2.5, Gemeente 8.5 (67 % of the scale)"]);
}

#[test]
fn who_does_what_is_told_with_which_table_said_so() {
    holds(
        &told(&filled(), Lang::Nl),
        &[
            "| Scholen | 1 trekt, 1 doet mee | 2 trekt |",
            "Overlap: Bewoners, Gemeente (T1)",
            "Gat: bij geen enkele tafel iemand die “trekt” kreeg (T1, T2)",
            "Wrijving: Bewoners (T2)",
            "Tegenspraak over Bewoners: trekt (T1), doet mee (T2)",
            "Tegenspraak: een andere partij bij “trekt”: Bewoners (T1), Gemeente (T2)",
        ],
    );
}

#[test]
fn of_a_session_in_which_nothing_was_said_nothing_is_told() {
    let hall = crate::harvest::verdicts::tests::Hall::new(3);
    assert_eq!(told(&hall, Lang::Nl), "# Proef\n");
}
