//! Long work in a page, a slice at a time, with the browser's own work in between.

use super::{
    bind::{SCHEDULER, then},
    events::now,
};
use crate::pace::Pace;
use std::{
    cell::Cell,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

/// Longest slice in milliseconds: half a frame at 60 a second.
const SLICE: f64 = 8.0;

/// Work that comes to a `T`; dropped, it is given up.
pub struct Work<T> {
    doing: Pin<Box<dyn Future<Output = T>>>,
    /// When the slice at hand ends.
    until: Rc<Cell<f64>>,
}

impl<T> Work<T> {
    /// The work that `work` does at the pace that it is given. Nothing is done yet.
    pub fn new<F: Future<Output = T> + 'static>(work: impl FnOnce(Pace) -> F) -> Self {
        let until = Rc::new(Cell::new(0.0));
        let end = until.clone();
        Self { doing: Box::pin(work(Pace::new(move || now() >= end.get()))), until }
    }

    /// Does a slice of it; what it came to, once it is done.
    pub fn go_on(&mut self) -> Option<T> {
        self.until.set(now() + SLICE);
        match self.doing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }
}

/// Calls `next` after the browser has had its turn.
pub fn in_turn(next: impl FnOnce() + 'static) {
    let next = Closure::once_into_js(next);
    // Browsers of before 2025 have no scheduler, or one that cannot yield.
    let yielded = SCHEDULER.with(|scheduler| scheduler.as_ref().and_then(|scheduler| scheduler.give_way().ok()));
    match (yielded, MessageChannel::new()) {
        (Some(promise), _) => then(&promise, &next),
        (None, Ok(channel)) => {
            channel.port1().set_onmessage(Some(next.unchecked_ref()));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
        (None, Err(_)) => {}
    }
}
