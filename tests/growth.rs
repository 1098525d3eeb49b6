//! Work grows with its input and no faster: counted in steps between two looks at the clock, not in time.

use hearsay::{
    Engine, Memo,
    article::{Article, find_at, snapshot::Snapshot, whole},
    export::fragment,
    pace::{Pace, finish},
    span::Span,
};
use hearsay_fuzz::pieces::{SPEECH, TAGS};
use std::{cell::Cell, rc::Rc};

/// How many times `work` looks at the clock.
fn steps<T>(work: impl AsyncFnOnce(&Pace) -> T) -> usize {
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    let pace = Pace::new(move || {
        counted.set(counted.get() + 1);
        false
    });
    finish(work(&pace));
    count.get()
}

/// Fails where twice `size` takes much more than twice the steps.
#[track_caller]
fn grows_evenly(what: &str, size: usize, steps: impl Fn(usize) -> usize) {
    let (one, two) = (steps(size), steps(2 * size));
    assert!(two <= 2 * one + one / 10 + 20, "{what}: {one} steps, {two} for twice as much");
}

#[test]
fn annotating_grows_evenly() {
    let engine = Engine::shipped();
    for piece in SPEECH {
        for between in ["", " ", "\n", " said Ann Lee. “No,” "] {
            grows_evenly(&format!("{piece:?} and {between:?}"), 600, |size| {
                let article = Article::from_text(&format!("{piece}{between}").repeat(size));
                steps(async |pace| engine.annotate_at(&article, &Memo::default(), pace).await)
            });
        }
    }
}

#[test]
fn finding_grows_evenly() {
    let words = "“Rain fell on the town all week,” said Ann Lee, the mayor. ";
    for tag in TAGS {
        let page = |size| hearsay_html::snapshot(&format!("{tag}{words}").repeat(size), "");
        grows_evenly(tag, 300, |size| {
            let page: Snapshot = page(size);
            steps(async |pace| find_at(&page, pace).await)
        });
    }
}

#[test]
fn linking_grows_evenly() {
    for text in
        ["<p>No, no, no.", "<p>“Rain fell on the town,” said Ann Lee.", "<p>a ", "<p>one two three four five six"]
    {
        grows_evenly(text, 300, |size| {
            let page = hearsay_html::snapshot(&text.repeat(size), "");
            let article = finish(whole(&page, &Pace::unhurried()));
            let passages: Vec<[Span; 1]> = article.blocks.iter().map(|block| [block.span]).collect();
            let passages: Vec<&[Span]> = passages.iter().map(|passage| &passage[..]).collect();
            steps(async |pace| fragment::directives(&article, &article, &passages, pace).await)
        });
    }
}
