//! Bodies, places and documents.

use super::{check, resolved};

#[test]
fn bodies_stand_under_their_full_names() {
    check("The National Bridge Council (NBC) met. NBC said no.", "NBC", "National Bridge Council");
    check("Orland stood. On Monday the Orland officials “were surprised”.", "Orland officials", "Orland officials");
    check("Ann Lee stood. On Monday Ann Lee’s aides “were surprised” by it.", "Ann Lee’s aides", "Ann Lee’s aides");
    check("It rained. Robert “Buddy” Holm said no.", "Robert", "Robert “Buddy” Holm");
    check("It rained. Osby and Lindby Police said no.", "Osby and Lindby Police", "Osby and Lindby Police");
    check("Delta and Orrin Media met. Orrin Media said no.", "Orrin Media", "Orrin Media");
    check("The Osby Ferry Company (Osby Ferries) met. Osby Ferries said no.", "Osby Ferries", "Osby Ferry Company");
    check("The World Ferry Organisation met. Officials at WFO left. WFO said no.", "WFO", "World Ferry Organisation");
    check(
        "The Teachers’ Union voted. On Monday the Teachers’ Union said no.",
        "the Teachers’ Union",
        "Teachers’ Union",
    );
}

#[test]
fn documents_speak_for_whoever_issued_them() {
    check("A survey by Ida Holm of the college says no.", "A survey", "Ida Holm");
    check("A letter by a city aide saying so was read.", "A letter", "a city aide");
    check("A letter was read. Ida Holm left. The letter says no.", "The letter", "the letter");
}

#[test]
fn bodies_are_meant_again() {
    check("Orland’s home ministry met. It rained. The ministry said no.", "The ministry", "Orland’s home ministry");
    check(
        "Orland’s home ministry met. It rained. The home ministry said no.",
        "The home ministry",
        "Orland’s home ministry",
    );
    check(
        "Orland’s home ministry met. It rained. The foreign ministry said no.",
        "The foreign ministry",
        "the foreign ministry",
    );
    check("Berg have lost. Talks failed. They said no.", "They", "");
    check("The Berg Ferry Union have lost. They said no.", "They", "Berg Ferry Union");
    check("Berg Ferries Ltd. lost money. The company flat-out said no.", "The company flat-out", "Berg Ferries Ltd.");
    check("The Ministry of Ferries met. It rained. The Ministry said no.", "The Ministry", "Ministry of Ferries");
    check("Berg Ferries Ltd. lost money in Lindby. The company said no.", "The company", "Berg Ferries Ltd.");
}

#[test]
fn places_are_nobody() {
    let airline = "Sevena spoke of regret, a Sevenese envoy said. Sevena Airlines cut flights. Sevena said no.";
    check(airline, "Sevena", "Sevena");
    check("Orland, the Orlandian press wrote, is wet. Orland Falk left. Orland said no.", "Orland", "Orland");
    check("Tom Falk came to Lindby. In Lindby it rained. “No,” he said.", "he", "Tom Falk");
}

#[test]
fn a_maker_is_not_what_it_makes() {
    check("Norvik Stratos is out. It rains on Stratos. Norvik promised more.", "Norvik", "Norvik");
    check("Norvik showed boats at its yearly Camp Norvik fair. Norvik said no.", "Norvik", "Norvik");
    check("Reporters of the Tarn Harbourside daily met. Harbourside said no.", "Harbourside", "Harbourside");
}

#[test]
fn bodies_that_every_land_has_are_named_with_it() {
    check(
        "On Friday Orland’s Ferry Ministry met. The Ferry Ministry said no.",
        "Ferry Ministry",
        "Orland’s Ferry Ministry",
    );
    check("Orland’s Air Force flew. The Air Force said no.", "Air Force", "Orland’s Air Force");
    check("Mr. Falk’s Senate met. The Senate said no.", "Senate", "Senate");
    check("Falk’s Senate met. Falk said no.", "Falk", "Falk");
    check("The Norland Union met. The NU said no.", "NU", "Norland Union");
    check(
        "Roads, Rails and Harbours Norland was told. It rained, and RRHN said no.",
        "RRHN",
        "Roads, Rails and Harbours Norland",
    );
    check("Roads, Rails and Harbours met. RRX said no.", "RRX", "RRX");
}

#[test]
fn what_is_its_own_maker_ends() {
    check("The council objected. A report by it said no.", "A report by it", "a report by it");
    check("The tide rose. The letter by it read no.", "it", "the letter");
    check("The tide rose. The report by which it fell said no.", "which", "the report");
    let many = format!("{}it said no.", "Voters left. A report by them said no. ".repeat(4_000));
    assert!(resolved(&many, "it said", |_, id| id).is_some());
}
