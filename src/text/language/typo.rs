//! How many typos lie between two words: a letter more, fewer, another, or two that changed places.

/// How many typos a word may have and still be meant: none below five letters, one below nine, else two.
pub fn typos_allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// The longest word that is looked at without asking for memory, in characters: longer than nearly all that are said.
const LONG: usize = 48;

/// The distance of two words, if it is at most so much: each letter added, dropped or replaced counts one, and so do two
/// neighbours that changed places (Damerau-Levenshtein, where no letter is touched twice).
///
/// It is asked of every word that was ever said, so what most words need takes no memory but the stack.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (mut own, mut other) = (['\0'; LONG], ['\0'; LONG]);
    match (put(a, &mut own), put(b, &mut other)) {
        (Some(a), Some(b)) if a.len().abs_diff(b.len()) > most => None,
        (Some(a), Some(b)) => apart(a, b, most, &mut [[0; LONG + 1]; 3]),
        (_, _) => {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let row = vec![0; b.len() + 1];
            apart(&a, &b, most, &mut [row.clone(), row.clone(), row])
        }
    }
}

/// The characters of a word, if there is room for them.
fn put<'a>(word: &str, room: &'a mut [char; LONG]) -> Option<&'a [char]> {
    let mut long = 0;
    for letter in word.chars() {
        *room.get_mut(long)? = letter;
        long += 1;
    }
    room.get(..long)
}

/// The distance, counted in three rows that are longer than the second word.
fn apart<Row: AsMut<[usize]>>(a: &[char], b: &[char], most: usize, rows: &mut [Row; 3]) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let [before, above, row] = rows.each_mut().map(|row| &mut row.as_mut()[..=b.len()]);
    let (mut before, mut above, mut row) = (before, above, row);
    above.iter_mut().enumerate().for_each(|(j, cost)| *cost = j);
    let mut least_above = 0;
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        // a pair that changed places reaches over one row
        if least > most && least_above > most {
            return None;
        }
        least_above = least;
        (before, above, row) = (above, row, before);
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

        #[test]
        fn long_words_are_counted_as_short_ones_are(a in "[ab]{0,6}", b in "[ab]{0,6}", long in 40_usize..60) {
            let tail = "é".repeat(long);
            prop_assert_eq!(distance(&format!("{a}{tail}"), &format!("{b}{tail}"), 9), distance(&a, &b, 9));
        }
    }
}
