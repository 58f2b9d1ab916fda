//! Each block as HTML. Nothing a table said is put anywhere but where words go; `maud` escapes it there.

use super::svg;
use crate::{
    document::{Block, Card, Figure, Item, Manner, Picture, Run, Table},
    report::{drawing, palette, trail::Trail, wash},
};
use maud::{Markup, html};

/// Writes blocks, and remembers how many headings, tables and codes there have been.
pub(super) struct Writer {
    trail: Trail,
    headings: usize,
    figures: usize,
}

impl Writer {
    pub(super) fn new(trail: Trail) -> Self {
        Self { trail, headings: 0, figures: 0 }
    }

    pub(super) fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Paragraph(runs) => html! { p dir="auto" { (self.runs(runs, true)) } },
            Block::Facts(facts) => self::facts(facts),
            Block::List(items) => self.list(items),
            Block::Quote(runs, by) => html! {
                figure.quote {
                    blockquote { p dir="auto" { (self.runs(runs, true)) } }
                    @if let Some(by) = by { figcaption dir="auto" { "— " (wash::line(by)) } }
                }
            },
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Card(card) => self.card(card),
            Block::Lines(count) => html! { div.lines aria-hidden="true" { @for _ in 0..*count { div {} } } },
            Block::PageBreak => html! { div.page {} },
        }
    }

    fn heading(&mut self, level: u8, text: &str) -> Markup {
        self.headings += 1;
        let (id, text) = (format!("h{}", self.headings), wash::line(text));
        match level {
            0 | 1 => html! { h2 id=(id) dir="auto" { (text) } },
            2 => html! { h3 id=(id) dir="auto" { (text) } },
            3 => html! { h4 id=(id) dir="auto" { (text) } },
            4 => html! { h5 id=(id) dir="auto" { (text) } },
            5.. => html! { h6 id=(id) dir="auto" { (text) } },
        }
    }

    fn list(&mut self, items: &[Item]) -> Markup {
        html! {
            ul {
                @for item in items {
                    li dir="auto" {
                        (self.runs(&item.runs, false))
                        @if !item.below.is_empty() { (self.list(&item.below)) }
                    }
                }
            }
        }
    }

    fn table(&mut self, table: &Table) -> Markup {
        let (caption, alt) = (wash::line(&table.caption), wash::line(&table.alt));
        let whole: u32 = table.widths.iter().map(|part| u32::from(*part)).sum();
        let tall = (table.row_height > 0).then(|| format!("height:{}mm", table.row_height));
        html! {
            table.blank[table.row_height > 0] {
                @if !caption.is_empty() || !alt.is_empty() {
                    caption dir="auto" {
                        (caption)
                        @if !alt.is_empty() { span.unseen { " " (alt) } }
                    }
                }
                @if whole > 0 {
                    colgroup {
                        @for part in &table.widths {
                            col style=(format!("width:{}%", u32::from(*part) * 100 / whole));
                        }
                    }
                }
                thead { tr { @for head in &table.head { th scope="col" dir="auto" { (wash::line(head)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr style=[&tall] {
                            @for nth in 0..table.head.len() {
                                @let cell = row.get(nth).map(|cell| self.runs(cell, false));
                                @if nth == 0 && table.names_rows {
                                    th scope="row" dir="auto" { @if let Some(cell) = cell { (cell) } }
                                } @else {
                                    td dir="auto" { @if let Some(cell) = cell { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn figure(&mut self, figure: &Figure) -> Markup {
        self.figures += 1;
        let caption = wash::line(&figure.caption);
        html! {
            figure.picture {
                @if let Picture::Matrix { what, columns, rows } = &figure.picture {
                    (matrix(&wash::line(&figure.alt), what, columns, rows))
                } @else if let Some(drawing) = drawing::drawing(&figure.picture) {
                    (svg::draw(&drawing, self.figures, &caption, &wash::line(&figure.spoken())))
                }
                @if !caption.is_empty() { figcaption dir="auto" { (caption) } }
            }
        }
    }

    fn card(&mut self, card: &Card) -> Markup {
        let title = wash::line(&card.title);
        html! {
            div.card {
                @if !title.is_empty() { p.name dir="auto" { (title) } }
                @for runs in &card.paragraphs { p dir="auto" { (self.runs(runs, true)) } }
            }
        }
    }

    /// Runs beside one another; words about words stand between brackets, unless they are all there is.
    fn runs(&mut self, runs: &[Run], own: bool) -> Markup {
        let alone = own && runs.iter().all(|run| run.manner == Manner::Aside);
        html! {
            @for (nth, run) in runs.iter().filter(|run| !wash::line(&run.text).is_empty()).enumerate() {
                @if nth > 0 { " " }
                (self.run(run, alone))
            }
        }
    }

    fn run(&mut self, run: &Run, alone: bool) -> Markup {
        let words = lines(&run.text);
        let words = if wash::runs_left(&run.text) {
            html! { bdi { (words) } }
        } else {
            words
        };
        match run.manner {
            Manner::Plain => words,
            Manner::Strong => html! { strong { (words) } },
            Manner::Aside if alone => html! { em.aside { (words) } },
            Manner::Aside => html! { span.aside { "(" (words) ")" } },
            Manner::Code => code(self.trail.place(&run.text), 'c', 'r', &words),
            Manner::Link => code(self.trail.pointer(&run.text), 'r', 'c', &words),
        }
    }
}

/// A short code: where it can be led to, and what it leads to.
fn code(step: crate::report::trail::Step, own: char, other: char, words: &Markup) -> Markup {
    let id = step.here.map(|number| format!("{own}{number}"));
    match step.there {
        Some(there) => html! { a.code id=[id] href=(format!("#{other}{there}")) { (words) } },
        None => html! { span.code id=[id] { (words) } },
    }
}

/// Names with their values.
pub(super) fn facts(facts: &[(String, String)]) -> Markup {
    html! {
        dl {
            @for (name, value) in facts {
                div { dt dir="auto" { (wash::line(name)) } dd dir="auto" { (lines(value)) } }
            }
        }
    }
}

/// Words with their lines kept.
fn lines(words: &str) -> Markup {
    let clean = wash::lines(words);
    html! {
        @for (nth, line) in clean.trim().split('\n').enumerate() {
            @if nth > 0 { br; }
            (line.trim_end())
        }
    }
}

/// A matrix is a table whose cells have a shade.
fn matrix(alt: &str, what: &str, columns: &[String], rows: &[(String, Vec<crate::document::Shade>)]) -> Markup {
    html! {
        table.matrix {
            @if !alt.is_empty() { caption.unseen dir="auto" { (alt) } }
            thead {
                tr {
                    th scope="col" dir="auto" { (wash::line(what)) }
                    @for column in columns { th scope="col" dir="auto" { (wash::line(column)) } }
                }
            }
            tbody {
                @for (name, cells) in rows {
                    tr {
                        th scope="row" dir="auto" { (wash::line(name)) }
                        @for nth in 0..columns.len() {
                            @match cells.get(nth) {
                                Some(cell) => td.{"g" (palette::shade(cell.depth))} dir="auto" { (lines(&cell.text)) },
                                None => td {},
                            }
                        }
                    }
                }
            }
        }
    }
}
