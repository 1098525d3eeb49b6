//! Where the names of an article stand, and which words before them are titles.

use super::{Kind, compound, initials::Acronyms, jobs, runs, titles, usage::Usage, words};
use crate::{lexicon, outlets, pace::Pace, text::Doc};
use std::ops::Range;

/// One name in the text.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name itself.
    pub tokens: Range<usize>,
    /// The words with a capital before it that tell an office or an address ("Chinese President", "Mr."); may be empty.
    pub titles: Range<usize>,
    /// What its words alone say that it is.
    pub kind: Option<Kind>,
    /// Index into [`Doc::sentences`].
    pub sentence: usize,
    /// Whether it stands within quotation marks.
    pub quoted: bool,
    /// Whether it is a name only if a fuller one with it stands elsewhere.
    pub doubtful: bool,
}

impl Name {
    /// The first token with its titles.
    pub fn start(&self) -> usize {
        self.titles.start.min(self.tokens.start)
    }

    /// Whether it only tells what sort a thing is of ("a Berg ferry", "the Lind campaign").
    pub fn attributive(&self, doc: &Doc) -> bool {
        let before = self.start().checked_sub(1).map_or("", |i| doc.lower(i));
        let post = matches!(before, "a" | "an") && words::cue(doc, self.tokens.end);
        self.titles.is_empty() && lexicon::DETERMINERS.has(before) && (post || words::noun(doc, self.tokens.end))
    }

    /// Whether it is where an article was written: "LINDBY (AP) —".
    pub fn dateline(&self, doc: &Doc) -> bool {
        words::all_capitals(doc, self.tokens.end.wrapping_sub(1)) && doc.one(self.tokens.end, "( — – -")
    }

    /// Whether it owns what follows ("Dravic's").
    pub fn possessive(&self, doc: &Doc) -> bool {
        let next = doc.word(self.tokens.end);
        doc.says(self.tokens.end, "'s") || matches!(next, "’" | "'") && doc.lower(self.tokens.end - 1).ends_with('s')
    }
}

/// What members of a party are called before their names.
pub const PARTIES: &str = "republican democrat";

/// Longest name taken, in tokens: longer runs of capitals are shouting.
const LONGEST: usize = 12;

/// All names in text order; headings in title case have none.
pub async fn find(doc: &Doc<'_>, pace: &Pace) -> Vec<Name> {
    let usage = Usage::of(doc, pace).await;
    let quoted = quoted(doc);
    let acronyms = Acronyms::of(doc);
    let mut names = Vec::new();
    for (sentence, s) in doc.sentences.iter().enumerate() {
        if usage.heading(s.block) {
            continue;
        }
        let mut i = s.tokens.start;
        while i < s.tokens.end {
            if !words::capital(doc, i) || words::date(doc, i) || !usage.begins_name(doc, i, s.tokens.start) {
                i += 1;
                continue;
            }
            let shortened = acronyms.end(doc, i, s.tokens.end);
            let run = shortened.unwrap_or_else(|| runs::end(doc, i, s.tokens.end));
            // "Luke Holm MP" is called Luke Holm.
            // The "Ann Lee Show" is named for its host.
            let show = run == i + 3 && doc.says(run - 1, "show") && words::given(doc.lower(i));
            let behind = show || run > i + 2 && words::post_nominal(doc.lower(run - 1));
            let end = if behind { run - 1 } else { run };
            if let Some((titles, tokens)) = split(doc, i..end).filter(|(_, tokens)| tokens.len() <= LONGEST) {
                let lone = tokens.len() == 1 && titles.is_empty();
                let doubtful = lone && (words::title(doc, i) || usage.doubtful(doc, i, s.tokens.start));
                // Whoever is posted somewhere is a person: "the envoy to Orland Li Ona".
                let kind = if titles.start > i { Some(Kind::Person) } else { kind(doc, &titles, &tokens) };
                names.push(Name { quoted: quoted[tokens.start], titles, tokens, kind, sentence, doubtful });
            }
            i = run;
        }
        pace.rest(1).await;
    }
    names
}

/// For each token whether it stands within quotation marks.
pub fn quoted(doc: &Doc) -> Vec<bool> {
    let mut quoted = vec![false; doc.tokens.len()];
    let mut done = 0;
    for quote in &doc.quotes {
        let tokens = doc.tokens_in(quote.inner);
        if let Some(inside) = quoted.get_mut(tokens.start.max(done)..tokens.end) {
            inside.fill(true);
        }
        done = done.max(tokens.end);
    }
    quoted
}

/// Where the name of two words begins at the end of a run, if after `first`, or of three with an initial ("Tom F. Lee") or
/// with a given name first ("Ann Holm Lee").
fn two_words(doc: &Doc, run: &Range<usize>, first: usize) -> usize {
    let middle = run.end - 2;
    let initial = || words::bare(doc.lower(middle)).chars().count() == 1 || words::given(doc.lower(middle - 1));
    middle - usize::from(middle > first && initial())
}

