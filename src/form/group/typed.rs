//! What a line typed on the board of groups means. Pure: it knows no groups and no rows, only their numbers.
//!
//! ```text
//! 3              into group 3             -              with the outliers
//! Wonen          into that group          0              out of its group
//! 5 7-9 > 2      these rows into it       5 7 > Wonen    into that one, or a new one
//! 2 > 3          group 2 into group 3     2+3            the same
//! 2 = Wonen      another name             = 14           the same thing as row 14
//! ```

use std::fmt;

/// Where rows go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Goal {
    /// To the group with this number.
    Number(usize),
    /// To the group of this name, which is made if there is none.
    Name(String),
    /// To those that fit nowhere.
    Outliers,
    /// Out of their group.
    Out,
}

/// What was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Typed {
    /// The row with the cursor, or those that were marked, go there.
    Here(Goal),
    /// These rows go there; one number may be that of a group, which is then put with another.
    Rows(Vec<usize>, Goal),
    /// The first group becomes part of the second.
    Merge(usize, usize),
    /// The group gets this name.
    Rename(usize, String),
    /// The row with the cursor is the same thing as this row.
    Double(usize),
    /// It begins as one of these and is none.
    Odd,
}

/// The widest run of rows that is read: `1-500`.
const WIDEST: usize = 500;

/// What a line means.
pub(super) fn read(text: &str) -> Typed {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('=') {
        return whole(rest.trim()).map_or(Typed::Odd, Typed::Double);
    }
    if let Some((left, right)) = text.split_once('>')
        && let Some(rows) = list(left)
    {
        return goal(right.trim()).map_or(Typed::Odd, |goal| Typed::Rows(rows, goal));
    }
    if let Some((left, right)) = text.split_once('=')
        && let Some(group) = whole(left.trim())
    {
        let name = right.trim();
        return if name.is_empty() { Typed::Odd } else { Typed::Rename(group, name.to_owned()) };
    }
    if let Some((left, right)) = text.split_once('+')
        && let (Some(group), Some(into)) = (whole(left.trim()), whole(right.trim()))
    {
        return Typed::Merge(group, into);
    }
    let numbers = text.split(apart).filter(|part| !part.is_empty());
    if numbers.clone().count() > 1 && numbers.clone().all(|part| whole(part).is_some()) {
        return Typed::Odd; // rows without where they go
    }
    goal(text).map_or(Typed::Odd, Typed::Here)
}

fn goal(text: &str) -> Option<Goal> {
    match (text, whole(text)) {
        ("", _) => None,
        ("-" | "–" | "−", _) => Some(Goal::Outliers),
        (_, Some(0)) => Some(Goal::Out),
        (_, Some(number)) => Some(Goal::Number(number)),
        (name, None) => Some(Goal::Name(name.to_owned())),
    }
}

fn apart(letter: char) -> bool {
    letter.is_whitespace() || letter == ','
}

/// Numbers of rows, with runs as `7-9`; nothing if there is anything else, or none.
fn list(text: &str) -> Option<Vec<usize>> {
    let mut rows = Vec::new();
    for part in text.split(apart).filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            None => rows.push(whole(part)?),
            Some((first, last)) => {
                let (first, last) = (whole(first)?, whole(last)?);
                if first > last || last - first > WIDEST {
                    return None;
                }
                rows.extend(first..=last);
            }
        }
    }
    (!rows.is_empty()).then_some(rows)
}

/// A whole number of at most six digits: a longer one is a name.
fn whole(text: &str) -> Option<usize> {
    let sound = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => f.write_str(name),
            Self::Outliers => f.write_str("-"),
            Self::Out => f.write_str("0"),
        }
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Here(goal) => write!(f, "{goal}"),
            Self::Rows(rows, goal) => {
                rows.iter().try_for_each(|row| write!(f, "{row} "))?;
                write!(f, "> {goal}")
            }
            Self::Merge(group, into) => write!(f, "{group}+{into}"),
            Self::Rename(group, name) => write!(f, "{group} = {name}"),
            Self::Double(row) => write!(f, "= {row}"),
            Self::Odd => f.write_str("="),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_means_what_one_would_think() {
        let name = |name: &str| Goal::Name(name.to_owned());
        for (text, typed) in [
            ("3", Typed::Here(Goal::Number(3))),
            (" 03 ", Typed::Here(Goal::Number(3))),
            ("-", Typed::Here(Goal::Outliers)),
            ("0", Typed::Here(Goal::Out)),
            ("Wonen", Typed::Here(name("Wonen"))),
            ("3D printen", Typed::Here(name("3D printen"))),
            ("18-25", Typed::Here(name("18-25"))),
            ("Jong > oud", Typed::Here(name("Jong > oud"))),
            ("C++", Typed::Here(name("C++"))),
            ("12345678", Typed::Here(name("12345678"))),
            ("5 7, 9 > 2", Typed::Rows(vec![5, 7, 9], Goal::Number(2))),
            ("5-7 > Wonen > werken", Typed::Rows(vec![5, 6, 7], name("Wonen > werken"))),
            ("2>3", Typed::Rows(vec![2], Goal::Number(3))),
            ("5 7 > -", Typed::Rows(vec![5, 7], Goal::Outliers)),
            ("5 7 > 0", Typed::Rows(vec![5, 7], Goal::Out)),
            ("2+3", Typed::Merge(2, 3)),
            ("2 + 3 + 5", Typed::Here(name("2 + 3 + 5"))),
            ("2 = Wonen = werken", Typed::Rename(2, "Wonen = werken".to_owned())),
            ("2 = 2030", Typed::Rename(2, "2030".to_owned())),
            ("= 14", Typed::Double(14)),
            ("", Typed::Odd),
            ("=", Typed::Odd),
            ("= Wonen", Typed::Odd),
            ("2 =", Typed::Odd),
            ("5 7 >", Typed::Odd),
            ("5 7 9", Typed::Odd),
        ] {
            assert_eq!(read(text), typed, "{text:?}");
        }
    }

    fn some_goal() -> impl Strategy<Value = Goal> {
        prop_oneof![
            (1..999_usize).prop_map(Goal::Number),
            "[a-zé漢][a-z é>=+]{0,8}[a-z]".prop_map(Goal::Name),
            Just(Goal::Outliers),
            Just(Goal::Out),
        ]
    }

    fn some_typed() -> impl Strategy<Value = Typed> {
        let numbers = || prop::collection::vec(1..999_usize, 1..6);
        prop_oneof![
            some_goal().prop_map(Typed::Here),
            (numbers(), some_goal()).prop_map(|(rows, goal)| Typed::Rows(rows, goal)),
            (1..999_usize, 1..999_usize).prop_map(|(group, into)| Typed::Merge(group, into)),
            (1..999_usize, "[a-z0-9é漢=>]{1,8}").prop_map(|(group, name)| Typed::Rename(group, name)),
            (1..999_usize).prop_map(Typed::Double),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(typed in some_typed()) {
            prop_assert_eq!(read(&typed.to_string()), typed);
        }

        #[test]
        fn any_line_means_something_or_is_odd(text in ".*", close in "[0-9 ,>=+o-]{0,16}") {
            read(&text);
            read(&close);
        }
    }
}
