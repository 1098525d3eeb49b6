//! One article as it stands in the page: everything that is drawn for it, and nothing once it is dropped.

use super::{
    anchor::Anchors,
    card::Card,
    desk::{Event, Sender},
    events::{Listener, Sizes, window},
    hit::{Places, whole},
    host::Host,
    label::Labels,
    layout::{self, computed},
    options::Words,
    paint::Painting,
    read::Reading,
    statement::{Statement, statements},
};
use crate::{annotation::Annotations, article::Article, placing::Rect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, FocusEvent, Range};

/// The drawing of one article.
pub struct View {
    /// What was found.
    pub annotations: Annotations,
    /// In which text.
    pub article: Article,
    /// The element that holds the whole article.
    pub scope: Element,
    reading: Reading,
    statements: Vec<Statement>,
    dark: bool,
    _painting: Painting,
    places: Places,
    range: Range,
    /// The statement that the card tells of.
    open: Option<(usize, Painting)>,
    card: Card,
    labels: Labels,
    lifted: Cell<bool>,
    _sizes: Sizes,
    _heard: [Listener; 2],
    host: Host,
}

impl View {
    /// Draws `annotations` of `article`, read from `document`.
    pub fn new(
        document: &Document,
        reading: Reading,
        article: Article,
        annotations: Annotations,
        words: &Words,
        sender: &Sender,
    ) -> Result<Self, JsValue> {
        let host = Host::new(document)?;
        let statements = statements(&article, &annotations, &mut Anchors::new(&article, &reading));
        let scope = scope(&article, &reading).ok_or(JsValue::NULL)?;
        let dark = is_dark(&scope_text(&statements).unwrap_or_else(|| scope.clone()));
        host.set_theme(dark);
        let card = Card::new(&host);
        let labels = Labels::new(&host, &statements, words);
        let mut sized = vec![scope.clone()];
        sized.extend(document.document_element());
        sized.extend(document.body().map(Element::from));
        let sizes = Sizes::new(&sized, hear(sender, Event::Moved))?;
        let to = sender.clone();
        let focused = Listener::new(&host.root, "focusin", move |event| {
            let target = event.target().map(|target| target.unchecked_into::<Element>());
            if let Some(index) = target.and_then(|target| Labels::statement(&target)) {
                to.send(Event::Focused(index));
            }
        });
        let mut left = hear(sender, Event::Blurred);
        let blurred = Listener::new(&host.root, "focusout", move |event| {
            let next = event.unchecked_ref::<FocusEvent>().related_target();
            if next.is_none_or(|next| !Card::is(next.unchecked_ref())) {
                left();
            }
        });
        Ok(Self {
            _painting: Painting::new(&statements, dark),
            places: Places::new(&statements),
            range: document.create_range()?,
            open: None,
            annotations,
            article,
            scope,
            reading,
            statements,
            dark,
            card,
            labels,
            lifted: Cell::new(false),
            _sizes: sizes,
            _heard: [focused, blurred],
            host,
        })
    }

    /// Whether `article`, found by a later reading, is the one that is drawn.
    pub fn shows(&self, article: &Article) -> bool {
        self.article.text == article.text
    }

    /// Goes on with the same article, whose words now stand in other nodes.
    pub fn renew(&mut self, reading: Reading, article: Article) {
        let statements = statements(&article, &self.annotations, &mut Anchors::new(&article, &reading));
        if statements.len() != self.statements.len() {
            return; // the page is changing at this moment, and will be read again
        }
        if let Some(scope) = scope(&article, &reading) {
            self.scope = scope;
        }
        self.statements = statements;
        self.reading = reading;
        self.article = article;
        self._painting = Painting::default();
        self._painting = Painting::new(&self.statements, self.dark);
        self.places = Places::new(&self.statements);
        if let Some((index, current)) = &mut self.open {
            *current = Painting::default();
            *current = Painting::current(&self.statements[*index], self.dark);
        }
    }

    /// Number of statements.
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Puts the labels where there is room, or hides them all.
    pub fn arrange(&self, auto: bool) {
        let spots = layout::arrange(&self.host, &self.labels, &self.statements, &self.reading, &self.range, auto);
        if !self.lifted.get() {
            self.lifted.set(spots.is_empty() || self.host.lift(&spots));
        }
    }

