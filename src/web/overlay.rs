//! What stands in the overlay for one article: its labels and its card.

use super::{
    card::Card,
    desk::{Event, Sender},
    events::Listener,
    host::Host,
    label::Labels,
    options::Words,
    statement::Statement,
};
use crate::pace::Pace;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FocusEvent};

/// Labels and card in their host; dropped, they are gone from the page.
pub struct Overlay {
    /// Where they stand.
    pub host: Host,
    /// The card of the statement that is looked at.
    pub card: Card,
    /// A label for each statement.
    pub labels: Labels,
}

impl Overlay {
    /// Labels for `statements`, not yet in the page.
    pub async fn new(
        document: &Document,
        statements: &[Statement],
        words: &Words,
        dark: bool,
        pace: &Pace,
    ) -> Result<Self, JsValue> {
        let host = Host::new(document)?;
        host.set_theme(dark);
        let card = Card::new(&host);
        let labels = Labels::new(&host, statements, words, pace).await;
        Ok(Self { host, card, labels })
    }

    /// Tells `sender` which label the keyboard reaches and leaves.
    pub fn listen(&self, sender: &Sender) -> [Listener; 2] {
        let to = sender.clone();
        let focused = Listener::new(&self.host.root, "focusin", move |event| {
            let target = event.target().map(|target| target.unchecked_into::<Element>());
            if let Some(index) = target.and_then(|target| Labels::statement(&target)) {
                to.send(Event::Focused(index));
            }
        });
        let to = sender.clone();
        let blurred = Listener::new(&self.host.root, "focusout", move |event| {
            let next = event.unchecked_ref::<FocusEvent>().related_target();
            if next.is_none_or(|next| !Card::is(next.unchecked_ref())) {
                to.send(Event::Blurred);
            }
        });
        [focused, blurred]
    }
}
