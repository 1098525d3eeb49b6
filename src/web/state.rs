//! What a session knows, and what it does when something happens.

use super::{
    desk::{Event, Sender},
    events::{Listener, Mutations, Timer, now},
    listen::{listen, watch},
    options::{Options, Words},
    read,
    view::{OnCard, View},
};
use crate::{
    Engine, article,
    pace::{self, Pace},
};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// Milliseconds that the pointer rests before a card opens.
const REST: f64 = 140.0;
/// Milliseconds that the pointer may take from the words to the card.
const LEAVE: f64 = 320.0;
/// Milliseconds before labels are placed anew.
const SETTLE: f64 = 120.0;
/// Milliseconds between a change of the page and the next reading.
const REREAD: f64 = 400.0;
/// The page is read again no sooner than after this many times what a reading takes: under 2 % of the time goes there.
const REST_OF_TIME: f64 = 50.0;

/// Why there is nothing to see.
#[derive(Clone, Copy)]
pub enum Nothing {
    /// No article was found in the page.
    NoArticle,
    /// The article quotes nobody.
    NoQuotations,
    /// The page is too large to be read.
    TooLarge,
}

/// How an article came to be drawn.
enum Drawn {
    /// It was not there before.
    Anew,
    /// It had been drawn; its words may have moved.
    Before,
}

/// The state of a session.
pub struct State {
    /// What is drawn, or why nothing is.
    pub view: Result<View, Nothing>,
    /// Milliseconds of work on the page's thread so far.
    pub spent: f64,
    engine: Rc<Engine>,
    sender: Sender,
    document: Document,
    whole: Option<Element>,
    words: Words,
    auto: bool,
    changed: Option<Function>,
    /// When the last reading ended, and what it took.
    last: (f64, f64),
    stale: bool,
    pointer: (f64, f64),
    checked: (f64, f64),
    current: Option<usize>,
    reread: Option<Timer>,
    settle: Option<Timer>,
    rest: Option<Timer>,
    leave: Option<Timer>,
    watched: Mutations,
    _heard: Vec<Listener>,
}

impl State {
    /// Reads the page of `document` and draws what is found.
    pub fn new(document: Document, engine: Rc<Engine>, options: &Options, sender: Sender) -> Result<Self, JsValue> {
        let whole = options.whole();
        let root = whole.clone().or_else(|| document.body().map(Element::from)).ok_or("a page without a body")?;
        let mut state = Self {
            view: Err(Nothing::NoArticle),
            spent: 0.0,
            watched: watch(&root, &sender)?,
            _heard: listen(&document, &sender),
            engine,
            sender,
            document,
            whole,
            words: Words::new(options),
            auto: options.labels().as_deref() != Some("hover"),
            changed: options.changed(),
            last: (0.0, 0.0),
            stale: false,
            pointer: (-1.0, -1.0),
            checked: (-1.0, -1.0),
            current: None,
            reread: None,
            settle: None,
            rest: None,
            leave: None,
        };
        state.read();
        Ok(state)
    }

    /// Shows labels where there is room (`true`) or on hover and focus only.
    pub fn set_labels(&mut self, auto: bool) {
        self.auto = auto;
        self.arrange();
    }

    /// Goes to the next (1) or previous (-1) statement, round and round.
    pub fn step(&mut self, by: isize) {
        let Ok(view) = &self.view else { return };
        let count = view.len() as isize;
        if count == 0 {
            return;
        }
        let from = self.current.map_or(if by > 0 { -1 } else { 0 }, |current| current as isize);
        let index = (from + by).rem_euclid(count) as usize;
        self.current = Some(index);
        view.visit(index);
    }

    /// Does what `event` asks for; returns whom to tell that the page was read again.
    pub fn handle(&mut self, event: Event) -> Option<Function> {
        match event {
            Event::Changed => self.soon(),
            Event::Shown => {
                if self.stale {
                    self.soon();
                }
            }
            Event::Due => {
                self.reread = None;
                self.read();
                return self.changed.clone();
            }
            Event::Moved => self.settle(),
            Event::Settled => {
                self.settle = None;
                self.arrange();
            }
            Event::Scrolled(inner) => {
                let Ok(view) = &mut self.view else { return None };
                view.follow(&self.words);
                if inner || !view.lifted() {
                    self.settle();
                }
            }
            Event::Pointer(x, y) => {
                self.pointer = (x, y);
                if self.rest.is_none() && self.view.is_ok() {
                    self.rest = Some(self.later(REST, Event::Rested));
                }
            }
            Event::Rested => self.rested(),
            Event::Away => {
                self.leave = None;
                if let Ok(view) = &mut self.view {
                    view.hide();
                }
            }
            Event::Tapped(x, y) => self.tapped((x, y)),
            Event::Focused(index) => {
                self.current = Some(index);
                self.leave = None;
                if let Ok(view) = &mut self.view {
                    view.show(index, None, &self.words);
                }
            }
            Event::Blurred | Event::Escaped => {
                self.leave = None;
                if let Ok(view) = &mut self.view {
                    view.hide();
                }
            }
        }
        None
    }

