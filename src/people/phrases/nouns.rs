//! What the noun of a description stands for.

use crate::{
    lexicon,
    people::{Kind, bodies, jobs, words},
};

/// What a noun stands for.
pub fn sort(noun: &str) -> Kind {
    let singular = words::singular(noun);
    if noun == "police" {
        Kind::Other
    } else if words::title_word(noun) || noun.ends_with("-year-old") {
        Kind::Person
    } else if lexicon::one(noun, "people men women children") || words::title_word(&singular) {
        Kind::Group
    } else if known_thing(noun) || known_thing(&singular) || bodies::general(noun) {
        Kind::Other
    } else if words::several(noun) {
        Kind::Group
    } else if ["er", "ist", "ian", "man", "woman", "ee", "aire", "surgeon"]
        .into_iter()
        .any(|end| noun.len() > 4 && noun.ends_with(end))
        || jobs::sure(noun)
        || lexicon::one(noun, "icon veteran runner-up royal revolutionary")
    {
        Kind::Person
    } else {
        Kind::Other
    }
}

/// Whether a noun is one for a person.
pub fn is_person(noun: &str) -> bool {
    sort(&noun_key(noun)) == Kind::Person
}

/// Whether a noun is surely one for a thing or a body.
pub fn known_thing(noun: &str) -> bool {
    lexicon::THINGS.has(noun) || lexicon::MEDIA.has(noun) || words::organisation(noun)
}

/// The noun of a description, one spelling for "adviser" and "advisor", "Gov." and "governor".
pub fn noun_key(lower: &str) -> String {
    let noun = match words::bare(lower) {
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        "cllr" => "councillor",
        "prof" => "professor",
        "rev" => "reverend",
        "det" => "detective",
        "insp" => "inspector",
        "sgt" => "sergeant",
        "lt" => "lieutenant",
        "capt" => "captain",
        "cmdr" => "commander",
        "col" => "colonel",
        "gen" | "major-general" | "lieutenant-general" | "colonel-general" => "general",
        "adm" => "admiral",
        "insider" => "source",
        noun => noun.strip_prefix("co-").unwrap_or(noun),
    };
    match noun.strip_suffix("or") {
        Some(stem) => format!("{stem}er"),
        None => noun.to_owned(),
    }
}
