//! Surnames that are misspelt once.

use super::{Kind, bearer::Bearer};
use std::collections::BinaryHeap;

/// Persons with surnames of one first letter that are looked at for a slip of the pen.
const SLIPS: usize = 32;

/// Most letters of words that are compared.
const LONGEST: usize = 40;

/// The first letters of persons' surnames, in order, each with the index of its bearer.
pub struct Surnames(Vec<(u64, usize)>);

impl Surnames {
    /// Those of `bearers`.
    pub fn of(bearers: &[Bearer]) -> Self {
        let persons = bearers.iter().enumerate().filter(|(_, b)| b.sort() == Some(Kind::Person));
        let letters = persons.filter_map(|(b, bearer)| Some((letter(bearer.words.last()?)?, b)));
        Self(BinaryHeap::from(letters.collect::<Vec<_>>()).into_sorted_vec())
    }

    /// The person among `bearers` whose surname is `word` but for a slip of the pen.
    pub fn meant(&self, word: &str, bearers: &[Bearer]) -> Option<usize> {
        let first = letter(word)?;
        let from = self.0.partition_point(|&(other, _)| other < first);
        let near = self.0[from..].iter().take(SLIPS).take_while(|&&(other, _)| other == first);
        let alike = |&&(_, b): &&(u64, usize)| bearers[b].words.last().is_some_and(|name| misspelt(word, name));
        near.into_iter().find(alike).map(|&(_, b)| b)
    }
}

fn letter(word: &str) -> Option<u64> {
    word.chars().next().map(u64::from)
}

/// Whether `word`, a surname that stands alone once, is `surname` with a letter or two wrong: the same first letter,
/// most of the letters in place.
fn misspelt(word: &str, surname: &str) -> bool {
    let letters = |word: &str| word.chars().take(LONGEST + 1).collect::<Vec<char>>();
    let (a, b) = (letters(word), letters(surname));
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let allowed = if short >= 6 { 2 } else { 1 };
    let alike = short >= 5 && long <= LONGEST && long - short <= 1 && a[0] == b[0] && a != b;
    alike && distance(&a, &b) <= allowed
}

/// Letters that have to be changed, added or taken away.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    #[test]
    fn only_words_that_a_name_may_be_are_compared() {
        assert!(misspelt("Holmgern", "Holmgren"));
        assert!(!misspelt("Holmgren", "Holmgren"));
        let long = "Holm".repeat(1000);
        assert!(!misspelt(&format!("{long}e"), &long));
    }
}
