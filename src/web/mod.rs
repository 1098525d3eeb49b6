//! The only place that knows a browser: reads the page, paints the labels.
//!
//! ```text
//! walk · read ──▶ article::find ──▶ annotate ──▶ statement + anchor ──▶ paint · label · card
//!   ▲                        (sight, in slices)                           │
//!   └──────────── state: what happens in the page ◀── desk ◀──────────────┘
//! ```
//!
//! Everything up to the finished drawing is one piece of work, `sight`, done in slices of half a frame with the
//! browser's turns in between; a change of the page meanwhile has it done again. Pages that nobody sees are not worked
//! on.
//!
//! A [`Session`] is all that the outside sees. The extension's loader makes one for a page; any page may make one for
//! an element of its own:
//!
//! ```js
//! import start, { Engine, Session } from "./engine.js";
//! await start({ module_or_path: "hearsay.wasm" });
//! const weights = await fetch("hearsay.weights").then((answer) => answer.bytes());
//! const engine = new Engine(weights);
//! engine.annotate("“No,” Lee said."); // { quotations, reports, credits }
//! const session = new Session(engine, { word: (key, values) => …, whole: document.querySelector("article") });
//! session.status();       // { state, reason, quotations, reports, speakers, credits, main_thread_ms, … }
//! session.annotations();  // { quotations, reports, credits }
//! session.set_look({ reports: false, theme: "dark" });
//! session.panel();        // sources and statements; see `export::overview`
//! session.go(3);          // scrolls to the statement with that `index` of the panel, and sets it off for a moment
//! await session.export("jsonld"); // text: "jsonld", "csv" or "markdown"; null where there is nothing
//! session.free();         // everything is gone from the page
//! ```
//!
//! The page needs `highlights.css` too. What `word` must know stands in `_locales/en/messages.json`. A text that stands
//! in no page is for `engine.annotate`.

mod act;
mod anchor;
mod bars;
mod bind;
mod card;
mod clipboard;
mod correction;
mod desk;
mod engine;
mod events;
mod export;
mod head;
mod hit;
mod host;
mod kinds;
mod label;
mod layout;
mod listen;
mod look;
mod near;
mod notice;
mod options;
mod overlay;
mod paint;
mod passage;
mod read;
mod sheets;
mod sight;
mod slices;
mod state;
mod statement;
mod tale;
mod theme;
mod view;
mod walk;

use crate::{
    annotation::{Form, QuotationKind},
    article::{BlockKind, Credits},
    export::rows,
};
use desk::Desk;
use engine::Engine;
use export::{Answer, Format};
use look::{Look, Told};
use options::Options;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use sight::Nothing;
use state::State;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// An article in the page, with everything that is drawn over it. Freed, it leaves the page as it was.
#[wasm_bindgen]
pub struct Session {
    desk: Rc<Desk>,
}

/// Ends all sessions for good, also one that failed in the middle of its work and can no longer be freed: nothing that
/// happens is handled any more, nor kept for later.
#[wasm_bindgen]
pub fn shut() {
    desk::shut();
}

/// What a session has found.
#[derive(Serialize)]
struct Status<'a> {
    /// `"loading"` until the page has been read, then `"on"`, or `"nothing"` where there is nothing to see.
    state: &'static str,
    /// Why there is nothing: `"no-article"`, `"not-english"`, `"no-quotations"` or `"too-large"`.
    reason: Option<&'static str>,
    /// Passages in quotation marks that somebody said.
    quotations: usize,
    /// Statements in the writer's words.
    reports: usize,
    /// Different speakers.
    speakers: usize,
    /// The article's own origin.
    credits: Option<&'a Credits>,
    /// How many quotations stand outside the article and have no label, by the sort of text, the most first.
    outside: &'a [(BlockKind, usize)],
    /// Milliseconds of work on the page's thread so far.
    main_thread_ms: f64,
    /// The longest stretch of it without a rest, in milliseconds.
    longest_task_ms: f64,
    /// Bytes of the engine's own memory.
    memory_bytes: usize,
}

