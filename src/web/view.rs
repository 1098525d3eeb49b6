//! One article as it stands in the page: everything that is drawn for it, and nothing once it is dropped.

use super::{
    desk::{Event, Sender},
    events::{Listener, Sizes, window},
    hit::{Places, whole},
    label::Labels,
    layout,
    options::Words,
    overlay::Overlay,
    paint::{Painting, Prepared},
    read::Reading,
    sheets::Lent,
    sight::{Drawn, Sight},
    slices::Work,
    statement::Statement,
};
use crate::{annotation::Annotations, article::Article, placing::Rect};
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
    /// The element that holds the whole article.
    pub scope: Element,
    page: Rc<Page>,
    dark: bool,
    _painting: Painting,
    places: Places,
    range: Range,
    /// The statement that the card tells of.
    open: Option<(usize, Painting)>,
    overlay: Rc<Overlay>,
    lifted: bool,
    _lent: Lent,
    _sizes: Sizes,
    _heard: [Listener; 2],
}

impl View {
    /// Draws what was seen of `document` anew, or goes on with the drawing `last`, whose words now stand in other nodes.
    pub fn new(document: &Document, sight: Sight, last: Option<Self>, sender: &Sender) -> Result<Self, JsValue> {
        let Sight { reading, article, annotations, statements, painting, scope, overlay } = sight;
        let (overlay, lifted, open) = match (overlay, last) {
            (Some(overlay), _) => (Rc::new(overlay), false, None),
            (None, Some(last)) => (last.overlay.clone(), last.lifted, last.open()),
            (None, None) => return Err(JsValue::NULL),
        };
        // A page that tidies up may have thrown it out.
        if !overlay.host.element.is_connected() {
            overlay.host.enter();
        }
        let mut sized = vec![scope.clone()];
        sized.extend(document.document_element());
        sized.extend(document.body().map(Element::from));
        let sizes = Sizes::new(&sized, hear(sender, Event::Moved))?;
        let dark = painting.dark;
        Ok(Self {
            _painting: painting.show(),
            places: Places::new(&statements, &reading.roots),
            _lent: Lent::new(untinted(&statements, &reading.roots)),
            range: document.create_range()?,
            open: open.and_then(|i| Some((i, Prepared::current(statements.get(i)?, dark).show()))),
            _heard: overlay.listen(sender),
            annotations,
            article,
            scope,
            page: Rc::new(Page { reading, statements }),
            dark,
            overlay,
            lifted,
            _sizes: sizes,
        })
    }

    /// What is drawn.
    pub fn drawn(&self) -> Drawn {
        let (article, annotations) = (self.article.clone(), self.annotations.clone());
        Drawn { article, annotations, statements: self.len() }
    }

    /// The shadow trees of the page.
    pub fn roots(&self) -> Vec<ShadowRoot> {
        self.page.reading.roots.clone()
    }

    /// Number of statements.
    pub fn len(&self) -> usize {
        self.page.statements.len()
    }

    /// The work of putting the labels where there is room, or of hiding them all.
    pub fn arrange(&self, auto: bool) -> Work<Vec<Rect>> {
        let (overlay, page, range) = (self.overlay.clone(), self.page.clone(), self.range.clone());
        Work::new(move |pace| layout::arrange(overlay, page, range, auto, pace))
    }

    /// Takes the `spots` of the labels that are shown.
    pub fn arranged(&mut self, spots: &[Rect]) {
        self.lifted |= spots.is_empty() || self.overlay.host.lift(spots);
    }

    /// Whether it is known that labels are not hidden behind the page.
    pub fn lifted(&self) -> bool {
        self.lifted
    }

