//! The board of a judgement: its columns, its rows with what may be seen of them, its signs, and the picture of a field.

use super::{
    Axis, Judge, Scale,
    derive::Tally,
    given::{Given, Line, Veil},
    mark::{Mark, STEPS, Stance, decimal},
    tell::Telling,
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Board, Cell, Heading, Row, Sign},
        terms::Per,
    },
    text::{fit, width},
};

/// What stands for a value that is kept out of sight.
const DOT: &str = "•";
/// On a board with more columns there is no room for a bar.
const MOST_WITH_BAR: usize = 4;
/// The words of an axis are no wider.
const WIDEST_AXIS: usize = 24;

impl Judge {
    /// Whether a value takes two columns: how far across, and up.
    pub(super) fn is_field(&self) -> bool {
        matches!(self.scale, Scale::Axes { .. }) && self.per == Per::Table && self.criteria.is_empty()
    }

    pub(super) fn drawn(&self, scope: Scope<'_>, case: Option<&Case>) -> Board {
        let given = self.given(scope, case, self.pass(scope));
        let veil = self.veil(scope, &given);
        let telling = Telling { judge: self, scope, given: &given, veil, pool: self.pooled(scope, case) };
        let tallies: Vec<Tally> = given.lines.iter().map(|line| Tally::of(self, &telling.marks(line))).collect();
        let numbered = matches!(self.scale, Scale::Axes { .. });
        let mut rows = Vec::with_capacity(given.lines.len());
        let mut part = None;
        for (nth, (line, tally)) in given.lines.iter().zip(&tallies).enumerate() {
            let head = self.is_of_row().then(|| self.row_head(scope, line));
            let begins = head != part;
            part.clone_from(&head);
            rows.push(Row {
                head: head.filter(|_| begins),
                number: numbered.then_some(nth + 1),
                cells: self.cells(scope, line, veil),
                remark: telling.remark(tally),
                bar: self.bar(tally, &telling, given.columns.len()),
                notes: telling.notes(line, tally),
                ..Row::new(line.thing.item.clone(), line.thing.label.clone())
            });
        }
        let picture = if veil.values { Vec::new() } else { self.picture(scope, &given, &telling) };
        Board {
            columns: self.headings(scope, &given, veil),
            rows,
            legend: self.legend(scope),
            below: telling.below(&tallies, case),
            picture,
            hint: self.how(scope),
            keys: self.keys(),
            veiled: veil.values,
            ..Board::default()
        }
    }

    fn row_head(&self, scope: Scope<'_>, line: &Line<'_>) -> String {
        let label = line.party.as_ref().and_then(|id| scope.parties.get(id)).map(|party| party.label.clone());
        label
            .or_else(|| line.party.as_ref().map(ToString::to_string))
            .unwrap_or_else(|| scope.words.say("form-judge-nobody"))
    }

    fn headings(&self, scope: Scope<'_>, given: &Given<'_>, veil: Veil) -> Vec<Heading> {
        if let (Scale::Axes { x, y }, true) = (&self.scale, self.is_field()) {
            let head = |axis: &Axis, sign: &str| {
                let words = axis_words(scope, axis);
                let label = if words.label.is_empty() { sign.to_owned() } else { words.label };
                Heading { label: fit(&label, WIDEST_AXIS).into_owned(), short: sign.to_owned() }
            };
            return vec![head(x, "→"), head(y, "↑")];
        }
        let shown = |column: &super::given::Column| {
            if veil.names && self.has_voices() { Heading::default() } else { column.head.clone() }
        };
        given.columns.iter().map(shown).collect()
    }

