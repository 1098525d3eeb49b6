//! Offices, jobs and relations: whom the article describes by the noun of a mention.

use super::{
    EntityId, bodies,
    names::{self, Name},
    phrases::{self, noun_key},
    roles::{Role, Roles},
    words,
};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// How far back, in tokens, a noun for just anybody ("the man") can mean somebody who did not speak just before.
const NEAR: usize = 250;

/// Longest description before a comma and a name that is surely that of the name, in tokens.
const SHORT: usize = 6;

/// Paragraphs at the start that may speak of "a merchant" who is named below.
const LEAD: usize = 2;

/// How far on, in tokens, "a merchant" is named elsewhere.
const SOON: usize = 60;

/// Descriptions with one noun that are looked at, the latest first.
const LATEST: usize = 40;

/// Who was described by `noun` before the mention: one who spoke lately, or else the one so described who is named
/// last.
pub fn known(
    roles: &Roles,
    names: &[(Name, EntityId)],
    doc: &Doc,
    tokens: &Range<usize>,
    noun: &str,
    spoken: &[EntityId],
) -> Option<EntityId> {
    let all = roles.get(noun)?;
    let before = all.partition_point(|role| role.tokens.start < tokens.start);
    let latest = || all[..before].iter().rev().take(LATEST).filter(|role| alike(doc, tokens, &role.tokens));
    // "Bakers" are not "bakers and millers".
    let and = |tokens: &Range<usize>| doc.says(tokens.end.wrapping_sub(2), "and");
    let latest = || {
        latest().filter(|role| {
            let same = || within(doc, tokens, &role.tokens) && and(tokens) == and(&role.tokens);
            !words::several(noun) || same()
        })
    };
    // "Prosecutors" are the federal prosecutors who just spoke, "officials" may be any.
    let any = words::several(noun) && !doc.has(&lexicon::DETERMINERS, tokens.start);
    let same = |role: &&Role| !any || within(doc, &role.tokens, tokens);
    let near = |role: &&Role| same(role) || lexicon::one(noun, SIDES);
    let just = |id: EntityId| spoken.first() == Some(&id) && !general(noun.trim_end_matches('s'));
    if let Some(id) =
        spoken.iter().take(3).find(|id| latest().any(|role| role.id == **id && (near(&role) || just(**id))))
    {
        return Some(*id);
    }
    let latest = || latest().filter(near);
    // "the company" is the one named last rather than "one company" of far above.
    let vague = |role: &Role| general(noun) || bodies::general(noun) && !doc.capital(role.tokens.end - 1);
    let lately = |role: &&Role| !vague(role) || role.tokens.start + NEAR > tokens.start;
    let earlier = latest().find(lately).map(|last| {
        let since = names::before(names, tokens.start)
            .iter()
            .rev()
            .take(LATEST)
            .take_while(|(n, _)| n.tokens.start > last.tokens.start);
        let described = |id: EntityId| latest().filter(lately).any(|role| role.id == id);
        since.into_iter().find(|(n, id)| !n.quoted && described(*id)).map_or(last.id, |(_, id)| *id)
    });
    let owned = owned(doc, tokens);
    // "Ambassador says" heads the article.
    let heads = tokens.start == 0 && words::title(doc, 0);
    let whose = doc.says(tokens.start, "the") || owned || heads;
    // Once others spoke, "the mayor" is one of whom the reader knows.
    let begins = owned || spoken.is_empty() || doc.block_at(doc.tokens[tokens.start].span.start) < LEAD;
    let met = |id: &EntityId| {
        begins || names::before(names, tokens.start).iter().rev().take(LATEST).any(|(_, other)| other == id)
    };
    earlier.or_else(|| whose.then(|| below(roles, doc, tokens, noun).filter(met)).flatten())
}

/// Whether a description says whose office it is: "Lindby’s mayor".
fn owned(doc: &Doc, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|i| doc.says(i, "'s"))
}