    /// Whether it is known that labels are not hidden behind the page.
    pub fn lifted(&self) -> bool {
        self.lifted.get()
    }

    /// The statement at a point of the window, under the page's words or a label; `Err` on the card itself.
    pub fn at(&self, document: &Document, (x, y): (f64, f64)) -> Result<Option<(usize, Rect)>, OnCard> {
        let top = document.element_from_point(x as f32, y as f32);
        if top.is_some_and(|top| top == *self.host.element.unchecked_ref::<Element>()) {
            let inner = self.host.root.element_from_point(x as f32, y as f32);
            return match inner {
                Some(inner) if self.card.holds(&inner) => Err(OnCard),
                Some(inner) => {
                    Ok(Labels::statement(&inner).map(|index| (index, whole(&[inner.get_bounding_client_rect()]))))
                }
                None => Ok(None),
            };
        }
        Ok(self.places.at(document, &self.statements, &self.range, (x, y)))
    }

    /// The statement that the card tells of.
    pub fn open(&self) -> Option<usize> {
        self.open.as_ref().map(|(index, _)| *index)
    }

    /// Opens the card of a statement, close to `line` where that is known.
    pub fn show(&mut self, index: usize, line: Option<Rect>, words: &Words) {
        let Some(statement) = self.statements.get(index) else { return };
        if self.open() != Some(index) {
            self.open = None; // the old one's paint goes before the new one's comes
            self.card.fill(&self.host, statement, words);
            self.open = Some((index, Painting::current(statement, self.dark)));
        }
        let boxes: Vec<_> = statement.fragments().flat_map(|fragment| fragment.rects(&self.range)).collect();
        let first = boxes.iter().min_by(|a, b| a.top().total_cmp(&b.top()));
        let Some(first) = first.map(|first| whole(std::slice::from_ref(first))) else { return };
        let (width, height) = window_size();
        let window = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        self.card.show(whole(&boxes), line.unwrap_or(first), window);
    }

    /// Closes the card.
    pub fn hide(&mut self) {
        self.card.hide();
        self.open = None;
    }

    /// Whether the words of a statement stand within the window.
    fn in_sight(&self, index: usize) -> bool {
        let lines = self.statements[index].first().rects(&self.range);
        lines.first().is_some_and(|line| line.top() >= 0.0 && line.bottom() <= window_size().1)
    }

    /// Keeps the card at its words after a scroll; closes it where they went out of sight.
    pub fn follow(&mut self, words: &Words) {
        if let Some(index) = self.open() {
            if self.in_sight(index) { self.show(index, None, words) } else { self.hide() }
        }
    }

    /// Brings a statement into sight, because the reader asked for it, and moves the keyboard to its button.
    pub fn visit(&self, index: usize) {
        if !self.in_sight(index)
            && let Some(element) = self.statements[index].first().node.parent_element()
        {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            options.set_behavior(web_sys::ScrollBehavior::Instant);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        self.labels.focus(index);
    }
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

/// The innermost element that holds all of the article.
fn scope(article: &Article, reading: &Reading) -> Option<Element> {
    let pieces = article.blocks.iter().flat_map(|block| &block.pieces).map(|piece| piece.node);
    let (first, last) = (pieces.clone().min()?, pieces.max()?);
    let nodes = &reading.snapshot.nodes;
    let mut id = nodes.get(first as usize)?.parent?;
    while nodes[id as usize].end <= last {
        id = nodes[id as usize].parent?;
    }
    Some(reading.nodes.get(id as usize)?.clone().unchecked_into())
}

fn scope_text(statements: &[Statement]) -> Option<Element> {
    statements.first()?.first().node.parent_element()
}

/// Whether text in `element` is light, so that what lies behind it is dark.
fn is_dark(element: &Element) -> bool {
    let colour = computed(element, "color").unwrap_or_default();
    let parts = colour.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|part| part.parse::<f64>().ok());
    let parts: Vec<f64> = parts.take(3).collect();
    let &[red, green, blue] = parts.as_slice() else { return false };
    // Other notations count to 1.
    let full = if colour.starts_with("rgb") { 255.0 } else { 1.0 };
    (0.2126 * red + 0.7152 * green + 0.0722 * blue) / full > 0.55
}
