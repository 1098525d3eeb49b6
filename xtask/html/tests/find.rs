//! From HTML to the article's text.

use hearsay::{
    article::{Block, BlockKind, NoArticle, find, find_at, whole},
    pace::{Pace, finish},
};
use hearsay_html::snapshot;

const ONE: &str =
    "The harbour of Osby was closed on Monday after the tide rose higher than it has in forty years, the mayor said.";
const TWO: &str =
    "“We had an hour to move the boats,” said Ann Lee, who has run the ferry since 1998, “and we needed two of them.”";
const THREE: &str =
    "Engineers will look at the gates this week, and the council is to vote in May on what the repairs may cost.";

const NAVIGATION: &str = r#"<header><nav class="main-nav"><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a>
    <li><a href="/weather">Weather</a></ul></nav></header>"#;
const AROUND: &str = r#"<aside class="related"><h3>Related stories</h3><ul>
    <li><a href="/a">Gulls take over the market square, and nobody minds them there</a>
    <li><a href="/b">Ferry timetable: what changes in the summer for those who travel to work</a></ul></aside>
    <section class="comments"><h3>Comments</h3><p class="comment">I told you so.</p></section>
    <footer><p>© The Osby Herald. All rights reserved.</p></footer>"#;

fn page(inside: &str) -> String {
    format!(
        r#"<html lang="en"><head><title>Tide closes harbour | The Osby Herald</title>
        <meta property="og:title" content="Tide closes harbour"></head>
        <body>{NAVIGATION}<main><article><h1>Tide closes harbour</h1>{inside}</article></main>{AROUND}</body></html>"#
    )
}

#[track_caller]
fn check(inside: &str, expected: &[(BlockKind, &str)]) {
    let article = find(&snapshot(&page(inside), "")).expect("an article");
    let found: Vec<_> = article.blocks.iter().map(|block| (block.kind, block.span.of(&article.text))).collect();
    assert_eq!(found, expected);
}

fn prose<'a>(texts: &[&'a str]) -> Vec<(BlockKind, &'a str)> {
    texts.iter().map(|text| (BlockKind::Paragraph, *text)).collect()
}

#[test]
fn paragraphs_and_nothing_around_them() {
    let inside = format!(
        r#"<figure><img src="a.jpg"><figcaption>The harbour on Monday. (Photo: Bo Ek)</figcaption></figure>
        <div class="story-body"><p>{ONE}</p><p>{TWO}</p><div class="advert">Advertisement</div>
        <p>{THREE}</p></div><div class="newsletter"><p>Sign up for our newsletter</p></div>"#
    );
    check(&inside, &prose(&[ONE, TWO, THREE]));
}

#[test]
fn text_parted_by_line_breaks_alone() {
    check(&format!("<div>{ONE}<br><br>{TWO}<br>\n<br>{THREE}</div>"), &prose(&[ONE, TWO, THREE]));
}

#[test]
fn marked_up_words_stay_in_their_paragraph() {
    let inside =
        format!("<p>{ONE}</p><p>{TWO} <a href='/gates'>Two of the\n <em>gates</em></a> were shut.</p><p>{THREE}</p>");
    check(&inside, &prose(&[ONE, &format!("{TWO} Two of the gates were shut."), THREE]));
}

#[test]
fn quotations_lists_and_headings_amid_the_text() {
    let quote = "We have asked for new gates for ten years, and were told each time that they would come.";
    let item = "The north gate, which is from 1961 and was last painted in the year of the great storm.";
    let inside = format!(
        "<p>{ONE}</p><p>{TWO}</p><h2>Old gates</h2><p>{THREE}</p><blockquote>{quote}</blockquote>
        <p>{ONE}</p><ul><li>{item}</li></ul><p>{THREE}</p>"
    );
    let text = |text| (BlockKind::Paragraph, text);
    check(
        &inside,
        &[
            text(ONE),
            text(TWO),
            (BlockKind::Subhead, "Old gates"),
            text(THREE),
            (BlockKind::Blockquote, quote),
            text(ONE),
            (BlockKind::ListItem, item),
            text(THREE),
        ],
    );
}

#[test]
fn a_heading_between_paragraphs_is_of_the_article_unless_it_leads_elsewhere() {
    let inside =
        |heading| format!("<p>{ONE}</p><div class='comment'><h4>{heading}</h4></div><p>{THREE}</p><p>{TWO}</p>");
    let expected = prose(&[ONE, THREE, TWO]);
    check(&inside("<a href='/gulls'>Gulls take the market</a>"), &expected);
    let heading = (BlockKind::Subhead, "Wet cellars");
    check(&inside("Wet cellars"), &[&expected[..1], &[heading], &expected[1..]].concat());
}

