//! Surnames that are misspelt once.

/// Whether `word`, a surname that stands alone once, is `surname` with a letter or two wrong: the same first letter, most of
/// the letters in place.
pub fn misspelt(word: &str, surname: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), surname.chars().collect());
    let short = a.len().min(b.len());
    let allowed = if short >= 6 { 2 } else { 1 };
    short >= 5 && a[0] == b[0] && a != b && a.len().abs_diff(b.len()) <= 1 && distance(&a, &b) <= allowed
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
