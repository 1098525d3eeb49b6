//! Several articles on one page are several articles.

use hearsay::{Engine, article, export::rows};

const FIRST: &str = "<article><h1>Ravensmoor loses its ferry</h1>
<p>The ferry between Ravensmoor and the islands will stop on Friday after ninety years, because too few people cross.</p>
<p>“We kept it going for as long as we could,” said Ann Lee, the harbour master. The boat was built for forty people.</p>
<p>She said four people a day had crossed last winter, and that the town could not pay for an empty boat much longer.</p>
</article>";

const SECOND: &str = "<article><h1>Fire takes the old mill at Dunholt</h1>
<p>By Tom Falk</p>
<p>The paper mill at Dunholt, which had stood empty for eleven years, burned to the ground in the night to Thursday.</p>
<p>“The roof was gone before we had the hoses out,” Lee said. The cause of the fire is not known, and nobody was hurt.</p>
<p>Some forty people were brought to the school hall because of the smoke, and all of them were home again by noon.</p>
</article>";

/// Words and speaker of each quotation on a page with this in its body.
fn said(main: &str) -> Vec<(String, Option<String>)> {
    let page = hearsay_html::snapshot(&format!("<html><body><main>{main}</main></body></html>"), "");
    let article = article::find(&page).expect("an article");
    let found = Engine::shipped().annotate(&article);
    rows(&article.text, &found).quotations.into_iter().map(|row| (row.text, row.speaker.map(str::to_owned))).collect()
}

#[test]
fn nobody_is_known_from_another_article() {
    let own = |html| said(html).into_iter().next().expect("a quotation");
    let (first, second) = (own(FIRST), own(SECOND));
    assert_eq!(first.1.as_deref(), Some("Ann Lee"));
    assert_eq!(second.1.as_deref(), Some("Lee"));
    assert_eq!(said(&format!("{FIRST}{SECOND}")), [first.clone(), second.clone()]);
    assert_eq!(said(&format!("{SECOND}{FIRST}")), [second, first]);
}

#[test]
fn posts_and_sections_are_parts_of_one_article() {
    let posts = format!("<article>{}</article>", FIRST.replace("h1", "h2") + &SECOND.replace("h1", "h2"));
    assert_eq!(said(&posts)[1].1.as_deref(), Some("Ann Lee"));
    let sections = FIRST.replace("</article>", "") + &SECOND.replace("<article>", "");
    assert_eq!(said(&sections)[1].1.as_deref(), Some("Ann Lee"));
}

#[test]
fn notes_of_each_are_left_out() {
    let page = hearsay_html::snapshot(&format!("<html><body><main>{FIRST}{SECOND}</main></body></html>"), "");
    let article = article::find(&page).expect("an article");
    assert_eq!(article.further.len(), 1);
    let second = article.blocks[article.further[0]].span.of(&article.text);
    assert!(second.starts_with("Fire takes") || second.starts_with("The paper mill"), "{second}");
    assert!(article.blocks.iter().all(|block| block.span.of(&article.text) != "By Tom Falk"));
}
