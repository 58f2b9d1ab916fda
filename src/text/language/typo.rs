//! How many typos lie between two words: a letter more, fewer, another, or two that changed places.

/// How many typos a word may have and still be meant: none below five letters, one below nine, else two.
pub fn typos_allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// The distance of two words, if it is at most so much: each letter added, dropped or replaced counts one, and so do two
/// neighbours that changed places (Damerau-Levenshtein, where no letter is touched twice).
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        // a pair that changed places reaches over one row
        if row.iter().chain(&above).all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_of_a_finger_count_one_each() {
        assert_eq!(distance("gemeente", "gemeete", 1), Some(1));
        assert_eq!(distance("gemeente", "gemeenet", 1), Some(1));
        assert_eq!(distance("bewoners", "bwonesr", 2), Some(2));
        assert_eq!(distance("bewoners", "bwonesr", 1), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways_and_nothing_to_itself(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(distance(&a, &b, 9), distance(&b, &a, 9));
            prop_assert_eq!(distance(&a, &a, 0), Some(0));
            let exact = distance(&a, &b, 9).unwrap_or(9);
            prop_assert_eq!(distance(&a, &b, 2), Some(exact).filter(|cost| *cost <= 2));
        }
    }
}