    fn cells(&self, scope: Scope<'_>, line: &Line<'_>, veil: Veil) -> Vec<Cell> {
        let lang = scope.words.lang();
        let one = line.marks.len() == 1;
        let cell = |mark: Mark| {
            if mark == Mark::Absent && !veil.names {
                return Cell::new(self.scale.short(mark, lang), Tone::Plain);
            }
            if veil.values {
                return Cell::new(DOT, Tone::Blue);
            }
            let text = if one { self.scale.long(mark, scope.words) } else { self.scale.short(mark, lang) };
            let strong = match mark {
                Mark::Consent(stance) => stance == Stance::Objection,
                Mark::Number(value) => {
                    self.veto.is_some_and(|veto| self.scale.part(value) <= self.scale.part(veto) + 1e-9)
                }
                Mark::Absent | Mark::Zone(_) | Mark::Ring(..) | Mark::At(..) | Mark::Yes(_) | Mark::Odd => false,
            };
            let tone = if strong { Tone::Red } else { self.scale.tone(mark) };
            Cell { strong, ..Cell::new(text, tone) }
        };
        if self.is_field() {
            return match line.marks.first().copied().flatten() {
                Some(Mark::At(x, y)) if !veil.values => {
                    [x, y].map(|step| Cell::new(step.to_string(), Tone::Plain)).into()
                }
                Some(mark) => vec![cell(mark), cell(mark)],
                None => vec![Cell::default(), Cell::default()],
            };
        }
        let mut marks = line.marks.clone();
        if veil.names && self.has_voices() {
            // in the order of the scale, so that a column is nobody's
            let order = |mark: &Option<Mark>| mark.map_or(f64::INFINITY, |mark| mark.measure().unwrap_or(f64::MAX));
            marks.sort_by(|one, other| order(one).total_cmp(&order(other)));
        }
        marks.into_iter().map(|mark| mark.map(cell).unwrap_or_default()).collect()
    }

    fn bar(&self, tally: &Tally, telling: &Telling<'_>, columns: usize) -> Option<f64> {
        if telling.veil.values || columns > MOST_WITH_BAR {
            return None;
        }
        match self.scale {
            Scale::Numbers { .. } | Scale::YesNo if telling.is_many() || columns > 1 => {}
            Scale::Numbers { .. } => {}
            Scale::YesNo | Scale::Zones(_) | Scale::Rings { .. } | Scale::Axes { .. } | Scale::Consent => return None,
        }
        tally.mean.map(|mean| self.scale.part(mean).clamp(0.0, 1.0))
    }

    fn legend(&self, scope: Scope<'_>) -> Vec<Sign> {
        let lang = scope.words.lang();
        let short = |mark: Mark| {
            let sign = |glyph: String, label: String, tone| Sign { glyph, label, tone };
            sign(self.scale.short(mark, lang), self.scale.long(mark, scope.words), self.scale.tone(mark))
        };
        let plain = |glyph: String, label: &str| Sign { glyph, label: label.to_owned(), tone: Tone::Plain };
        match &self.scale {
            Scale::Numbers { from, to, low, high, .. } => {
                let ends = [(from, low), (to, high)].into_iter().filter(|(_, label)| !label.is_empty());
                ends.map(|(value, label)| plain(decimal(*value, lang), label)).collect()
            }
            Scale::Zones(zones) => (0..zones.len()).map(|at| short(Mark::Zone(at))).collect(),
            Scale::Rings { rings, sectors } => {
                let letters = (b'a'..=b'z').map(|letter| char::from(letter).to_string()).zip(sectors);
                let sectors = letters.map(|(letter, sector)| plain(letter, sector));
                (0..rings.len()).map(|at| short(Mark::Ring(at, None))).chain(sectors).collect()
            }
            Scale::Axes { x, y } => {
                let ends = [("→", axis_words(scope, x)), ("↑", axis_words(scope, y))];
                let sign = |(sign, axis): (&str, Axis)| {
                    let label = [axis.low, axis.high].iter().filter(|end| !end.is_empty()).cloned().collect::<Vec<_>>();
                    let ends =
                        if label.is_empty() { String::new() } else { format!(" (1–5: {})", label.join(" – ")) };
                    (!axis.label.is_empty() || !ends.is_empty())
                        .then(|| plain(sign.to_owned(), format!("{}{ends}", axis.label).trim()))
                };
                ends.into_iter().filter_map(sign).collect()
            }
            Scale::YesNo if self.has_voices() => vec![short(Mark::Yes(true)), short(Mark::Yes(false))],
            Scale::YesNo => Vec::new(),
            Scale::Consent => {
                [Stance::Fine, Stance::Concern, Stance::Objection].map(|one| short(Mark::Consent(one))).into()
            }
        }
    }

    /// How a row is typed.
    pub(super) fn how(&self, scope: Scope<'_>) -> String {
        let lang = scope.words.lang();
        let many = self.has_voices() || self.criteria.len() > 1;
        let key = match &self.scale {
            Scale::Numbers { from, to, .. } => {
                let args = [("from", decimal(*from, lang).into()), ("to", decimal(*to, lang).into())];
                let key = if many { "form-judge-how-numbers" } else { "form-judge-how-number" };
                return scope.words.tell(key, &args);
            }
            Scale::Zones(_) if many => "form-judge-how-zones",
            Scale::Zones(_) => "form-judge-how-zone",
            Scale::Rings { sectors, .. } if sectors.is_empty() => "form-judge-how-ring",
            Scale::Rings { .. } => "form-judge-how-sector",
            Scale::Axes { .. } => "form-judge-how-axes",
            Scale::YesNo if many => "form-judge-how-yes-row",
            Scale::YesNo => "form-judge-how-yes",
            Scale::Consent if many => "form-judge-how-consent-row",
            Scale::Consent => "form-judge-how-consent",
        };
        scope.words.say(key)
    }

