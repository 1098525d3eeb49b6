//! What kind of source somebody or something is that is only described: "two studies", "most of the companies".

use crate::{annotation::SourceKind, lexicon, people::words::singular};

/// The kind of what is described by `lower`, words in small letters that turn on no office or job.
pub fn kind(lower: &str) -> SourceKind {
    let words = front(lower);
    let (first, last) = (words.first().copied().unwrap_or(""), words.last().copied().unwrap_or(""));
    let several = lexicon::one(
        first,
        "some many most several few others those all both multiple numerous various everyone nobody none each",
    );
    let of = lower.split_once(" of ").map(|(_, rest)| rest).filter(|_| lower.split(' ').nth(words.len()) == Some("of"));
    match of {
        Some(rest) if several && words.len() == 1 => return document(rest).unwrap_or(SourceKind::Group),
        Some(_) if lexicon::one(last, "group team crew crowd number handful majority") => return SourceKind::Group,
        // "one of the pilots", but "one of the reports"
        Some(rest) if first == "one" => {
            let last = front(rest).pop().unwrap_or("");
            return match known(last) {
                Some((noun, _)) => noun_kind(&noun, false),
                None if lexicon::ORGANISATIONS.has(&singular(last)) => SourceKind::Organisation,
                None => SourceKind::UnnamedPerson,
            };
        }
        None if lexicon::one(lower, "one someone somebody anyone") || last == "voice" => {
            return SourceKind::UnnamedPerson;
        }
        None if lower == "no one" => return SourceKind::Group,
        _ => {}
    }
    let own = |word: &&str| lexicon::one(word, "his her their");
    // "a team led by Lee", "Lee and her team"
    if words.contains(&"team") && (lexicon::one(first, "a an") || words.iter().any(own)) {
        return SourceKind::Group;
    }
    // "eyewitness accounts"
    if words.iter().any(|word| lexicon::one(word, "eyewitness witness survivor first-hand firsthand"))
        && last == "accounts"
    {
        return SourceKind::Document;
    }
    let known_before = || words.iter().rev().find_map(|word| known(word));
    match known(last) {
        Some((noun, plural)) => noun_kind(&noun, plural),
        None if lexicon::ORGANISATIONS.has(last) || last == "authorities" => SourceKind::Organisation,
        None if several || lexicon::ORGANISATIONS.has(&singular(last)) => SourceKind::Group,
        None if people(last) || lexicon::one(last, "pair duo couple trio") => SourceKind::Group,
        None => match (known_before(), of.and_then(document)) {
            (Some((noun, plural)), _) => noun_kind(&noun, plural),
            // "a flurry of studies"
            (None, document) => document.unwrap_or(SourceKind::Organisation),
        },
    }
}

/// The kind of the document that what is described by `lower` turns on; `None` where it is none.
pub fn document(lower: &str) -> Option<SourceKind> {
    let (noun, plural) = known(front(lower).last()?)?;
    Some(noun_kind(&noun, plural)).filter(|kind| *kind == SourceKind::Document)
}

/// The words of a description up to what it turns on: "a letter" of "a letter to the board".
pub fn front(lower: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in lower.split(' ') {
        if !words.is_empty() && (lexicon::PREPOSITIONS.has(word) || lexicon::SUBORDINATORS.has(word)) {
            // "a station run by the army"
            let run = word == "by" && words.len() > 1 && words.last() == Some(&"run");
            words.truncate(words.len() - usize::from(run));
            break;
        }
        words.push(word.trim_end_matches(','));
        if word.ends_with(',') {
            break;
        }
    }
    words
}

/// A noun that is known for a thing, in the singular, and whether `word` is its plural.
fn known(word: &str) -> Option<(String, bool)> {
    // Nouns that the tagger does not know as such.
    let more = |word: &str| lexicon::one(word, "work kit bulletin assessment memorandum schedule return scale");
    let known = |word: &str| lexicon::THINGS.has(word) || lexicon::MEDIA.has(word) || more(word);
    let one = singular(word);
    match known(word) {
        true => Some((word.to_owned(), false)),
        false => known(&one).then_some((one, true)),
    }
}

fn noun_kind(noun: &str, plural: bool) -> SourceKind {
    match lexicon::medium(noun) {
        Some("post") => SourceKind::SocialPost,
        _ if lexicon::one(noun, "account profile") => SourceKind::SocialPost,
        _ if lexicon::one(noun, "newspaper magazine") => SourceKind::Outlet,
        _ if body(noun) && plural => SourceKind::Group,
        _ if body(noun) => SourceKind::Organisation,
        _ if people(noun) => SourceKind::Group,
        _ => SourceKind::Document,
    }
}

/// Things that are bodies.
fn body(noun: &str) -> bool {
    lexicon::one(
        noun,
        "company firm business startup charity manufacturer carrier airline country nation state city town group \
            village county province region regime government administration campaign team side industry",
    )
}

/// Things that are many people.
fn people(noun: &str) -> bool {
    lexicon::one(
        noun,
        "staff personnel everyone everybody mps meps people family crew class crowd community public world market",
    )
}
