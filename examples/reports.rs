//! Writes one document of every kind of block in every format, to be looked at and to be read by other programs:
//! `cargo run --example reports -- FOLDER`. With a number behind it (`-- FOLDER 10 8 15`) it writes a long one, of so many
//! tables, rounds and entries, and tells how long each format took.
//!
//! Not a test: `.ci/check-reports` reads what this writes. Knows no session.

use aantafel::{
    document::{Bar, Block, Card, Document, Figure, Item, Picture, Run, Scale, Shade, Spread, Table},
    report::{Logo, Look, Pages, write},
    words::{Lang, Words},
};
use std::{env, error::Error, fs, path::Path, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = env::args().skip(1).collect();
    let folder = given.first().ok_or("say in which folder")?;
    let numbers: Vec<usize> = given[1..].iter().filter_map(|number| number.parse().ok()).collect();
    fs::create_dir_all(folder)?;
    let read = |name: &str| env::var_os(name).map(fs::read).transpose();
    let look = Look { template: read("TEMPLATE")?, logo: read("LOGO")?.and_then(|bytes| Logo::read(bytes, "Logo")) };
    let document = match numbers[..] {
        [tables, rounds, entries] => long(tables, rounds, entries),
        _ => sample(),
    };
    let words = Words::new(Lang::Nl);
    for format in Pages::ALL {
        let start = Instant::now();
        let mut bytes = Vec::new();
        write(format, &document, &words, &look, &mut bytes).map_err(|error| error.tell(&words))?;
        let path = Path::new(folder).join(format!("verslag.{}", format.name()));
        println!("{} {} bytes, {} ms", path.display(), bytes.len(), start.elapsed().as_millis());
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn cell(words: &str) -> Vec<Run> {
    vec![Run::plain(words)]
}

fn item(words: &str, who: &str, code: &str) -> Item {
    Item { runs: vec![Run::plain(words), Run::aside(who), Run::code(code)], below: Vec::new() }
}

fn head() -> Document {
    let fact = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Document {
        title: "Samen verder in het dorpsnetwerk".into(),
        subtitle: "Verslag van het living lab".into(),
        language: "nl".into(),
        facts: vec![
            fact("Datum", "12 mei 2026"),
            fact("Plaats", "Dorpshuis, Goes"),
            fact("Partijen", "Gemeente (6), Welzijn (5), Huisartsen (3), Inwoners (8)"),
            fact("Omvang", "4 tafels, 8 ronden, 486 bijdragen"),
        ],
        header: "Samen verder in het dorpsnetwerk".into(),
        footer: "Verslag van 12 mei 2026".into(),
        created: chrono::NaiveDate::from_ymd_opt(2026, 5, 12).and_then(|day| day.and_hms_opt(16, 40, 0)),
        contents: true,
        blocks: Vec::new(),
    }
}

fn sample() -> Document {
    let mut blocks = vec![
        Block::Heading(1, "Samenvatting".into()),
        Block::plain(
            "Vier tafels spraken een middag over de vraag wat een dorp nodig heeft om mensen langer thuis te laten wonen. \
             Drie thema’s kwamen aan elke tafel terug: korte lijnen, één plek waar je terecht kunt, en tijd om elkaar te leren kennen. \
             Over geld waren de tafels het niet eens.",
        ),
        Block::Card(Card {
            title: "Conclusie".into(),
            paragraphs: vec![vec![
                Run::plain(
                    "Alle tafels willen beginnen met een vast spreekuur in het dorpshuis, elke week op dezelfde tijd.",
                ),
                Run::link("T1·2·03"),
                Run::link("T2·4·07"),
            ]],
        }),
        Block::Heading(2, "Wat er is afgesproken".into()),
        Block::Table(Table {
            caption: "Afspraken van alle tafels".into(),
            widths: vec![5, 3, 2],
            ..Table::new(
                vec!["Afspraak".into(), "Wie".into(), "Wanneer".into()],
                vec![
                    vec![
                        cell("Spreekuur in het dorpshuis openen"),
                        cell("Welzijn en gemeente"),
                        cell("1 september 2026"),
                    ],
                    vec![cell("Telefoonlijst van alle partijen delen"), cell("Gemeente"), cell("1 juni 2026")],
                    vec![
                        cell("Nagaan wat er met de subsidie kan"),
                        vec![Run::aside("nog open")],
                        vec![Run::aside("nog open")],
                    ],
                ],
            )
        }),
        Block::Heading(1, "Thema’s".into()),
        Block::Heading(2, "Korte lijnen".into()),
        Block::plain("Genoemd aan vier van de vier tafels, door alle partijen, 23 keer."),
        Block::Quote(
            vec![Run::plain("Ik hoef geen visie. Ik wil weten wie ik kan bellen."), Run::code("T1·2·03")],
            Some("Huisartsen, tafel 1".into()),
        ),
        Block::List(vec![
            Item {
                below: vec![
                    item("Oplossing: een lijst die iedere maand wordt nagekeken", "Gemeente", "T2·4·08"),
                    item("Oplossing: eerst bellen, dan pas mailen", "", "T2·4·09"),
                ],
                ..item(
                    "Niemand weet wie er op vrijdag bereikbaar is, ook niet als het dringend is en er iemand voor de deur staat",
                    "Inwoners",
                    "T2·4·07",
                )
            },
            item("Aanbestedingen maken van buren concurrenten", "Welzijn", "T3·1·02"),
        ]),
        Block::Heading(2, "Wat de tafels kozen".into()),
    ];
    let bar = |label: &str, value: f64, told: &str, notch: Option<f64>| Bar {
        label: label.into(),
        value,
        told: told.into(),
        notch,
    };
    blocks.push(Block::Figure(Figure {
        picture: Picture::Bars {
            what: "Onderwerp".into(),
            measure: "Stemmen".into(),
            bars: vec![
                bar("Vast spreekuur in het dorpshuis", 21.0, "21 stemmen", None),
                bar("Eén telefoonlijst", 14.0, "14 stemmen", None),
                bar("Samen subsidie aanvragen voor de jaren na het lab", 6.0, "6 stemmen", None),
                bar("Website", 1.0, "1 stem", None),
                bar("App", 0.0, "geen stemmen", None),
            ],
            notch: String::new(),
        },
        caption: "Stemmen van alle tafels samen, drie per persoon".into(),
        alt: "Het spreekuur kreeg de helft van de stemmen.".into(),
    }));
    let spread = |label: &str, given: &[f64], mean: f64, told: &str| Spread {
        label: label.into(),
        given: given.to_vec(),
        mean: Some(mean),
        told: told.into(),
    };
    blocks.push(Block::Figure(Figure {
        picture: Picture::Spread {
            what: "Uitspraak".into(),
            measure: "Hoe eens".into(),
            scale: Scale { low: 1.0, high: 5.0, low_label: "1 oneens".into(), high_label: "5 eens".into() },
            rows: vec![
                spread("Wij kennen elkaar", &[2.0, 3.0, 3.0, 4.0, 4.0, 4.0, 5.0], 3.6, "3,6 gemiddeld; van 2 tot 5"),
                spread(
                    "Er is genoeg geld om dit vol te houden",
                    &[1.0, 1.0, 1.0, 2.0, 5.0, 5.0],
                    2.5,
                    "2,5 gemiddeld; verdeeld",
                ),
                spread("Ik ga morgen iets anders doen", &[4.0, 4.0, 5.0, 5.0, 5.0], 4.6, "4,6 gemiddeld"),
            ],
        },
        caption: "Hoe eens de tafels het waren".into(),
        alt: "Over geld is de zaal verdeeld.".into(),
    }));
    blocks.push(Block::Heading(2, "Wie hoeveel zei".into()));
    blocks.push(Block::Figure(Figure {
        picture: Picture::Bars {
            what: "Partij".into(),
            measure: "Deel van de bijdragen".into(),
            bars: vec![
                bar("Gemeente", 41.0, "41 %", Some(27.0)),
                bar("Welzijn", 28.0, "28 %", Some(23.0)),
                bar("Huisartsen", 19.0, "19 %", Some(14.0)),
                bar("Inwoners", 12.0, "12 %", Some(36.0)),
            ],
            notch: "deel van de stoelen".into(),
        },
        caption: "Deel van de bijdragen per partij".into(),
        alt: "De gemeente zei meer dan haar deel van de stoelen, de inwoners minder.".into(),
    }));
    let shade = |text: &str, depth: f64| Shade { text: text.into(), depth };
    blocks.push(Block::Figure(Figure {
        picture: Picture::Matrix {
            what: "Taak".into(),
            columns: vec!["Gemeente".into(), "Welzijn".into(), "Huisartsen".into()],
            rows: vec![
                ("Spreekuur".into(), vec![shade("Beslist", 1.0), shade("Doet", 0.6), shade("Weet ervan", 0.2)]),
                ("Telefoonlijst".into(), vec![shade("Doet", 0.6), shade("Denkt mee", 0.4), shade("", 0.0)]),
            ],
        },
        caption: "Rollen per partij".into(),
        alt: "De gemeente beslist over het spreekuur en welzijn voert het uit.".into(),
    }));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading(1, "Tafel 1 – Dorpshuis".into()));
    blocks.push(Block::Facts(vec![("Partijen".into(), "Gemeente (2), Inwoners (3)".into())]));
    blocks.push(Block::Heading(2, "1. Kennismaken".into()));
    blocks.push(Block::Paragraph(vec![Run::strong("Wat breng jij mee?")]));
    blocks.push(Block::Paragraph(vec![Run::aside("In deze ronde is niets vastgelegd.")]));
    blocks.push(Block::Heading(3, "Aantekeningen".into()));
    blocks.push(Block::plain(
        "Het werd even stil.\nDaarna begon iedereen tegelijk te praten. → ✓ 👩\u{200d}👩\u{200d}👧 שלום",
    ));
    blocks.push(Block::Heading(2, "2. Invulblad".into()));
    blocks.push(Block::Lines(3));
    blocks.push(Block::Table(Table::blank(vec!["Actie".into(), "Wie".into(), "Wanneer".into()], 3, 14)));
    Document { blocks, ..head() }
}

fn long(tables: usize, rounds: usize, entries: usize) -> Document {
    let mut blocks = Vec::new();
    let said = "Mensen willen weten bij wie ze terecht kunnen, en dat is nu niet duidelijk; zeker niet in het weekend.";
    for table in 1..=tables {
        blocks.push(Block::Heading(1, format!("Tafel {table}")));
        for round in 1..=rounds {
            blocks.push(Block::Heading(2, format!("{round}. Ronde")));
            let items = (1..=entries).map(|nth| item(said, "Welzijn", &format!("T{table}·{round}·{nth:02}")));
            blocks.push(Block::List(items.collect()));
        }
    }
    Document { blocks, ..head() }
}