/// Where a name begins in a run that begins with the body whose officer is named: "head of Osby Airport Ann Lee".
fn officer(doc: &Doc, run: &Range<usize>) -> Option<usize> {
    let first = (run.start + 2..run.end - 1).rev().find(|&i| body(doc.lower(i - 1)))?;
    let person = run.end - first <= 3 && words::given(doc.lower(first)) && !words::organisation(doc.lower(run.end - 1));
    let office = || (run.start + 1..first).any(|i| doc.says(i, "of") && words::title(doc, i - 1));
    (person && (office() || employed(doc, run.start).is_some())).then_some(first)
}

/// Whether a word ends the names of bodies that have officers.
pub fn body(lower: &str) -> bool {
    words::organisation(lower) || lexicon::one(lower, "airport zoo prison park brigade")
}

/// The office that somebody has at the body whose name begins at `body`: "forecaster with the Osby Weather Bureau".
pub fn employed(doc: &Doc, body: usize) -> Option<usize> {
    let mut at = body.checked_sub(1)?;
    if doc.says(at, "the") {
        at = at.checked_sub(1)?;
    } else if doc.says(at, "'s") {
        at = (at.saturating_sub(3)..at).rev().find(|&i| !words::capital(doc, i))?;
    }
    let office = at.checked_sub(1).filter(|_| doc.one(at, "of with at for from"))?;
    (words::title(doc, office) || jobs::likely(doc.lower(office))).then_some(office)
}

/// Splits a run into titles and a name; `None` where it has no name ("the Foreign Secretary").
fn split(doc: &Doc, run: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let mut name = run.start;
    for i in run.clone() {
        // "Republican Ann Lee", "Danish Ann Lee"
        let nation = words::demonym(doc.lower(i)) && i + 3 == run.end;
        let acts = || words::cue(doc, run.end) || doc.has(&lexicon::AUXILIARIES, run.end);
        let whole = || i + 3 == run.end && acts() && !doc.has(&lexicon::DOUBTFUL, i + 1);
        let member = doc.one(i, PARTIES);
        let party = (member || nation) && words::given(doc.lower(i + 1)) || member && whole();
        // "Guitarists Tom Falk and Pat Lee", "Professors Falk and Lee"
        let several = i == run.start && words::titles(doc, i);
        let first = words::given(doc.lower(i + 1)) && doc.one(run.end, "and ,");
        let second = || run.len() == 3 && doc.says(run.end, "and") && words::given(doc.lower(run.end + 1));
        let several = several && (first || second() || run.len() == 2 && surnames(doc, run.end));
        let called = several || party || position(doc, i, &run) || compound::trade(doc, i, &run);
        let addressed = words::title(doc, i) || words::honorific(doc, i) || called;
        let followed = i + 1 < run.end && words::capital(doc, i + 1) && !words::suffix(doc.lower(i + 1));
        if addressed && followed && !ends_organisation(doc, i, &run) && !words::given(doc.lower(i)) {
            name = i + 1;
        }
    }
    // "Secretary of State Ann Lee": after the office the last two words are the name.
    let of = (run.start + 1..run.end).find(|&i| doc.says(i, "of") && words::title(doc, i - 1));
    let plain = |of: usize| doc.says(of + 1, "state") || !organisation_in(doc, of + 1..run.end);
    if let Some(of) = of.filter(|&of| of + 3 < run.end && plain(of)) {
        let whole = doc.says(of + 1, "state") && of + 5 == run.end;
        name = name.max(if whole { of + 2 } else { two_words(doc, &run, of + 2) });
    }
    if let Some(name) = officer(doc, &run) {
        return Some((run.start..name, name..run.end));
    }
    // "Ambassador to Orland Ann Lee"
    if posted(doc, run.start) && run.len() > 2 && !organisation_in(doc, run.clone()) {
        let name = two_words(doc, &run, run.start + 1);
        return Some((name..name, name..run.end));
    }
    // "Mr. President": an address to the office.
    if name + 1 == run.end && name > run.start && office(doc.lower(name)) {
        return None;
    }
    let the = run.start > 0 && doc.has(&lexicon::DETERMINERS, run.start - 1);
    // The police are a body too.
    let title = words::title(doc, run.end - 1) && !doc.says(run.end - 1, "police");
    // "Minister for Ferries, Ann Lee,"
    let apart = words::is(doc, run.end, ",") && words::capital(doc, run.end + 1);
    let over = |i: usize| doc.says(i, "for") && words::title(doc, i - 1);
    let over = of.is_some() || apart && (run.start + 1..run.end).any(over);
    let office = name == run.start && (title || over);
    let land = words::demonym(doc.lower(run.start)) || words::all_capitals(doc, run.end - 1);
    // "Senate Leader" is nobody's name, "Ann Speaker" may be.
    let body = run.len() == 2 && words::organisation(doc.lower(run.start));
    // "Ann Marie Baker"
    let trade =
        run.len() == 3 && words::given(doc.lower(run.start)) && doc.one(run.end - 1, "baker dean bishop farmer");
    let two = run.len() == 2 || trade;
    let surname = run.len() == 1 || two && !words::title(doc, run.start) && of.is_none() && !land && !body;
    if the && run.len() == 1 && words::organisation(doc.lower(run.start)) && !words::all_capitals(doc, run.start) {
        return None;
    }
    // "the Republican", "the Orland Republican"
    if the && doc.one(run.end - 1, PARTIES) {
        return None;
    }
    let outlet = || outlets::named(doc.at(doc.span(run.clone())), true).is_some();
    if office && (the || !surname) && !outlet() {
        return None;
    }
    Some((run.start..name, name..run.end))
}

