//! Saved HTML to [`hearsay::article::snapshot::Snapshot`], without a browser.

mod tree;

use hearsay::article::{
    read,
    snapshot::{Builder, Snapshot},
};
use html5ever::{Attribute, parse_document, tendril::TendrilSink};
use tree::{Id, Kind, Sink, Step, Tree};

/// The page `html` that stands at `url`, as the browser reader would see it before any script has run.
pub fn snapshot(html: &str, url: &str) -> Snapshot {
    let tree = parse_document(Sink::default(), Default::default()).one(html);
    let (page, body) = page_wide(&tree, url);
    let mut builder = Builder::new(page);
    let mut step = body.map(Step::Enter);
    while let Some(here) = step {
        let mut skip = false;
        match here {
            Step::Enter(id) => match tree.kind(id) {
                Kind::Element(name, _) if read::left_out(&name.local) => skip = true,
                Kind::Element(name, attributes) => {
                    builder.open(read::element(&name.local, |name| value(attributes, name)));
                }
                Kind::Text(data) => {
                    builder.text(data);
                }
                Kind::Other => {}
            },
            Step::Leave(id) => {
                if matches!(tree.kind(id), Kind::Element(name, _) if !read::left_out(&name.local)) {
                    builder.close();
                }
                if Some(id) == body {
                    break;
                }
            }
        }
        step = tree.step(&here, skip);
    }
    builder.finish()
}

/// What the page says of itself, with no nodes yet; and its body.
fn page_wide(tree: &Tree, url: &str) -> (Snapshot, Option<Id>) {
    let mut page = Snapshot { url: url.split('#').next().unwrap_or("").to_owned(), ..Snapshot::default() };
    let mut body = None;
    let mut titled = false;
    let mut step = Some(Tree::start());
    while let Some(here) = step {
        let mut skip = false;
        if let Step::Enter(id) = here
            && let Kind::Element(name, attributes) = tree.kind(id)
        {
            match &*name.local {
                "html" => page.lang = value(attributes, "lang").unwrap_or_default(),
                "body" if body.is_none() => body = Some(id),
                "title" if !titled => {
                    titled = true;
                    page.title = text_of(tree, id).trim().to_owned();
                }
                "meta" => page.meta.extend(read::meta(|name| value(attributes, name))),
                "script" if value(attributes, "type").is_some_and(|kind| read::is_json_ld(&kind)) => {
                    page.json_ld.push(text_of(tree, id));
                }
                "svg" => skip = true, // it has titles of its own
                _ => {}
            }
        }
        step = tree.step(&here, skip);
    }
    (page, body)
}

fn value(attributes: &[Attribute], name: &str) -> Option<String> {
    attributes.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string())
}

/// The text directly in an element.
fn text_of(tree: &Tree, id: Id) -> String {
    let texts = tree.children(id).filter_map(|child| match tree.kind(child) {
        Kind::Text(data) => Some(&**data),
        _ => None,
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearsay::article::snapshot::Data;

    /// Tags, texts in quotation marks, and `/` where an element ends.
    fn outline(html: &str) -> String {
        let page = snapshot(html, "");
        let mut out = Vec::new();
        let mut open: Vec<u32> = Vec::new();
        for (id, node) in page.nodes.iter().enumerate() {
            while open.last().is_some_and(|&end| end <= id as u32) {
                open.pop();
                out.push("/".to_owned());
            }
            match &node.data {
                Data::Element(element) => {
                    out.push(element.tag.clone() + if element.hidden { "!" } else { "" });
                    open.push(node.end);
                }
                Data::Text(text) => out.push(format!("{text:?}")),
            }
        }
        out.join(" ")
    }

    #[test]
    fn nodes_stand_in_document_order() {
        assert_eq!(outline("<p>One <b>two</b> three<p hidden>four"), r#"body p "One " b "two" / " three" / p! "four""#);
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        assert_eq!(
            outline("<p>a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg>f"),
            r#"body p "a" "f""#
        );
    }

    #[test]
    fn misplaced_text_is_moved_as_browsers_do() {
        assert_eq!(outline("<table><b>x</b><tr><td>y</table>"), r#"body b "x" / table tbody tr td "y""#);
    }

    #[test]
    fn page_wide_fields() {
        let page = snapshot(
            r#"<html lang="en-GB"><head><title> A &amp; B </title><meta property="og:Title" content="A">
            <script type="application/ld+json">{"a":1}</script></head><body><svg><title>no</title></svg>
            <meta itemprop="author" content="Ann Lee">"#,
            "https://example.com/a#b",
        );
        assert_eq!(
            (page.title.as_str(), page.lang.as_str(), page.url.as_str()),
            ("A & B", "en-GB", "https://example.com/a")
        );
        assert_eq!(page.json_ld, [r#"{"a":1}"#]);
        let meta: Vec<_> = page.meta.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
        assert_eq!(meta, [("og:title", "A"), ("author", "Ann Lee")]);
    }

    #[test]
    fn depth_is_no_danger() {
        assert_eq!(snapshot(&"<b>".repeat(100_000), "").nodes.len(), 100_001);
    }
}