    /// The statement at a point of the window, under the page's words or a label; `Err` on the card itself.
    pub fn at(&self, document: &Document, (x, y): (f64, f64)) -> Result<Option<(usize, Rect)>, OnCard> {
        let top = document.element_from_point(x as f32, y as f32);
        if top.is_some_and(|top| top == *self.overlay.host.element.unchecked_ref::<Element>()) {
            let inner = self.overlay.host.root.element_from_point(x as f32, y as f32);
            return match inner {
                Some(inner) if self.overlay.card.holds(&inner) => Err(OnCard),
                Some(inner) => {
                    Ok(Labels::statement(&inner).map(|index| (index, whole(&[inner.get_bounding_client_rect()]))))
                }
                None => Ok(None),
            };
        }
        Ok(self.places.at(document, &self.page.statements, &self.range, (x, y)))
    }

    /// The statement that the card tells of.
    pub fn open(&self) -> Option<usize> {
        self.open.as_ref().map(|(index, _)| *index)
    }

    /// Opens the card of a statement, close to `line` where that is known.
    pub fn show(&mut self, index: usize, line: Option<Rect>, words: &Words) {
        let Some(statement) = self.page.statements.get(index) else { return };
        if self.open() != Some(index) {
            self.open = None; // the old one's paint goes before the new one's comes
            self.overlay.card.fill(&self.overlay.host, statement, words);
            self.open = Some((index, Prepared::current(statement, self.dark).show()));
        }
        let boxes: Vec<_> = statement.fragments().flat_map(|fragment| fragment.rects(&self.range)).collect();
        let first = boxes.iter().min_by(|a, b| a.top().total_cmp(&b.top()));
        let Some(first) = first.map(|first| whole(std::slice::from_ref(first))) else { return };
        let (width, height) = window_size();
        let window = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        self.overlay.card.show(whole(&boxes), line.unwrap_or(first), window);
    }

    /// Closes the card.
    pub fn hide(&mut self) {
        self.overlay.card.hide();
        self.open = None;
    }

    /// Whether the words of a statement stand within the window.
    fn in_sight(&self, index: usize) -> bool {
        let lines = self.page.statements[index].first().rects(&self.range);
        lines.first().is_some_and(|line| line.top() >= 0.0 && line.bottom() <= window_size().1)
    }

    /// Keeps the card at its words after a scroll; closes it where they went out of sight.
    pub fn follow(&mut self, words: &Words) {
        if let Some(index) = self.open() {
            if self.in_sight(index) { self.show(index, None, words) } else { self.hide() }
        }
    }

    /// Brings a statement into sight, because the reader asked for it.
    fn bring(&self, index: usize) {
        if self.in_sight(index) {
            return;
        }
        let first = self.page.statements[index].first();
        if let Some(element) = first.node.parent_element() {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            // At once: whoever wants less motion has none.
            options.set_behavior(web_sys::ScrollBehavior::Instant);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        // The element may be higher than the window.
        if !self.in_sight(index)
            && let Some(line) = first.rects(&self.range).first()
        {
            let options = web_sys::ScrollToOptions::new();
            options.set_top(line.top() - window_size().1 / 2.0);
            options.set_behavior(web_sys::ScrollBehavior::Instant);
            window().scroll_by_with_scroll_to_options(&options);
        }
    }

    /// Brings a statement into sight and moves the keyboard to its button.
    pub fn visit(&self, index: usize) {
        self.bring(index);
        self.overlay.labels.focus(index);
    }

    /// Brings a statement into sight and sets it off until what is returned is dropped; the keyboard stays where it is.
    pub fn point_out(&self, index: usize) -> Option<Painting> {
        let statement = self.page.statements.get(index)?;
        self.bring(index);
        Some(Prepared::flash(statement, self.dark).show())
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

/// The point lies on the card.
pub struct OnCard;

fn hear(sender: &Sender, event: Event) -> impl FnMut() + 'static {
    let sender = sender.clone();
    move || sender.send(event)
}

fn window_size() -> (f64, f64) {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let root = window().document().and_then(|document| document.document_element());
    let width = root.map_or(0.0, |root| f64::from(root.client_width()));
    (width, size(window().inner_height()))
}
