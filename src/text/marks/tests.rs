use crate::article::Article;
use crate::pace::{Pace, finish};

/// The passages found in `text`, without marks, nested ones in brackets per level, `…` where never closed, `+` where
/// they go on in the next block.
fn passages(text: &str) -> Vec<String> {
    let article = Article::from_text(text);
    finish(super::pair(&article, &Pace::unhurried()))
        .iter()
        .map(|q| {
            let tail = if q.continues {
                "+"
            } else if q.closed {
                ""
            } else {
                "…"
            };
            format!("{}{}{tail}{}", "[".repeat(q.depth), q.inner.of(text), "]".repeat(q.depth))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(passages(text), expected, "{text}");
}

#[test]
fn every_style() {
    check("“Go,” she said. “Now.”", &["Go,", "Now."]);
    check("\"Go,\" she said. \"Now.\"", &["Go,", "Now."]);
    check("‘Go,’ she said. ‘Now.’", &["Go,", "Now."]);
    check("'Go,' she said. 'Now.'", &["Go,", "Now."]);
    check("« Allez », dit-elle.", &[" Allez "]);
    check("»Los«, sagte sie.", &["Los"]);
    check("„Los“, sagte sie, und: ‚Jetzt‘.", &["Los", "Jetzt"]);
    check("``Go,'' she said. ''Now.''", &["Go,", "Now."]);
}

#[test]
fn apostrophes_and_measures_are_no_marks() {
    check("The players’ union won't pay; it's the '90s, rock 'n' roll, ’em and ‘tis.", &[]);
    check("He is 6'2\" tall, she 5’ 11\", and the pipe is 30\" wide.", &[]);
    check("‘The players’ union won’t pay,’ he said.", &["The players’ union won’t pay,"]);
    check("'The players' union won't pay,' he said.", &["The players' union won't pay,"]);
    check("\"He is 6'2\" tall,\" she said.", &["He is 6'2\" tall,"]);
    check("The Smiths' house is the Joneses'.", &[]);
}

#[test]
fn nested() {
    check("“He told me ‘no way’ twice,” she said.", &["He told me ‘no way’ twice,", "[no way]"]);
    check("‘He told me “no way” twice,’ she said.", &["He told me “no way” twice,", "[no way]"]);
    check("“She said, ‘Leave.’”", &["She said, ‘Leave.’", "[Leave.]"]);
    check("“He told me “no way” twice,” she said.", &["He told me “no way” twice,", "[no way]"]);
    check("“He told me \"no way\" twice,” she said.", &["He told me \"no way\" twice,", "[no way]"]);
}

#[test]
fn mixed_and_reversed() {
    check("“Go,\" she said. \"Now.”", &["Go,", "Now."]);
    check("”Go,“ she said.", &["Go,"]);
    check("(\"Go\")—\"now\"—and “then”.", &["Go", "now", "then"]);
}

#[test]
fn paragraphs() {
    check("“First.\n\n“Second.\n“Third,” she said.", &["First.+", "Second.+", "Third,"]);
    check("‘First.\n‘Second,’ she said.", &["First.+", "Second,"]);
    check("\"First.\n\"Second,\" she said.", &["First.+", "Second,"]);
    check("'First.\n'Second,' she said.", &["First.+", "Second,"]);
    check("'The players' union.\n'Second,' she said.", &["The players' union.+", "Second,"]);
    check("'Twas late.\n'Second,' she said.", &["Second,"]);
}

#[test]
fn never_closed() {
    check("“We will go on and on.\nThe end.", &["We will go on and on.…"]);
    check("The “so-called expert left.\nThe end.", &[]);
    check("“We go. “We stay,” he said.", &["We go.+", "We stay,"]);
    check("\"We go. \"We stay.\" Lee left. \"Go,\" he said.", &["We go.+", "We stay.", "Go,"]);
    check("It was “Home (“Abroad”). “It holds,” he said.", &["Home (“Abroad”).…", "[Abroad]", "It holds,"]);
    check("\"We go. Lee left. \"Go,\" he said.", &["We go. Lee left.…", "Go,"]);
    check("\"He told me \"no way\" twice,\" she said.", &["He told me \"no way\" twice,", "[no way]"]);
}

#[test]
fn without_a_space() {
    check("He would not hear of\"a deal\" or \"a truce\".", &["a deal", "a truce"]);
    check("\"We go,\"he said. \"We stay.\"", &["We go,", "We stay."]);
    check("He said,\"We go.\"", &["We go."]);
}

#[test]
fn never_opened() {
    check("We go,\" she said. Not.", &[]);
    check("We only wanted to go home,\" she said.", &["We only wanted to go home,"]);
    check("We only wanted to go home,” she said.", &["We only wanted to go home,"]);
    check("“Go,” said Lee. We only wanted to go home.” Then he left.", &["Go,", "We only wanted to go home."]);
    check("\"We go,\" he said. \" We only wanted to go.\"", &["We go,", " We only wanted to go."]);
    check("The pipe is 30\" wide, and the one beside it 20\" wide.", &[]);
    check("He went home.” And that was that.", &[]);
    check("She said the pier would go,\" For now it stays where it is\".", &[]);
}

#[test]
fn signatures_of_block_quotations() {
    let signature = |text: &'static str| &text[text.len() - super::signature(text)..];
    assert_eq!(signature("The dam will hold. — Ann Lee, mayor of Osby"), "— Ann Lee, mayor of Osby");
    assert_eq!(signature("The dam will hold — Ann Lee"), "— Ann Lee");
    assert_eq!(signature("The dam will hold — tea for two (@teafortwo) May 3"), "— tea for two (@teafortwo) May 3");
    assert_eq!(signature("I was scared — I could not move."), "");
    assert_eq!(signature("There is one man to blame — Tom Falk."), "");
    assert_eq!(signature("It was the mill — Osby has one that works"), "");
}
