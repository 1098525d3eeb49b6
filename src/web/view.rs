//! One article as it stands in the page: everything that is drawn for it, and nothing once it is dropped.

mod arranged;
mod opened;
mod place;
mod standing;

use super::{
    bars::Bars,
    correction::{Correction, fixes},
    desk::{Event, Sender},
    events::{Listener, Mutations, Sizes, window},
    hit::Places,
    label::Labels,
    look::Look,
    near::Nearby,
    options::Words,
    overlay::Overlay,
    paint::{Painting, Prepared},
    read::Reading,
    sheets::Lent,
    sight::{Drawn, Sight},
    statement::Statement,
};
pub use place::Place;
pub use standing::OnCard;

use crate::{
    annotation::{Annotations, Speaker},
    article::{Article, BlockKind, snapshot::Snapshot},
    export::words,
    placing::Rect,
};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, Range, ShadowRoot};

/// A page that was read, and what is shown of it.
pub struct Page {
    /// The page.
    pub reading: Reading,
    /// What is shown.
    pub statements: Vec<Statement>,
}

/// The drawing of one article.
pub struct View {
    /// What was found.
    pub annotations: Rc<Annotations>,
    /// In which text.
    pub article: Rc<Article>,
    /// How many passages in quotation marks stand outside it, by their sort.
    pub outside: Vec<(BlockKind, usize)>,
    /// The element that holds the whole article.
    pub scope: Element,
    page: Rc<Page>,
    dark: bool,
    look: Look,
    painting: Painting,
    /// What is near the window, where nothing else is painted.
    nearby: Option<Nearby>,
    places: Places,
    range: Range,
    /// The statement that the card tells of.
    open: Option<(usize, Painting)>,
    /// When the card appeared where it stands.
    appeared: f64,
    /// The card was asked for, and stays until the pointer has come to it.
    held: bool,
    /// What the card stands in.
    pub overlay: Rc<Overlay>,
    /// A label for each statement.
    pub labels: Rc<Labels>,
    bars: Bars,
    spots: Vec<Rect>,
    lifted: bool,
    _lent: Lent,
    sizes: Sizes,
    /// Tells when the page may have turned dark or light.
    dress: Option<Mutations>,
    _heard: Vec<Listener>,
}

/// What an arrangement comes to: where labels can be seen, and what is painted from now on if that is another.
pub type Arranged = (Vec<Rect>, Option<Prepared>);

impl View {
    /// Draws what was seen of `document`, after the drawing `last`, whose words may now stand in other nodes, the
    /// reader being at `place`.
    pub fn new(
        document: &Document,
        sight: Sight,
        last: Option<Self>,
        place: &Place,
        look: Look,
        sender: &Sender,
    ) -> Result<Self, JsValue> {
        let Sight { reading, article, annotations, statements, mut painting, outside, scope, overlay, labels } = sight;
        // What was painted and heard goes before the new comes, the labels after the keyboard has gone on.
        let gone = last.map(|last| (last.labels.clone(), last.lifted, last.appeared, last.held));
        let (old, lifted, appeared, held) =
            gone.map_or((None, false, 0.0, false), |(old, lifted, at, held)| (Some(old), lifted, at, held));
        let labels = labels.map(Rc::new).or(old.clone()).ok_or(JsValue::NULL)?;
        // A page that tidies up may have thrown it out.
        if !overlay.host.element.is_connected() {
            overlay.host.enter();
        }
        if let Some(label) = place.label {
            labels.focus(label);
        }
        drop(old);
        if place.open.is_none() {
            overlay.card.hide();
        }
        let mut sized = vec![scope.clone()];
        sized.extend(document.document_element());
        sized.extend(document.body().map(Element::from));
        let sizes = Sizes::new(&sized, hear(sender, Event::Moved))?;
        let dark = painting.dark;
        let nearby = arranged::nearby(&mut painting, sender);
        overlay.host.set_print(look.print);
        overlay.host.set_theme(dark);
        overlay.card.set_theme(look.dark.unwrap_or(dark));
        Ok(Self {
            painting: painting.show(look),
            nearby,
            places: Places::new(&statements, &reading.roots),
            _lent: Lent::new(untinted(&statements, &reading.roots)),
            range: document.create_range()?,
            open: place.open.and_then(|i| Some((i, Prepared::current(statements.get(i)?, dark).show(look)))),
            look,
            appeared,
            held,
            bars: Bars::default(),
            spots: Vec::new(),
            _heard: overlay.listen(sender),
            annotations,
            article,
            outside,
            scope,
            page: Rc::new(Page { reading, statements }),
            dark,
            overlay,
            labels,
            lifted,
            sizes,
            dress: arranged::dress(document, sender),
        })
    }

