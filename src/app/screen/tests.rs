//! What a hall sees, and what it never sees.

mod seats;
mod wall;

use super::*;
use crate::{
    form::board::Stroke,
    record::{FactKey, Flag, Value, Voice},
    ui::{Depth, Look},
    words::Lang,
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use wall::{START, Wall};

#[test]
fn who_comes_in_sees_what_it_is_and_where() {
    insta::assert_snapshot!(Wall::new().sees(80, 24), @"


                         we beginnen zo






    ▟▀▙                 ▝▘     ▝█      ▗▌    ▜▌
    ▜▙  ▀▜▖▐▙▟▙▗▛▜▖█▀▙  ▜▌▐▛▜▖  █▞▙▗▛▜▖▜▛▘  ▄▟▌▗▛▜▖▜▟▜▖▜▞▜▖
    ▄▝█▗▛▜▌▐▛▛█▐▛▀▘█ █  ▐▌▐▌▐▌  █ █▐▛▀▘▐▌▖ ▐▌▐▌▐▌▐▌▐▌▝▘▐▙▟▘
    ▝▀▘ ▀▘▀▝▘ ▀ ▀▀ ▀ ▀  ▀▀▝▘▝▘ ▝▀ ▀ ▀▀  ▀   ▀▘▀ ▀▀ ▀▀  ▟▙







                       D o r p s h u i s

                  d i n s d a g   1 2   m e i
    ");
}

#[test]
fn a_round_that_begins_shows_its_question_and_the_clock() {
    let mut wall = Wall::new();
    wall.says(1, "plus", "succes", "Koffie", |_| {}).begins("een").waits(4 * 60);
    insta::assert_snapshot!(wall.sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2

                   ▐▌ █     ▟               ▜▌  ▗▌    ▜▌     ▟
                   ▐▌▖█ ▀▜▖▝█▀  █▄█▖▝▀▙ ▝▀▙ ▐▌▟▘▜▛▘  ▄▟▌ ▀▜▖▝█▀
                   ▐█▜█▗▛▜▌ █▗  █▜▜▌▟▀█ ▟▀█ ▐▛▙ ▐▌▖ ▐▌▐▌▗▛▜▌ █▗
                   ▝▘ ▀ ▀▘▀ ▝▘  ▀ ▝▘▝▀▝▘▝▀▝▘▀▘▝▘ ▀   ▀▘▀ ▀▘▀ ▝▘

                                  ▄▖          ▗▄   ▄          ▄▖    ▗▄   ▗  ▄▄
    ▗▄▄ ▄▄ ▗▖▗▖ ▄▄ ▄▄▖▗▖ ▄ ▄▄ ▄▗▄ ▐▌▗▖▗▄▖▗▄▄   █▗▖▗▄ ▗▄▖▗▖▄▖  ▐▌▗▖▗▖ █ ▄▗█▄▝▘▐▌
    ▜▄▖ ▄▟▌▐███▐▙▟▌█ █▐▙▙█▐▙▟▌▐▛▐▌▐▙▛ █▄█▐▌▐▌  █▘█ █ █▄█ █▘█  ▐▌▐▌▐▌ █▟▘ █  ▗▛
    ▄▄▛▝▙▞▙▐▌▘█▝▙▄ █ █▝█▜▛▝▙▄ ▟▙  ▟▌▜▖▜▄▖▐▌▐▌ ▗█ █▗█▖▜▄▖▗█▖   ▟▙▝▙▞▙▗█▝▙ ▜▞ ▗▖


    ━━━━━━──────────────────────────────────────────────────────────────────────

      ██    ██████      ██████  ██████
    ████    ██  ██  ██  ██      ██  ██    rondje langs tafel
      ██    ██  ██      ██████  ██████    aan tafel
      ██    ██  ██  ██      ██      ██    stap 2 van 2
    ██████  ██████      ██████  ██████

            + 1 succesfactoren        ! 0 bedreigingen        ? 0 zorgen
    ");
    insta::assert_snapshot!(wall.sees(40, 12), @"

    Succesfactoren           ronde 1 van 2

          W a t   m a a k t   d a t

            s a m e n w e r k e n

             h i e r   l u k t ?

    ━━━───────────────────────────────────
    10:59    rondje langs tafel

    + 1 succesfactoren   ! 0 bedreigingen
    ");
}

#[test]
fn the_clock_is_as_large_as_the_wall() {
    let mut wall = Wall::new();
    wall.begins("een").shows("clock").waits(20 * 60);
    insta::assert_snapshot!(wall.sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2


      W a t   m a a k t   d a t   s a m e n w e r k e n   h i e r   l u k t ?



                      █████████   █████████         █████████   █████████
             ▄▄▄      ███▀▀▀███   ███▀▀▀▀▀▀   ▄▄▄   ███▀▀▀███   ▀▀▀▀▀▀███
             ███      ███   ███   ███         ███   ███   ███         ███
          █████████   ███   ███   █████████         ███   ███   █████████
          ▀▀▀███▀▀▀   ███   ███   ▀▀▀▀▀▀███   ▄▄▄   ███   ███   ███▀▀▀▀▀▀
             ███      ███   ███         ███   ███   ███   ███   ███
                      █████████   █████████         █████████   █████████
                      ▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀


    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        de tijd is om  ·  rondje langs tafel  ·  aan tafel  ·  stap 2 van 2

            + 0 succesfactoren        ! 0 bedreigingen        ? 0 zorgen
    ");
}

#[test]
fn the_phase_says_what_is_done_now_and_who_talks() {
    insta::assert_snapshot!(Wall::new().begins("een").shows("phase").sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2





                     ▜▌▝█             ▜▌       ▜▌       ▝█
                 ▝▀▙ ▐▌ █ ▟▀▙▗▛▜▖█▀▙  ▐▙▄ ▟▀▙ ▄▟▌▗▛▜▖█▀▙ █▗▛▗▛▜▖█▀▙
                 ▟▀█ ▐▌ █ █▀▀▐▛▀▘█ █  ▐▌▐▌█▀▀▐▌▐▌▐▛▀▘█ █ █▜▖▐▛▀▘█ █
                 ▝▀▝▘▀▀▝▀▘▝▀▘ ▀▀ ▀ ▀  ▀▝▀ ▝▀▘ ▀▘▀ ▀▀ ▀ ▀▝▀ ▀ ▀▀ ▀ ▀





    ━───────────────────────────────────────────────────────────────────────────

    ██████  ██████      ██████  ██████
    ██  ██      ██  ██  ██      ██  ██    alleen bedenken
    ██  ██  ██████      ██████  ██████    ieder voor zich
    ██  ██  ██      ██      ██  ██  ██    stap 1 van 2
    ██████  ██████      ██████  ██████
    ");
}

#[test]
fn the_harvest_shows_how_much_and_the_newest_words() {
    let mut wall = Wall::new();
    wall.begins("een").says(1, "plus", "succes", "Een vaste dag", |_| {});
    wall.says(2, "plus", "succes", "Koffie die klaarstaat als je binnenkomt", |_| {});
    wall.says(2, "plus", "gevaar", "Regels", |_| {}).says(1, "stil", "geheim", "VERBORGEN", |_| {});
    insta::assert_snapshot!(wall.shows("harvest").sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2

    ██████                      ██                        ██
        ██                    ████                      ████
    ██████                      ██                        ██
    ██                          ██                        ██
    ██████                    ██████                    ██████

    + succesfactoren          ! bedreigingen            ? zorgen

    · Koffie die klaarstaat   · Regels
      als je binnenkomt

    · Een vaste dag
    ");
    insta::assert_snapshot!(wall.shows("card:1").sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2

                               ▛█▜     ▟▜▖   ▝█   ▟▌
                                █  ▀▜▖▗█▖ ▟▀▙ █   ▐▌
                                █ ▗▛▜▌ █  █▀▀ █   ▐▌
                               ▝▀▘ ▀▘▀▝▀▘ ▝▀▘▝▀▘ ▝▀▀▘

    + 1 succesfactoren                     ? 1 zorgen

    · Een vaste dag
    ");
}

#[test]
fn a_break_says_when_it_ends_and_gives_way_to_the_next_round() {
    let mut wall = Wall::new();
    wall.begins("een");
    wall.fact(0, FactKey::Break("p".into()), Value::Text("Koffie".into()));
    wall.fact(0, FactKey::Minutes("p".into()), Value::Number(15.0)).begins("p");
    insta::assert_snapshot!(wall.sees(80, 24), @"



                            ▜▌▐▌    ▟▜▖▗▛▙ ▀
                            ▐▙▛ ▟▀▙▗█▖ ▟▙ ▝█ ▟▀▙
                            ▐▌▜▖█ █ █  ▐▌  █ █▀▀
                            ▀▘▝▘▝▀▘▝▀▘ ▀▀ ▝▀▘▝▀▘



                             we gaan verder om


        ████        ████    ████                ████        ████████████
        ████        ████    ████                ████        ████████████
    ████████        ████    ████    ████    ████████        ████
    ████████        ████    ████    ████    ████████        ████
        ████        ████████████                ████        ████████████
        ████        ████████████                ████        ████████████
        ████                ████    ████        ████                ████
        ████                ████    ████        ████                ████
    ████████████            ████            ████████████    ████████████
    ████████████            ████            ████████████    ████████████
    ");
    wall.begins("twee");
    assert_eq!(Shows::now(&wall.screen.session, &wall.screen.clock), Shows::Question);
}

#[test]
fn what_was_shown_for_a_moment_is_gone_when_a_round_begins_and_a_manner_stays() {
    let mut wall = Wall::new();
    let now = |wall: &Wall| Shows::now(&wall.screen.session, &wall.screen.clock);
    assert_eq!(now(&wall), Shows::Welcome);
    wall.begins("een").shows("harvest");
    assert_eq!(now(&wall), Shows::Harvest);
    wall.begins("twee");
    assert_eq!(now(&wall), Shows::Question);
    wall.shows("clock").begins("een");
    assert_eq!(now(&wall), Shows::Clock);
    wall.shows("hologram");
    assert_eq!(now(&wall), Shows::Question, "a newer program may know more");
    wall.shows("card:0");
    assert_eq!(now(&wall), Shows::Question, "the room is no table");
    assert_eq!(wall.shows("blank").sees(80, 24).trim(), "");
}

#[test]
fn a_vote_is_seen_when_it_was_shown_and_a_private_one_never() {
    let mut wall = Wall::new();
    wall.begins("twee");
    for block in ["open", "dicht", "prive"] {
        assert!(wall.shows(&format!("vote:{block}")).sees(80, 24).contains("Kiezen"));
        assert!(!wall.sees(80, 24).contains("Buurtbus"), "{block}: nobody voted");
        wall.votes(1, block, 0, Stroke::Typed("1")).votes(2, block, 0, Stroke::Typed("1"));
    }
    insta::assert_snapshot!(wall.shows("vote:open").sees(80, 24), @"


    Kiezen                                                         ronde 2 van 2

                                W a t   e e r s t ?

    Buurtbus                                                                   2
    ████████████████████████████████████████████████████████████████████████████
    ████████████████████████████████████████████████████████████████████████████














                                    van 2 tafels
    ");
    assert!(!wall.shows("vote:dicht").sees(80, 24).contains("Buurtbus"));
    wall.votes(1, "dicht", 0, Stroke::Reveal(1)).shows("vote:dicht");
    let seen = wall.sees(80, 24);
    assert!(seen.contains("Buurtbus") && seen.contains("van één tafel"), "{seen}");
    assert!(!wall.shows("vote:prive").sees(80, 24).contains("Buurtbus"));
}

#[test]
fn nothing_that_is_not_for_the_hall_is_on_the_wall() {
    let mut wall = Wall::new();
    wall.begins("een");
    let seat = Voice::Seat("welzijn#1".into());
    wall.says(1, "plus", "succes", "Zichtbaar", |entry| {
        entry.by = Some(seat.clone());
        entry.namens = Some(Voice::Party("gemeente".into()));
    });
    for (text, flag) in [
        ("VERTROUWELIJK", Flag::Confidential),
        ("NIETVERSLAG", Flag::NotInReport),
        ("GEPARKEERD", Flag::Parked),
        ("CITAAT", Flag::Quote),
    ] {
        wall.says(1, "plus", "succes", text, |entry| {
            entry.flags.insert(flag);
        });
    }
    wall.says(1, "stil", "geheim", "VERBORGEN", |_| {});
    wall.says(1, "round.een", "note", "NOTITIE", |_| {}).says(1, "plus", "gevaar", "WEG", |entry| entry.gone = true);
    let never = [
        "VERTROUWELIJK",
        "NIETVERSLAG",
        "GEPARKEERD",
        "CITAAT",
        "VERBORGEN",
        "NOTITIE",
        "WEG",
        "ZEGDIT",
        "ZEGDAT",
        "WAAROM",
        "TIP",
        "STIFTEN",
        "Welzijn",
        "welzijn",
        "Gemeente",
        "gemeente",
    ];
    for what in
        ["welcome", "question", "clock", "phase", "harvest", "card:1", "vote:plus", "vote:stil", "break", "blank"]
    {
        wall.shows(what);
        for (width, height) in [(40, 12), (80, 24), (110, 32), (200, 60)] {
            let seen = wall.sees(width, height);
            let seen_of = never.iter().find(|word| seen.contains(*word));
            assert_eq!(seen_of, None, "{what} at {width}x{height}\n{seen}");
        }
    }
    assert!(wall.shows("harvest").sees(80, 24).contains("Zichtbaar"));
    wall.fact(1, FactKey::Revealed("stil".into()), Value::Yes(true));
    assert!(wall.sees(80, 24).contains("VERBORGEN"), "now it was shown");
}

#[test]
fn every_page_is_drawn_whatever_was_typed_and_however_small_the_wall() {
    let long = "Zorgverzekeringsmaatschappijenoverleg ".repeat(40);
    let texts = [long.as_str(), "漢字 👩\u{200d}👩\u{200d}👧", "e\u{301}e\u{301}n \u{202e}om", "\t", "a\nb\nc"];
    for lang in Lang::ALL {
        for (look, plain) in [(Look::Dark, false), (Look::Mono, true)] {
            let mut wall = Wall::of(lang, Theme::new(look, Depth::True, plain));
            wall.begins("een");
            for text in texts {
                wall.says(1, "plus", "succes", text, |_| {});
                wall.screen.session.head.workshop.rounds[0].question = text.to_owned();
                wall.screen.session.head.workshop.rounds[0].phases[0].name = text.to_owned();
                wall.screen.session.head.title = text.to_owned();
                for what in ["welcome", "question", "clock", "phase", "harvest", "card:1", "vote:open", "break"] {
                    wall.shows(what);
                    for (width, height) in [(0, 0), (1, 1), (39, 30), (40, 12), (41, 13), (80, 24), (300, 20), (50, 90)]
                    {
                        let seen = wall.sees(width, height);
                        assert!(!seen.contains('\u{202e}') && !seen.contains('\u{a0}'), "{what}\n{seen}");
                        let blocks = |letter: char| ('\u{2580}'..='\u{259f}').contains(&letter);
                        assert!(!plain || !seen.contains(blocks), "{what} is not plain\n{seen}");
                    }
                }
            }
        }
    }
}

#[test]
fn it_closes_with_the_keys_that_close_and_with_no_other() {
    let key = |code, modifiers| KeyEvent::new(code, modifiers);
    for (code, modifiers, leaves) in [
        (KeyCode::Esc, KeyModifiers::NONE, true),
        (KeyCode::Char('q'), KeyModifiers::NONE, true),
        (KeyCode::Char('q'), KeyModifiers::CONTROL, true),
        (KeyCode::Char('x'), KeyModifiers::NONE, false),
        (KeyCode::Enter, KeyModifiers::NONE, false),
    ] {
        let mut wall = Wall::new();
        wall.screen.on(Event::Key(key(code, modifiers), START));
        assert_eq!(wall.screen.is_done(), leaves, "{code:?}");
    }
}

#[test]
fn nothing_is_drawn_when_nothing_can_be_different() {
    let mut wall = Wall::new();
    assert_eq!(wall.screen.repaint(), Some(Repaint::Afresh));
    assert_eq!(wall.screen.repaint(), None);
    wall.screen.on(Event::Tick(START.plus(1)));
    assert_eq!(wall.screen.repaint(), None, "no clock runs");
    wall.begins("een");
    assert_eq!(wall.screen.repaint(), Some(Repaint::Whole));
    wall.screen.on(Event::Tick(wall.screen.now));
    assert_eq!(wall.screen.repaint(), None, "the same second");
    wall.waits(1);
    assert_eq!(wall.screen.repaint(), Some(Repaint::Whole));
}
