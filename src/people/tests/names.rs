//! Names, their bearers, and what is no name.

use super::check;

#[test]
fn surnames_stand_for_full_names() {
    check("Mayor Anna Berg spoke on Monday. Berg said the bridge was safe.", "Berg", "Anna Berg");
    check("The plan is dead, Ludovic van der Meer said. Van der Meer left.", "Van der Meer", "Ludovic van der Meer");
    check("Chinese President Hu Jian met reporters. Hu said little.", "Hu", "Hu Jian");
    check("Paul Doctor spoke. Doctor said it rained.", "Doctor", "Paul Doctor");
    check("Anna M. Berg came. Anna Maria Berg said no. Berg left.", "Berg", "Anna Maria Berg");
}

#[test]
fn namesakes_are_kept_apart() {
    check("Maria O’Dea and her brother Tom O’Dea came. Tom said no.", "Tom", "Tom O’Dea");
    check("Sir Paul Moor came with Lady Moor. Lady Moor said no.", "Lady Moor", "Lady Moor");
    check("Paul Moor spoke first. Ruth Moor spoke next. Mr Moor said no.", "Mr Moor", "Paul Moor");
    check("Paul Moor left. His brother, Tom Moor, came. Moor said no.", "Moor", "Paul Moor");
    check("Paul Holm and his wife Paula Holm left. Paula Holm said no.", "Paula Holm", "Paula Holm");
    check("Paul Moor Jr. and Paul Moor spoke. Paul Moor Jr. said no.", "Paul Moor Jr.", "Paul Moor Jr.");
    check("Paul Moor spoke. The spokesman Lt. Tom Moor left. Moor said no.", "Moor", "Tom Moor");
    check("Paul Moor spoke. His wife, Dr. Ruth Moor, left. Moor said no.", "Moor", "Paul Moor");
    check("Paul Moor spoke.\nLt. Tom Moor left.\nIt rained.\nIt snowed.\nMoor said no.", "Moor", "Paul Moor");
}

#[test]
fn capitals_at_the_start_of_a_sentence_make_no_name() {
    check("Critics of the plan met. Critics said no.", "Critics", "Critics");
    check("However Anna Berg left. But Berg said no.", "Berg", "Anna Berg");
    check("Tom Falk left. Lind isn’t sure. Lind said no. “Never,” he said.", "he", "Lind");
    check("Tom Falk left. Critics said no. “Never,” he said.", "he", "Tom Falk");
    check("He came on Monday. New York Mayor Eva Lund said no. Lund left.", "Lund", "Eva Lund");
}

#[test]
fn names_that_modify_are_nobody() {
    check("Tom Falk left. In a Lind post he said no.", "he", "Tom Falk");
    check("Ida Lind, a nurse, left. “No,” she said.", "she", "Ida Lind");
}

#[test]
fn slips_of_the_pen_make_no_new_person() {
    check("Mayor Ida Jansson left. Jenssen said no.", "Jenssen", "Ida Jansson");
    check("Chief economist Nathan Janzen said May was wet. “No,” Jensen said, pointing up.", "Jensen", "Nathan Janzen");
    check("Mayor Ida Holm left. Helm said no.", "Helm", "Helm");
}

#[test]
fn surnames_may_have_several_words() {
    check("Chair Ida Holm Varga spoke. Holm Varga said no.", "Holm Varga", "Ida Holm Varga");
    check("Oluno de la Croix spoke. De la Croix said no.", "De la Croix", "Oluno de la Croix");
    check("Democrat Hanne Varga spoke. Hanne Varga said no.", "Hanne Varga", "Hanne Varga");
    check("Govs. Hanne Varga and Tom Falk met. Hanne Varga said no.", "Hanne Varga", "Hanne Varga");
    check("Timothy Falk spoke. Tim Falk said no.", "Tim Falk", "Timothy Falk");
}

#[test]
fn one_word_is_the_name_of_one() {
    check("Prince Osric came. It rained. Osric said no.", "Osric", "Prince Osric");
    check("Osric said no. Prince Osric left.", "Osric", "Prince Osric");
    check("Mr. Holm left. Ms. Holm came. Mr. Holm said no.", "Mr. Holm", "Holm");
    check("The envoy to Orland Lio Onamo left. Lio said no.", "Lio", "Lio Onamo");
    check("Lio Onamo, a doctor, left. Lio said no.", "Lio", "Lio Onamo");
    check("Near Lio Onamo, a doctor said no. Lio was wet. Lio said no.", "Lio", "Lio");
    check("The trawler Lio Onamo sank. Crews left it to its fate. Lio was wet. Lio said no.", "Lio", "Lio");
    check("Another guest, Lio Onamo has left. Lio said no.", "Lio", "Lio Onamo");
}