    /// What is drawn.
    pub fn drawn(&self) -> Drawn {
        let (article, annotations) = (self.article.clone(), self.annotations.clone());
        Drawn { article, annotations, fixes: self.statements().iter().map(|one| one.fix.clone()).collect() }
    }

    /// The shadow trees of the page.
    pub fn roots(&self) -> Vec<ShadowRoot> {
        self.page.reading.roots.clone()
    }

    /// Number of statements.
    pub fn len(&self) -> usize {
        self.page.statements.len()
    }

    /// Whether anything is shown of a statement.
    pub fn shows(&self, index: usize) -> bool {
        self.look.shows(self.statement(index))
    }

    /// A statement.
    pub fn statement(&self, index: usize) -> &Statement {
        &self.page.statements[index]
    }

    /// All statements.
    pub fn statements(&self) -> &[Statement] {
        &self.page.statements
    }

    /// All that a statement says.
    pub fn words(&self, index: usize) -> String {
        words(&self.article.text, &self.statement(index).content)
    }

    /// The page as it was read.
    pub fn snapshot(&self) -> &Snapshot {
        &self.page.reading.snapshot
    }

    /// Takes the reader's `corrections` and writes labels and card accordingly; whether they are to be arranged and
    /// painted anew. Nothing may be under way in an arrangement.
    pub fn correct(&mut self, corrections: &[Correction], words: &Words) -> bool {
        let Some(Page { statements, .. }) = Rc::get_mut(&mut self.page) else { return false };
        let known: Vec<Rc<Speaker>> = self.annotations.speakers.iter().cloned().map(Rc::new).collect();
        let fixes = fixes(corrections, statements, &known);
        let mut changed = false;
        for (index, (statement, fix)) in statements.iter_mut().zip(fixes).enumerate() {
            if statement.fix != fix {
                statement.mend(fix);
                self.labels.fill(&self.overlay.host, index, statement, words);
                changed = true;
            }
        }
        if let Some(open) = self.open().filter(|_| changed) {
            if self.overlay.within() {
                self.overlay.card.focus(); // the button that was pressed goes
            }
            self.fill(open, words);
        }
        changed
    }

    /// Whether it is known that labels are not hidden behind the page.
    pub fn lifted(&self) -> bool {
        self.lifted
    }

    /// The page that was read, and what is shown of it.
    pub fn page(&self) -> Rc<Page> {
        self.page.clone()
    }
}

/// The shadow `roots`, where the tints of `statements` in them cannot be seen.
fn untinted<'a>(statements: &[Statement], roots: &'a [ShadowRoot]) -> &'a [ShadowRoot] {
    let inside = |element: &Element| element.get_root_node().dyn_ref::<ShadowRoot>().is_some();
    let element = statements.iter().filter_map(Statement::element).find(inside);
    let seen = element.is_none_or(|element| {
        let style = window().get_computed_style_with_pseudo_elt(&element, "::highlight(hearsay-quoted-0-light)");
        let colour = style.ok().flatten().and_then(|style| style.get_property_value("background-color").ok());
        colour.is_none_or(|colour| colour != "rgba(0, 0, 0, 0)")
    });
    if seen { &[] } else { roots }
}

fn hear(sender: &Sender, event: Event) -> impl FnMut() + 'static {
    let sender = sender.clone();
    move || sender.send(event)
}
