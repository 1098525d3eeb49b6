//! One article as it stands in the page: everything that is drawn for it, and nothing once it is dropped.

use super::{
    anchor::Fragment,
    bars::Bars,
    card::Card,
    correction::{Correction, fixes},
    desk::{Event, Sender},
    events::{Listener, Sizes, now, window},
    hit::{Places, whole},
    label::Labels,
    layout,
    look::Look,
    options::Words,
    overlay::Overlay,
    paint::{Painting, Prepared},
    read::Reading,
    sheets::Lent,
    sight::{Drawn, Sight},
    slices::Work,
    statement::Statement,
};
use crate::{
    annotation::{Annotations, Speaker},
    article::{Article, snapshot::Snapshot},
    export::words,
    placing::Rect,
};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, DomRect, Element, Range, ShadowRoot};

/// Milliseconds for which presses are not taken after the card has come under the pointer: a page could have had it open
/// where the reader was about to press something else.
const SUDDEN: f64 = 300.0;

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
    look: Look,
    painting: Painting,
    places: Places,
    range: Range,
    /// The statement that the card tells of.
    open: Option<(usize, Painting)>,
    /// When the card appeared where it stands.
    appeared: f64,
    /// The card was asked for, and stays until the pointer has come to it.
    held: bool,
    /// Labels and card.
    pub overlay: Rc<Overlay>,
    bars: Bars,
    spots: Vec<Rect>,
    lifted: bool,
    _lent: Lent,
    _sizes: Sizes,
    _heard: Vec<Listener>,
}

/// What an arrangement comes to: where labels can be seen, and what is painted from now on if that is another.
pub type Arranged = (Vec<Rect>, Option<Prepared>);