/// Most tokens of the place that the first of two people is of.
const PLACE: usize = 5;

/// Whether a surname before `end` is the first of two: "Lee and Falk", "Lee of Upper Orland and Falk".
fn surnames(doc: &Doc, end: usize) -> bool {
    let and = (end..end + PLACE).find(|&i| doc.says(i, "and"));
    let place = |and: usize| and == end || doc.says(end, "of") && (end + 1..and).all(|i| words::capital(doc, i));
    !words::several(doc.lower(end - 1)) && and.is_some_and(|and| words::joins(doc, and + 1) && place(and))
}

/// Whether token `i` of a run is a player's or an officer's position in letters: "Osby DL Tom Falk", "Orland AG Ann Lee".
fn position(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    let letters = doc.word(i).len();
    let numeral = doc.word(i).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let person = i + 3 == run.end && !words::all_capitals(doc, i + 1) && !words::organisation(doc.lower(i + 2));
    i > run.start && person && (2..=3).contains(&letters) && words::all_capitals(doc, i) && !numeral
}

/// Whether token `i` is the place of somebody's office: "ambassador to Orland".
pub fn posted(doc: &Doc, i: usize) -> bool {
    i > 1 && doc.says(i - 1, "to") && words::title(doc, i - 2)
}

/// Whether a title is hardly ever a surname.
fn office(lower: &str) -> bool {
    lexicon::one(lower, "president speaker chairman chairwoman secretary minister justice ambassador premier")
}

/// Whether the title at `i` is part of an organisation's name ("Police Federation", "General Assembly").
fn ends_organisation(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    words::organisation(doc.lower(i + 1)) || i + 2 < run.end && words::organisation(doc.lower(run.end - 1))
}

fn organisation_in(doc: &Doc, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|i| words::organisation(doc.lower(i)))
}

/// What a name's words and the words beside it say that it is.
fn kind(doc: &Doc, titles: &Range<usize>, tokens: &Range<usize>) -> Option<Kind> {
    let last = doc.lower(tokens.end - 1);
    let inner = tokens.clone().any(|i| doc.one(i, "of for on and & without against"));
    let the = titles.is_empty() && tokens.start > 0 && doc.says(tokens.start - 1, "the");
    // "journalist Ann Press"
    let job = tokens.len() == 2 && tokens.start > 0 && words::title(doc, tokens.start - 1);
    if job && lexicon::PAPERS.has(last) && words::given(doc.lower(tokens.start)) {
        return Some(Kind::Person);
    }
    // "Ann Radio, a chemist in Osby,"
    let end = tokens.end;
    let trade =
        |i: usize| words::title(doc, i) && !doc.one(i, "leader partner member owner") && !words::cue(doc, i + 1);
    if tokens.len() == 2
        && words::organisation(last)
        && words::is(doc, end, ",")
        && doc.one(end + 1, "a an")
        && (end + 2..end + 5).any(trade)
    {
        return Some(Kind::Person);
    }
    if words::organisation(last) && tokens.len() > 1 || inner || organisation_in(doc, tokens.start..tokens.start + 1) {
        return Some(Kind::Organisation);
    }
    // "the ferry MV Ann Lee"
    let ship = tokens.len() > 1 && doc.one(tokens.start, "uss hms hmas mv ss");
    if ship {
        return Some(Kind::Organisation);
    }
    if !titles.is_empty() {
        return Some(Kind::Person);
    }
    // "TNV", "TNV ORL", but "IDA HOLM"
    let short = |i: usize| words::all_capitals(doc, i) && (tokens.len() == 1 || doc.word(i).len() <= 4);
    let acronym = tokens.clone().all(short) && (tokens.len() == 1 || !words::given(doc.lower(tokens.start)));
    // "the Ann Lee brand" tells nothing of Ann Lee.
    let noun =
        || words::noun(doc, end) || doc.says(end, "show") || titles::basic(doc.lower(end)) && !last.ends_with('s');
    let only = the && tokens.len() == 2 && noun();
    if the && !only || acronym {
        return Some(Kind::Organisation);
    }
    if tokens.len() > 1 && words::given(doc.lower(tokens.start)) {
        return Some(Kind::Person);
    }
    None
}