    fn later(&self, wait: f64, event: Event) -> Timer {
        let sender = self.sender.clone();
        Timer::after(wait, move || sender.send(event))
    }

    /// Has the page read again before long, unless nobody sees it.
    fn soon(&mut self) {
        self.stale = true;
        if self.reread.is_none() && !self.document.hidden() {
            let (ended, took) = self.last;
            let wait = (ended + took * REST_OF_TIME - now()).max(REREAD);
            self.reread = Some(self.later(wait, Event::Due));
        }
    }

    fn settle(&mut self) {
        if self.settle.is_none() && self.view.is_ok() {
            self.settle = Some(self.later(SETTLE, Event::Settled));
        }
    }

    fn arrange(&mut self) {
        let began = now();
        if let Ok(view) = &self.view {
            view.arrange(self.auto);
        }
        self.spent += now() - began;
    }

    fn read(&mut self) {
        let began = now();
        self.stale = false;
        match self.look() {
            Ok(Drawn::Anew) => self.view.iter().for_each(|view| view.arrange(self.auto)),
            Ok(Drawn::Before) => self.settle(),
            Err(nothing) => self.view = Err(nothing),
        }
        let scope = self.view.as_ref().ok().map(|view| view.scope.clone()).or_else(|| self.root());
        if let Some(Ok(watched)) = scope.map(|scope| watch(&scope, &self.sender)) {
            self.watched = watched;
        }
        let ended = now();
        self.last = (ended, ended - began);
        self.spent += ended - began;
    }

    /// What is read.
    fn root(&self) -> Option<Element> {
        self.whole.clone().or_else(|| self.document.body().map(Element::from))
    }

    /// The one way through: page, article, annotations, drawing.
    fn look(&mut self) -> Result<Drawn, Nothing> {
        let root = self.root().ok_or(Nothing::NoArticle)?;
        let reading = read::read(&self.document, &root).map_err(|read::TooLarge| Nothing::TooLarge)?;
        let article = match &self.whole {
            Some(_) => pace::finish(article::whole(&reading.snapshot, &Pace::unhurried())),
            None => article::find(&reading.snapshot).map_err(|_| Nothing::NoArticle)?,
        };
        if let Ok(view) = &mut self.view
            && view.shows(&article)
        {
            view.renew(reading, article);
            return Ok(Drawn::Before);
        }
        let annotations = self.engine.annotate(&article);
        self.view = Err(Nothing::NoQuotations); // the old drawing goes before the new one comes
        self.current = None;
        if annotations.attributions.is_empty() && annotations.quotations.is_empty() {
            return Err(Nothing::NoQuotations);
        }
        let view = View::new(&self.document, reading, article, annotations, &self.words, &self.sender);
        self.view = Ok(view.map_err(|_| Nothing::NoQuotations)?);
        Ok(Drawn::Anew)
    }

    fn rested(&mut self) {
        self.rest = None;
        if self.pointer != self.checked {
            // Still on its way: look again when it has stood still.
            self.checked = self.pointer;
            self.rest = Some(self.later(REST, Event::Rested));
            return;
        }
        let Ok(view) = &mut self.view else { return };
        match view.at(&self.document, self.pointer) {
            Err(OnCard) => self.leave = None,
            Ok(Some((index, line))) if !selecting() => {
                self.leave = None;
                if view.open() != Some(index) {
                    view.show(index, Some(line), &self.words);
                }
            }
            Ok(_) if view.open().is_some() && self.leave.is_none() => {
                self.leave = Some(self.later(LEAVE, Event::Away));
            }
            Ok(_) => {}
        }
    }

    fn tapped(&mut self, point: (f64, f64)) {
        let Ok(view) = &mut self.view else { return };
        match view.at(&self.document, point) {
            Err(OnCard) => {}
            Ok(Some((index, line))) if view.open() != Some(index) => view.show(index, Some(line), &self.words),
            Ok(_) => view.hide(),
        }
    }
}

/// Whether the reader is marking text.
fn selecting() -> bool {
    super::events::window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
