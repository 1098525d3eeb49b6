//! Notes, and sentences that look like them.

use super::*;

const NOTES: [&str; 13] = [
    "with wire",
    "With inputs from PTI",
    "(AFP)",
    "Wire reports",
    "The Associated Press contributed to this report.",
    "Ann Lee contributed to this story.",
    "Reporting by Ann Lee; editing by Bo Ek",
    "© 2024 The Osby Herald. All rights reserved.",
    "Ann Lee is a senior reporter at The Osby Herald.",
    "Bo Ek is the author of a book on tides.",
    "Follow Ann on social media @annlee",
    "Sign up for our morning letter here",
    "This article was first published in May.",
];

const SENTENCES: [&str; 9] = [
    "With Reuters and AFP on the ground, officials chose their words with care, three of them said on Monday night.",
    "The mayor is a former reporter, and it shows.",
    "He left.",
    "She said no. He said yes. They left. It rained.",
    "“This article was wrong,” Lee said.",
    "Lee follows the case.",
    "Ann Lee is a former mayor of Osby.",
    "From there the boats sail to Lund.",
    "A spokesman for Bloomberg declined to comment.",
];

#[test]
fn notes_are_told_from_sentences() {
    for note in NOTES {
        assert!(closes(note), "{note}");
    }
    for sentence in SENTENCES {
        assert!(!closes(sentence), "{sentence}");
    }
}

#[test]
fn only_edges_are_notes() {
    let lines = ["By Ann Lee", "May 3, 2024", "The tide came in.", "Wire reports", "It went out.", "with wire", "(AP)"];
    assert_eq!(edges(&lines), (2, 2));
    assert_eq!(edges(&[]), (0, 0));
    assert_eq!(edges(&["with wire"]), (0, 1));
}

#[test]
fn stray_lines() {
    for line in [
        "© Ann Lee The quay of Osby at night.",
        "Story continues below gallery",
        "Click here to read the report of the harbour board.",
        "(Graphic: Tides of the year - here)",
    ] {
        assert!(stray(line), "{line}");
    }
    for line in ["Story after story was told.", "Read more, she said.", "The click here was loud."] {
        assert!(!stray(line), "{line}");
    }
}

#[test]
fn writers_in_notes() {
    let writers = |lines: &[&str]| super::writers(lines, edges(lines));
    assert_eq!(writers(&["By Ann Lee", "The tide came in."]), ["Ann Lee"]);
    assert_eq!(writers(&["The tide came in.", "(Reporting by Ann Lee; editing by Bo Ek)"]), ["Ann Lee"]);
    assert!(writers(&["The tide came in by Ann Lee."]).is_empty());
}

#[test]
fn wire_from_note_dateline_or_signature() {
    let of = |lines: &[&str]| wire(lines, edges(lines));
    assert_eq!(of(&["The tide came in.", "with wire"]).as_deref(), Some("news agencies"));
    assert_eq!(of(&["OSLO, May 3 (Reuters) - The tide came in."]).as_deref(), Some("Reuters"));
    assert_eq!(of(&["OSBY (AP) — The tide came in."]).as_deref(), Some("Associated Press"));
    assert_eq!(of(&["OSBY. /TASS/. The tide came in."]).as_deref(), Some("TASS"));
    assert_eq!(of(&["The tide came in.", "It went out. (ANI)"]).as_deref(), Some("Asian News International"));
    assert_eq!(of(&["The tide (AP) came in.", "He works for Reuters."]), None);
}
