//! What a session knows, and what it does when something happens.

mod asking;
mod pointing;
mod reading;

use super::{
    correction::{self, Correction},
    desk::{Event, Sender},
    events::{Listener, Mutations, Sizes, Timer},
    export::{self, Answer, Format},
    listen::{listen, watch},
    look::Look,
    notice::Notice,
    options::{Options, Words},
    paint::Painting,
    sight::{Missed, Nothing, Sight},
    slices::Work,
    view::{Arranged, View},
};
use crate::{Engine, Memo};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// Milliseconds that the pointer rests before a card opens.
const REST: f64 = 140.0;
/// Milliseconds from a change of the page's root until it is seen whether that made it dark or light: pages take their
/// time, and many change their root with every scroll.
const DRESSING: f64 = 500.0;
/// Milliseconds for which a statement that somebody went to is set off.
const FLASH: f64 = 1800.0;
/// Whom to tell, and what.
pub type Tell = (Function, JsValue);

/// The state of a session.
pub struct State {
    /// What is drawn, or why nothing is.
    pub view: Result<View, Nothing>,
    /// Milliseconds of work on the page's thread so far.
    pub spent: f64,
    /// The longest stretch of it without a rest, in milliseconds.
    pub longest: f64,
    engine: Rc<Engine>,
    memo: Rc<Memo>,
    sender: Sender,
    document: Document,
    whole: Option<Element>,
    words: Words,
    look: Look,
    corrections: Vec<Correction>,
    changed: Option<Function>,
    corrected: Option<Function>,
    /// When the last reading ended, and what it took.
    last: (f64, f64),
    /// The page has changed since the reading at hand, or the last one, began.
    stale: bool,
    reading: Option<Work<Result<Sight, Missed>>>,
    arranging: Option<Work<Arranged>>,
    /// The statements look otherwise than they are painted.
    repaint: bool,
    /// What somebody asked to have as text, and who.
    exporting: Option<(Work<String>, Answer)>,
    /// When labels were placed last, and what that took.
    placed: (f64, f64),
    /// A slice is to come.
    waits: bool,
    pointer: (f64, f64),
    checked: (f64, f64),
    current: Option<usize>,
    reread: Option<Timer>,
    settle: Option<Timer>,
    dressed: Option<Timer>,
    rest: Option<Timer>,
    leave: Option<Timer>,
    /// What somebody went to.
    flash: Option<(Painting, Timer)>,
    notice: Option<Notice>,
    watched: Mutations,
    /// Tells of a page without an article that something in it came into sight.
    grown: Option<Sizes>,
    _heard: Vec<Listener>,
}

impl State {
    /// Reads the page of `document` and draws what is found.
    pub fn new(document: Document, engine: Rc<Engine>, options: &Options, sender: Sender) -> Result<Self, JsValue> {
        let whole = options.whole();
        let root = reading::page(&document, whole.as_ref()).ok_or("a page without an element")?;
        let mut state = Self {
            view: Err(Nothing::Unread),
            spent: 0.0,
            longest: 0.0,
            watched: watch(&root, &[], &sender)?,
            grown: None,
            _heard: listen(&document, &sender),
            engine,
            memo: Rc::default(),
            sender,
            document,
            whole,
            words: Words::new(options),
            look: Look::new(options.look().as_ref()),
            corrections: correction::read(options.corrections()),
            changed: options.changed(),
            corrected: options.corrected(),
            last: (0.0, 0.0),
            stale: false,
            reading: None,
            arranging: None,
            exporting: None,
            repaint: false,
            placed: (0.0, 0.0),
            waits: false,
            pointer: (-1.0, -1.0),
            checked: (-1.0, -1.0),
            current: None,
            reread: None,
            settle: None,
            dressed: None,
            rest: None,
            leave: None,
            flash: None,
            notice: None,
        };
        state.read();
        Ok(state)
    }

    /// Looks otherwise from now on.
    pub fn set_look(&mut self, look: Look) {
        self.look = look;
        self.view.iter_mut().for_each(|view| view.set_look(look));
        self.arrange();
    }

    /// Goes to the next (1) or previous (-1) statement that is shown, round and round.
    pub fn step(&mut self, by: isize) {
        let Ok(view) = &self.view else { return };
        let count = view.len() as isize;
        let from = self.current.map_or(if by > 0 { -1 } else { 0 }, |current| current as isize);
        let mut steps = (1..=count).map(|step| (from + by * step).rem_euclid(count) as usize);
        if let Some(index) = steps.find(|&index| view.shows(index)) {
            self.current = Some(index);
            view.visit(&self.document, index);
        }
    }

    /// Goes to a statement and sets it off for a moment.
    pub fn go(&mut self, index: usize) {
        self.flash = None; // the old paint goes before the new comes
        let painting = self.view.as_ref().ok().and_then(|view| view.point_out(&self.document, index));
        self.flash = painting.map(|painting| (painting, self.later(FLASH, Event::Faded)));
    }

    /// Has all that is found told as text.
    pub fn export(&mut self, format: Format, answer: Answer) {
        let Ok(view) = &self.view else { return };
        let (page, article, words) = (view.page(), view.article.clone(), self.words.clone());
        let document = self.document.clone();
        let work = Work::new(move |pace| export::text(document, page, article, words, format, pace));
        self.exporting = Some((work, answer));
        self.wait();
    }

    /// Does what `event` asks for; returns whom to tell of what.
    pub fn handle(&mut self, event: Event) -> Option<Tell> {
        match event {
            Event::Changed => self.soon(),
            Event::Shown => {
                self.wait();
                self.settle();
                if self.stale {
                    self.soon();
                }
            }
            Event::Due => {
                self.reread = None;
                self.read();
            }
            Event::Turn => {
                self.waits = false;
                return self.slice();
            }
            Event::Dressed => self.dressed = Some(self.later(DRESSING, Event::Looked)),
            Event::Looked => {
                self.dressed = None;
                if self.view.as_mut().is_ok_and(|view| view.look_again(&self.document, &self.sender)) {
                    // As seldom as labels are placed anew: a page may turn back and forth without end.
                    self.arranging = None;
                    self.repaint = true;
                    self.settle();
                }
            }
            Event::Moved => self.settle(),
            Event::Neared => self.view.iter_mut().for_each(View::keep_near),
            Event::Settled => {
                self.settle = None;
                self.arrange();
            }
            Event::Scrolled(inner) => {
                let Ok(view) = &mut self.view else { return None };
                view.follow(&self.document, &self.words);
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
            Event::Faded => self.flash = None,
            Event::Away => self.close(),
            Event::Tapped(x, y) => self.tapped((x, y)),
            Event::Focused(index) => self.open(index),
            Event::Chosen(index, keyboard) => {
                self.open(index);
                if keyboard && let Ok(view) = &self.view {
                    view.overlay.card.focus();
                }
            }
            Event::Pressed(act, keyboard) => return self.act(act, keyboard),
            Event::Left(back) => self.leave(back),
            Event::Copied(done) => self.copied(done),
            Event::Noticed => self.notice = None,
            Event::Escaped => match &self.view {
                Ok(view) if view.overlay.within() => self.leave(true),
                _ => self.close(),
            },
            Event::Blurred => self.close(),
        }
        None
    }

    fn later(&self, wait: f64, event: Event) -> Timer {
        let sender = self.sender.clone();
        Timer::after(wait, move || sender.send(event))
    }
}
