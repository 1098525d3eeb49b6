//! A button at each statement: a small label in the free gutter where there is room, else unseen until it is reached
//! by keyboard.

use super::{
    host::{Host, pixels},
    kinds,
    options::Words,
    paint::colour,
    statement::Statement,
};
use crate::{annotation::SourceKind, pace::Pace, placing::Rect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Which statement a button stands for.
const INDEX: &str = "data-statement";

/// The spot of a label, if any, and the start of its words.
type Place = (Option<Rect>, (f64, f64));

/// All buttons, in text order. Dropped, they are gone.
pub struct Labels {
    list: HtmlElement,
    buttons: Vec<HtmlElement>,
    /// Natural width and height of each, once they were asked for.
    sizes: RefCell<Option<Vec<(f64, f64)>>>,
    /// Where each was put last.
    put: RefCell<Vec<Option<Place>>>,
    /// Those that a bar of the page lies over.
    ducked: RefCell<Vec<bool>>,
}

impl Labels {
    /// A button for each of `statements`, unseen until it is placed.
    pub async fn new(host: &Host, statements: &[Statement], words: &Words, pace: &Pace) -> Self {
        let list = host.make("div", "labels");
        let _ = list.set_attribute("role", "group");
        let _ = list.set_attribute("aria-label", &words.get("labels"));
        let mut buttons = Vec::with_capacity(statements.len());
        for (index, statement) in statements.iter().enumerate() {
            let button = button(host, &list, index);
            fill(host, &button, statement, words);
            buttons.push(button);
            pace.rest(16).await;
        }
        let _ = host.layer.insert_before(&list, host.layer.first_child().as_ref());
        let put = RefCell::new(vec![None; buttons.len()]);
        let ducked = RefCell::new(vec![false; buttons.len()]);
        Self { list, buttons, sizes: RefCell::default(), put, ducked }
    }

    /// Writes a label anew, whose statement has another speaker.
    pub fn fill(&self, host: &Host, index: usize, statement: &Statement, words: &Words) {
        self.buttons[index].set_text_content(None);
        fill(host, &self.buttons[index], statement, words);
        self.sizes.replace(None);
        self.put.borrow_mut().fill(None);
    }

    /// Natural width and height of a label, which is in the page.
    pub fn size(&self, index: usize) -> (f64, f64) {
        self.sizes.borrow_mut().get_or_insert_with(|| self.measured())[index]
    }

    /// Shows every label for a moment, all of them before the first is measured: the browser lays them out once.
    fn measured(&self) -> Vec<(f64, f64)> {
        let all = |class: &str| self.buttons.iter().for_each(|button| button.set_class_name(class));
        all("label");
        let size = |button: &HtmlElement| {
            let size = button.get_bounding_client_rect();
            (size.width().ceil(), size.height())
        };
        let sizes = self.buttons.iter().map(size).collect();
        all("label unseen");
        sizes
    }

    /// Shows a label at `spot`, or where there is none hides it at `begin`, the start of its words. Both count from the
    /// overlay's own corner.
    pub fn place(&self, index: usize, spot: Option<Rect>, begin: (f64, f64)) {
        if self.put.borrow_mut()[index].replace((spot, begin)) == Some((spot, begin)) {
            return;
        }
        let button = &self.buttons[index];
        button.set_class_name(if spot.is_some() { "label" } else { "label unseen" });
        self.ducked.borrow_mut()[index] = false;
        let (left, top) = spot.map_or(begin, |spot| (spot.left, spot.top));
        let _ = button.class_list().toggle_with_force("before", left < begin.0);
        Host::put(button, left, top);
        let _ = match spot {
            Some(spot) => button.style().set_property("max-width", &pixels((spot.right - spot.left).ceil())),
            None => button.style().remove_property("max-width").map(drop),
        };
    }

    /// Takes a label out of sight and out of the keyboard's way.
    pub fn remove(&self, index: usize) {
        self.put.borrow_mut()[index] = None;
        self.buttons[index].set_class_name("label off");
    }

    /// Takes those labels out of sight that lie under one of `bars`, which count from the overlay's own corner too:
    /// what stays where it is while the page scrolls is not written over.
    pub fn duck(&self, bars: &[Rect]) {
        let mut ducked = self.ducked.borrow_mut();
        for (index, put) in self.put.borrow().iter().enumerate() {
            let spot = put.and_then(|(spot, _)| spot);
            let under = spot.is_some_and(|spot| bars.iter().any(|bar| bar.overlaps(spot)));
            if std::mem::replace(&mut ducked[index], under) != under {
                let _ = self.buttons[index].class_list().toggle_with_force("ducked", under);
            }
        }
    }

    /// Moves the keyboard to a button; the page stays where it is.
    pub fn focus(&self, index: usize) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.buttons[index].focus_with_options(&options);
    }

    /// The statement whose button `element` is or is in.
    pub fn statement(element: &Element) -> Option<usize> {
        let button = element.closest(".label").ok().flatten()?;
        button.get_attribute(INDEX)?.parse().ok()
    }
}

impl Drop for Labels {
    fn drop(&mut self) {
        self.list.remove();
    }
}

fn button(host: &Host, list: &Element, index: usize) -> HtmlElement {
    let button = host.quote(list, "button", "label unseen", "");
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute(INDEX, &index.to_string());
    let _ = button.set_attribute("aria-haspopup", "dialog");
    button.unchecked_into()
}

fn fill(host: &Host, button: &HtmlElement, statement: &Statement, words: &Words) {
    let mut name = statement.name(words);
    host.add(button, "span", &format!("who {}", marks(statement)), &name);
    if !statement.chain.is_empty() {
        let (via, path) = (words.get("card_via"), kinds::path(&statement.chain));
        let state = statement.chain.iter().any(kinds::of_state);
        let by = host.add(button, "span", "by", &format!("{via} "));
        host.add(&by, "bdi", if state { "relay state" } else { "relay" }, &path);
        name += &format!(" {via} {path}");
    }
    let _ = button.set_attribute("aria-label", &words.with("label_of", &[&name, &statement.opening]));
}

/// The classes that tell a speaker's colour, and by form alone that a source has no name or is controlled by a state.
pub fn marks(statement: &Statement) -> String {
    let unnamed = statement.speaker.as_ref().is_none_or(|speaker| speaker.unnamed);
    let state = statement.speaker.as_ref().is_some_and(|speaker| speaker.kind == SourceKind::StateMedia);
    let mark = |class, set| if set { class } else { "" };
    format!("c{}{}{}", colour(statement.number), mark(" unnamed", unnamed), mark(" state", state))
}
