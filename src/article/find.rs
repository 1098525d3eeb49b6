//! From a snapshot to its article.

use super::{
    Article, Block, BlockKind, Piece,
    about::About,
    choose, credits,
    outside::Sorts,
    parts,
    passages::{self, Passage, Passages},
    posts, pulled,
    scene::Scene,
    snapshot::Snapshot,
    twins,
};
use crate::{
    pace::{self, Pace},
    span::Span,
};
use std::fmt;

/// Words of running text that an article has at least.
pub const FEWEST_WORDS: usize = 40;

/// Words of any sort of line that do as well, for an article that is all lists.
const FEWEST_IN_ALL: usize = 200;

/// Why a page has no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoArticle {
    /// It shows no text.
    Empty,
    /// It shows text, none of it of an article.
    NoProse,
    /// What could be an article is only a few words.
    Short,
}

/// A sentence for the reader.
impl fmt::Display for NoArticle {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            NoArticle::Empty => "This page shows no text.",
            NoArticle::NoProse => "No article was found on this page.",
            NoArticle::Short => "This page has too little running text for an article.",
        })
    }
}

impl std::error::Error for NoArticle {}

/// What a page holds.
#[derive(Debug)]
pub struct Found {
    /// Its article.
    pub article: Article,
    /// Its passages with quotation marks that carry no labels, each as a block of its sort: those beside the article's
    /// text and those that are none of it.
    pub outside: Article,
}

/// The article of `page`. Takes time and memory linear in the page (times a logarithm).
pub fn find(page: &Snapshot) -> Result<Article, NoArticle> {
    pace::finish(find_at(page, &Pace::unhurried())).map(|found| found.article)
}

/// The same in slices, and what stands outside the article.
pub async fn find_at(page: &Snapshot, pace: &Pace) -> Result<Found, NoArticle> {
    let passages = passages::of(page, pace).await;
    if passages.list.is_empty() {
        return Err(NoArticle::Empty);
    }
    let about = About::of(page);
    let scene = Scene::new(page, &passages, &about, pace).await;
    pace.look().await;
    let mut chosen = choose::chosen(&scene, page, pace).await;
    posts::complete(page, &passages.list, &mut chosen);
    twins::complete(&scene, &passages.list, &mut chosen);
    let prose = |i: usize| if scene.shape(i).is_prose() { scene.shape(i).words } else { 0 };
    let sum = |words: &dyn Fn(usize) -> usize| (0..scene.len()).filter(|&i| chosen[i]).map(words).sum::<usize>();
    let (words, prose) = (sum(&|i| scene.shape(i).words), sum(&prose));
    match prose {
        _ if words >= FEWEST_IN_ALL => {}
        0 => return Err(NoArticle::NoProse),
        1..FEWEST_WORDS => return Err(NoArticle::Short),
        _ => {}
    }
    pace.look().await;
    let near = near(&passages.list, &chosen);
    let credits = credits::of(page, &about, &passages, near);
    let mut article = Article { language: page.lang.clone(), credits, ..Article::default() };
    pace.look().await;
    let outside = outside(page, &passages, &scene, &chosen);
    let chosen: Vec<usize> = (0..chosen.len()).filter(|&i| chosen[i]).collect();
    let parts = parts::of(page, &passages.list, &scene, &chosen);
    let mut all = Vec::new();
    for (same, &i) in parts.iter().enumerate().map(|(n, part)| n > 0 && parts[n - 1] == *part).zip(&chosen) {
        if !same && !article.blocks.is_empty() {
            all.push(article.blocks.len());
        }
        let mut kind = BlockKind::of(&passages.list[i], page, scene.is_headline(i), article.blocks.is_empty());
        // The headline of another article.
        if matches!(kind, BlockKind::Subhead | BlockKind::Paragraph) && headline_of_another(&scene, i) {
            kind = BlockKind::Teaser;
        }
        let block = add(&mut article, &passages, i, kind);
        if kind.is_annotated() { article.blocks.push(block) } else { article.beside.push(block) }
    }
    pace.look().await;
    article.take_notes(&all);
    pulled::mark(&mut article, pace).await;
    Ok(Found { article, outside })
}

/// Whether passage `i` is no sentence and leads to another page as a whole.
fn headline_of_another(scene: &Scene, i: usize) -> bool {
    let shape = scene.shape(i);
    scene.link(i) > 0.9 && shape.words > 3 && !shape.finished
}

/// The passages with quotation marks that carry no labels.
fn outside(page: &Snapshot, passages: &Passages, scene: &Scene, chosen: &[bool]) -> Article {
    let sorts = Sorts::new();
    let mut outside = Article::default();
    for (i, passage) in passages.list.iter().enumerate().filter(|(i, _)| scene.shape(*i).quoted) {
        let kind = if chosen[i] {
            BlockKind::of(passage, page, scene.is_headline(i), false)
        } else {
            sorts.of(passage, i, scene, page)
        };
        if !chosen[i] || !kind.is_annotated() {
            let block = add(&mut outside, passages, i, kind);
            outside.blocks.push(block);
        }
    }
    outside
}

/// All text of `page` as one article, for whoever knows that the page holds nothing else.
pub async fn whole(page: &Snapshot, pace: &Pace) -> Article {
    let mut article = all(page, pace).await;
    let blocks = std::mem::take(&mut article.blocks);
    (article.blocks, article.beside) = blocks.into_iter().partition(|block| block.kind.is_annotated());
    article.take_notes(&[]);
    pulled::mark(&mut article, pace).await;
    article
}

/// All text of `page`, whatever it is: all of it in blocks.
pub async fn all(page: &Snapshot, pace: &Pace) -> Article {
    let passages = passages::of(page, pace).await;
    let mut article = Article { language: page.lang.clone(), ..Article::default() };
    for (i, passage) in passages.list.iter().enumerate() {
        let kind = BlockKind::of(passage, page, false, article.blocks.is_empty());
        let block = add(&mut article, &passages, i, kind);
        article.blocks.push(block);
    }
    article
}

/// The passages from a little before the article to a little after it.
fn near<'a>(list: &'a [Passage], chosen: &[bool]) -> &'a [Passage] {
    const REACH: usize = 30;
    let first = chosen.iter().position(|chosen| *chosen).unwrap_or(0);
    let last = chosen.iter().rposition(|chosen| *chosen).unwrap_or(0);
    &list[first.saturating_sub(REACH)..(last + REACH).min(list.len())]
}

/// Adds the text of passage `i` to that of `article`; the block that it makes there.
fn add(article: &mut Article, passages: &Passages, i: usize, kind: BlockKind) -> Block {
    let passage = &passages.list[i];
    if !article.text.is_empty() {
        article.text.push('\n');
    }
    let start = article.text.len();
    article.text.push_str(passage.span.of(&passages.text));
    let moved = |span: Span| Span::new(span.start - passage.span.start + start, span.end - passage.span.start + start);
    let first = passages.pieces.partition_point(|piece| piece.span.end <= passage.span.start);
    let pieces = passages.pieces[first..].iter().take_while(|piece| piece.span.start < passage.span.end);
    let pieces = pieces.map(|piece| Piece { span: moved(piece.span), ..*piece }).collect();
    Block { span: moved(passage.span), kind, pieces, pulled: false }
}
