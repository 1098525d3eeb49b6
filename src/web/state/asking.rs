//! What the reader asks of a card, and of a session about a statement.

use super::{State, Tell};
use crate::web::{
    act::Act,
    clipboard::copy,
    correction::{self, tidy},
    desk::Event,
    notice::Notice,
    passage::{citation, passage_link},
    plain,
    theme::is_dark,
};

impl State {
    /// Opens the card of a statement because it was asked for.
    pub(super) fn open(&mut self, index: usize) {
        self.leave = None;
        if let Ok(view) = &mut self.view {
            self.current = Some(index);
            view.ask(index, &self.words);
        }
    }

    /// Closes the card.
    pub(super) fn close(&mut self) {
        self.leave = None;
        self.view.iter_mut().for_each(super::View::hide);
    }

    /// Goes out of the card with the keyboard, `back` to its label or on to the next that is shown.
    pub(super) fn leave(&mut self, back: bool) {
        let Ok(view) = &self.view else { return };
        let Some(open) = view.open() else { return };
        let on = (open + 1..view.len()).find(|&index| view.shows(index));
        let index = if back { open } else { on.unwrap_or(open) };
        if view.shows(index) { view.labels.focus(index) } else { self.close() }
    }

    /// Opens the card of the statement that was looked at last, or of the first, and moves the keyboard there.
    pub fn card(&mut self) {
        let Ok(view) = &self.view else { return };
        let last = self.current.or(view.open()).filter(|&index| view.shows(index));
        let Some(index) = last.or_else(|| (0..view.len()).find(|&index| view.shows(index))) else { return };
        view.reveal(&self.document, index);
        self.open(index);
        if let Ok(view) = &self.view {
            view.overlay.card.focus();
        }
    }

    /// Opens the card of the statement that is selected in the page; where there is none, says so and is false.
    pub fn who(&mut self) -> bool {
        let selected = self.view.as_ref().ok().and_then(|view| view.selected());
        if let Some(index) = selected {
            self.open(index);
        } else {
            let page = self.document.body().is_some_and(|body| is_dark(&body));
            let sender = self.sender.clone();
            let gone = move || sender.send(Event::Noticed);
            let dark = self.look.dark.unwrap_or(page);
            self.notice = Notice::new(&self.document, &self.words, "card_unknown", dark, gone).ok();
        }
        selected.is_some()
    }

    /// Does what a button of the card is for.
    pub(super) fn act(&mut self, act: Act, keyboard: bool) -> Option<Tell> {
        let Ok(view) = &self.view else { return None };
        let index = view.open()?;
        if !keyboard && view.sudden() {
            return None;
        }
        match act {
            Act::Previous | Act::Next => {
                let same = view.same(index);
                let at = same.iter().position(|&other| other == index)?;
                let to = if act == Act::Next { at + 1 } else { at + same.len() - 1 };
                let to = same[to % same.len()];
                view.reveal(&self.document, to);
                self.open(to);
            }
            Act::Copy => self.put(citation(view, index, &self.words)),
            Act::Link => self.put(passage_link(view, index)),
            Act::Wrong => {
                let names = view.annotations.speakers.iter().map(|speaker| speaker.name.clone());
                view.overlay.card.correct(&view.overlay.host, names);
                self.open(index); // it is larger now
                self.view.iter().for_each(|view| view.overlay.card.scroll_down());
            }
            Act::Hide => return self.amend(index, Some(None)),
            Act::Name => {
                let name = tidy(&view.overlay.card.name());
                return if name.is_empty() { None } else { self.amend(index, Some(Some(name))) };
            }
            Act::Undo => return self.amend(index, None),
        }
        None
    }

    fn put(&self, text: String) {
        let sender = self.sender.clone();
        copy(&self.document, text, move |done| sender.send(Event::Copied(done)));
    }

    /// Says whether something was copied.
    pub(super) fn copied(&self, done: bool) {
        if let Ok(view) = &self.view {
            view.overlay.card.say(&self.words.get(if done { "card_copied" } else { "card_not_copied" }));
        }
    }

    /// Takes a correction of a statement, its new name or that it is hidden, or takes the last one back; whom to tell.
    fn amend(&mut self, index: usize, correction: Option<Option<String>>) -> Option<Tell> {
        let Ok(view) = &self.view else { return None };
        let stands = correction.is_some();
        let new = correction::of(view.statements(), index, correction.flatten());
        let tell = self.corrected.clone().map(|whom| (whom, plain(&(&new, stands))));
        self.corrections.retain(|old| (&old.words, old.nth) != (&new.words, new.nth));
        self.corrections.extend(stands.then_some(new));
        self.correct();
        self.arrange();
        tell
    }

    /// Has the corrections drawn; whether anything is to be arranged for it.
    pub(super) fn correct(&mut self) -> bool {
        self.arranging = None; // it holds the statements
        let Ok(view) = &mut self.view else { return false };
        let changed = view.correct(&self.corrections, &self.words);
        self.repaint |= changed;
        changed
    }
}
