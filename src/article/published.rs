//! When an article came out, as its page's head says.

use super::{
    about::{self, meta},
    json_ld,
    snapshot::Snapshot,
};

/// The day, as `2026-05-12`; `None` where the head does not tell.
pub fn published(page: &Snapshot) -> Option<String> {
    const NAMES: [&str; 6] =
        ["article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "parsely-pub-date"];
    let told = NAMES.iter().filter_map(|name| meta(page, &[name])).find_map(day).map(str::to_owned);
    told.or_else(|| Some(day(&json_ld::article(&page.json_ld, about::title(page))?.published?)?.to_owned()))
}

/// The day that a date begins with.
fn day(date: &str) -> Option<&str> {
    let day = date.get(..10)?;
    let fits = day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    fits.then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::about::About;

    fn told(meta: &[(&str, &str)], json_ld: &str) -> Option<String> {
        let meta = meta.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect();
        published(&Snapshot { meta, json_ld: vec![json_ld.to_owned()], ..Snapshot::default() })
    }

    #[test]
    fn the_day_of_a_page() {
        assert_eq!(told(&[("article:published_time", "2026-05-12T08:00:00Z")], "").as_deref(), Some("2026-05-12"));
        let script = r#"{"@type": "NewsArticle", "datePublished" : "2026-05-13T01:00:00+02:00"}"#;
        assert_eq!(told(&[], script).as_deref(), Some("2026-05-13"));
        assert_eq!(told(&[("date", "last Tuesday")], script).as_deref(), Some("2026-05-13"));
    }

    #[test]
    fn of_several_articles_it_is_the_one_whose_headline_is_shown() {
        let script = r#"[{"@type": "Article", "headline": "Other news", "datePublished": "2026-05-13"},
            {"@type": "Article", "headline": "Tide turns", "datePublished": "2026-05-14"}]"#;
        let page = |title: &str| Snapshot { title: title.into(), json_ld: vec![script.into()], ..Snapshot::default() };
        for (title, headline, day) in [
            ("Tide turns".to_owned(), "Tide turns", "2026-05-14"),
            (format!("{}Tide turns", "No. ".repeat(300)), "Other news", "2026-05-13"),
        ] {
            assert_eq!(About::of(&page(&title)).headline, headline);
            assert_eq!(published(&page(&title)).as_deref(), Some(day));
        }
    }

    #[test]
    fn no_day_where_none_is_told() {
        assert_eq!(told(&[("date", "12 May 2026")], r#"{"@type": "Article", "datePublished": 2026}"#), None);
        assert_eq!(told(&[], ""), None);
    }
}
