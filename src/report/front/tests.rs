//! Stories of the front of a report: what was made of what was said, and that nothing stands there by itself.

use crate::{
    document::{Block, Document, Item, Manner, Run},
    harvest::Harvest,
    record::{Deed, EntryId, Flag, Names, TableId, Taught},
    report::{
        Options, Variant, document, md,
        tests::{NOW, harvests, say, session},
    },
    session::Session,
    words::{Lang, Words},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn made(session: &Session, options: Options) -> Document {
    let words = Words::new(Lang::Nl);
    document(&session.told(None, options.variant.names(Names::Full), &words), &words, &options)
}

fn of(variant: Variant) -> Options {
    Options { variant, made: NOW.local(), ..Options::default() }
}

fn markdown(session: &Session, options: Options) -> String {
    let mut out = Vec::new();
    md::write(&made(session, options), &mut out).expect("a buffer takes all");
    String::from_utf8(out).expect("text")
}

fn marks(session: &mut Session, id: &EntryId, flag: Flag) {
    let Session { tables, mint, .. } = session;
    let touches = tables[0].toggle(id, flag);
    tables[0].alter(touches, Deed::Did, mint, NOW).expect("marked");
}

/// Every run with what it is, in reading order.
fn runs(blocks: &[Block]) -> Vec<Run> {
    fn of_items(items: &[Item], all: &mut Vec<Run>) {
        for item in items {
            all.extend(item.runs.iter().cloned());
            of_items(&item.below, all);
        }
    }
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Quote(runs, _) => all.extend(runs.iter().cloned()),
            Block::List(items) => of_items(items, &mut all),
            Block::Table(table) => all.extend(table.rows.iter().flatten().flatten().cloned()),
            Block::Card(card) => all.extend(card.paragraphs.iter().flatten().cloned()),
            Block::Heading(..) | Block::Facts(_) | Block::Figure(_) | Block::Lines(_) | Block::PageBreak => {}
        }
    }
    all
}

fn codes(document: &Document, manner: Manner) -> Vec<String> {
    runs(&document.blocks).into_iter().filter(|run| run.manner == manner).map(|run| run.text).collect()
}

/// What tables say, and an organiser makes of it: two themes, one concluded.
fn harvested() -> Session {
    let mut session = session();
    let lines = say(&mut session, "factoren", "factoren", "succes", "Korte lijnen @wel");
    let face = say(&mut session, "factoren", "factoren", "succes", "Een vast gezicht @gem");
    let money = say(&mut session, "factoren", "factoren", "bedreiging", "Aanbesteding #geld");
    say(&mut session, "factoren", "factoren", "bedreiging", "Wisseling van mensen");
    say(&mut session, "factoren", "round.factoren", "quote", "Ik hoef geen visie. @gem");
    say(&mut session, "afspraken", "afspraken", "action", "Bellen | Welzijn | ");
    marks(&mut session, &face, Flag::Key);
    harvests(&mut session, |deeds| {
        let near = deeds.make("Nabij zijn");
        deeds.put(&lines, &near);
        deeds.carry(&face, &near, true);
        deeds.conclude(&near, "Wie elkaar kent, belt elkaar.");
        let cash = deeds.make("Geld");
        deeds.put(&money, &cash);
    });
    session
}

#[test]
fn what_was_made_of_it_goes_before_what_was_said() {
    let told = markdown(&harvested(), of(Variant::Internal));
    let mut from = 0;
    for piece in [
        "## Hoe we werkten\n",
        "## Samenvatting\n\nDe tafels legden 6 punten vast. Daarvan staan er 3 onder 2 thema’s, en 3 niet onder een thema.\n",
        "- **Nabij zijn** *(2 punten, 1 van 2 tafels)* Wie elkaar kent, belt elkaar. \\[T1·7·02\\]\n",
        "- **Geld** *(1 punt, 1 van 2 tafels)*\n  - Aanbesteding *(Tafel 1)* \\[T1·7·03\\]\n",
        "## Thema’s\n",
        "### Nabij zijn\n",
        "Wie elkaar kent, belt elkaar. \\[T1·7·02\\]\n",
        "- **Per tafel:** Tafel 1 (2). Niet genoemd: Tafel 2\n",
        "- **Per partij:** Gemeente (1), Welzijn (1)\n",
        "**Waar dit op rust**\n\n- **Een vast gezicht** *(Tafel 1; Gemeente)* \\[T1·7·02\\]\n",
        "**Wat er verder is gezegd**\n\n- Korte lijnen *(Tafel 1; Welzijn)* \\[T1·7·01\\]\n",
        "### Geld\n",
        "## Sleutelinzichten en citaten\n\n- **Een vast gezicht**",
        "> Ik hoef geen visie. \\[T1·7·05\\]\n>\n> — Tafel 1; Gemeente\n",
        "## Afspraken\n",
        "- **Zonder datum: 1**\n  - Bellen *(T1)* \\[T1·9·06\\]\n",
        "## Wie bracht hoeveel in\n",
        "## Niet onder een thema\n",
        "- **Tafel 1**\n  - Wisseling van mensen \\[T1·7·04\\]\n",
        "## Alles wat er is gezegd\n",
        "### Tafel 1 – Dorpshuis\n",
        "### Tafel 2\n\n*(Aan deze tafel is niets vastgelegd.)*\n",
    ] {
        let at = told[from..].find(piece);
        from += at.unwrap_or_else(|| panic!("{piece:?} does not follow in\n{told}"));
    }
}

