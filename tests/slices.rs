//! Long work is done in slices: it pauses often, and comes to the same.

use cpu_time::ThreadTime;
use hearsay::{
    Engine, Memo,
    article::{Article, find, find_at},
    pace::{Pace, finish},
};
use std::{
    pin::pin,
    task::{Context, Poll, Waker},
    time::Duration,
};

/// Paragraphs of a long article: each has a quotation, a report, and people to keep apart.
fn paragraphs(count: usize) -> Vec<String> {
    let names = ["Ann Lee", "Tom Falk", "Olena Varga", "Ida Holm", "Paul Lind"];
    let paragraph = |i: usize| {
        let (one, other) = (names[i % 5], names[(i + 2) % 5]);
        format!(
            "“The dam will hold for {i} years,” said {one}, the mayor of Lindby. He told reporters on Monday that \
             {other} had seen the plans. According to a report by the ministry, {other} wrote that “nothing is safe”."
        )
    };
    (0..count).map(paragraph).collect()
}

/// What `work` comes to with a pause at every chance, and the processor's time in each slice.
fn in_slices<T>(work: impl Future<Output = T>) -> (T, Vec<Duration>) {
    let mut work = pin!(work);
    let mut slices = Vec::new();
    loop {
        let began = ThreadTime::now();
        let state = work.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        slices.push(began.elapsed());
        if let Poll::Ready(done) = state {
            return (done, slices);
        }
    }
}

/// The longest of the slices, each taken at its shortest of several runs, as a share of all of them.
fn longest<T>(mut run: impl FnMut() -> (T, Vec<Duration>)) -> f64 {
    let mut shortest = run().1;
    for _ in 0..3 {
        shortest.iter_mut().zip(run().1).for_each(|(known, new)| *known = new.min(*known));
    }
    let longest = shortest.iter().max().copied().unwrap_or_default();
    longest.as_secs_f64() / shortest.iter().sum::<Duration>().as_secs_f64()
}

#[test]
fn an_article_is_read_in_slices_and_to_the_same_end() {
    let article = Article::from_text(&paragraphs(600).join("\n"));
    let engine = Engine::shipped();
    let pace = Pace::new(|| true);
    let whole = serde_json::to_string(&hearsay::export::rows(&article.text, &engine.annotate(&article))).unwrap();
    let (sliced, slices) = in_slices(engine.annotate_at(&article, &Memo::default(), &pace));
    assert_eq!(serde_json::to_string(&hearsay::export::rows(&article.text, &sliced)).unwrap(), whole);
    assert!(slices.len() > 300, "{} slices", slices.len());
    let longest = longest(|| in_slices(engine.annotate_at(&article, &Memo::default(), &pace)));
    assert!(longest < 0.04, "one slice is {longest:.3} of the work");
}

#[test]
fn an_article_is_found_in_slices_and_to_the_same_end() {
    let body: String = paragraphs(600).iter().map(|text| format!("<p>{text}</p>")).collect();
    let menu = "<li><a href='/x'>Weather</a></li>".repeat(2000);
    let page = hearsay_html::snapshot(&format!("<body><ul>{menu}</ul><article>{body}</article></body>"), "");
    let pace = Pace::new(|| true);
    let (sliced, slices) = in_slices(find_at(&page, &pace));
    assert_eq!(sliced.unwrap().article.text, find(&page).unwrap().text);
    assert!(slices.len() > 100, "{} slices", slices.len());
    let longest = longest(|| in_slices(find_at(&page, &pace)));
    assert!(longest < 0.06, "one slice is {longest:.3} of the work");
}

#[test]
fn nobody_in_a_hurry_is_interrupted() {
    let article = Article::from_text("“No,” said Ann Lee.");
    let pace = Pace::unhurried();
    let (_, slices) = in_slices(Engine::shipped().annotate_at(&article, &Memo::default(), &pace));
    assert_eq!(slices.len(), 1);
    assert_eq!(finish(Engine::shipped().annotate_at(&article, &Memo::default(), &pace)).quotations.len(), 1);
}
