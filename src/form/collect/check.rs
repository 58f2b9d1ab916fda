//! What an author can get wrong in a Collect.

use super::{Category, Collect, Column, ColumnKind, Fault, Preset, source};
use crate::record::CategoryId;

pub(super) fn check(collect: &Collect) -> Vec<Fault> {
    let mut faults = Vec::new();
    let born_today = collect.extendable || !collect.categories_from.is_empty();
    if collect.categories.is_empty() && collect.preset.is_none() && !born_today {
        faults.push(Fault::new("", "no-category"));
    }
    faults.extend(source::check("categories_from", &collect.categories_from, false));
    if let (Some(least), Some(most)) = (collect.least, collect.most)
        && least > most
    {
        let fault = Fault::new("least", "least-above-most");
        faults.push(fault.naming("least", least.to_string()).naming("most", most.to_string()));
    }
    faults.extend(one_sign("sigil", &collect.sigil));
    for (at, category) in collect.categories.iter().enumerate() {
        faults.extend(names(collect, at, category));
        faults.extend(sigil(collect, at, category));
        faults.extend(answers(collect, at, category));
        for (nth, column) in category.columns.iter().enumerate() {
            faults.extend(column_faults(&category.columns[..nth], column, &format!("categories[{at}].columns[{nth}]")));
        }
    }
    faults
}

fn names(collect: &Collect, at: usize, category: &Category) -> Vec<Fault> {
    let mut faults = Vec::new();
    let id = &category.id;
    let preset = match collect.preset {
        Some(Preset::ActionList) => *id == Preset::action(),
        None => false,
    };
    if id.as_str().is_empty() {
        faults.push(Fault::new(format!("categories[{at}].id"), "empty"));
    } else if preset || collect.categories[..at].iter().any(|other| other.id == *id) {
        faults.push(Fault::new(format!("categories[{at}].id"), "id-twice").naming("id", id.as_str()));
    }
    if category.label.trim().is_empty() {
        faults.push(Fault::new(format!("categories[{at}].label"), "empty"));
    }
    faults
}

fn sigil(collect: &Collect, at: usize, category: &Category) -> Option<Fault> {
    let sigil = &category.sigil;
    let field = format!("categories[{at}].sigil");
    if let Some(wrong) = one_sign(&field, sigil) {
        return Some(wrong);
    }
    let twice = !sigil.is_empty() && collect.categories[..at].iter().any(|other| other.sigil == *sigil);
    twice.then(|| Fault::new(field, "sigil-twice").naming("sigil", sigil))
}

/// A sigil is one character that nothing else uses.
fn one_sign(field: &str, sigil: &str) -> Option<Fault> {
    // `@`, `#` and `&` are marks, `/` is for searching, and a letter begins a word
    let taken = |c: char| c.is_alphanumeric() || c.is_whitespace() || c.is_control() || "@#&/".contains(c);
    let wrong = sigil.chars().count() > 1 || sigil.chars().any(taken);
    wrong.then(|| Fault::new(field, "sigil-wrong").naming("sigil", sigil))
}

fn answers(collect: &Collect, at: usize, category: &Category) -> Vec<Fault> {
    let known = || collect.categories.iter().map(|other| other.id.as_str()).collect::<Vec<_>>().join(", ");
    let wrong = |(nth, target): (usize, &CategoryId)| {
        let field = format!("categories[{at}].answers[{nth}]");
        if *target == category.id {
            return Some(Fault::new(field, "answers-itself").naming("id", target.as_str()));
        }
        let unknown = !collect.categories.iter().any(|other| other.id == *target);
        unknown.then(|| Fault::new(field, "answers-unknown").naming("id", target.as_str()).naming("known", known()))
    };
    category.answers.iter().enumerate().filter_map(wrong).collect()
}

fn column_faults(earlier: &[Column], column: &Column, path: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if column.id.as_str().is_empty() {
        faults.push(Fault::new(format!("{path}.id"), "empty"));
    } else if earlier.iter().any(|other| other.id == column.id) {
        faults.push(Fault::new(format!("{path}.id"), "id-twice").naming("id", column.id.as_str()));
    }
    if column.label.trim().is_empty() {
        faults.push(Fault::new(format!("{path}.label"), "empty"));
    }
    if matches!(&column.kind, ColumnKind::Choice(choices) if choices.len() < 2) {
        faults.push(Fault::new(format!("{path}.kind"), "choice-of-one"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::samples::faults;
    use insta::assert_snapshot;

    fn told(ron: &str) -> String {
        let collect: Collect = ron::from_str(ron).expect("the block can be read");
        faults(&collect)
    }

    #[test]
    fn a_sound_block_has_no_faults() {
        let sound = r#"(id: "x", categories: [(id: "a", label: "A", sigil: "+", columns: [(id: "k", label: "K", kind: Choice(["ja", "nee"]))]),
            (id: "b", label: "B", sigil: ">", answers: ["a"])], least: Some(1), most: Some(1))"#;
        assert_eq!(told(sound), "");
        assert_eq!(told(r#"(id: "x", preset: Some(ActionList))"#), "");
        assert_eq!(told(r#"(id: "x", extendable: true)"#), "");
    }

    #[test]
    fn nothing_to_write_in_and_more_asked_than_allowed() {
        assert_snapshot!(told(r#"(id: "x", least: Some(3), most: Some(2))"#), @r"
        . no-category
        least least-above-most least=3 most=2
        ");
    }

    #[test]
    fn ids_and_labels_are_there_and_differ() {
        let categories = r#"(id: "x", preset: Some(ActionList), categories: [(id: "", label: "A"), (id: "b", label: " "), (id: "b", label: "B"), (id: "action", label: "C")])"#;
        assert_snapshot!(told(categories), @r"
        categories[0].id empty
        categories[1].label empty
        categories[2].id id-twice id=b
        categories[3].id id-twice id=action
        ");
    }

    #[test]
    fn a_sigil_is_one_sign_that_nothing_else_uses() {
        let sigils = r#"(id: "x", categories: [(id: "a", label: "A", sigil: "++"), (id: "b", label: "B", sigil: "@"), (id: "c", label: "C", sigil: "w"),
            (id: "d", label: "D", sigil: "!"), (id: "e", label: "E", sigil: "!"), (id: "f", label: "F"), (id: "g", label: "G")])"#;
        assert_snapshot!(told(sigils), @r"
        categories[0].sigil sigil-wrong sigil=++
        categories[1].sigil sigil-wrong sigil=@
        categories[2].sigil sigil-wrong sigil=w
        categories[4].sigil sigil-twice sigil=!
        ");
    }

    #[test]
    fn answers_name_another_category_of_the_block() {
        let answers = r#"(id: "x", categories: [(id: "a", label: "A", answers: ["a", "z"]), (id: "b", label: "B")])"#;
        assert_snapshot!(told(answers), @r"
        categories[0].answers[0] answers-itself id=a
        categories[0].answers[1] answers-unknown id=z known=a, b
        ");
    }

    #[test]
    fn columns_have_ids_labels_and_something_to_choose() {
        let columns = r#"(id: "x", categories: [(id: "a", label: "A", columns: [(id: "", label: "K"), (id: "k", label: ""), (id: "k", label: "L", kind: Choice(["ja"]))])])"#;
        assert_snapshot!(told(columns), @r"
        categories[0].columns[0].id empty
        categories[0].columns[1].label empty
        categories[0].columns[2].id id-twice id=k
        categories[0].columns[2].kind choice-of-one
        ");
    }
}