    /// The signs with which a row of values begins; a letter or digit never is a sigil.
    fn keys(&self) -> String {
        let negative = match &self.scale {
            Scale::Numbers { from, to, .. } => from.min(*to) < 0.0,
            Scale::Zones(_) | Scale::Rings { .. } | Scale::Axes { .. } | Scale::YesNo | Scale::Consent => false,
        };
        let values = match self.scale {
            Scale::Numbers { .. } | Scale::Zones(_) | Scale::Rings { .. } | Scale::Axes { .. } => "0123456789-:",
            Scale::YesNo | Scale::Consent => "-:",
        };
        format!("{values}{}", if negative { "+" } else { "" })
    }

    /// A field with the numbers of the items in it, and the words of its axes at their ends.
    fn picture(&self, scope: Scope<'_>, given: &Given<'_>, telling: &Telling<'_>) -> Vec<String> {
        let Scale::Axes { x, y } = &self.scale else { return Vec::new() };
        let (across, up) = (axis_words(scope, x), axis_words(scope, y));
        let steps = usize::from(STEPS);
        let mut field = vec![vec![String::new(); steps]; steps];
        for (nth, line) in given.lines.iter().enumerate() {
            let Some((x, y)) = Tally::of(self, &telling.marks(line)).centre else { continue };
            let at = |value: f64| (value.round() as usize).clamp(1, steps) - 1;
            let spot = &mut field[at(y)][at(x)];
            if !spot.is_empty() {
                spot.push(' ');
            }
            spot.push_str(&(nth + 1).to_string());
        }
        if field.iter().flatten().all(String::is_empty) {
            return Vec::new();
        }
        let ends = (width(&across.low) + width(&across.high) + 4).div_ceil(steps); // so that both ends are read in full
        let wide = field.iter().flatten().map(|spot| width(spot)).max().unwrap_or(1).max(ends).clamp(4, 9);
        let left = [&up.high, &up.low].map(|end| width(&fit(end, WIDEST_AXIS))).into_iter().max().unwrap_or(0);
        let mut lines: Vec<String> =
            Some(format!("{:left$}   {}", "", up.label)).filter(|_| !up.label.is_empty()).into_iter().collect();
        for step in (0..steps).rev() {
            let end = if step + 1 == steps {
                &up.high
            } else if step == 0 {
                &up.low
            } else {
                ""
            };
            let end = fit(end, WIDEST_AXIS);
            let pad = " ".repeat(left.saturating_sub(width(&end)));
            let spot = |spot: &String| {
                let text = if spot.is_empty() { "·".to_owned() } else { fit(spot, wide).into_owned() };
                format!("{text}{} ", " ".repeat(wide.saturating_sub(width(&text))))
            };
            let spots: String = field[step].iter().map(spot).collect();
            lines.push(format!("{pad}{end} │ {}", spots.trim_end()));
        }
        let room = (wide + 1) * steps;
        lines.push(format!("{:left$} └{}", "", "─".repeat(room)));
        let (low, high) = (fit(&across.low, room / 2), fit(&across.high, room / 2));
        let gap = " ".repeat(room.saturating_sub(width(&low) + width(&high) + 1));
        if !(low.is_empty() && high.is_empty()) {
            lines.push(format!("{:left$}   {low}{gap}{high}", "").trim_end().to_owned());
        }
        if !across.label.is_empty() {
            let gap = " ".repeat(room.saturating_sub(width(&across.label) + 1));
            lines.push(format!("{:left$}   {gap}{}", "", across.label));
        }
        lines
    }
}

/// The words of an axis as they stand; those of an item that was born today where it takes them from one.
pub(super) fn axis_words(scope: Scope<'_>, axis: &Axis) -> Axis {
    let born = axis.from.as_ref().and_then(|from| {
        let nth = axis.nth.max(1) as usize - 1;
        from.things(scope).into_iter().nth(nth)
    });
    Axis { label: born.map_or_else(|| axis.label.clone(), |thing| thing.label), ..axis.clone() }
}
