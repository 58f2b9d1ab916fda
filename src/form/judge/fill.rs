//! What a stroke on the board of a judgement alters.

use super::{
    Judge, Scale,
    given::{Column, Given, Line, MOST_CHAIRS, NOTE, Veil},
    mark::{Mark, STEPS, Stance, decimal},
    typed::{self, Typed, Wrong},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Fill, Spot, Stroke, Then},
        terms::{Hidden, Per, Remark},
    },
    record::{Assessor, FactKey, JudgementKey, Touch, Value, Verdict},
};

/// Everything at hand where a stroke falls.
struct Here<'a> {
    judge: &'a Judge,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    given: &'a Given<'a>,
    veil: Veil,
    line: &'a Line<'a>,
    /// The column with the cursor, of those that hold a value.
    column: usize,
}

impl Judge {
    pub(super) fn filled(&self, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
        let given = self.given(scope, case, self.pass(scope));
        let veil = self.veil(scope, &given);
        match stroke {
            Stroke::Reveal(_) => return self.reveal(scope, veil),
            Stroke::NextPass => return self.next_pass(scope, &given),
            Stroke::Typed(_) | Stroke::Turn | Stroke::Clear => {}
        }
        let line = given.lines.iter().find(|line| Some(&line.thing.item) == spot.item);
        let Some(line) = line else { return Fill::not(scope.words.say("form-judge-no-rows")) };
        if given.columns.is_empty() {
            return Fill::not(scope.words.say("form-judge-no-voices"));
        }
        let column = if self.is_field() { 0 } else { spot.column.min(given.columns.len() - 1) };
        let here = Here { judge: self, scope, case, given: &given, veil, line, column };
        match stroke {
            Stroke::Typed(text) => here.typed(text),
            Stroke::Turn => here.turn(spot.column),
            Stroke::Clear => here.clear(),
            Stroke::Reveal(_) | Stroke::NextPass => Fill::default(), // done above
        }
    }

    fn reveal(&self, scope: Scope<'_>, veil: Veil) -> Fill {
        let key = match self.hidden {
            Hidden::Private => "form-judge-stays-private",
            Hidden::No | Hidden::Anonymous => "form-judge-nothing-hidden",
            Hidden::UntilComplete | Hidden::UntilReveal | Hidden::Reasons if !(veil.values || veil.reasons) => {
                "form-judge-nothing-hidden"
            }
            Hidden::UntilComplete | Hidden::UntilReveal | Hidden::Reasons => {
                let shown = scope.records.touch_fact(FactKey::Revealed(self.id.clone()), Some(Value::Yes(true)));
                return Fill::of(vec![shown], Then::Stay);
            }
        };
        Fill::not(scope.words.say(key))
    }

    /// What was shown in this pass is out of sight again in the next.
    fn next_pass(&self, scope: Scope<'_>, given: &Given<'_>) -> Fill {
        if self.until.is_none() {
            return Fill::not(scope.words.say("form-judge-one-pass"));
        }
        if given.is_empty() {
            return Fill::not(scope.words.say("form-judge-pass-empty"));
        }
        let next = Some(Value::Number(f64::from(self.pass(scope) + 1)));
        let mut touches = vec![scope.records.touch_fact(FactKey::Pass(self.id.clone()), next)];
        let shown = FactKey::Revealed(self.id.clone());
        if scope.records.fact(&shown).is_some() {
            touches.push(scope.records.touch_fact(shown, None));
        }
        Fill::of(touches, Then::Stay)
    }
}

