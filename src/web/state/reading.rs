//! Reading and drawing in slices, and again where the page has changed.

use super::{State, Tell};
use crate::web::{
    desk::Event,
    events::{Sizes, now},
    listen::watch,
    sight::{self, Missed, Nothing, Sight, Task},
    slices::{Work, in_turn},
    view::{Place, View},
};
use web_sys::{Document, Element, ShadowRoot};

/// Milliseconds before labels are placed anew.
const SETTLE: f64 = 120.0;
/// Milliseconds between a change of the page and the next reading.
const REREAD: f64 = 400.0;
/// The page is read again no sooner than after this many times what a reading took, and labels are placed anew no
/// sooner than after as many times what that took: under 2 % of the time goes into each.
const REST_OF_TIME: f64 = 50.0;
/// Milliseconds that a reading is put off at the most.
const LONGEST_REST: f64 = 8000.0;

impl State {
    /// Has the page read again before long, unless nobody sees it or it is being read.
    pub(super) fn soon(&mut self) {
        self.stale = true;
        if self.reread.is_none() && self.reading.is_none() && !self.document.hidden() {
            let wait = rest(self.last).max(REREAD);
            self.reread = Some(self.later(wait, Event::Due));
        }
    }

    pub(super) fn settle(&mut self) {
        if self.settle.is_none() && self.view.is_ok() && !self.document.hidden() {
            self.settle = Some(self.later(rest(self.placed).max(SETTLE), Event::Settled));
        }
    }

    pub(super) fn arrange(&mut self) {
        self.arranging = self.view.as_ref().ok().map(|view| view.arrange(self.repaint));
        self.placed.1 = 0.0;
        self.wait();
    }

    /// Begins to read the page.
    pub(super) fn read(&mut self) {
        self.stale = false;
        let task = Task {
            document: self.document.clone(),
            whole: self.whole.clone(),
            engine: self.engine.clone(),
            memo: self.memo.clone(),
            words: self.words.clone(),
            drawn: self.view.as_ref().ok().map(View::drawn),
            overlay: self.view.as_ref().ok().map(|view| view.overlay.clone()),
        };
        self.last.1 = 0.0;
        // What changes meanwhile must be seen.
        let roots = self.view.as_ref().map_or_else(|_| Vec::new(), View::roots);
        self.look_out(&roots);
        self.reading = Some(Work::new(move |pace| sight::look(task, pace)));
        self.wait();
    }

    /// Has the next slice of work done when the browser has had its turn. Of a page that nobody sees only what was
    /// asked for is done.
    pub(super) fn wait(&mut self) {
        let drawing = (self.reading.is_some() || self.arranging.is_some()) && !self.document.hidden();
        if !self.waits && (drawing || self.exporting.is_some()) {
            self.waits = true;
            let sender = self.sender.clone();
            in_turn(move || sender.send(Event::Turn));
        }
    }

    /// Does one slice of the work at hand; returns whom to tell that the page was read.
    pub(super) fn slice(&mut self) -> Option<Tell> {
        let began = now();
        let mut tell = None;
        if let Some((exporting, answer)) = &mut self.exporting {
            if let Some(text) = exporting.go_on() {
                answer.give(&text);
                self.exporting = None;
            }
        } else if let Some(reading) = &mut self.reading {
            if let Some(seen) = reading.go_on() {
                self.reading = None;
                let fresh = self.take(seen);
                tell = self.changed.clone().map(|whom| (whom, fresh.into()));
            }
            self.last = (now(), self.last.1 + now() - began);
        } else if let Some(arranging) = &mut self.arranging {
            if let Some(arranged) = arranging.go_on() {
                self.arranging = None;
                self.repaint = false;
                if let Ok(view) = &mut self.view {
                    view.arranged(&self.document, arranged, &self.sender);
                }
            }
            self.placed = (now(), self.placed.1 + now() - began);
        }
        let took = now() - began;
        self.spent += took;
        self.longest = self.longest.max(took);
        self.wait();
        tell
    }

    /// Draws what was seen; whether that is another article, or the same with other quotations outside it.
    fn take(&mut self, seen: Result<Sight, Missed>) -> bool {
        let mut fresh = false;
        match seen {
            Ok(sight) => {
                let anew = sight.labels.is_some();
                fresh = anew || self.view.as_ref().is_ok_and(|view| view.outside != sight.outside);
                let roots = sight.reading.roots.clone();
                let last = std::mem::replace(&mut self.view, Err(Nothing::Unread)).ok();
                let place = match &last {
                    Some(last) if anew => last.place(self.current, &sight.statements),
                    last => Place { open: last.as_ref().and_then(View::open), current: self.current, label: None },
                };
                self.current = place.current;
                self.arranging = None; // it holds the labels that go
                let view = View::new(&self.document, sight, last, &place, self.look, &self.sender);
                self.view = view.map_err(|_| Nothing::NoArticle);
                self.look_out(&roots);
                if self.correct() || anew {
                    self.arrange()
                } else {
                    self.settle()
                }
                if let Ok(view) = &mut self.view
                    && anew
                {
                    view.renew(&self.document, &self.words);
                }
            }
            Err(Missed::Nothing(nothing)) => {
                self.view = Err(nothing);
                self.current = None;
                self.arranging = None;
                self.look_out(&[]);
            }
            Err(Missed::Torn) => self.stale = true,
        }
        if self.stale {
            self.soon();
        }
        fresh
    }

    /// Watches the article and what is around it; where there is none, all of the page.
    fn look_out(&mut self, roots: &[ShadowRoot]) {
        let scope = self.view.as_ref().ok().map(|view| view.scope.clone());
        let scope = scope.or_else(|| page(&self.document, self.whole.as_ref()));
        let Some(scope) = scope else { return };
        if let Ok(watched) = watch(&scope, roots, &self.sender) {
            self.watched = watched;
        }
        let sender = self.sender.clone();
        let grown = || Sizes::new(&[scope], move || sender.send(Event::Changed)).ok();
        self.grown = if self.view.is_err() { grown() } else { None };
    }
}

/// All of a page, which may have no body for a while: pages throw it out for another one.
pub(super) fn page(document: &Document, whole: Option<&Element>) -> Option<Element> {
    let body = || document.body().map(Element::from);
    whole.cloned().or_else(body).or_else(|| document.document_element())
}

/// Milliseconds until work that ended and took as long may be done again.
fn rest((ended, took): (f64, f64)) -> f64 {
    (ended + (took * REST_OF_TIME).min(LONGEST_REST) - now()).max(0.0)
}
