//! Long work in slices: so that whoever runs it can turn to something else in between.
//!
//! The stages are `async`, and wait at [`Pace::rest`] between bounded pieces of work. Who has the time for all of it at
//! once takes [`Pace::unhurried`] and [`finish`]; the web layer polls until a slice is used up, and again in a later
//! one.

use std::{
    cell::Cell,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Work between two looks at the clock, in tokens that the slowest stage takes; others do many more in the time.
const LOOK: usize = 64;

/// When to pause.
pub struct Pace {
    /// Whether the slice is used up.
    tired: Option<Box<dyn Fn() -> bool>>,
    /// Done since the last look.
    done: Cell<usize>,
}

impl Pace {
    /// Never pauses.
    pub fn unhurried() -> Self {
        Self { tired: None, done: Cell::new(0) }
    }

    /// Pauses where `tired` says that the slice is used up.
    pub fn new(tired: impl Fn() -> bool + 'static) -> Self {
        Self { tired: Some(Box::new(tired)), done: Cell::new(0) }
    }

    /// To be waited for after work on as many tokens, or on anything that takes as long. Whether there was a pause.
    pub fn rest(&self, tokens: usize) -> Rest<'_> {
        Rest { pace: self, tokens, paused: false }
    }

    /// To be waited for between stages that take a few milliseconds of the largest article at most. Whether there was a
    /// pause.
    pub fn look(&self) -> Rest<'_> {
        self.rest(LOOK)
    }

    /// Whether to pause after work on as many more tokens.
    fn tired(&self, tokens: usize) -> bool {
        self.done.set(self.done.get() + tokens);
        if self.done.get() < LOOK {
            return false;
        }
        self.done.set(0);
        self.tired.as_ref().is_some_and(|tired| tired())
    }
}

/// A pause, or none.
pub struct Rest<'a> {
    pace: &'a Pace,
    tokens: usize,
    paused: bool,
}

impl Future for Rest<'_> {
    type Output = bool;

    // Awaited in many places: apart, it stands in the program once.
    #[inline(never)]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<bool> {
        if self.paused {
            return Poll::Ready(true);
        }
        self.paused = self.pace.tired(self.tokens);
        if self.paused { Poll::Pending } else { Poll::Ready(false) }
    }
}

/// What comes of `work`, done at once.
pub fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_where_the_slice_is_used_up() {
        let pace = Pace::new(|| true);
        let mut work = pin!(async {
            for _ in 0..10 * LOOK {
                pace.rest(1).await;
            }
        });
        let mut slices = 1;
        while work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
            slices += 1;
        }
        assert_eq!(slices, 11);
    }

    #[test]
    fn goes_on_to_the_end_where_nobody_hurries() {
        let pace = Pace::unhurried();
        assert!(!finish(async { pace.rest(1000).await }));
    }
}
