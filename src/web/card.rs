//! The card that tells all of one statement, with its buttons.

use super::{
    act::Act,
    bind::Popover,
    host::{Host, pixels},
    options::Words,
    statement::Statement,
    tale::{self, tell},
};
use crate::placing::{Rect, card::place};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

/// The id of the list of names to choose from.
const NAMES: &str = "hearsay-names";

/// The card; hidden at first.
pub struct Card {
    element: Popover,
    tale: HtmlElement,
    turns: HtmlElement,
    place: HtmlElement,
    form: HtmlElement,
    field: HtmlInputElement,
    names: HtmlElement,
    said: HtmlElement,
    buttons: Vec<(Act, HtmlElement)>,
    /// Where it was put last.
    put: Cell<(f64, f64)>,
    /// What it says aloud.
    aloud: RefCell<String>,
}

impl Card {
    /// Puts a hidden card into the overlay.
    pub fn new(host: &Host, words: &Words) -> Self {
        let element = host.add(&host.layer, "div", "card", "");
        // It can have the focus, so that a click in it does not take that out of the overlay, which would close it.
        set(
            &element,
            &[("popover", "manual"), ("role", "dialog"), ("aria-labelledby", tale::NAME), ("tabindex", "-1")],
        );
        let part = |class: &str| host.add(&element, "div", class, "");
        let (tale, turns, acts, form, said) = (part("tale"), part("turns"), part("acts"), part("fix"), part("said"));
        set(&said, &[("role", "status")]);
        let mut buttons = Vec::new();
        let mut button = |parent: &Element, key: &str| {
            let button = host.add(parent, "button", "", &words.get(key));
            set(&button, &[("type", "button")]);
            buttons.extend(Act::mark(&button, key).map(|act| (act, button.clone())));
            button
        };
        let arrow = |button: HtmlElement, text: &str| {
            set(&button, &[("aria-label", &button.text_content().unwrap_or_default())]);
            button.set_text_content(Some(text));
        };
        arrow(button(&turns, "card_previous"), "‹");
        let place = host.add(&turns, "span", "", "");
        arrow(button(&turns, "card_next"), "›");
        for key in ["card_copy", "card_link", "card_wrong", "card_undo"] {
            button(&acts, key);
        }
        button(&form, "card_hide");
        let label = host.add(&form, "label", "", &words.get("card_speaker"));
        let field: HtmlInputElement = host.add(&label, "input", "", "").unchecked_into();
        set(&field, &[("list", NAMES), ("autocomplete", "off"), ("maxlength", "120"), ("dir", "auto")]);
        let names = host.add(&form, "datalist", "", "");
        names.set_id(NAMES);
        button(&form, "card_save");
        let (put, aloud) = (Cell::new((0.0, 0.0)), RefCell::default());
        Self { element: element.unchecked_into(), tale, turns, place, form, field, names, said, buttons, put, aloud }
    }

    /// Tells of `statement`, which is one of its speaker's, as `turn` has it: which and of how many.
    pub fn fill(&self, host: &Host, statement: &Statement, (turn, all): (usize, usize), words: &Words) {
        tell(host, &self.tale, statement, words);
        self.place.set_text_content(Some(&words.with("card_place", &[&turn.to_string(), &all.to_string()])));
        self.turns.set_hidden(all < 2);
        self.form.set_hidden(true);
        self.said.set_text_content(None);
        self.element.set_scroll_top(0);
        for (act, button) in &self.buttons {
            match act {
                Act::Wrong => button.set_hidden(statement.fix.is_some()),
                Act::Undo => button.set_hidden(statement.fix.is_none()),
                _ => {}
            }
        }
        self.press(false);
        let children = self.tale.children();
        let told = (0..children.length()).filter_map(|i| children.item(i)?.text_content());
        let mut told: Vec<String> = told.collect();
        if all > 1 {
            told.extend(self.place.text_content());
        }
        *self.aloud.borrow_mut() = told.join(". ");
    }

    /// Draws it dark or light.
    pub fn set_theme(&self, dark: bool) {
        self.element.set_class_name(if dark { "card dark" } else { "card light" });
    }

    /// What it says to those who hear it.
    pub fn aloud(&self) -> String {
        self.aloud.borrow().clone()
    }

    /// Shows the card close to `whole` without covering it, else close to `line`, all within `window`; whether it
    /// stands elsewhere than before.
    pub fn show(&self, whole: Rect, line: Rect, window: Rect) -> bool {
        let (style, scrolled) = (self.element.style(), self.element.scroll_top());
        // One that is shown already can be shown again.
        let shown = !self.element.matches(":popover-open").unwrap_or(false) && self.element.show_popover().is_ok();
        let _ = style.remove_property("max-height");
        let size = self.element.get_bounding_client_rect();
        let (left, top, height) = place((size.width(), size.height()), whole, line, window);
        let _ = style.set_property("max-height", &pixels(height));
        Host::put(&self.element, left, top);
        self.element.set_scroll_top(scrolled);
        self.put.replace((left, top)) != (left, top) || shown
    }

    /// Hides it.
    pub fn hide(&self) {
        let _ = self.element.hide_popover();
    }

    /// Says how something that was asked for went.
    pub fn say(&self, text: &str) {
        self.said.set_text_content(Some(text));
        self.scroll_down();
    }

    /// Brings its end into sight where it is longer than there is room.
    pub fn scroll_down(&self) {
        self.element.set_scroll_top(self.element.scroll_height());
    }

    /// Shows what can be corrected, with `names` to choose from, or no longer shows it.
    pub fn correct(&self, host: &Host, names: impl Iterator<Item = String>) {
        let open = !self.correcting();
        self.form.set_hidden(!open);
        self.press(open);
        self.field.set_value("");
        self.names.set_text_content(None);
        for name in names {
            set(&host.add(&self.names, "option", "", ""), &[("value", &name)]);
        }
    }

    /// Whether it shows what can be corrected.
    pub fn correcting(&self) -> bool {
        !self.form.hidden()
    }

    fn press(&self, open: bool) {
        let wrong = self.buttons.iter().filter(|(act, _)| *act == Act::Wrong);
        wrong.for_each(|(_, button)| set(button, &[("aria-expanded", if open { "true" } else { "false" })]));
    }

    /// The name that was put in.
    pub fn name(&self) -> String {
        self.field.value()
    }

    /// Moves the keyboard to the card; the page stays where it is.
    pub fn focus(&self) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.element.focus_with_options(&options);
    }

    /// Whether `element` is the card or in it.
    pub fn holds(element: &Element) -> bool {
        element.closest(".card").is_ok_and(|card| card.is_some())
    }

    /// Whether `element` is what the keyboard reaches first in the card, or last where that is asked for.
    pub fn ends(element: &Element, last: bool) -> bool {
        let Ok(Some(card)) = element.closest(".card") else { return false };
        let Ok(all) = card.query_selector_all("button, input") else { return false };
        let all = (0..all.length()).filter_map(|i| all.item(i)?.dyn_into::<Element>().ok());
        let mut reached = all.filter(|one| one.get_client_rects().length() > 0);
        let end = if last { reached.next_back() } else { reached.next() };
        end.is_none_or(|end| end == *element) || (!last && card == *element)
    }
}

fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
}
