//! Where everything that happens arrives, one thing at a time.

use super::{act::Act, events::Stop, state::State};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::{Rc, Weak},
};
use wasm_bindgen::JsValue;

/// What happens to a session.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    /// The page's text changed.
    Changed,
    /// It is time to read the page again.
    Due,
    /// It is time for the next slice of work.
    Turn,
    /// The page's root or body has other attributes.
    Dressed,
    /// It is time to see whether the page has turned dark or light by that.
    Looked,
    /// Something in the page has another size or place.
    Moved,
    /// Words have come near the window or gone.
    Neared,
    /// It is time to place the labels anew.
    Settled,
    /// Something scrolled; whether it was a box within the page.
    Scrolled(bool),
    /// The page came into sight again.
    Shown,
    /// The pointer is at a point of the window.
    Pointer(f64, f64),
    /// The pointer has rested.
    Rested,
    /// A statement that was pointed out has been so for long enough.
    Faded,
    /// The pointer was away from card and words for a while.
    Away,
    /// A finger touched a point of the window.
    Tapped(f64, f64),
    /// The keyboard reached the label of a statement.
    Focused(usize),
    /// The label of a statement was pressed, by keyboard or not.
    Chosen(usize, bool),
    /// A button of the card was pressed, by keyboard or not.
    Pressed(Act, bool),
    /// The keyboard goes out of the card by one of its ends; whether back to its label.
    Left(bool),
    /// The keyboard left labels and card.
    Blurred,
    /// What was to be copied was, or could not be.
    Copied(bool),
    /// A notice was seen for long enough.
    Noticed,
    /// Escape was pressed.
    Escaped,
}

thread_local! {
    /// Set once the engine has failed: nothing is handled from then on.
    static DEAD: Cell<bool> = const { Cell::new(false) };
}

/// Ends all handling for good, and hears of nothing any more.
pub fn shut() {
    DEAD.set(true);
    Stop::all();
}

/// Holds the state and hands it one event after another, also those that come while one is being handled.
pub struct Desk {
    /// `None` only while it is made.
    state: RefCell<Option<State>>,
    waiting: RefCell<VecDeque<Event>>,
}

/// Sends events to a desk for as long as it is there.
#[derive(Clone)]
pub struct Sender(Weak<Desk>);

impl Desk {
    /// A desk with the state that `state` makes, given the desk's sender.
    pub fn new<E>(state: impl FnOnce(Sender) -> Result<State, E>) -> Result<Rc<Self>, E> {
        let desk = Rc::new(Self { state: RefCell::new(None), waiting: RefCell::default() });
        let made = state(Sender(Rc::downgrade(&desk)))?;
        *desk.state.borrow_mut() = Some(made);
        desk.work();
        Ok(desk)
    }

    /// Does something with the state, and then handles what happened meanwhile.
    pub fn with<T>(&self, action: impl FnOnce(&mut State) -> T) -> Option<T> {
        let result = self.state.borrow_mut().as_mut().map(action);
        self.work();
        result
    }

    fn work(&self) {
        loop {
            let Ok(mut state) = self.state.try_borrow_mut() else { return };
            let Some(state_now) = state.as_mut() else { return };
            let Some(event) = self.waiting.borrow_mut().pop_front() else { return };
            let tell = state_now.handle(event);
            drop(state);
            if let Some((whom, what)) = tell {
                // What the listener throws is its own affair.
                let _ = whom.call1(&JsValue::NULL, &what);
            }
        }
    }
}

impl Sender {
    /// Hands `event` over.
    pub fn send(&self, event: Event) {
        if DEAD.get() {
            return;
        }
        if let Some(desk) = self.0.upgrade() {
            desk.waiting.borrow_mut().push_back(event);
            desk.work();
        }
    }
}