impl Here<'_> {
    fn say(&self, key: &str) -> String {
        self.scope.words.say(key)
    }

    fn key(&self, assessor: Assessor, own: Option<&str>) -> JudgementKey {
        JudgementKey {
            block: self.judge.id.clone(),
            item: self.line.thing.item.clone(),
            assessor,
            criterion: Case::criterion(self.case, own),
            pass: self.judge.pass(self.scope),
        }
    }

    /// Who gives a column, also one that is not there yet: another chair.
    fn assessor(&self, nth: usize) -> Assessor {
        match self.given.columns.get(nth) {
            Some(column) => self.line.assessor(column),
            None => Assessor::Chair(nth as u32 + 1),
        }
    }

    fn give(&self, nth: usize, mark: Option<Mark>) -> Option<Touch> {
        let own = self.given.columns.get(nth).and_then(|column| column.criterion.as_ref());
        let key = self.key(self.assessor(nth), own.map(crate::record::CriterionId::as_str));
        let verdict = mark.and_then(|mark| self.judge.scale.verdict(mark));
        self.scope.records.touch_verdict(key, verdict)
    }

    fn give_reason(&self, nth: usize, reason: Option<String>) -> Option<Touch> {
        let own = self.given.columns.get(nth).map_or_else(|| super::given::REASON.to_owned(), Judge::reason_of);
        let key = self.key(self.assessor(nth), Some(&own));
        self.scope.records.touch_verdict(key, reason.map(Verdict::Text))
    }

    fn typed(&self, text: &str) -> Fill {
        let columns = self.given.columns.len();
        match typed::read(&self.judge.scale, text, self.scope.words.lang(), columns) {
            Ok(Typed::Note(note)) => {
                let note = Some(note).filter(|note| !note.is_empty()).map(Verdict::Text);
                let touch = self.scope.records.touch_verdict(self.key(Assessor::Table, Some(NOTE)), note);
                match touch {
                    Some(touch) => Fill::of(vec![touch], Then::Stay),
                    None => Fill::of(Vec::new(), Then::NextRow), // it stands there so already
                }
            }
            Ok(Typed::Marks(marks)) => self.marks(marks),
            Err(wrong) => Fill::not(self.why(&wrong)),
        }
    }

    /// One value goes where the cursor is; more of them fill the row from its first column.
    fn marks(&self, marks: Vec<(Mark, Option<String>)>) -> Fill {
        let (columns, count) = (self.given.columns.len(), marks.len());
        let nameless = self.veil.names && self.judge.has_voices();
        let first = if count > 1 || columns == 1 {
            0
        } else if nameless {
            // without names one value is that of the next who gives one
            match self.line.marks.iter().position(Option::is_none) {
                Some(free) => free,
                None => return Fill::not(self.say("form-judge-all-gave")),
            }
        } else {
            self.column
        };
        let most = if self.judge.per == Per::Seat { MOST_CHAIRS } else { columns };
        if first + count > most {
            let args = [("most", most.into()), ("count", count.into())];
            return Fill::not(self.scope.words.tell("form-judge-too-many", &args));
        }
        let mut touches = Vec::new();
        for (nth, (mark, reason)) in marks.into_iter().enumerate() {
            let nth = first + nth;
            touches.extend(self.give(nth, Some(mark)));
            // who has nothing against it any more needs no reason
            let done = matches!(self.judge.scale, Scale::Consent)
                && matches!(mark, Mark::Absent | Mark::Consent(Stance::Fine));
            if reason.is_some() || done {
                touches.extend(self.give_reason(nth, reason));
            }
        }
        let one_of_many = count == 1 && columns > 1;
        let left = self.line.marks.iter().filter(|mark| mark.is_none()).count();
        let then = match (one_of_many, nameless) {
            (false, _) => Then::NextRow,
            (true, false) => Then::NextCell,
            (true, true) if left > 1 => Then::Stay,
            (true, true) => Then::NextRow,
        };
        let told = self.veil.values && !touches.is_empty();
        let kept = || Remark::new(self.scope.words.tell("form-judge-kept", &[("count", count.into())]), Tone::Green);
        // what stays where it is and stands so already would leave the line as it was
        let then = if touches.is_empty() && then == Then::Stay { Then::NextRow } else { then };
        Fill { touches, then, told: told.then(kept) }
    }

    fn is_blind(&self) -> Option<Fill> {
        if self.veil.values {
            return Some(Fill::not(self.say("form-judge-type-hidden")));
        }
        let nameless = self.veil.names && self.judge.has_voices();
        nameless.then(|| Fill::not(self.say("form-judge-type-nameless")))
    }

    fn turn(&self, column: usize) -> Fill {
        if let Some(no) = self.is_blind() {
            return no;
        }
        let now = self.line.marks.get(self.column).copied().flatten();
        let next = match now {
            Some(Mark::At(x, y)) if column.is_multiple_of(2) || !self.judge.is_field() => {
                Some(Mark::At(x % STEPS + 1, y))
            }
            Some(Mark::At(x, y)) => Some(Mark::At(x, y % STEPS + 1)),
            Some(_) | None => self.judge.scale.next(now),
        };
        Fill::of(self.give(self.column, next).into_iter().collect(), Then::Stay)
    }

    fn clear(&self) -> Fill {
        if self.veil.names && self.judge.has_voices() {
            return Fill::not(self.say("form-judge-type-nameless"));
        }
        let gone = [self.give(self.column, None), self.give_reason(self.column, None)];
        Fill::of(gone.into_iter().flatten().collect(), Then::Stay)
    }

    /// Why a line means nothing, and what could have been typed.
    fn why(&self, wrong: &Wrong) -> String {
        let words = self.scope.words;
        let lang = words.lang();
        let typed = match wrong {
            Wrong::Outside(typed) | Wrong::OffStep(typed) | Wrong::Unknown(typed) => typed,
            Wrong::Half(_) => return words.say("form-judge-wrong-half"),
            Wrong::Either(one, other) => {
                return words.tell("form-judge-wrong-either", &[("one", one.into()), ("other", other.into())]);
            }
        };
        let typed = crate::text::fit(typed, 30).into_owned();
        match (&self.judge.scale, wrong) {
            (Scale::Numbers { step, .. }, Wrong::OffStep(_)) => {
                let args =
                    [("typed", typed.into()), ("step", decimal(*step, lang).into()), ("scale", self.scale().into())];
                words.tell("form-judge-wrong-step", &args)
            }
            (_, Wrong::Outside(_)) => {
                words.tell("form-judge-wrong-outside", &[("typed", typed.into()), ("scale", self.scale().into())])
            }
            (_, Wrong::Unknown(_) | Wrong::OffStep(_) | Wrong::Half(_) | Wrong::Either(..)) => {
                words.tell("form-judge-wrong", &[("typed", typed.into()), ("how", self.judge.how(self.scope).into())])
            }
        }
    }

    /// The scale in a few words: `1 tot 10`.
    fn scale(&self) -> String {
        let span = |from: String, to: String| {
            self.scope.words.tell("form-judge-span", &[("from", from.into()), ("to", to.into())])
        };
        let lang = self.scope.words.lang();
        let count = match &self.judge.scale {
            Scale::Numbers { from, to, .. } => return span(decimal(*from, lang), decimal(*to, lang)),
            Scale::Rings { rings, sectors } if !sectors.is_empty() => {
                let last = char::from(b'a' + (sectors.len().min(26) - 1) as u8);
                return span("1a".to_owned(), format!("{}{last}", rings.len()));
            }
            Scale::Rings { rings, .. } => rings.len(),
            Scale::Zones(zones) => zones.len(),
            Scale::Axes { .. } => usize::from(STEPS),
            Scale::YesNo | Scale::Consent => 2,
        };
        span("1".to_owned(), count.to_string())
    }
}

/// Whether a column can be given a reason that is asked for.
pub(super) fn lacks_reason(judge: &Judge, line: &Line<'_>, columns: &[Column]) -> usize {
    let asks = |mark: Mark| match mark {
        Mark::Absent | Mark::Odd => false,
        Mark::Consent(stance) => stance == Stance::Objection || judge.reasons && stance == Stance::Concern,
        Mark::Number(_) | Mark::Zone(_) | Mark::Ring(..) | Mark::At(..) | Mark::Yes(_) => judge.reasons,
    };
    let lacks = |nth: &usize| line.marks[*nth].is_some_and(asks) && line.reasons[*nth].is_none();
    (0..columns.len()).filter(lacks).count()
}