#[wasm_bindgen]
impl Session {
    /// Has the page read, in slices, and drawn what is found. Throws where the page has no body.
    #[wasm_bindgen(constructor)]
    pub fn new(engine: &Engine, options: Options) -> Result<Session, JsValue> {
        let failed = options.failed();
        std::panic::set_hook(Box::new(move |info| {
            desk::shut();
            console_error_panic_hook::hook(info);
            if let Some(failed) = &failed {
                let _ = failed.call1(&JsValue::NULL, &info.to_string().into());
            }
        }));
        let document = events::window().document().ok_or("a window without a document")?;
        let desk = Desk::new(|sender| State::new(document, engine.core.clone(), &options, sender))?;
        Ok(Self { desk })
    }

    /// What was found, in numbers.
    pub fn status(&self) -> JsValue {
        self.desk
            .with(|state| {
                let mut status = Status {
                    state: "on",
                    reason: None,
                    quotations: 0,
                    reports: 0,
                    speakers: 0,
                    credits: None,
                    outside: &[],
                    main_thread_ms: state.spent,
                    longest_task_ms: state.longest,
                    memory_bytes: core::arch::wasm32::memory_size(0) << 16,
                };
                match &state.view {
                    Ok(view) => {
                        let found = &view.annotations;
                        status.quotations =
                            found.quotations.iter().filter(|q| q.kind == QuotationKind::Speech && !q.again).count();
                        status.reports =
                            found.attributions.iter().filter(|a| a.form == Form::Indirect && !a.attitude).count();
                        status.speakers = found.speakers.len();
                        status.credits = Some(&found.credits);
                        status.outside = &view.outside;
                    }
                    Err(nothing) => {
                        status.state = if matches!(nothing, Nothing::Unread) { "loading" } else { "nothing" };
                        status.reason = match nothing {
                            Nothing::Unread => None,
                            Nothing::NoArticle => Some("no-article"),
                            Nothing::NotEnglish => Some("not-english"),
                            Nothing::NoQuotations => Some("no-quotations"),
                            Nothing::TooLarge => Some("too-large"),
                        };
                    }
                }
                plain(&status)
            })
            .unwrap_or(JsValue::NULL)
    }

    /// Every quotation and report; see [`crate::export::Rows`]. `null` where there is nothing.
    pub fn annotations(&self) -> JsValue {
        self.desk
            .with(|state| match &state.view {
                Ok(view) => plain(&rows(&view.article.text, &view.annotations)),
                Err(_) => JsValue::NULL,
            })
            .unwrap_or(JsValue::NULL)
    }

    /// Looks otherwise from now on.
    pub fn set_look(&self, look: Told) {
        self.desk.with(|state| state.set_look(Look::new(Some(&look))));
    }

    /// Opens the card of the statement that was looked at last, or of the first, and moves the keyboard there.
    pub fn card(&self) {
        self.desk.with(State::card);
    }

    /// Opens the card of the statement that is selected in the page; where there is none, says so and is false.
    pub fn who(&self) -> bool {
        self.desk.with(State::who).unwrap_or(false)
    }

    /// Who says how much, and where in the article; see [`crate::export::overview`]. `null` where there is nothing.
    pub fn panel(&self) -> JsValue {
        let overview =
            |state: &mut State| state.view.as_ref().ok().map(|view| export::panel(&view.page(), &view.article));
        let text = self.desk.with(overview).flatten();
        text.and_then(|text| js_sys::JSON::parse(&text).ok()).unwrap_or(JsValue::NULL)
    }

    /// Brings the statement with that index of the panel into sight and sets it off for a moment. The keyboard stays
    /// where it is.
    pub fn go(&self, index: usize) {
        self.desk.with(|state| state.go(index));
    }

    /// All statements as text: `"jsonld"` (W3C Web Annotation), `"csv"` or `"markdown"`. A promise, as that takes some
    /// slices; of `null` where there is nothing.
    pub fn export(&self, format: &str) -> js_sys::Promise {
        js_sys::Promise::new(&mut |resolve, _| {
            let answer = Answer::new(resolve);
            if let Some(format) = Format::named(format) {
                self.desk.with(|state| state.export(format, answer));
            }
        })
    }

    /// Moves the keyboard to the next statement and brings it into sight.
    pub fn next(&self) {
        self.desk.with(|state| state.step(1));
    }

    /// Moves the keyboard to the previous statement and brings it into sight.
    pub fn previous(&self) {
        self.desk.with(|state| state.step(-1));
    }
}

fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
