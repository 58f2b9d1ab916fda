//! A report of a small session, told in full.

use super::*;
use crate::{
    record::{DeviceId, Flag, Mint, Now, Parties},
    session::{Head, Slot},
    words::Lang,
    workshop,
};

const NOW: Now = Now { millis: 1_778_580_000_000, offset: 7200 };

fn made() -> NaiveDateTime {
    NOW.local()
}

fn session() -> Session {
    let text = crate::workshop::shipped("nl").find(|one| one.id == "living-lab").expect("ships").text;
    let head = Head {
        format: 1,
        id: "proef".into(),
        title: "Samen in Zeeland".into(),
        date: NOW.date(),
        place: "Goes".into(),
        tables: 2,
        names: [(TableId(1), "Dorpshuis".to_owned())].into(),
        parties: Parties::named(["Gemeente 2", "Welzijn"]),
        device: "a".into(),
        workshop: workshop::read(text).expect("works"),
    };
    Session::new(head, Mint::new(DeviceId::new("a"), 7))
}

fn say(session: &mut Session, round: &str, block: &str, category: &str, line: &str) -> crate::record::EntryId {
    let words = Words::new(Lang::Nl);
    let Session { head, tables, mint, .. } = session;
    let table = &mut tables[0];
    let round = head.workshop.rounds.iter().find(|one| one.id.as_str() == round).expect("stands");
    let workshop = &head.workshop;
    let scope = crate::form::Scope {
        records: &table.records,
        parties: &head.parties,
        words: &words,
        room: workshop,
        table: table.id.0,
        each: None,
        rotate: None,
        public: false,
    };
    let mut places = round.places(scope);
    places.push(crate::form::Place::list(&block.into(), &category.into(), "", ""));
    let place = places.into_iter().find(|place| place.is(&block.into(), &category.into())).expect("stands");
    let (line, columns) = line.split_once(" | ").unwrap_or((line, ""));
    let columns: Vec<String> = columns.split(" | ").map(str::to_owned).collect();
    let slot = Slot {
        round: &round.id,
        place: &place,
        under: None,
        columns: &columns,
        parties: &head.parties,
        lang: Lang::Nl,
    };
    let touches = table.say(line, &slot, mint, NOW);
    let change = table.alter(touches, crate::record::Deed::Did, mint, NOW).expect("said");
    match &change.touches[0] {
        crate::record::Touch::Birth(entry) => entry.id.clone(),
        other => panic!("{other:?}"),
    }
}

fn markdown(session: &Session, lang: Lang) -> String {
    let mut out = Vec::new();
    md::write(&document(session, &Words::new(lang), &Options { table: None, made: made() }), &mut out).expect("works");
    String::from_utf8(out).expect("works")
}

#[test]
fn everything_that_was_said_stands_in_the_report_with_its_question() {
    let mut session = session();
    say(&mut session, "factoren", "factoren", "succes", "Korte lijnen @wel");
    say(&mut session, "factoren", "factoren", "bedreiging", "Aanbesteding");
    say(&mut session, "factoren", "factoren", "oplossing", "Samen aanvragen");
    say(&mut session, "factoren", "round.factoren", "note", "Het werd even stil.");
    say(&mut session, "factoren", "round.factoren", "quote", "Ik hoef geen visie. @gem");
    say(&mut session, "afspraken", "afspraken", "action", "Bellen | Welzijn | ");
    let lost = say(&mut session, "droom", "oud", "weg", "Uit een oude versie");
    let parked = session.tables[0].toggle(&lost, Flag::Parked);
    let Session { tables, mint, .. } = &mut session;
    tables[0].alter(parked, crate::record::Deed::Did, mint, NOW);
    let told = markdown(&session, Lang::Nl);
    for piece in [
        "# Samen in Zeeland\n",
        "- **Datum:** 12 mei 2026\n",
        "- **Partijen:** Gemeente (2), Welzijn\n",
        "- **Afspraken:** 1 afspraak, 1 zonder datum\n",
        "## Tafel 1 – Dorpshuis\n",
        "### 7. Succesfactoren\n\n**Wat maakt dat samenwerken hier lukt? En wat staat in de weg?**\n",
        "- Korte lijnen *(Welzijn)*\n",
        "- Aanbesteding\n  - Samen aanvragen\n",
        "Het werd even stil.\n",
        "> Ik hoef geen visie.\n>\n> — Gemeente\n",
        "| Bellen | Welzijn |",
        "#### oud / weg\n\n- Uit een oude versie *(geparkeerd)*\n",
        "### Geparkeerd\n\n- Uit een oude versie *(2. Onze droom)*\n",
        "## Tafel 2\n\n*(Aan deze tafel is niets vastgelegd.)*\n",
        "### 8. Kiezen\n\n**Wat pakken we als eerste samen op?**\n\n*(In deze ronde is niets vastgelegd.)*\n",
    ] {
        assert!(told.contains(piece), "{piece:?} is not in\n{told}");
    }
    let one = document(&session, &Words::new(Lang::En), &Options { table: Some(TableId(2)), made: made() });
    assert!(!format!("{one:?}").contains("Korte lijnen"));
}
