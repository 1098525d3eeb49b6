//! What a page's head says of its article.

use super::{
    json_ld::{self, Described},
    read::clipped,
    references::decoded,
    snapshot::Snapshot,
};

/// Bytes that are kept of a title or description: they are compared with all of the page's text.
const LONGEST: usize = 1000;

/// Titles, text and names that the page gives for machines. Hints only: any of it may be missing or wrong.
#[derive(Debug, Default)]
pub struct About {
    /// The headline; the page's title where there is nothing better.
    pub headline: String,
    /// A sentence or two on the article; may be empty.
    pub description: String,
    /// The article in the page's JSON-LD.
    pub described: Described,
}

impl About {
    /// Reads the head of `page`.
    pub fn of(page: &Snapshot) -> Self {
        let title = title(page);
        let described = json_ld::article(&page.json_ld, title).unwrap_or_default();
        let headline = described.headline.as_deref().or_else(|| meta(page, &["og:title", "twitter:title"]));
        let description = meta(page, &["og:description", "description", "twitter:description"]);
        Self {
            headline: decoded(clipped(headline.unwrap_or(title).trim(), LONGEST)),
            description: decoded(clipped(description.unwrap_or_default(), LONGEST)),
            described,
        }
    }
}

/// The title of `page`, as far as it is read.
pub fn title(page: &Snapshot) -> &str {
    clipped(&page.title, LONGEST)
}

/// The content of the first of the meta elements `names` that `page` has.
pub fn meta<'a>(page: &'a Snapshot, names: &[&str]) -> Option<&'a str> {
    let content = |wanted: &&str| page.meta.iter().find(|(name, content)| name == wanted && !content.trim().is_empty());
    names.iter().find_map(content).map(|(_, content)| content.trim())
}
