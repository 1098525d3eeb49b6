//! Titles, roles and offices.

use super::{check, check_role};

#[test]
fn roles_come_from_titles_and_appositions() {
    check_role("Chinese President Hu Jian met reporters. Hu said no.", "Hu", "Chinese President");
    check_role("Prince Osric came. It rained. Prince Osric said no.", "Prince Osric", "");
    check_role("Prince Osric, a keen angler, came. Prince Osric said no.", "Prince Osric", "a keen angler");
    check_role("The mother of the boy, Ann Lee, said no. Lee left.", "Lee", "The mother of the boy");
    check_role("It rained. A man who took the boy, Tom Falk, was held. Falk left.", "Falk", "A man who took the boy");
    check_role("He spoke of the new mayor, Tom Falk, at length. Falk left.", "Falk", "the new mayor");
    check_role("A friend of his, the boy, Tom Falk, was held. Falk left.", "Falk", "the boy");
    check_role("Ann Lee, 34, a nurse from Ohio, said no. Lee left.", "Lee", "a nurse from Ohio");
    check_role(
        "According to Orlov’s adviser on trade, Yuri Pavlov, it rained. Pavlov left.",
        "Pavlov",
        "Orlov’s adviser on trade",
    );
    check_role("The group’s director, Ann Lee, said no.", "Ann Lee", "The group’s director");
    check_role("Ann Lee, who heads the union, said no.", "Ann Lee", "who heads the union");
    check_role("After meeting Ann Lee, the mayor left the room. Lee said no.", "Lee", "");
    check_role("In the garden, Ann Lee said no.", "Ann Lee", "");
}

#[test]
fn role_phrases_stand_for_whom_they_described() {
    let text = "According to Orlov’s adviser on trade, Yuri Pavlov, it rained. It snowed, the advisor said.";
    check(text, "the advisor", "Yuri Pavlov");
    check("‘Order,’ said the Speaker, Honoria Blythe.", "the Speaker", "Honoria Blythe");
    check(
        "Danish minister Ida Holm left. The Swedish minister said no.",
        "The Swedish minister",
        "the Swedish minister",
    );
    check("Ida Holm left. A senior official said no.", "A senior official", "a senior official");
    check("Ida Holm and Tom Falk left. Holm and Falk said no.", "Holm and Falk", "Ida Holm and Tom Falk");
    check("Ida Holm’s website opened. It rained, Holm’s website said.", "Holm’s website", "Ida Holm’s website");
}

#[test]
fn nouns_for_anybody_stand_for_the_most_present() {
    check("Ida Holm met Tom Falk. The woman said no.", "The woman", "Ida Holm");
    check("Ida Holm, 34, left. Tom Falk, 51, came. The 34-year-old said no.", "The 34-year-old", "Ida Holm");
    check("A Danish man left. Tom Falk, the mayor, spoke. Falk said no. The man said yes.", "The man", "a Danish man");
    check("Ida Holm left. The woman behind me said no.", "The woman behind me", "the woman behind me");
}

#[test]
fn offices_are_told_apart() {
    check("The mayor’s aide, Ida Holm, left. The mayor said no.", "The mayor", "the mayor");
    check("The Danish envoy to Orland, Ida Holm, said no.", "The Danish envoy", "Ida Holm");
    check(
        "The Danish envoy said no. Later Danish envoy Ida Holm left. The Danish envoy said no.",
        "The Danish envoy",
        "Ida Holm",
    );
    check("Orlandish Ambassador said no.", "Orlandish Ambassador", "Orlandish Ambassador");
}

#[test]
fn offices_are_named_further_down() {
    check("A baker said no.\nThe fire chief left.\nTom Falk, a baker, left.", "A baker", "Tom Falk");
    check("It rained.\nIt did.\nA baker said no.\nTom Falk, a baker, left.", "A baker", "a baker");
    check("The fire chief said no. It rained. Fire chief Ida Holm left.", "The fire chief", "Ida Holm");
    check("The fire chief said no. Fire chief Ida Holm met fire chief Tom Falk.", "The fire chief", "the fire chief");
    check("A baker, who had no name, said no.", "A baker, who had no name", "a baker");
}

#[test]
fn nouns_in_or_are_known_as_all_others() {
    let lead = "Tom Falk, an actor from Osby, met Paul Lind.";
    check(&format!("{lead} Lind, a baker, said no. The actor said yes."), "The actor", "Tom Falk");
    check(&format!("{lead} Lind, a baker, spoke. Lind said no. “Yes,” said the actor."), "the actor", "Tom Falk");
    let others = "Ann Holm lost her seat. Soon the New Osby governor said no.\nOrland Gov. Tom Falk left.";
    check(others, "the New Osby governor", "Ann Holm");
    check("It rained.\nIt did.\nA Lindby mayor said no.\nMayor Tom Falk left.", "A Lindby mayor", "Tom Falk");
    check("It rained.\nIt did.\nA Lindby sheriff said no.\nSheriff Tom Falk left.", "A Lindby sheriff", "Tom Falk");
}
