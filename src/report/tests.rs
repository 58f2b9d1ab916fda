//! A report of a small session, told in full.

use super::*;
use crate::{
    harvest::Deeds,
    record::{Deed, DeviceId, Flag, Mint, Now, Parties},
    session::{Head, Session, Slot},
    words::Lang,
    workshop,
};

pub(super) const NOW: Now = Now { millis: 1_778_580_000_000, offset: 7200 };

fn made() -> NaiveDateTime {
    NOW.local()
}

pub(super) fn session() -> Session {
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

/// Makes something of what was said.
pub(super) fn harvests(session: &mut Session, deeds: impl FnOnce(&mut Deeds<'_>)) {
    let Session { harvest, mint, .. } = session;
    let mut mint_of_deeds = mint.clone();
    let mut all = Deeds::new(&harvest.records, &mut mint_of_deeds, NOW);
    deeds(&mut all);
    let touches = all.done();
    *mint = mint_of_deeds;
    harvest.alter(touches, Deed::Did, mint, NOW).expect("harvested");
}

pub(super) fn say(
    session: &mut Session,
    round: &str,
    block: &str,
    category: &str,
    line: &str,
) -> crate::record::EntryId {
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
        day: head.date,
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
    let words = Words::new(lang);
    let options = Options { made: made(), ..Options::default() };
    md::write(&document(&session.told(None, Names::Full, &words), &words, &options), &mut out).expect("works");
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
        "### Tafel 1 – Dorpshuis\n",
        "#### 7. Succesfactoren\n\n**Wat maakt dat samenwerken hier lukt? En wat staat in de weg?**\n",
        "- Korte lijnen *(Welzijn)* \\[T1·7·01\\]\n",
        "- Aanbesteding \\[T1·7·02\\]\n  - Samen aanvragen \\[T1·7·03\\]\n",
        "Het werd even stil. \\[T1·7·04\\]\n",
        "> Ik hoef geen visie. \\[T1·7·05\\]\n>\n> — Gemeente\n",
        "| Bellen \\[T1·9·06\\] | Welzijn |",
        "##### oud / weg\n\n- Uit een oude versie *(geparkeerd)* \\[T1·2·07\\]\n",
        "#### Geparkeerd\n\n- Uit een oude versie *(2. Onze droom)* \\[T1·2·07\\]\n",
        "### Tafel 2\n\n*(Aan deze tafel is niets vastgelegd.)*\n",
        "#### 8. Kiezen\n\n**Wat pakken we als eerste samen op?**\n\n*(In deze ronde is niets vastgelegd.)*\n",
    ] {
        assert!(told.contains(piece), "{piece:?} is not in\n{told}");
    }
    let words = Words::new(Lang::En);
    let options = Options { table: Some(TableId(2)), made: made(), ..Options::default() };
    let one = document(&session.told(None, Names::Full, &words), &words, &options);
    assert!(!format!("{one:?}").contains("Korte lijnen"));
}

#[test]
fn each_variant_tells_what_it_may_and_says_how_much_it_leaves_out() {
    let mut session = session();
    say(&mut session, "factoren", "factoren", "succes", "Korte lijnen @wel2");
    let star = say(&mut session, "factoren", "factoren", "succes", "Een vast gezicht @gem");
    let secret = say(&mut session, "factoren", "factoren", "succes", "Er is geen geld @wel");
    let parked = say(&mut session, "factoren", "factoren", "succes", "Voor later");
    say(&mut session, "factoren", "round.factoren", "note", "Het werd even stil.");
    for (id, flag) in [(&star, Flag::Key), (&secret, Flag::Key), (&secret, Flag::Confidential), (&parked, Flag::Parked)]
    {
        let touches = session.tables[0].toggle(id, flag);
        let Session { tables, mint, .. } = &mut session;
        tables[0].alter(touches, crate::record::Deed::Did, mint, NOW);
    }
    let words = Words::new(Lang::Nl);
    let written = |variant: Variant, names: Names| {
        let mut out = Vec::new();
        let options = Options { variant, made: made(), ..Options::default() };
        md::write(&document(&session.told(None, names, &words), &words, &options), &mut out).expect("works");
        String::from_utf8(out).expect("works")
    };
    for variant in [Variant::Internal, Variant::Public, Variant::OnePage] {
        for names in Names::ALL {
            let told = written(variant, names);
            assert!(!told.contains("geen geld"), "{told}");
            assert!(told.contains("- **Niet in dit verslag:** 1 punt\n"), "{told}");
            assert!(!told.contains("Welzijn 2"), "no chair where no name may be told\n{told}");
            let named = told.contains("Welzijn") || told.contains("Gemeente");
            assert_eq!(named, names != Names::None, "{variant:?} {names:?}\n{told}");
        }
    }
    let (internal, public) = (written(Variant::Internal, Names::Full), written(Variant::Public, Names::Full));
    assert!(internal.contains("- Korte lijnen *(Welzijn)*") && public.contains("- Korte lijnen *(Welzijn)*"));
    for own in ["Het werd even stil.", "#### Geparkeerd"] {
        assert!(internal.contains(own) && !public.contains(own), "{own}");
    }
    let page = written(Variant::OnePage, Names::Party);
    assert!(
        page.contains("## Sleutelinzichten\n\n- **Een vast gezicht** *(Tafel 1; Gemeente)* \\[T1·7·02\\]\n"),
        "{page}"
    );
    assert!(!page.contains("Korte lijnen"));
}
