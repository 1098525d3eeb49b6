//! Pronouns, the writer, and what stands for nobody.

use super::check;

#[test]
fn pronouns_stand_for_the_most_present_person() {
    check("Anna Berg met Tom Falk. “No,” she said.", "she", "Anna Berg");
    check("Anna Berg met Tom Falk. “No,” he said.", "he", "Tom Falk");
    check("Tom Falk spoke. Then Paul Lind said no. “Never,” he said.", "he", "Paul Lind");
    check("Tom Falk spoke. My mother, as always, said no. “Never,” she added.", "she", "my mother");
    check("It rained. “Never,” she said.", "she", "");
    check("I left early.", "I", "the author");
    check("“I left early.”", "I", "");
    let interview = "Anna Berg builds boats.\nWhy boats?\nI like wood.\nWhy wood?\nIt floats.\nAlways?\nI think so.";
    check(interview, "I", "Anna Berg");
}

#[test]
fn the_interviewed_answer_and_the_writer_asks() {
    let opening = "An interview with Anna Berg\nImage: Tom Falk.\n";
    check(&format!("{opening}Why boats?\nI like wood, I think."), "I", "Anna Berg");
    check(&format!("{opening}I ask, why boats?\nWood."), "I", "the author");
    check(&format!("{opening}Why boats?\nWe like wood."), "We", "Anna Berg");
    check(&format!("{opening}Do you like wood?\nYes."), "you", "Anna Berg");
    let of_others = "Boats of the north\nTom Falk likes boats. Tom Falk has two.\n";
    check(&format!("{of_others}Anna Berg said little.\nAn interview\nWhy?\nI like wood."), "I", "Anna Berg");
    check("Remarks by Mayor Berg\nMayor Anna Berg spoke on Monday.\nTom Falk was there.\nI am glad.", "I", "Anna Berg");
}

#[test]
fn the_writer_may_tell_in_what_office_they_speak() {
    check("Good evening.\nI am tired. But as President, I must go on.", "I", "the President");
    check("As Chair of the Tide Council, I know this.", "I", "the Chair of the Tide Council");
    check("It is a joy to me to be here today as the chief guest. I thank you.", "I", "the chief guest");
    check("I serve as your mayor. Thank you.", "I", "the mayor");
    // What they are not alone, what others are, and what they were.
    check("As a doctor, I know this.", "I", "the author");
    check("I met Lee as the mayor spoke.", "I", "the author");
    check("I saw her as the mayor, I think.", "I", "the author");
    check("As the tide rose, I left.", "I", "the author");
    check("As Mr. Lee, I left.", "I", "the author");
    check("I left when he served as the mayor.", "I", "the author");
    check("“As President, I must go on,” he said.\nI left.", "I", "the author");
}

#[test]
fn turns_are_of_whom_they_begin_with() {
    let talk =
        "The mayor of Osby on the pier\nANN LEE, HOST: Bo Ek is the mayor of Osby.\nBO EK: Thank you.\nGood morning.\n";
    check(&format!("{talk}I am glad."), "I", "Bo Ek");
    check(&format!("{talk}LEE: Well, I am not."), "I", "ANN LEE");
    check(&format!("{talk}Lee: Well, I am not."), "I", "ANN LEE");
    check(&format!("{talk}DEAR ANN LEE: Well, I am not."), "I", "the author");
    check(&format!("{talk}UPDATE: Well, I am not."), "I", "the author");
    check("I: My dog and I left.\nMY DOG: I left.", "I", "the author");
    let remarks = "Remarks by Mayor Ek and Governor Lee\nTHE GOVERNOR: Thank you.\nI am glad.\n";
    check(remarks, "I", "Lee");
    check("In the novel Dark Tides I think that it rains.", "the novel Dark Tides I", "the author");
    check("Ann Lee’s book on Osric I says that it rains.", "Osric I", "Osric I");
}

#[test]
fn clauses_have_subjects() {
    check("Anna Berg met Eva Lund’s sister, Ida Holm. “No,” she said.", "she", "Anna Berg");
    check("Anna Berg told Ida Holm that it rained. “No,” she said.", "she", "Anna Berg");
    check("Eva Lund left. “No,” said Lund. His sister, Ida Holm, came by boat. “No,” she said.", "she", "Ida Holm");
    check(
        "Eva Lund left. “No,” said Lund. When it rained, Ida Holm of the union left. “No,” she said.",
        "she",
        "Ida Holm",
    );
    check("Tom Falk spoke. Lind, 40, left. After the vote Lind said that he hopes so.", "he", "Lind");
    check("Tom Falk spoke. “No,” said Falk. The view is shared by Paul Lind. “Yes,” he said.", "he", "Paul Lind");
}

#[test]
fn what_is_no_phrase_is_nobody() {
    check("Tom Falk left, however, and it rained.", "however", "");
    check("When his editors asked, Tom Falk left.", "When his editors", "");
    check("Mr. President, it rains. “No,” he said.", "he", "");
}