#[test]
fn what_stands_beside_the_text_is_told_by_its_sort() {
    let deck = "The gates held, but only just, and nobody knows for how long.";
    let caption = "The ferry on Monday, where “nobody slept,” as its captain told the council.";
    let bio = "Ann Lee is a senior reporter at The Osby Herald.";
    let html = format!(
        "<p class='article-deck'>{deck}</p><p>{ONE}</p><div><img src='a.jpg'><p class='imageCaption'>{caption}</p></div>
        <p>{TWO}</p><figure><figcaption>{caption}</figcaption></figure><p class='subtitle'>{THREE}</p><p>{bio}</p>"
    );
    let article = finish(whole(&snapshot(&html, ""), &Pace::unhurried()));
    let sorts = |blocks: &[Block]| -> Vec<(BlockKind, String)> {
        blocks.iter().map(|block| (block.kind, block.span.of(&article.text).to_owned())).collect()
    };
    let captions = (BlockKind::Caption, caption.to_owned());
    let expected = [(BlockKind::Deck, deck.to_owned()), captions.clone(), captions, (BlockKind::Bio, bio.to_owned())];
    assert_eq!(sorts(&article.beside), expected);
    let text = prose(&[ONE, TWO, THREE]).into_iter().map(|(kind, text)| (kind, text.to_owned()));
    assert_eq!(sorts(&article.blocks), text.collect::<Vec<_>>());
}

#[test]
fn what_stands_outside_is_told_by_its_sort() {
    let said = |what: &str| format!("“We have seen it all before,” {what}.");
    let texts = ["so the picture", "a reader", "the gull", "the box", "the newsletter", "the account"].map(said);
    let [caption, comment, teaser, aside, notice, post] = &texts;
    let html = format!(
        "<body><main><article><h1>Tide closes harbour</h1><p>{ONE}</p><figure><img><figcaption>{caption}</figcaption></figure>
        <p>{TWO}</p><p>{THREE}</p></article></main><div class='comments'><p>{comment}</p></div>
        <div><a href='/gull'>{teaser}</a></div><aside class='factbox'><p>{aside}</p></aside>
        <div class='newsletter-signup'><p>{notice}</p></div><aside><div class='tweet-embed'><p>{post}</p></div></aside></body>"
    );
    let found = finish(find_at(&snapshot(&html, ""), &Pace::unhurried())).expect("an article");
    let outside = found.outside.blocks.iter().map(|block| (block.kind, block.span.of(&found.outside.text)));
    let expected = [
        (BlockKind::Caption, caption.as_str()),
        (BlockKind::Comment, comment),
        (BlockKind::Teaser, teaser),
        (BlockKind::Aside, aside),
        (BlockKind::Boilerplate, notice),
        (BlockKind::Post, post),
    ];
    assert_eq!(outside.collect::<Vec<_>>(), expected);
}

#[test]
fn an_advert_is_not_read() {
    let adverts = [
        "<p>Advertisement</p>",
        "<div>Advertisement<br>“Nobody sells such boots,” said Lou.</div>",
        "<div><p>Sponsored</p><p>“Nobody sells such boots,” said Lou, who had to know it.</p></div>",
    ];
    for advert in adverts {
        check(&format!("<p>{ONE}</p><p>{TWO}</p>{advert}<p>{THREE}</p>"), &prose(&[ONE, TWO, THREE]));
    }
    let promoted = "Promoted to captain in May, Ann Lee has seen worse floods.";
    check(&format!("<p>{ONE}</p><p>{TWO}</p><p>{promoted}</p><p>{THREE}</p>"), &prose(&[ONE, TWO, promoted, THREE]));
}

#[test]
fn what_is_hidden_is_not_read() {
    check(&format!("<p>{ONE}</p><p>{TWO}</p><p hidden>{TWO} Again.</p><p>{THREE}</p>"), &prose(&[ONE, TWO, THREE]));
}

#[test]
fn credits_come_from_the_page_and_notes_carry_no_label() {
    let inside = format!(
        "<p class='byline'>By Ann Lee and Bo Ek</p><p>OSBY (AP) — {ONE}</p><p>{TWO}</p><p>{THREE}</p>
        <p>Bo Ek contributed to this report from Lund.</p>"
    );
    let article = find(&snapshot(&page(&inside), "")).expect("an article");
    assert_eq!(article.credits.headline, "Tide closes harbour");
    assert_eq!(article.credits.byline, ["Ann Lee", "Bo Ek"]);
    assert_eq!(article.credits.publisher.as_deref(), Some("The Osby Herald"));
    assert_eq!(article.credits.wire.as_deref(), Some("Associated Press"));
    assert_eq!(article.language, "en");
    assert_eq!(article.blocks.len(), 3);
}

#[test]
fn a_front_page_is_no_article() {
    let teaser = |n: usize| {
        format!(
            "<div class='card'><a href='/{n}'><img><h3>Story number {n} of the day is here to read</h3></a><p>In short, {n} times.</p></div>"
        )
    };
    let html = format!("<body>{NAVIGATION}<main>{}</main>{AROUND}</body>", (0..30).map(teaser).collect::<String>());
    assert!(matches!(find(&snapshot(&html, "")), Err(NoArticle::NoProse | NoArticle::Short)));
}