#[test]
fn a_theme_that_was_worded_anew_keeps_what_was_typed_under_its_old_name() {
    let mut session = harvested();
    let words = Words::new(Lang::Nl);
    let mut harvest = Harvest::default();
    harvest.follow(&session, &words);
    let id = harvest.themes.all[1].id().expect("made").clone();
    harvests(&mut session, |deeds| deeds.rename(&id, "Wie betaalt"));
    say(&mut session, "factoren", "factoren", "bedreiging", "De pot is leeg #geld");
    let told = markdown(&session, of(Variant::Internal));
    assert!(told.contains("- **Wie betaalt** *(2 punten, 1 van 2 tafels)*"), "{told}");
    // two that are put together are one, and nothing of either is lost
    let with = harvest.themes.all[0].id().expect("made").clone();
    harvests(&mut session, |deeds| deeds.merge(&id, &with));
    let told = markdown(&session, of(Variant::Internal));
    assert!(told.contains("### Nabij zijn\n\n*(4 punten, 1 van 2 tafels)*\n\n*(Hierin ook: Wie betaalt)*\n"), "{told}");
    assert!(!told.contains("### Wie betaalt"));
}

#[test]
fn what_says_the_same_is_read_once_with_every_table_that_had_it() {
    let mut session = session();
    let one = say(&mut session, "factoren", "factoren", "succes", "Korte lijnen @wel");
    let other = say(&mut session, "factoren", "factoren", "succes", "Je kent elkaars nummer @gem");
    let third = say(&mut session, "factoren", "factoren", "succes", "Een vast gezicht");
    let away = say(&mut session, "factoren", "factoren", "succes", "Elkaar kennen");
    harvests(&mut session, |deeds| {
        let near = deeds.make("Nabij zijn");
        [&one, &third].into_iter().for_each(|id| deeds.put(id, &near));
        deeds.carry(&other, &near, true);
        deeds.call(&one, &other, true);
        deeds.call(&one, &away, true);
    });
    let told = markdown(&session, of(Variant::Internal));
    // under what the conclusion rests on, once; and what stands under no theme stays there
    let rests = "**Waar dit op rust**\n\n- Je kent elkaars nummer *(Tafel 1; Gemeente)* \\[T1·7·02\\]\n  \
                 - ook: Korte lijnen *(Tafel 1; Welzijn)* \\[T1·7·01\\]\n\n\
                 **Wat er verder is gezegd**\n\n- Een vast gezicht *(Tafel 1)* \\[T1·7·03\\]\n";
    assert!(told.contains(rests), "{told}");
    assert!(told.contains("## Niet onder een thema") && told.contains("  - Elkaar kennen \\[T1·7·04\\]"), "{told}");
}

#[test]
fn lessons_of_lines_and_of_themes_stand_together_with_what_one_must_know() {
    let mut session = harvested();
    let face = session.tables[0].records.all().into_iter().find(|one| one.text == "Een vast gezicht").cloned();
    let mut harvest = Harvest::default();
    harvest.follow(&session, &Words::new(Lang::Nl));
    let theme = harvest.themes.all[0].id().and_then(|id| session.harvest.records.entry(id)).cloned();
    let taught = |texts: [&str; 3]| Taught(texts.map(str::to_owned));
    let Session { tables, harvest, mint, .. } = &mut session;
    let line = Taught::marks(&face.expect("said"), None, Some(&taught(["in dorpen", "", "begin klein"])));
    tables[0].alter(line, Deed::Did, mint, NOW).expect("marked");
    let theme = Taught::marks(&theme.expect("made"), None, Some(&taught(["", "met een vast team", ""])));
    harvest.alter(theme, Deed::Did, mint, NOW).expect("marked");
    let told = markdown(&session, of(Variant::Internal));
    let lessons = "## Lessen voor een volgende keer\n\n- **Nabij zijn** Wie elkaar kent, belt elkaar.\n  - Als: met een vast team\n\
                   - **Een vast gezicht** *(Tafel 1; Gemeente)* \\[T1·7·02\\]\n  - Waar: in dorpen\n  - Goed om te weten: begin klein\n";
    assert!(told.contains(lessons), "{told}");
    let table = markdown(&session, Options { table: Some(TableId(1)), ..of(Variant::Internal) });
    assert!(table.contains("Waar: in dorpen") && !table.contains("met een vast team"), "{table}");
    assert!(!markdown(&harvested(), of(Variant::Internal)).contains("Lessen voor"), "nothing where there are none");
}

