//! Directives for passages of small pages.

use super::*;
use crate::{
    article::{
        self,
        snapshot::{Builder, Element, Snapshot},
    },
    pace::finish,
};
use proptest::prelude::*;

/// The page of these paragraphs, as an article of all its text.
fn page(paragraphs: &[&str]) -> Article {
    let mut builder = Builder::new(Snapshot::default());
    builder.open(Element { tag: "body".into(), ..Element::default() });
    for text in paragraphs {
        builder.open(Element { tag: "p".into(), ..Element::default() });
        builder.text(text);
        builder.close();
    }
    finish(article::all(&builder.finish(), &Pace::unhurried()))
}

/// The directive of the words between brackets, which the page does not hold.
fn directive(paragraphs: &[&str]) -> String {
    let bare: Vec<String> = paragraphs.iter().map(|text| text.replace(['[', ']'], "")).collect();
    let page = page(&bare.iter().map(String::as_str).collect::<Vec<_>>());
    let marked = paragraphs.join("\n");
    let start = marked.find('[').unwrap();
    let span = Span::new(start, marked.find(']').unwrap() - 1);
    let found = finish(directives(&page, &page, &[&[span]], &Pace::unhurried()));
    found.into_iter().next().unwrap().replace("%20", " ")
}

#[test]
fn a_short_passage_is_named_whole_without_its_marks() {
    assert_eq!(directive(&["He came. [“We can’t go on,”] Ann said."]), "text=We can%E2%80%99t go on");
    assert_eq!(
        directive(&["A well-known [mother-in-law, 3,000 & more]."]),
        "text=mother%2Din%2Dlaw%2C 3%2C000 %26 more"
    );
}

#[test]
fn what_stands_twice_gets_the_shortest_context() {
    assert_eq!(directive(&["“No,” said Ann.", "[“No,”] said Bo."]), "text=Ann.-,%E2%80%9CNo");
    assert_eq!(directive(&["One no two.", "Six [no] ten, one no two."]), "text=no,-ten");
    assert_eq!(directive(&["It is no lie.", "One no two.", "It was [no] lie."]), "text=was-,no");
    assert_eq!(directive(&["“No,” said Ann.", "Bo: [“No,”] said Bo."]), "text=Bo%3A %E2%80%9C-,No");
    assert_eq!(directive(&["He said “no.”", "He said [“no,”] Bo."]), "text=no,-%2C%E2%80%9D Bo");
    // Upper and lower case are one to a browser.
    assert_eq!(directive(&["NO TEN, one.", "Six [no] ten."]), "text=Six-,no");
}

#[test]
fn context_stays_within_its_block() {
    // Beside the passage: all of its own block, or the end of the one before it.
    assert_eq!(directive(&["No.", "Yes, and more so.", "[No.]"]), "text=so.-,No");
    assert_eq!(directive(&["[No.]", "Yes, and more so.", "No."]), "text=No.,-Yes");
}

#[test]
fn of_a_long_passage_the_ends_are_named() {
    let long = "one two three four five six seven eight nine ten";
    assert_eq!(directive(&[&format!("He said [{long}].")]), "text=one two three,eight nine ten");
    assert_eq!(
        directive(&[&format!("He said [{long}]."), "One two three five. Seven eight nine ten."]),
        "text=one two three four,six seven eight nine ten"
    );
    assert_eq!(directive(&["He said [one two.", "Three four] five."]), "text=one two,Three four");
}

#[test]
fn words_in_several_places_are_named_one_by_one() {
    let page = page(&["“Go,” said Ann, “now.”"]);
    let spans = [Span::new(0, 9), Span::new(page.text.find("“now").unwrap(), page.text.len())];
    let found = finish(directives(&page, &page, &[&spans, &[]], &Pace::unhurried()));
    assert_eq!(found, ["text=Go&text=now", ""]);
    assert_eq!(address("https://a.example/", &found[0]), "https://a.example/#:~:text=Go&text=now");
    assert_eq!(address("https://a.example/", &found[1]), "https://a.example/");
}

#[test]
fn what_is_the_same_everywhere_is_named_as_well_as_can_be() {
    let same = ["no no no no no no no no no no no no no no"; 30];
    let mut paragraphs = same;
    paragraphs[7] = "no no no no no [no] no no no no no no no no";
    let found = directive(&paragraphs);
    assert!(found.starts_with("text=") && found.len() < 200, "{found}");
}

proptest! {
    #[test]
    fn any_passage_of_any_page_has_a_directive_that_is_well_formed(
        paragraphs in prop::collection::vec("[a-cB ,.’“é&-]{0,40}", 1..6), from in 0.0..1.0, to in 0.0..1.0
    ) {
        let page = page(&paragraphs.iter().map(String::as_str).collect::<Vec<_>>());
        let border = |at: f64| page.text.floor_char_boundary((at * page.text.len() as f64) as usize);
        let (from, to) = (border(from), border(to));
        let span = Span::new(from.min(to), from.max(to));
        let found = finish(directives(&page, &page, &[&[span]], &Pace::unhurried())).remove(0);
        let plain = |c: char| c.is_ascii_alphanumeric() || "=&,%-.'_~!*()".contains(c);
        prop_assert!(found.chars().all(plain), "{}", found);
        for term in found.split('&').filter(|term| !term.is_empty()) {
            let term = term.strip_prefix("text=").expect("a name");
            prop_assert!(term.split(',').all(|part| !part.is_empty() && part != "-"), "{}", found);
            prop_assert!(term.split(',').count() <= 4);
        }
    }
}
