//! Who made the article, as its page says.

use super::{
    Credits,
    about::{About, meta},
    agencies, byline, hints,
    passages::{Passage, Passages},
    snapshot::Snapshot,
};

/// Longest text that is looked at as a byline, in bytes.
const LONGEST_BYLINE: usize = 200;

/// Longest publisher's name, in bytes.
const LONGEST_NAME: usize = 60;

/// The credits of `page`, whose head says `about`; `near` are the passages around the article's start and end, where
/// bylines stand. The wire credit in the article's own text is not looked for.
pub fn of(page: &Snapshot, about: &About, passages: &Passages, near: &[Passage]) -> Credits {
    let told = &about.described.authors;
    let said = meta(
        page,
        &["author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"],
    );
    let stated: Vec<&str> = told.iter().map(String::as_str).chain(said).collect();
    let names = |texts: &[&str]| -> Vec<String> {
        let mut names: Vec<String> = texts.iter().flat_map(|text| byline::names(text)).collect();
        let mut seen = std::collections::HashSet::new();
        names.retain(|name| seen.insert(name.to_lowercase()));
        names
    };
    let mut by = names(&told.iter().map(String::as_str).collect::<Vec<_>>());
    if by.is_empty() {
        by = names(said.as_slice());
    }
    if by.is_empty() {
        by = shown(passages, near);
    }
    let publisher = about.described.publisher.as_deref().or_else(|| meta(page, &["og:site_name", "application-name"]));
    let publisher =
        publisher.or_else(|| title_end(&page.title)).filter(|name| name.len() <= LONGEST_NAME).map(str::to_owned);
    let sources = meta(page, &["dc.source", "source", "article:source", "syndication-source"]);
    let origins = about.described.origins.iter().map(String::as_str);
    let wire = stated.into_iter().chain(origins).chain(sources).find_map(|text| agencies::named(text.trim()));
    Credits { headline: about.headline.clone(), byline: by, publisher, wire: wire.map(str::to_owned) }
}

/// The names in the first passage that is marked as a byline or opens like one.
fn shown(passages: &Passages, near: &[Passage]) -> Vec<String> {
    let author = hints::of("author");
    let candidates = || near.iter().filter(|passage| passage.span.len() <= LONGEST_BYLINE);
    let names = |passage: &Passage| byline::names(passage.span.of(&passages.text));
    let marked = candidates().filter(|passage| passage.place.near.iter().any(|hints| hints & author != 0));
    let opening = candidates()
        .filter(|passage| passage.span.of(&passages.text).get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")));
    marked.chain(opening).map(names).find(|names| !names.is_empty()).unwrap_or_default()
}

/// What a page's title adds after its last bar or dash: usually the site's name.
fn title_end(title: &str) -> Option<&str> {
    let (_, end) = title.rsplit_once([" | ", " - ", " – ", " — "].into_iter().find(|mark| title.contains(mark))?)?;
    (!end.trim().is_empty()).then(|| end.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::passages;
    use crate::article::snapshot::{Builder, Element};

    fn of_page(page: Snapshot, blocks: &[(&str, &str)]) -> Credits {
        let mut builder = Builder::new(page);
        builder.open(Element { tag: "body".into(), ..Element::default() });
        for (hints, text) in blocks {
            builder.open(Element { tag: "div".into(), hints: (*hints).into(), ..Element::default() });
            builder.text(text);
            builder.close();
        }
        let page = builder.finish();
        let passages = passages::of(&page);
        of(&page, &About::of(&page), &passages, &passages.list)
    }

    #[test]
    fn the_head_goes_first() {
        let page = Snapshot {
            json_ld: vec![
                r#"{"@type": "NewsArticle", "author": {"name": "Ann Lee"}, "publisher": {"name": "Herald"}}"#.into(),
            ],
            meta: vec![("author".into(), "Associated Press".into())],
            ..Snapshot::default()
        };
        let credits = of_page(page, &[("byline", "By Bo Ek")]);
        assert_eq!(credits.byline, ["Ann Lee"]);
        assert_eq!(credits.publisher.as_deref(), Some("Herald"));
        assert_eq!(credits.wire.as_deref(), Some("Associated Press"));
    }

    #[test]
    fn then_what_the_page_shows() {
        let page = Snapshot { title: "Tide turns | The Osby Herald".into(), ..Snapshot::default() };
        let credits = of_page(page, &[("", "Tide turns"), ("story-byline", "Bo Ek, Staff Writer"), ("", "By Ann Lee")]);
        assert_eq!(credits.byline, ["Bo Ek"]);
        assert_eq!(credits.publisher.as_deref(), Some("The Osby Herald"));
        assert_eq!(of_page(Snapshot::default(), &[("", "By Ann Lee")]).byline, ["Ann Lee"]);
    }
}