#[test]
fn without_themes_each_table_tells_what_stood_out_and_nothing_is_called_unused() {
    let mut session = session();
    assert!(markdown(&session, of(Variant::Internal)).contains("## Samenvatting\n\n*(Er is nog niets vastgelegd.)*\n"));
    say(&mut session, "factoren", "factoren", "succes", "Korte lijnen");
    let told = markdown(&session, of(Variant::Internal));
    assert!(told.contains("De tafels legden 1 punt vast. Er zijn nog geen thema’s van gemaakt.\n"), "{told}");
    assert!(told.contains("- **Tafel 1**\n  - Korte lijnen \\[T1·7·01\\]\n"), "{told}");
    for absent in ["Thema’s\n", "Niet onder een thema", "Sleutelinzichten", "Stemmen en schalen", "## Afspraken"] {
        assert!(!told.contains(absent), "{absent}\n{told}");
    }
}

#[test]
fn the_report_of_a_table_holds_no_themes_of_others_and_that_of_one_page_no_appendix() {
    let session = harvested();
    let table = markdown(&session, Options { table: Some(TableId(1)), ..of(Variant::Internal) });
    assert!(!table.contains("Nabij zijn") && !table.contains("Wie elkaar kent") && table.contains("Korte lijnen"));
    assert!(
        table.contains("## Sleutelinzichten en citaten")
            && table.contains("## Afspraken")
            && !table.contains("### Tafel 2")
    );
    let other = markdown(&session, Options { table: Some(TableId(2)), ..of(Variant::Internal) });
    assert!(!other.contains("Korte lijnen") && !other.contains("Bellen"), "{other}");
    let page = markdown(&session, of(Variant::OnePage));
    assert!(
        page.contains("Wie elkaar kent, belt elkaar.")
            && page.contains("- Bellen *(Welzijn; nog geen datum; Tafel 1)* \\[T1·9·06\\]\n"),
        "{page}"
    );
    assert!(!page.contains("Alles wat er is gezegd") && !page.contains("Wisseling van mensen"), "{page}");
    assert!(!made(&session, of(Variant::OnePage)).contents);
}

#[test]
fn what_moved_to_where_nobody_is_told_is_nobodys_in_front_as_well() {
    let mut session = harvested();
    for round in &mut session.head.workshop.rounds {
        for block in &mut round.blocks {
            if let crate::form::Form::Collect(collect) = block {
                collect.anonymous = true;
            }
        }
    }
    let told = markdown(&session, of(Variant::Internal));
    assert!(told.contains("- **Een vast gezicht** *(Tafel 1)*") && !told.contains("Tafel 1; Welzijn"), "{told}");
}

/// What tables can say: where, what, and how it is marked.
fn said() -> impl Strategy<Value = Vec<(u8, u8, bool)>> {
    proptest::collection::vec((0..5_u8, 0..6_u8, any::<bool>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everything_stands_where_it_may_and_every_code_in_front_leads_to_the_back(said in said()) {
        const PLACES: [(&str, &str, &str); 5] = [
            ("factoren", "factoren", "succes"), ("factoren", "factoren", "oplossing"), ("factoren", "round.factoren", "note"),
            ("factoren", "round.factoren", "quote"), ("afspraken", "afspraken", "action"),
        ];
        let mut session = session();
        let (mut open, mut secret, mut notes) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (nth, (place, mark, themed)) in said.into_iter().enumerate() {
            let (round, block, category) = PLACES[usize::from(place)];
            let text = format!("woord{nth}einde");
            let theme = if themed { " #geld" } else { "" };
            let id = say(&mut session, round, block, category, &format!("{text}{theme}"));
            let flag = [None, Some(Flag::Key), Some(Flag::Parked), Some(Flag::Confidential), Some(Flag::NotInReport), None];
            if let Some(flag) = flag[usize::from(mark)] {
                marks(&mut session, &id, flag);
            }
            if (3..5).contains(&mark) { &mut secret } else { &mut open }.push(text.clone());
            if category == "note" {
                notes.insert(text);
            }
            if mark == 1 {
                harvests(&mut session, |deeds| {
                    let theme = deeds.make("Van de zaal");
                    deeds.carry(&id, &theme, true);
                });
            }
        }
        for variant in [Variant::Internal, Variant::Public, Variant::OnePage] {
            let document = made(&session, of(variant));
            let whole = format!("{document:?}");
            for text in &secret {
                prop_assert!(!whole.contains(text), "{text} may not be told");
            }
            if variant == Variant::OnePage {
                continue;
            }
            for text in &open {
                let public = variant == Variant::Public && notes.contains(text);
                prop_assert_eq!(whole.contains(text), !public, "{} {:?}", text, variant);
            }
            let back: BTreeSet<String> = codes(&document, Manner::Code).into_iter().collect();
            for code in codes(&document, Manner::Link) {
                prop_assert!(back.contains(&code), "{code} leads nowhere");
            }
        }
    }
}