impl View {
    /// Draws what was seen of `document` anew, or goes on with the drawing `last`, whose words now stand in other nodes.
    pub fn new(
        document: &Document,
        sight: Sight,
        last: Option<Self>,
        look: Look,
        sender: &Sender,
    ) -> Result<Self, JsValue> {
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
        overlay.host.set_print(look.print);
        overlay.card.set_theme(look.dark.unwrap_or(dark));
        Ok(Self {
            painting: painting.show(look),
            places: Places::new(&statements, &reading.roots),
            _lent: Lent::new(untinted(&statements, &reading.roots)),
            range: document.create_range()?,
            open: open.and_then(|i| Some((i, Prepared::current(statements.get(i)?, dark).show(look)))),
            look,
            appeared: 0.0,
            held: false,
            bars: Bars::default(),
            spots: Vec::new(),
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

    /// The work of putting the labels where there is room, and of painting anew where that is asked for.
    pub fn arrange(&self, repaint: bool) -> Work<Arranged> {
        let (overlay, page, range) = (self.overlay.clone(), self.page.clone(), self.range.clone());
        let (look, dark) = (self.look, self.dark);
        Work::new(move |pace| async move {
            let painting = if repaint { Some(Prepared::new(&page.statements, dark, &pace).await) } else { None };
            (layout::arrange(overlay, page, range, look, pace).await, painting)
        })
    }

    /// Takes what an arrangement came to.
    pub fn arranged(&mut self, document: &Document, (spots, painting): Arranged) {
        if let Some(painting) = painting {
            self.painting = Painting::default(); // the old one goes before the new one comes
            self.painting = painting.show(self.look);
        }
        self.lifted |= spots.is_empty() || self.overlay.host.lift(&spots);
        self.spots = spots;
        self.bars.clear(document, &self.overlay, &self.spots);
    }

    /// Looks otherwise from now on; the labels are to be arranged then.
    pub fn set_look(&mut self, look: Look) {
        self.look = look;
        self.painting.show(look);
        self.overlay.host.set_print(look.print);
        self.overlay.card.set_theme(look.dark.unwrap_or(self.dark));
        if self.open().is_some_and(|index| !self.shows(index)) {
            self.hide();
        }
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

    /// Takes the reader's `corrections` and writes labels and card accordingly; whether they are to be arranged and painted
    /// anew. Nothing may be under way in an arrangement.
    pub fn correct(&mut self, corrections: &[Correction], words: &Words) -> bool {
        let Some(Page { statements, .. }) = Rc::get_mut(&mut self.page) else { return false };
        let known: Vec<Rc<Speaker>> = self.annotations.speakers.iter().cloned().map(Rc::new).collect();
        let fixes = fixes(corrections, statements, &known);
        let mut changed = false;
        for (index, (statement, fix)) in statements.iter_mut().zip(fixes).enumerate() {
            if statement.fix != fix {
                statement.mend(fix);
                self.overlay.labels.fill(&self.overlay.host, index, statement, words);
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

    /// The statements that are shown of the speaker of the one at `index`.
    pub fn same(&self, index: usize) -> Vec<usize> {
        let number = self.statement(index).number;
        let all = 0..self.len();
        all.filter(|&i| i == index || (number.is_some() && self.statement(i).number == number && self.shows(i)))
            .collect()
    }

    fn fill(&self, index: usize, words: &Words) {
        let same = self.same(index);
        let turn = same.iter().take_while(|&&i| i <= index).count();
        self.overlay.card.fill(&self.overlay.host, self.statement(index), (turn, same.len()), words);
    }

    /// The statement that the page's selection is in or begins with.
    pub fn selected(&self) -> Option<usize> {
        let selection = window().get_selection().ok()??;
        let marked = selection.get_range_at(0).ok()?;
        let inside = |fragment: &Fragment| {
            let at = |unit| marked.compare_point(&fragment.node, unit).unwrap_or(-1);
            // Neither all before nor all after.
            at(fragment.end) >= 0 && at(fragment.start) <= 0
        };
        let mut all = self.page.statements.iter();
        all.position(|statement| statement.fragments().any(inside))
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
                Some(inner) if Card::holds(&inner) => Err(OnCard),
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
        let page = self.page.clone();
        let Some(statement) = page.statements.get(index) else { return };
        if self.open() != Some(index) {
            self.open = None; // the old one's paint goes before the new one's comes
            self.open = Some((index, Prepared::current(statement, self.dark).show(self.look)));
            self.fill(index, words);
        }
        let statement = self.statement(index);
        let boxes = |fragments: &mut dyn Iterator<Item = &Fragment>| -> Vec<DomRect> {
            fragments.flat_map(|fragment| fragment.rects(&self.range)).collect()
        };
        // The words that the reader is at, be it those of a pull quote.
        let at = |line: &Rect, one: &DomRect| one.top() < line.bottom && one.bottom() > line.top;
        let pulled = boxes(&mut statement.pulled.iter());
        let here = line.is_some_and(|line| pulled.iter().any(|one| at(&line, one)));
        let boxes = if here { pulled } else { boxes(&mut statement.fragments()) };
        let first = boxes.iter().min_by(|a, b| a.top().total_cmp(&b.top()));
        let Some(first) = first.map(|first| whole(std::slice::from_ref(first))) else { return };
        let (width, height) = window_size();
        let window = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        if self.overlay.card.show(whole(&boxes), line.unwrap_or(first), window) {
            self.appeared = now();
        }
    }

    /// Opens the card of a statement because the reader asked for it: it stays until the pointer has come to it, and is
    /// read out.
    pub fn ask(&mut self, index: usize, words: &Words) {
        self.show(index, None, words);
        self.held = true;
        self.overlay.read_out();
    }

    /// Whether the card stays although the pointer is elsewhere.
    pub fn stays(&self) -> bool {
        self.held || self.overlay.within()
    }

    /// The pointer has come to the card or its words.
    pub fn reached(&mut self) {
        self.held = false;
    }

    /// Whether the card may have come under the pointer so lately that a press is not meant for it.
    pub fn sudden(&self) -> bool {
        now() - self.appeared < SUDDEN
    }

    /// Closes the card.
    pub fn hide(&mut self) {
        self.overlay.card.hide();
        self.open = None;
        self.held = false;
    }

    /// Whether the words of a statement stand within the window.
    fn in_sight(&self, index: usize) -> bool {
        let lines = self.page.statements[index].first().rects(&self.range);
        lines.first().is_some_and(|line| line.top() >= 0.0 && line.bottom() <= window_size().1)
    }

    /// Keeps the card at its words after a scroll; closes it where they went out of sight.
    pub fn follow(&mut self, document: &Document, words: &Words) {
        self.bars.clear(document, &self.overlay, &self.spots);
        if let Some(index) = self.open() {
            if self.in_sight(index) { self.show(index, None, words) } else { self.hide() }
        }
    }

    /// Brings a statement into sight, because the reader asked for it.
    pub fn reveal(&self, index: usize) {
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

    /// Brings a statement into sight and moves the keyboard to its label.
    pub fn visit(&self, index: usize) {
        self.reveal(index);
        self.overlay.labels.focus(index);
    }

    /// Brings a statement into sight and sets it off until what is returned is dropped; the keyboard stays where it is.
    pub fn point_out(&self, index: usize) -> Option<Painting> {
        let statement = self.page.statements.get(index)?;
        self.reveal(index);
        Some(Prepared::flash(statement, self.dark).show(self.look))
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
