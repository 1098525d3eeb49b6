//! What is read: articles of the research corpus where it is at hand, else those of this project's tests.

use crate::{bodies, paths};
use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The texts that every contender reads.
pub struct Articles {
    /// One an article, its paragraphs parted by line feeds.
    pub texts: Vec<String>,
    /// Where they are from.
    pub origin: &'static str,
}

impl Articles {
    /// Words in all: runs of anything but white space.
    pub fn words(&self) -> usize {
        self.texts.iter().map(|text| text.split_whitespace().count()).sum()
    }
}

const CORPUS: &str = "../shared/gold/polnear/dev.jsonl";
const OWN: &str = "tests/corpus/articles";

/// The first articles there are, `most` of them or fewer.
pub fn load(most: usize) -> Result<Articles> {
    let (mut texts, origin) = if paths::root().join(CORPUS).is_file() { (corpus()?, CORPUS) } else { (own()?, OWN) };
    texts.retain(|text| !text.trim().is_empty());
    texts.truncate(most);
    if texts.is_empty() {
        bail!("no articles in {origin}");
    }
    Ok(Articles { texts, origin })
}

#[derive(Deserialize)]
struct Line {
    text: String,
}

fn corpus() -> Result<Vec<String>> {
    let bytes = paths::read(&paths::root().join(CORPUS))?;
    let lines = serde_json::Deserializer::from_slice(&bytes).into_iter::<Line>().enumerate();
    lines.map(|(i, line)| Ok(line.with_context(|| format!("{CORPUS}, article {}", i + 1))?.text)).collect()
}

/// The articles of this project's tests.
pub fn own() -> Result<Vec<String>> {
    let pages = paths::html_files(&paths::root().join(OWN))?;
    pages.iter().map(|page| Ok(bodies::body(&paths::read(page)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_articles_have_words() {
        let articles = Articles { texts: own().unwrap(), origin: OWN };
        assert!(articles.words() > 1000, "{}", articles.words());
    }

    #[test]
    fn a_word_is_a_run_of_anything_but_white_space() {
        let articles = Articles { texts: vec!["“Go,” she\u{a0}said —\n\nand 1,000 went.".into()], origin: OWN };
        assert_eq!(articles.words(), 7);
    }
}
