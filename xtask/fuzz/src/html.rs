//! HTML to a snapshot to the article's body.

use crate::holds;
use hearsay::{
    Engine,
    article::{all, find, whole},
    pace::{Pace, finish},
};
use hearsay_html::snapshot;

/// What the page of anybody's HTML comes to.
pub fn run(input: &[u8]) {
    let page = snapshot(&String::from_utf8_lossy(input), "https://news.example/story");
    holds::snapshot(&page);
    let pace = Pace::unhurried();
    holds::in_page(&page, &finish(all(&page, &pace)));
    let article = find(&page).unwrap_or_else(|_| finish(whole(&page, &pace)));
    holds::in_page(&page, &article);
    holds::annotations(&article, &Engine::shipped().annotate(&article));
}
