//! Who made the article, as its page says.

use super::{
    Credits,
    about::{About, meta},
    byline,
    passages::{Passage, Passages},
    signed,
    snapshot::Snapshot,
};
use crate::{keyed::WordSet, outlets};

/// Longest publisher's name, in bytes.
const LONGEST_NAME: usize = 60;

/// Bytes at the end of a text for authors or sources in which an outlet's name is looked for behind a writer's.
const BEHIND: usize = 200;

/// The credits of `page`, whose head says `about`; `near` are the passages around the article's start and end, where
/// bylines stand. The wire credit in the article's own text is not looked for.
pub fn of(page: &Snapshot, about: &About, passages: &Passages, near: &[Passage]) -> Credits {
    const AUTHORS: [&str; 7] =
        ["author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"];
    let told: Vec<&str> = about.described.authors.iter().map(String::as_str).collect();
    let said: Vec<&str> = AUTHORS.iter().filter_map(|name| meta(page, &[name])).collect();
    let publisher = publisher(page, about);
    let names = |texts: &[&str]| -> Vec<String> {
        let mut names: Vec<String> =
            texts.iter().flat_map(|text| byline::names(&person(text, publisher.as_deref()))).collect();
        let mut seen = WordSet::default();
        // An outlet that signs its own articles is no writer.
        let outlet = |name: &str| outlets::named(name, true).is_some() || publisher.as_deref() == Some(name);
        names.retain(|name| !outlet(name) && seen.insert(name.to_lowercase()));
        names
    };
    let stated = [names(&told)].into_iter().chain(said.iter().map(|text| names(&[text])));
    let shown = || names(&signed::shown(page, passages, near).iter().map(String::as_str).collect::<Vec<_>>());
    let by = stated.into_iter().find(|names| !names.is_empty()).unwrap_or_else(shown);
    let sources = meta(page, &["dc.source", "source", "article:source", "syndication-source"]);
    let origins = about.described.origins.iter().chain(&about.described.publisher).map(String::as_str);
    let wire = told.into_iter().chain(said).chain(origins).chain(sources).find_map(credited);
    let wire = wire.filter(|agency| publisher.as_deref().and_then(outlets::agency) != Some(agency));
    Credits {
        headline: headline(&about.headline, publisher.as_deref()).to_owned(),
        byline: by,
        publisher,
        wire: wire.map(|agency| agency.name.to_owned()),
        dateline: None,
    }
}

/// Who publishes `page`. What its head says for machines goes first, unless the page is signed otherwise for people: on
/// sites that print an agency's reports, the head often names the agency.
fn publisher(page: &Snapshot, about: &About) -> Option<String> {
    let told = about.described.publisher.as_deref();
    let site = meta(page, &["og:site_name", "application-name"]);
    let ended = parted(&page.title).map(|(_, end)| end);
    let agency = told.is_some_and(|told| outlets::agency(told).is_some());
    let signed = site.zip(ended).is_some_and(|(site, ended)| bare(site) == bare(ended));
    let own = ended.is_some_and(|ended| outlets::agency(ended).is_some());
    let order = match (signed || own, agency) {
        (true, _) => [ended, told, site],
        (false, true) => [site, ended, told],
        (false, false) => [told, site, ended],
    };
    let name = order.into_iter().flatten().map(|name| name.split(" | ").next().unwrap_or(name).trim());
    // A handle, an address, a word for any site and letters that the article is not written in tell readers nothing.
    let names = |name: &&str| {
        let site = name.starts_with('@') || name.starts_with("http");
        !site && name.bytes().any(|b| b.is_ascii_alphanumeric()) && !name.eq_ignore_ascii_case("hosted")
    };
    let name = name.filter(names);
    name.filter(|name| name.len() <= LONGEST_NAME).map(str::to_owned).next()
}

/// The letters and digits of a name, as names are compared.
fn bare(name: &str) -> String {
    name.to_lowercase().split(|c: char| !c.is_alphanumeric()).collect()
}

/// The headline without the `publisher` behind its last bar or dash.
fn headline<'a>(headline: &'a str, publisher: Option<&str>) -> &'a str {
    let cut = parted(headline).filter(|(_, end)| publisher.is_some_and(|publisher| bare(publisher) == bare(end)));
    cut.map_or(headline, |(before, _)| before)
}

/// A writer's name without the outlet that follows it ("Ann Lee The Associated Press"), and with plain spaces.
fn person(text: &str, publisher: Option<&str>) -> String {
    let mut plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let outlet = |at: &usize| {
        let name = &plain[at + 1..];
        let own = || publisher.is_some_and(|publisher| bare(publisher) == bare(name));
        outlets::agency(name).is_some() || plain[..*at].contains(' ') && own()
    };
    let at = spaces(&plain).find(outlet);
    if let Some(at) = at {
        plain.truncate(plain[..at].trim_end_matches('.').len());
    }
    plain
}

/// The agency that a text for authors or sources names: alone, with its place ("Reuters in Oslo"), or behind a writer's
/// name.
fn credited(text: &str) -> Option<&'static outlets::Outlet> {
    let text = text.trim();
    let placed = text.split_once(" in ").and_then(|(name, _)| outlets::agency(name));
    let behind = || spaces(text).find_map(|at| outlets::agency(&text[at + 1..]));
    outlets::agency(text).or(placed).or_else(behind)
}

/// Where an outlet's name may follow in `text`.
fn spaces(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(' ').map(|(at, _)| at).filter(|at| text.len() - at <= BEHIND)
}

/// What a title is before its last bar or dash, and what it adds behind that: usually the site's name.
fn parted(title: &str) -> Option<(&str, &str)> {
    let (before, end) =
        title.rsplit_once([" | ", " - ", " – ", " — "].into_iter().find(|mark| title.contains(mark))?)?;
    (!end.trim().is_empty()).then(|| (before.trim(), end.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::passages;
    use crate::{
        article::snapshot::{Builder, Element},
        pace::{Pace, finish},
    };

    fn of_page(page: Snapshot, blocks: &[(&str, &str)]) -> Credits {
        let mut builder = Builder::new(page);
        builder.open(Element { tag: "body".into(), ..Element::default() });
        for (hints, text) in blocks {
            builder.open(Element { tag: "div".into(), hints: (*hints).into(), ..Element::default() });
            builder.text(text);
            builder.close();
        }
        let page = builder.finish();
        let passages = finish(passages::of(&page, &Pace::unhurried()));
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
