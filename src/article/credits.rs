//! Who made the article, as its page says.

use super::{
    Credits,
    about::{About, meta},
    snapshot::Snapshot,
};

/// The credits of `page`, whose head says `about`.
pub fn of(page: &Snapshot, about: &About) -> Credits {
    let publisher = about.described.publisher.as_deref().or_else(|| meta(page, &["og:site_name", "application-name"]));
    Credits {
        headline: about.headline.clone(),
        byline: about.described.authors.clone(),
        publisher: publisher.map(str::to_owned),
        wire: None,
    }
}
