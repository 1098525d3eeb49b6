//! What the card's buttons do.

use web_sys::Element;

/// Names an act on its button.
const NAME: &str = "data-act";

/// What the reader can do about a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// To the speaker's statement before this one.
    Previous,
    /// To the speaker's statement after this one.
    Next,
    /// The statement to the clipboard.
    Copy,
    /// A link to it to the clipboard.
    Link,
    /// Show what can be corrected, or no longer.
    Wrong,
    /// No label for it on this page.
    Hide,
    /// Take the name that was put in for its speaker.
    Name,
    /// Take the correction back.
    Undo,
}

impl Act {
    /// Every act, by the message that tells of it.
    const ALL: [(&str, Act); 8] = [
        ("card_previous", Act::Previous),
        ("card_next", Act::Next),
        ("card_copy", Act::Copy),
        ("card_link", Act::Link),
        ("card_wrong", Act::Wrong),
        ("card_undo", Act::Undo),
        ("card_hide", Act::Hide),
        ("card_save", Act::Name),
    ];

    fn named(key: &str) -> Option<Act> {
        Act::ALL.iter().find(|(name, _)| *name == key).map(|(_, act)| *act)
    }

    /// Makes `button` one for the act that the message `key` tells of.
    pub fn mark(button: &Element, key: &str) -> Option<Act> {
        let _ = button.set_attribute(NAME, key);
        Act::named(key)
    }

    /// The act whose button `element` is or is in.
    pub fn of(element: &Element) -> Option<Act> {
        Act::named(&element.closest("button").ok().flatten()?.get_attribute(NAME)?)
    }
}
