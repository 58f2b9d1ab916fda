//! What stands on the sheets of every workshop that ships: every question with its code, and room to write.

use super::*;
use crate::{
    record::{Mint, Parties, SessionId},
    session::{Head, Unread},
    words::Lang,
    workshop::{Workshop, read, shipped},
};

fn session(workshop: Workshop, tables: u32) -> Session {
    let head = Head {
        format: 1,
        id: SessionId::new("2026-05-12-samen"),
        title: "Samen in het dorp".into(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 5, 12).expect("a day"),
        place: "Dorpshuis".into(),
        tables,
        names: [].into(),
        parties: Parties::named(["Gemeente", "Welzijn", "Zorg"]),
        device: "laptop-1".into(),
        workshop,
    };
    Session::new(head, Mint::new("laptop-1".into(), 7))
}

fn made() -> NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(2026, 5, 11).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a moment")
}

fn codes(document: &Document) -> Vec<String> {
    let runs =
        document.blocks.iter().filter_map(|block| if let Block::Paragraph(runs) = block { Some(runs) } else { None });
    let codes = runs.flatten().filter(|run| Code::parse(&run.text).is_some());
    codes.map(|run| run.text.clone()).collect()
}

fn is_written_in(block: &Block) -> bool {
    match block {
        Block::Lines(count) => *count > 0,
        Block::Table(table) => table.row_height > 0 && !table.rows.is_empty(),
        Block::Heading(..)
        | Block::Paragraph(_)
        | Block::Facts(_)
        | Block::List(_)
        | Block::Quote(..)
        | Block::Figure(_)
        | Block::Card(_)
        | Block::PageBreak => false,
    }
}

#[test]
fn every_question_of_every_workshop_that_ships_stands_on_its_sheet_with_a_code_that_leads_to_it_and_room_to_write() {
    for shipped in ["nl", "en"].into_iter().flat_map(shipped) {
        let session = session(read(shipped.text).expect("what ships can be read"), 2);
        let (words, head) = (Words::new(Lang::Nl), &session.head);
        let document = sheets(&session, &words, None, made());
        let codes = codes(&document);
        assert_eq!(codes.len(), codes.iter().collect::<std::collections::BTreeSet<_>>().len(), "{}", shipped.id);
        for table in &session.tables {
            let scope = Scope {
                records: &table.records,
                parties: &head.parties,
                words: &words,
                room: &session,
                table: table.id.0,
                each: None,
                rotate: None,
                public: true,
            };
            for (round, form) in
                head.workshop.rounds.iter().flat_map(|round| round.blocks.iter().map(move |form| (round, form)))
            {
                let scope = round.scope(scope);
                let id = form.lens().frame().id;
                let code = Code::of(head, table.id, &round.id, Some(id)).expect("a code").to_string();
                let asked = paper::is_filled_in(scope, form);
                assert_eq!(codes.contains(&code), asked, "{} {id}", shipped.id);
                let sheet = paper::sheet(scope, form, 3, 18);
                assert_eq!(sheet.iter().any(is_written_in), asked, "{} {id}: {sheet:?}", shipped.id);
                for table in
                    sheet.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
                {
                    assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{} {id}", shipped.id);
                    assert_eq!(table.widths.len(), if table.widths.is_empty() { 0 } else { table.head.len() });
                }
            }
        }
        for code in codes {
            assert!(
                !matches!(Code::read(&code, head), Err(Unread::Strange)) && Code::read(&code, head).is_ok(),
                "{code}"
            );
        }
    }
}

#[test]
fn headings_are_never_skipped_and_every_sheet_stands_on_a_page_of_its_own() {
    for shipped in ["nl", "en"].into_iter().flat_map(shipped) {
        let session = session(read(shipped.text).expect("what ships can be read"), 1);
        let document = sheets(&session, &Words::new(Lang::En), None, made());
        let mut above = 0;
        for (nth, block) in document.blocks.iter().enumerate() {
            if let Block::Heading(level, words) = block {
                assert!(*level <= above + 1, "{}: {words}", shipped.id);
                assert!(*level > 1 || document.blocks[nth - 1] == Block::PageBreak, "{}: {words}", shipped.id);
                above = *level;
            }
        }
    }
}
