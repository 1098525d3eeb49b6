//! Which passages of a page are its article, where the article's text is known.

use std::collections::{HashMap, HashSet};

/// Words of a run that is looked up: fewer stand in any text by chance.
const RUN: usize = 4;

/// Passages before and after one that tell whether it stands amid the article.
const NEAR: usize = 6;

/// For each of the page's passages whether it is of the article `body`.
///
/// A passage is if at least half of its runs of words are, and a shorter one if it is a line of the body and follows a
/// passage that is. Of passages with the same words there are no more than in the body: those amid most others.
pub fn labels(passages: &[&str], body: &str) -> Vec<bool> {
    let words: Vec<Vec<String>> = passages.iter().map(|text| words(text)).collect();
    let all = self::words(body);
    let runs: HashSet<&[String]> = all.windows(RUN).collect();
    let mut found: Vec<bool> = words
        .iter()
        .map(|words| {
            let hits = words.windows(RUN).filter(|run| runs.contains(run)).count();
            hits > 0 && hits * 2 >= words.windows(RUN).len()
        })
        .collect();
    let mut copies: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (i, words) in words.iter().enumerate().filter(|(i, _)| found[*i]) {
        copies.entry(words).or_default().push(i);
    }
    let first = found.clone();
    for (copy, mut places) in copies.into_iter().filter(|(_, places)| places.len() > 1) {
        let wanted = all.windows(copy.len()).filter(|run| *run == copy).count().max(1);
        let amid = |i: usize| -> usize {
            let near = i.saturating_sub(NEAR)..(i + NEAR + 1).min(words.len());
            near.filter(|&j| j != i && first[j]).map(|j| words[j].len().min(40)).sum()
        };
        places.sort_by_key(|&i| std::cmp::Reverse(amid(i)));
        places.iter().skip(wanted).for_each(|&i| found[i] = false);
    }
    let lines: HashSet<Vec<String>> = body.lines().map(self::words).collect();
    let long = found.clone();
    for (i, words) in words.iter().enumerate() {
        if !words.is_empty() && words.len() < RUN {
            found[i] = lines.contains(words) && (i.saturating_sub(3)..i).any(|j| long[j]);
        }
    }
    found
}

/// Words in lower case.
pub fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// F1 of the words of the `chosen` passages against those of `body`.
pub fn f1(passages: &[&str], chosen: &[bool], body: &str) -> f64 {
    let count = |words: Vec<String>| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
        counts
    };
    let found =
        count(passages.iter().zip(chosen).filter(|(_, chosen)| **chosen).flat_map(|(text, _)| words(text)).collect());
    let gold = count(words(body));
    let both: usize = found.iter().map(|(word, n)| *n.min(gold.get(word).unwrap_or(&0))).sum();
    let total = found.values().sum::<usize>() + gold.values().sum::<usize>();
    if total == 0 { 0.0 } else { 2.0 * both as f64 / total as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passages_by_runs_and_short_ones_by_place() {
        let body = "The tide came in at nine.\nBoats\nIt went out again at noon, she said.";
        let passages = [
            "Boats",
            "The tide came in at nine.",
            "Boats",
            "It went out again at noon, she said.",
            "More on this",
            "Boats",
            "A gull stole four sandwiches today.",
            "The tide came in at nine.",
        ];
        assert_eq!(labels(&passages, body), [false, true, true, true, false, true, false, false]);
    }

    #[test]
    fn f1_counts_words() {
        assert_eq!(f1(&["a b", "c"], &[true, false], "A b"), 1.0);
        assert_eq!(f1(&["a b", "c"], &[true, true], "a"), 0.5);
        assert_eq!(f1(&[], &[], ""), 0.0);
    }
}
