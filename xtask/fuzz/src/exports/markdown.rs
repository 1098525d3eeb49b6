//! Lists, read by the rules of CommonMark.

use super::squeezed;
use hearsay::export::{Sheet, fragment, markdown};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The list of `sheet` holds the words of its statements, and no markup or link that is not its own.
pub fn check(sheet: &Sheet, directives: &[String]) {
    let [nobody, via, passage] = ["Not named", "via", "passage"].map(str::to_owned);
    let credits = vec![format!("By {}", sheet.article.credits.byline[0])];
    let terms = markdown::Terms { nobody, via, passage, credits };
    let list = markdown::write(sheet, directives, &terms);
    let mut links = vec![sheet.url.to_owned()];
    let mut text = format!("{}{}{}", sheet.article.credits.headline, terms.credits[0], sheet.url);
    for (statement, directive) in sheet.statements.iter().zip(directives) {
        text += statement.speaker.map_or(&terms.nobody, |speaker| &speaker.name);
        if let Some(role) = statement.role() {
            text += &format!(", {role}");
        }
        if !statement.chain.is_empty() {
            text += &format!(", via {}", statement.path());
        }
        text += &format!(": {}", statement.text(sheet.article));
        if !directive.is_empty() {
            text += "(passage)";
            links.push(fragment::address(sheet.url, directive));
        }
    }
    let (read, linked) = read(&list);
    assert_eq!(squeezed(&read), squeezed(&text), "other words than those of the statements in {list}");
    let plain = |address: &String| squeezed(&address.replace(['<', '>', '\\'], ""));
    assert_eq!(linked.iter().map(plain).collect::<Vec<_>>(), links.iter().map(plain).collect::<Vec<_>>());
    let mut outside = list.split("](<").map(|part| part.split_once(">)").map_or(part, |(_, rest)| rest));
    assert!(outside.all(|text| !text.to_lowercase().contains("www.")), "many dialects make a link of it");
}

/// The text, and where its links lead.
fn read(list: &str) -> (String, Vec<String>) {
    let (mut text, mut links) = (String::new(), Vec::new());
    let more =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(list, more | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Text(words) => text += &words,
            Event::SoftBreak => text.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })
            | Event::Start(Tag::Paragraph | Tag::List(Some(1)) | Tag::Item | Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::List(true) | TagEnd::Item)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
            other => panic!("{other:?} in {list}"),
        }
    }
    (text, links)
}
