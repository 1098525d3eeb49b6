//! The one way through, in slices: from a page to its article, its annotations, and all that is to be drawn of it.

use super::{
    anchor::Anchors,
    correction::Fix,
    label::Labels,
    options::Words,
    overlay::Overlay,
    paint::Prepared,
    read::{self, Reading, Unread},
    statement::{Statement, statements},
    theme,
};
use crate::{
    Engine, Memo,
    annotation::Annotations,
    article::{self, Article, BlockKind, language},
    pace::Pace,
};
use std::rc::Rc;
use web_sys::{Document, Element};

/// Bytes of an article beyond which it is not annotated: ten times the longest that one reads.
const LONGEST: usize = 1_500_000;

/// What is to be looked at.
pub struct Task {
    /// The page.
    pub document: Document,
    /// An element whose whole text is the article, where that is known.
    pub whole: Option<Element>,
    /// What annotates.
    pub engine: Rc<Engine>,
    /// What is known of the article from the last look.
    pub memo: Rc<Memo>,
    /// The reader's language.
    pub words: Words,
    /// What is drawn at present.
    pub drawn: Option<Drawn>,
    /// Where that is drawn.
    pub overlay: Option<Rc<Overlay>>,
}

/// An article that is drawn already: where its text is still the same, so are its annotations and labels.
#[derive(Clone)]
pub struct Drawn {
    /// The article.
    pub article: Rc<Article>,
    /// What was found in it.
    pub annotations: Rc<Annotations>,
    /// What the reader has corrected, of each statement that is drawn.
    pub fixes: Vec<Option<Fix>>,
}

/// Why there is nothing to see.
#[derive(Clone, Copy)]
pub enum Nothing {
    /// The page has not been read yet.
    Unread,
    /// No article was found in the page.
    NoArticle,
    /// The article is in a language that the engine does not know.
    NotEnglish,
    /// The article quotes nobody.
    NoQuotations,
    /// The page is too large to be read.
    TooLarge,
}

/// What a look came to, if not to a [`Sight`].
pub enum Missed {
    /// There is nothing to see.
    Nothing(Nothing),
    /// The page changed meanwhile.
    Torn,
}

/// An article in a page, ready to be drawn.
pub struct Sight {
    /// The page.
    pub reading: Reading,
    /// The article.
    pub article: Rc<Article>,
    /// What was found in it.
    pub annotations: Rc<Annotations>,
    /// What is shown of that.
    pub statements: Vec<Statement>,
    /// Its tints and underlines, not yet to be seen.
    pub painting: Prepared,
    /// How many passages in quotation marks stand outside the article, by their sort.
    pub outside: Vec<(BlockKind, usize)>,
    /// The element that holds the whole article.
    pub scope: Element,
    /// What the card stands in: that of the last drawing, or a new one that is not yet in the page.
    pub overlay: Rc<Overlay>,
    /// Labels in it; `None` where those of the last drawing stay.
    pub labels: Option<Labels>,
}

/// Looks at a page.
pub async fn look(task: Task, pace: Pace) -> Result<Sight, Missed> {
    let nothing = |nothing| Err(Missed::Nothing(nothing));
    let Some(root) = task.whole.clone().or_else(|| task.document.body().map(Element::from)) else {
        return nothing(Nothing::NoArticle);
    };
    let reading = match read::read(&task.document, &root, &pace).await {
        Ok(reading) => reading,
        Err(Unread::TooLarge) => return nothing(Nothing::TooLarge),
        Err(Unread::Torn) => return Err(Missed::Torn),
    };
    let article = match &task.whole {
        Some(_) => Ok((article::whole(&reading.snapshot, &pace).await, Article::default())),
        None => article::find_at(&reading.snapshot, &pace).await.map(|found| (found.article, found.outside)),
    };
    let (article, outside) = match article {
        Ok((article, outside)) if language::is_english(&article) => (article, outside),
        Err(_) if !language::is_foreign(&reading.snapshot, &pace).await => return nothing(Nothing::NoArticle),
        _ => return nothing(Nothing::NotEnglish),
    };
    if article.text.len() > LONGEST {
        return nothing(Nothing::TooLarge);
    }
    let drawn = task.drawn.filter(|drawn| drawn.article.text == article.text);
    let annotations = match &drawn {
        Some(drawn) => drawn.annotations.clone(),
        None => Rc::new(task.engine.annotate_at(&article, &task.memo, &pace).await),
    };
    if annotations.attributions.is_empty() && annotations.quotations.is_empty() {
        return nothing(Nothing::NoQuotations);
    }
    let mut statements = statements(&article, &annotations, &mut Anchors::new(&article, &reading), &pace).await;
    if let Some(Drawn { fixes, .. }) = &drawn {
        if fixes.len() != statements.len() {
            return Err(Missed::Torn);
        }
        // Labels and card tell of them already.
        statements.iter_mut().zip(fixes).for_each(|(statement, fix)| statement.mend(fix.clone()));
    }
    let outside = Engine::outside(&outside, &pace).await;
    let Some(scope) = scope(&article, &reading) else { return Err(Missed::Torn) };
    let dark = theme::is_dark_at(&statements, &scope);
    let painting = Prepared::new(&statements, dark, &pace).await;
    let overlay = task.overlay.map_or_else(|| Overlay::new(&task.document, &task.words).map(Rc::new), Ok);
    let Ok(overlay) = overlay else { return nothing(Nothing::NoArticle) };
    let labels = match drawn {
        Some(_) => None,
        None => Some(Labels::new(&overlay.host, &statements, &task.words, &pace).await),
    };
    Ok(Sight { reading, article: Rc::new(article), annotations, statements, painting, outside, scope, overlay, labels })
}

/// The innermost element that holds all of the article.
fn scope(article: &Article, reading: &Reading) -> Option<Element> {
    let pieces = article.blocks.iter().flat_map(|block| &block.pieces).map(|piece| piece.node);
    let (first, last) = (pieces.clone().min()?, pieces.max()?);
    let nodes = &reading.snapshot.nodes;
    let mut id = nodes.get(first as usize)?.parent?;
    while nodes[id as usize].end <= last {
        id = nodes[id as usize].parent?;
    }
    Some(wasm_bindgen::JsCast::unchecked_into(reading.nodes.get(id as usize)?.clone()))
}
