//! The engine: what is learned, and the way from an article to its annotations.

use crate::{
    annotation::Annotations,
    article::Article,
    assemble,
    pace::{self, Pace},
    text,
    weights::{Malformed, Weights},
};

/// Finds quotations and reports, and who said them. Made once, used for any number of articles.
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
        pace::finish(self.annotate_at(article, &Pace::unhurried()))
    }

    /// The same in slices.
    pub async fn annotate_at(&self, article: &Article, pace: &Pace) -> Annotations {
        if article.further.is_empty() {
            return self.annotate_one(article, pace).await;
        }
        let mut all = Annotations { credits: article.credits.clone(), ..Annotations::default() };
        for part in article.parts() {
            all.append(self.annotate_one(&part, pace).await);
        }
        all
    }

    async fn annotate_one(&self, article: &Article, pace: &Pace) -> Annotations {
        let doc = text::read_at(article, pace).await;
        assemble::annotations(&doc, &self.weights, pace).await
    }
}
