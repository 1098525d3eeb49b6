//! Invariants that hold for any input. Each function panics where one is broken.

use hearsay::{
    Engine, Memo,
    annotation::{Annotations, Form, QuotationKind},
    article::{
        Article,
        snapshot::{Data, Snapshot},
    },
    pace::{Pace, finish},
    span::Span,
    utf16::Utf16Map,
};

/// The annotations of `article`, which hold together and come out the same in slices, and with the memo of what it was.
pub fn annotated(article: &Article, memo: &Memo) -> Annotations {
    self::article(article);
    let found = Engine::shipped().annotate(article);
    annotations(article, &found);
    let again = finish(Engine::shipped().annotate_at(article, memo, &Pace::new(|| true)));
    assert_eq!(found, again, "annotated again, not as at first sight");
    found
}

/// Spans are not empty, lie within `text` on borders of characters, in order, none over another.
fn in_order(text: &str, spans: impl IntoIterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end && span.start < span.end, "{what}: {span:?} after {end} in {} bytes", text.len());
        assert!(text.get(span.start..span.end).is_some(), "{what}: {span:?} cuts a character or the text's end");
        end = span.end;
    }
}

/// The blocks of an article.
fn article(article: &Article) {
    let blocks = &article.blocks;
    in_order(&article.text, blocks.iter().map(|block| block.span), "blocks");
    assert!(blocks.iter().all(|block| block.span == block.span.trimmed(&article.text)), "white space around a block");
    assert!(article.further.is_sorted() && article.further.iter().all(|&at| at <= blocks.len()), "borders of articles");
}

/// Annotations of `article`.
pub fn annotations(article: &Article, found: &Annotations) {
    let text = &article.text;
    in_order(text, found.quotations.iter().flat_map(|quotation| quotation.parts.iter().copied()), "quotations");
    for quotation in &found.quotations {
        assert!(!quotation.parts.is_empty(), "a quotation without words");
        if let Some(index) = quotation.attribution {
            assert!(index < found.attributions.len(), "attribution {index} is not there");
        }
        let speech = quotation.kind == QuotationKind::Speech;
        assert_eq!(speech, quotation.attribution.is_some(), "what is said is attributed, and nothing else is");
    }
    let within = |span: &Span| article.blocks.iter().any(|block| block.span.contains(*span));
    let borders = article.blocks.first().zip(article.blocks.last());
    let whole = borders.map_or(Span::default(), |(first, last)| first.span.join(last.span));
    for attribution in &found.attributions {
        assert!(attribution.content.iter().all(|span| whole.contains(*span)), "content outside of the article");
        in_order(text, attribution.content.iter().copied(), "content");
        for (spans, what) in [(&attribution.cue, "cue"), (&attribution.source, "source")] {
            in_order(text, spans.iter().copied(), what);
            assert!(spans.iter().all(within), "{what} {spans:?} in no paragraph");
        }
        assert!(!attribution.content.is_empty(), "an attribution of nothing");
        assert!(attribution.speaker.is_none_or(|index| index < found.speakers.len()), "a speaker that is not there");
        assert!((0.0..=1.0).contains(&attribution.confidence), "confidence {}", attribution.confidence);
        assert!(attribution.chain.iter().all(|relay| !relay.text.trim().is_empty()), "a relay without a name");
        in_order(text, attribution.chain.iter().filter_map(|relay| relay.span).take(1), "relay");
    }
    let starts = found.attributions.iter().map(|attribution| attribution.content[0].start);
    assert!(starts.is_sorted(), "attributions in the order of their content");
    for speaker in &found.speakers {
        assert!(!speaker.name.trim().is_empty(), "a speaker without a name");
        for mention in &speaker.mentions {
            assert!(!mention.is_empty() && text.get(mention.start..mention.end).is_some(), "mention {mention:?}");
        }
        assert!(speaker.mentions.is_sorted(), "mentions in text order");
    }
    let quoted = |index| found.quotations.iter().any(|other| !other.again && other.attribution == Some(index));
    for (index, attribution) in found.attributions.iter().enumerate() {
        assert!(attribution.form != Form::Indirect || !quoted(index), "a report in marks: {attribution:?} of {text:?}");
    }
}

/// Nodes stand in document order, each within its parent.
pub fn snapshot(page: &Snapshot) {
    let mut open: Vec<(u32, u32)> = Vec::new();
    for (id, node) in page.nodes.iter().enumerate() {
        let id = id as u32;
        while open.last().is_some_and(|&(_, end)| end <= id) {
            open.pop();
        }
        assert_eq!(node.parent, open.last().map(|&(parent, _)| parent), "the parent of node {id}");
        assert!(node.end > id && open.last().is_none_or(|&(_, end)| node.end <= end), "the end of node {id}");
        match node.data {
            Data::Element(_) => open.push((id, node.end)),
            Data::Text(_) => assert_eq!(node.end, id + 1, "a text node holds no other"),
        }
    }
}

/// Each piece of `article` is byte for byte a part of its text node in `page`, where the DOM's offsets lead there and
/// back; only white space stands outside the pieces.
pub fn in_page(page: &Snapshot, article: &Article) {
    self::article(article);
    for block in &article.blocks {
        in_order(&article.text, block.pieces.iter().map(|piece| piece.span), "pieces");
        let mut end = block.span.start;
        for piece in &block.pieces {
            assert!(block.span.contains(piece.span), "a piece outside its block");
            let node = page.nodes.get(piece.node as usize).map(|node| &node.data);
            let Some(Data::Text(data)) = node else { panic!("{piece:?} is of no text node") };
            let there = data.get(piece.start..piece.start + piece.span.len());
            assert_eq!(there, Some(piece.span.of(&article.text)), "{piece:?} is not the node's text");
            let map = Utf16Map::new(data);
            for byte in [piece.start, piece.start + piece.span.len()] {
                let unit = map.utf16(byte).expect("a piece ends between characters");
                assert_eq!(unit as usize, data[..byte].encode_utf16().count(), "byte {byte} as the DOM counts");
                assert_eq!(map.utf8(unit), Some(byte), "and back");
            }
            let between = Span::new(end, piece.span.start).of(&article.text);
            assert!(between.trim().is_empty(), "{between:?} came from nowhere");
            end = piece.span.end;
        }
        let rest = Span::new(end, block.span.end).of(&article.text);
        assert!(rest.trim().is_empty(), "{rest:?} came from nowhere");
    }
}
