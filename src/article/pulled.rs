//! Blocks that say again what stands in another: pull quotes, and key points set above the text.

use super::{Article, plain::Plain};
use crate::pace::Pace;
use std::collections::HashMap;

/// Words in a row that are compared.
const RUN: usize = 4;

/// Runs of words of a block that may be said again, at least and at most: fewer may be chance, more are no summary.
const RUNS: std::ops::RangeInclusive<usize> = 3..=80;

/// Share of its runs that must stand in the other block: pull quotes are shortened and mended.
const SHARE: f32 = 0.75;

/// Blocks beyond which no more are marked.
const MOST: usize = 64;

/// Marks the blocks of `article` whose words stand in a longer block too.
pub async fn mark(article: &mut Article, pace: &Pace) {
    let mut all: Vec<Vec<u64>> = Vec::with_capacity(article.blocks.len());
    // Of each run the first two blocks that have it.
    let mut holders: HashMap<u64, usize> = HashMap::new();
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let own = runs(block.span.of(&article.text));
        for run in &own {
            let place = *holders.entry(*run).or_insert(pairs.len());
            if place == pairs.len() {
                pairs.push([index; 2]);
            }
            let known = &mut pairs[place];
            if known[0] == known[1] {
                known[1] = index;
            }
        }
        pace.rest(own.len() / 4).await;
        all.push(own);
    }
    let mut marked = 0;
    for (index, own) in all.iter().enumerate().filter(|(_, own)| RUNS.contains(&own.len())) {
        let longer = |&other: &usize| other != index && all[other].len() > own.len();
        let mut shared = Vec::new();
        for (place, run) in own.iter().enumerate() {
            // Words that introduce a quotation make another statement of it.
            match pairs[holders[run]].into_iter().find(longer) {
                Some(other) => shared.push(other),
                None if place == 0 => break,
                None => {}
            }
        }
        let times = |block: &usize| shared.iter().filter(|other| *other == block).count();
        let most = shared.iter().map(times).max().unwrap_or(0);
        if most as f32 >= SHARE * own.len() as f32 && marked < MOST {
            article.blocks[index].pulled = true;
            marked += 1;
        }
        pace.rest(own.len() / 4).await;
    }
}

/// A hash of each [`RUN`] words in a row of `text`, without what stands after its closing mark.
fn runs(text: &str) -> Vec<u64> {
    let quoted = text.starts_with(['“', '"', '‘', '«', '„']);
    let end = text.rfind(['”', '"', '’', '»']).filter(|&end| quoted && end > text.len() / 2);
    Plain::of(&text[..end.unwrap_or(text.len())]).runs(RUN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace;

    fn marked(lines: &[&str]) -> Vec<bool> {
        let mut article = Article::from_text(&lines.join("\n"));
        pace::finish(mark(&mut article, &Pace::unhurried()));
        article.blocks.iter().map(|block| block.pulled).collect()
    }

    const BODY: &str =
        "The quay was full. “We have carried this town for ninety years, and nobody thanked us for it,” said Ann Lee.";

    #[test]
    fn words_that_stand_in_a_longer_block() {
        let pulled = "“We have carried this town for ninety years, and nobody thanked us” Ann Lee, harbour master";
        assert_eq!(marked(&[BODY, pulled, "The boat was sold."]), [false, true, false]);
        assert_eq!(marked(&["We have carried this town for ninety years", BODY]), [true, false]);
    }

    #[test]
    fn a_few_words_may_be_chance_and_equals_are_two() {
        assert_eq!(marked(&[BODY, "We have carried this town"]), [false, false]);
        assert_eq!(marked(&[BODY, BODY]), [false, false]);
        let told = "Later she went on: “We have carried this town for ninety years, and nobody thanked us for it.”";
        assert_eq!(marked(&[&format!("{BODY} And so on."), told]), [false, false]);
        let other = "“We have carried this town on our backs since the war,” said Tom Falk, who was not asked either.";
        assert_eq!(marked(&[BODY, other]), [false, false]);
    }
}
