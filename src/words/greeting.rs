//! The greeting with which the program opens, by the time of day.

use chrono::{NaiveTime, Timelike};

use super::Words;

impl Words {
    /// The greeting at a time of day: morning from five, afternoon from twelve, evening from six and through the night.
    pub fn greeting(&self, now: NaiveTime) -> String {
        match now.hour() {
            5..12 => self.say("begin-greeting-morning"),
            12..18 => self.say("begin-greeting-afternoon"),
            _ => self.say("begin-greeting-evening"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_greeting_follows_the_day() {
        let words = Words::new(Lang::Nl);
        let first = |h, m| {
            let now = NaiveTime::from_hms_opt(h, m, 0).expect("a time");
            words.greeting(now).split('.').next().map(str::to_owned).expect("a word")
        };
        assert_eq!(first(9, 0), "Goedemorgen");
        assert_eq!(first(11, 59), "Goedemorgen");
        assert_eq!(first(12, 0), "Goedemiddag");
        assert_eq!(first(18, 0), "Goedenavond");
        assert_eq!(first(0, 30), "Goedenavond");
    }
}