/// The only person to whom the article gives the office `noun` right beside the name, further down.
pub fn below(roles: &Roles, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let all = roles.get(noun).filter(|_| !general(noun))?;
    let later = &all[all.partition_point(|role| role.tokens.start < tokens.start)..];
    let beside = |role: &Role| {
        let (start, end) = (role.tokens.start, role.tokens.end);
        let before = words::is(doc, end, ",") && words::capital(doc, end + 1);
        let after = start > 1 && words::is(doc, start - 1, ",") && words::capital(doc, start - 2);
        words::capital(doc, end) || (before || after) && role.tokens.len() <= SHORT
    };
    // "Lindby’s deputy mayor" is no "mayor of Lindby".
    let whole = |role: &Role| !owned(doc, tokens) || within(doc, tokens, &role.tokens);
    // "Orland’s home minister" of the lead is "Home Minister Lee", "a Lindby judge" is "Judge Lee" of the county.
    let lead = doc.block_at(doc.tokens[tokens.start].span.start) < LEAD;
    let indefinite = !phrases::definite(doc, tokens.start);
    let office = indefinite && seat(noun) && !tokens.clone().any(|i| nation(doc, i));
    let near = |role: &Role| lead || office && role.tokens.start < tokens.end + SOON;
    // "Orland’s ambassador" is "Ambassador Lee" too; keys spell "-or" as "-er".
    let one = lexicon::one(noun, "ambassader envoy consul");
    let short = |role: &Role| (one || role.tokens.len() > 1) && owned(doc, tokens) && within(doc, &role.tokens, tokens);
    let led = |role: &Role| office || lead && short(role);
    let fits = |role: &&Role| {
        beside(role) && (!indefinite || near(role)) && (led(role) || alike(doc, tokens, &role.tokens) && whole(role))
    };
    // "A church leader" is no "opposition leader".
    let of = tokens.clone().skip(1).find(|&i| indefinite && noun == "leader" && doc.says(i, noun));
    let same = |role: &&Role| of.is_none_or(|i| role.tokens.clone().any(|k| doc.lower(k) == doc.lower(i - 1)));
    let mut fitting = later.iter().take(LATEST).filter(fits).filter(same);
    let only = fitting.next()?.id;
    fitting.all(|role| role.id == only).then_some(only)
}

/// Those who speak as one throughout an article.
const SIDES: &str = "prosecutors investigators researchers scientists authors lawyers attorneys detectives";

/// Whether a noun is an office of which a place has one or few.
pub fn seat(noun: &str) -> bool {
    words::spelled(&lexicon::SEATS, noun)
}

/// Whether token `i` tells of what nation or body somebody is.
fn nation(doc: &Doc, i: usize) -> bool {
    words::capital(doc, i) && (words::demonym(doc.lower(i)) || words::all_capitals(doc, i))
}

/// Whether a noun fits many people of an article.
pub fn general(noun: &str) -> bool {
    anybody(noun) || lexicon::one(noun, "official source resident witness expert")
}

/// Whether a noun says no more of a person than "he" or "she" does.
pub fn anybody(noun: &str) -> bool {
    lexicon::one(noun, "man woman boy girl person teenager teen pensioner lady gentleman")
}

/// Whether a noun tells, with a number of children, no more than who somebody is ("the mother of three").
pub fn parent(noun: &str) -> bool {
    lexicon::one(noun, "mother father mum mom dad parent grandmother grandfather grandparent")
}

/// Whether a noun tells only of whose family or household somebody is.
pub fn kin(noun: &str) -> bool {
    lexicon::KIN.has(noun)
}

/// Whether the words of `mention` stand in `role` too, but for those that only determine it: "local officials" are not
/// "harbour officials".
pub fn within(doc: &Doc, mention: &Range<usize>, role: &Range<usize>) -> bool {
    let told = |i: usize| role.clone().any(|k| doc.lower(k) == doc.lower(i));
    mention.clone().all(|i| doc.has(&lexicon::DETERMINERS, i) || doc.says(i, "'s") || told(i))
}

/// Whether the mention says nothing that the description `role` does not: "the Danish minister" is not "Swedish
/// minister".
fn alike(doc: &Doc, mention: &Range<usize>, role: &Range<usize>) -> bool {
    let same = |i: usize| {
        let word = noun_key(doc.lower(i));
        // "the Orland official" is a "senior Orlandish official".
        let land = |k: usize| word.len() > 3 && words::demonym(doc.lower(k)) && doc.lower(k).starts_with(&word);
        role.clone().any(|k| noun_key(doc.lower(k)) == word || land(k))
    };
    let owner = role.clone().any(|k| words::possessive(doc, k) || doc.says(k, "'s"));
    // "the president" is no "vice president", "the prime minister" no "finance minister".
    let ranked = |i: usize| doc.lower(i).rsplit('-').next().is_some_and(|last| lexicon::one(last, "vice prime"));
    let vice = |mut tokens: Range<usize>| tokens.any(|i| ranked(i) && !doc.says(i + 2, "'s"));
    // "the Lindby mayor" is "Mayor Lee", of whose town nothing is said.
    let bare = role.clone().all(|k| words::title(doc, k));
    let place = |i: usize| !words::demonym(doc.lower(i)) && !words::all_capitals(doc, i);
    vice(mention.clone()) == vice(role.clone())
        && mention.clone().all(|i| {
            let first = i == mention.start && (doc.has(&lexicon::DOUBTFUL, i) || words::title(doc, i));
            let named =
                words::number(doc.lower(i)) || words::capital(doc, i) && !doc.has(&lexicon::OPENERS, i) && !first;
            if words::possessive(doc, i) { owner } else { !named || same(i) || bare && place(i) }
        })
}
