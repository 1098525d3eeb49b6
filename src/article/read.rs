//! What a reader keeps of a DOM. The browser reader and the HTML reader both call this, so that they see one page
//! alike.

use super::snapshot::Element;

/// Attributes whose values become [`Element::hints`], in that order.
const HINTS: [&str; 7] = ["id", "class", "role", "itemprop", "rel", "data-testid", "aria-label"];

/// Bytes of one attribute's value that are kept: page text may be of any length.
const LONGEST_HINT: usize = 500;

/// Whether elements of this (lower case) name stay out of a snapshot, with all that is in them: nothing in them is
/// readable text of the page.
pub fn left_out(tag: &str) -> bool {
    const TAGS: [&str; 19] = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
        "video", "select", "textarea", "datalist", "input", "link", "meta", "title",
    ];
    TAGS.contains(&tag)
}

/// What is kept of the element `tag` (lower case), where `attribute` gives the values of its attributes.
pub fn element(tag: &str, mut attribute: impl FnMut(&str) -> Option<String>) -> Element {
    let mut hints = String::new();
    for value in HINTS.iter().filter_map(|name| attribute(name)) {
        if !hints.is_empty() {
            hints.push(' ');
        }
        hints.push_str(&clipped(&value, LONGEST_HINT).to_lowercase());
    }
    let hidden = attribute("hidden").is_some_and(|value| value != "until-found")
        || attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
        || attribute("style").is_some_and(|style| hides(&style));
    let href = if tag == "a" { attribute("href").unwrap_or_default() } else { String::new() };
    Element { tag: tag.to_owned(), hints, href, hidden }
}

/// The entry of [`Snapshot::meta`](super::snapshot::Snapshot::meta) for a `<meta>` element, where it has a name and a
/// content.
pub fn meta(mut attribute: impl FnMut(&str) -> Option<String>) -> Option<(String, String)> {
    let name = ["name", "property", "itemprop"].into_iter().find_map(&mut attribute)?;
    Some((name.trim().to_lowercase(), attribute("content")?))
}

/// Whether a `<script>` of this `type` holds JSON-LD.
pub fn is_json_ld(kind: &str) -> bool {
    let essence = kind.split(';').next().unwrap_or("");
    essence.trim().eq_ignore_ascii_case("application/ld+json")
}

/// Whether an inline style takes its element out of sight.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let value = value.trim().to_ascii_lowercase();
        match property.trim().to_ascii_lowercase().as_str() {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        }
    })
}

/// The first `most` bytes of `text` or somewhat less, on a character border.
pub(super) fn clipped(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(attributes: &[(&str, &str)]) -> Element {
        element("a", |name| attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn hints_stand_in_one_order_and_case() {
        let link = of(&[("class", "Story Body"), ("id", "Main"), ("href", "/a?B")]);
        assert_eq!((link.hints.as_str(), link.href.as_str()), ("main story body", "/a?B"));
    }

    #[test]
    fn hidden_by_attribute_or_inline_style() {
        assert!(of(&[("hidden", "")]).hidden);
        assert!(of(&[("aria-hidden", "TRUE")]).hidden);
        assert!(of(&[("style", "color: red; Display : none !important")]).hidden);
        assert!(!of(&[("style", "display: block; background: url(none)"), ("aria-hidden", "false")]).hidden);
        assert!(!of(&[("hidden", "until-found")]).hidden);
    }

    #[test]
    fn long_values_are_cut_on_a_character_border() {
        assert_eq!(of(&[("class", &"é".repeat(1000))]).hints.len(), LONGEST_HINT);
        assert_eq!(clipped("aé", 2), "a");
    }

    #[test]
    fn json_ld_by_type() {
        assert!(is_json_ld("Application/LD+json; charset=utf-8"));
        assert!(!is_json_ld("application/json"));
    }
}
