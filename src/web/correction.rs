//! What the reader knows better: labels that are hidden, and speakers that are named otherwise.

use super::statement::Statement;
use crate::annotation::{SourceKind, Speaker};
use js_sys::Array;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Corrections beyond which no more are taken from outside.
const MOST: usize = 500;
/// Characters of a name that are kept.
const LONGEST: usize = 120;

#[wasm_bindgen]
extern "C" {
    /// A correction as a plain object.
    type Told;

    #[wasm_bindgen(method, getter)]
    fn words(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn nth(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Told) -> JsValue;
}

/// A statement that is to be drawn otherwise, known again by its words.
#[derive(Clone, PartialEq, Serialize)]
pub struct Correction {
    /// Its words, or the start of them.
    pub words: String,
    /// Which of the statements with the same words it is, the first being 0.
    pub nth: u32,
    /// Who said it; `None` where the label is to be hidden.
    pub name: Option<String>,
}

/// What has become of a statement by a correction.
#[derive(Clone, PartialEq)]
pub enum Fix {
    /// Nothing of it is shown.
    Hidden,
    /// Somebody else said it: who, and that speaker's number.
    Speaker(Rc<Speaker>, usize),
}

/// The corrections in a list from outside, whatever else may stand in it.
pub fn read(list: Option<Array>) -> Vec<Correction> {
    let told = list.iter().flat_map(Array::iter).filter(JsValue::is_object).take(MOST);
    let correction = |told: JsValue| {
        let told: Told = told.unchecked_into();
        let name = told.name().as_string().map(|name| tidy(&name));
        Some(Correction { words: told.words().as_string()?, nth: told.nth().as_f64()? as u32, name })
    };
    told.filter_map(correction).collect()
}

/// A name as it is kept.
pub fn tidy(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    first(&words.join(" "), LONGEST).to_owned()
}

/// The first `most` characters of `text`.
pub fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// What becomes of each of `statements`, whose article has the speakers `known`.
pub fn fixes(corrections: &[Correction], statements: &[Statement], known: &[Rc<Speaker>]) -> Vec<Option<Fix>> {
    let mut fixes = vec![None; statements.len()];
    let mut speakers = known.to_vec();
    for correction in corrections {
        let mut alike = (0..statements.len()).filter(|&index| statements[index].key == correction.words);
        let Some(index) = alike.nth(correction.nth as usize) else { continue };
        fixes[index] = Some(match &correction.name {
            None => Fix::Hidden,
            Some(name) => {
                let number = speakers.iter().position(|speaker| speaker.name == *name).unwrap_or(speakers.len());
                if number == speakers.len() {
                    speakers.push(Rc::new(named(name)));
                }
                Fix::Speaker(speakers[number].clone(), number)
            }
        });
    }
    fixes
}

/// Somebody of whom no more is known than the name.
fn named(name: &str) -> Speaker {
    let kind = SourceKind::NamedPerson;
    Speaker { name: name.to_owned(), kind, role: None, unnamed: false, outlet: None, mentions: Vec::new() }
}

/// The correction that gives the statement at `index` this `name`, or hides it.
pub fn of(statements: &[Statement], index: usize, name: Option<String>) -> Correction {
    let words = statements[index].key.clone();
    let nth = statements[..index].iter().filter(|statement| statement.key == words).count() as u32;
    Correction { words, nth, name }
}
