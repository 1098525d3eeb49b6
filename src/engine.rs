//! The engine: what is learned, and the way from an article to its annotations.

use crate::{
    annotation::Annotations,
    article::{Article, BlockKind},
    assemble, order,
    pace::{self, Pace},
    text,
    weights::{Malformed, Weights},
};
pub use hearsay_network::memo::Memo;
use std::pin::Pin;

/// Finds quotations and reports, and who said them. Made once, used for any number of articles.
///
/// ```
/// use hearsay::{Engine, annotation::Form, article::Article};
///
/// let article = Article::from_text("“It will hold,” said Ann Lee, the mayor. She told reporters that help was coming.");
/// let found = Engine::shipped().annotate(&article);
/// let [quoted, reported] = &found.attributions[..] else { panic!("two statements") };
/// assert_eq!((quoted.form, reported.form), (Form::Direct, Form::Indirect));
/// assert_eq!(reported.content[0].of(&article.text), "that help was coming");
/// // Both are hers: the pronoun means the mayor.
/// assert_eq!(quoted.speaker, reported.speaker);
/// let speaker = &found.speakers[quoted.speaker.unwrap()];
/// assert_eq!((speaker.name.as_str(), speaker.role.as_deref()), ("Ann Lee", Some("the mayor")));
/// ```
#[derive(Clone, Debug)]
pub struct Engine {
    weights: Weights,
}

impl Engine {
    /// An engine with the weights of the file `bytes`.
    pub fn new(bytes: &[u8]) -> Result<Self, Malformed> {
        Ok(Self { weights: Weights::read(bytes)? })
    }

    /// The engine with the weights of this version, which the extension ships as a file of its own.
    #[cfg(not(target_family = "wasm"))]
    pub fn shipped() -> &'static Self {
        static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
        const FILE: &[u8] = include_bytes!("weights/hearsay.weights");
        ENGINE.get_or_init(|| Self::new(FILE).expect("the shipped weights are of this version"))
    }

    /// Every quotation and report of `article`, with its speaker.
    pub fn annotate(&self, article: &Article) -> Annotations {
        pace::finish(self.annotate_at(article, &Memo::default(), &Pace::unhurried()))
    }

    /// The same in slices, and for an article that was annotated before with the same `memo` without running the
    /// network over what has not changed since. In a box, so that its code stands in the program once, whoever runs it.
    pub fn annotate_at<'a>(
        &'a self,
        article: &'a Article,
        memo: &'a Memo,
        pace: &'a Pace,
    ) -> Pin<Box<dyn Future<Output = Annotations> + 'a>> {
        Box::pin(async move {
            let mut all = Annotations { credits: article.credits.clone(), ..Annotations::default() };
            for part in article.parts() {
                let doc = text::read_at(&part, pace).await;
                all.append(assemble::annotations(&doc, &self.weights, memo, pace).await);
            }
            memo.forget();
            all
        })
    }

    /// How many passages in quotation marks, of four words and more, stand `outside` the article (see
    /// [`Found::outside`](crate::article::Found::outside)), by the sort of block, the most first.
    pub async fn outside(outside: &Article, pace: &Pace) -> Vec<(BlockKind, usize)> {
        const FEWEST_WORDS: usize = 4;
        let mut counts: Vec<(BlockKind, usize)> = Vec::new();
        for quote in text::marks::pair(outside, pace).await {
            let words = quote.inner.of(&outside.text).split_whitespace().take(FEWEST_WORDS).count();
            if quote.depth == 0 && words == FEWEST_WORDS {
                let kind = outside.blocks[quote.block].kind;
                match counts.iter_mut().find(|(other, _)| *other == kind) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((kind, 1)),
                }
            }
        }
        order::by_key(&mut counts, |(_, count)| u64::MAX - *count as u64);
        counts
    }
}
