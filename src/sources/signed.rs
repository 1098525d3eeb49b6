//! Embedded posts, which are signed with the account of their writer.

use super::Step;
use crate::{annotation::Medium, attribution::Found, span::Span, text::Doc};

/// Most tokens of an account's name and a date behind the name of an embedded post's writer.
const SIGNATURE: usize = 16;

/// An embedded post is signed with the account: "— Ann Lee (@annlee) May 3, 2024".
pub fn posted(doc: &Doc, found: &Found) -> Option<Step> {
    let date = account(doc, found.source?)?.trim();
    let dated = date.len() < 30 && date.ends_with(|c: char| c.is_ascii_digit());
    dated.then(|| Step::untold("Twitter", Medium::Post))
}

/// What follows the account that stands after the name `source` in its line: "Ann Lee (@annlee) May 3, 2024".
pub fn account<'a>(doc: &'a Doc<'_>, source: Span) -> Option<&'a str> {
    let next = doc.token_at(source.end);
    let rest = doc.at(doc.span(next..doc.tokens.len().min(next + SIGNATURE)));
    let (before, account) = rest.lines().next()?.split_once("(@")?;
    let (account, date) = account.split_once(')')?;
    (!before.contains(char::is_alphanumeric) && !account.contains(char::is_whitespace)).then_some(date)
}
