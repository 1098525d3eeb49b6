use crate::{
    annotation::Form,
    article::{Article, BlockKind},
    text,
};

/// The statements found in `text`, one a line: form, source, cue, contents; then who relays.
fn statements(article: &Article) -> Vec<String> {
    let doc = text::read(article);
    let words = |spans: &[crate::span::Span]| spans.iter().map(|&s| doc.at(s)).collect::<Vec<_>>().join(" … ");
    super::find(&doc)
        .iter()
        .map(|f| {
            let form = match f.form {
                Form::Direct => "direct",
                Form::Mixed => "mixed",
                Form::Indirect => "indirect",
            };
            let relay = f.relay.map(|r| format!(" | by way of {}", doc.at(r))).unwrap_or_default();
            let source = f.source.map_or("-", |s| doc.at(s));
            format!("{form} | {source} | {} | {}{relay}", words(&f.cue), words(&f.content))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(statements(&Article::from_text(text)), expected, "{text}");
}

#[test]
fn after_the_quotation() {
    check("“The dam will hold,” Ann Lee said.", &["direct | Ann Lee | said | “The dam will hold,”"]);
    check("“Will it hold?” asked the mayor.", &["direct | the mayor | asked | “Will it hold?”"]);
    check("‘The dam will hold’, said Ann Lee, an engineer.", &["direct | Ann Lee | said | ‘The dam will hold’"]);
    check("“It’s ‘fine,’” she added.", &["direct | she | added | “It’s ‘fine,’”"]);
    check("“It holds!” beamed Ann Lee.", &["direct | Ann Lee | beamed | “It holds!”"]);
    check("“It holds,” according to Ann Lee.", &["direct | Ann Lee | according to | “It holds,”"]);
    check(
        "“It holds,” Ann Lee, an engineer from Orrin, told reporters.",
        &["direct | Ann Lee, an engineer from Orrin | told | “It holds,”"],
    );
}

#[test]
fn before_the_quotation() {
    check("Ann Lee said: “The dam will hold.”", &["direct | Ann Lee | said | “The dam will hold.”"]);
    check("On Monday Ann Lee said, “The dam will hold.”", &["direct | Ann Lee | said | “The dam will hold.”"]);
    check("Ann Lee: “The dam will hold.”", &["direct | Ann Lee | : | “The dam will hold.”"]);
    check("Lee — “The dam will hold.”", &["direct | Lee | — | “The dam will hold.”"]);
    check("“The dam will hold.” — Ann Lee, engineer", &["direct | Ann Lee | — | “The dam will hold.”"]);
    check("The mayor called the plan “a disgrace”.", &["direct | The mayor | called | “a disgrace”"]);
    check("Ann Lee spoke to the press:\n“The dam will hold.”", &["direct | Ann Lee |  | “The dam will hold.”"]);
}

#[test]
fn split_and_carried() {
    check("“The dam,” Ann Lee said, “will hold.”", &["direct | Ann Lee | said | “The dam,” … “will hold.”"]);
    check("“It holds,” Ann Lee said. “We checked.”", &["direct | Ann Lee | said | “It holds,” … “We checked.”"]);
    check("“It holds,” Ann Lee said.\n“We checked.”", &["direct | Ann Lee | said | “It holds,” … “We checked.”"]);
    check("“It holds.\n“We checked,” Ann Lee said.", &["direct | Ann Lee | said | “It holds. … “We checked,”"]);
    check("Ann Lee shook her head. “We never checked it.”", &["direct | Ann Lee |  | “We never checked it.”"]);
}

#[test]
fn partly_quoted() {
    check(
        "Ann Lee said the dam was “a danger” to the valley.",
        &["mixed | Ann Lee | said | the dam was “a danger” to the valley"],
    );
    check(
        "The dam is “a danger” to the valley, Ann Lee said.",
        &["mixed | Ann Lee | said | The dam is “a danger” to the valley"],
    );
    check(
        "According to the mayor, the dam is “a danger” to all.",
        &["mixed | the mayor | According to | the dam is “a danger” to all"],
    );
}

#[test]
fn in_the_writers_words() {
    check("The mayor said the dam would hold.", &["indirect | The mayor | said | the dam would hold"]);
    check(
        "The mayor told reporters on Monday that the dam would hold.",
        &["indirect | The mayor | told | that the dam would hold"],
    );
    check(
        "The dam would hold, a spokesman for the city said on Monday.",
        &["indirect | a spokesman for the city | said | The dam would hold"],
    );
    check("The dam would hold, according to the mayor.", &["indirect | the mayor | according to | The dam would hold"]);
    check(
        "The mayor, who built the dam, has also said it would hold.",
        &["indirect | The mayor, who built the dam | has also said | it would hold"],
    );
    check(
        "Orrin, Vell and Marrow said they would pay.",
        &["indirect | Orrin, Vell and Marrow | said | they would pay"],
    );
}

#[test]
fn where_reported_content_ends() {
    check(
        "The dam will close, the board announced on Monday after a meeting that lasted all day.",
        &["indirect | the board | announced | The dam will close"],
    );
    check(
        "Lee said the dam had stood a year without finding a buyer.",
        &["indirect | Lee | said | the dam had stood a year without finding a buyer"],
    );
    check(
        "Lee said the dam would hold, adding that it was new.",
        &["indirect | Lee | said | the dam would hold", "indirect | Lee | adding | that it was new"],
    );
}

#[test]
fn relays() {
    check(
        "Lee added that Park told the council of the leak.",
        &[
            "indirect | Lee | added | that Park told the council of the leak",
            "indirect | Park | told | of the leak | by way of Lee",
        ],
    );
    check(
        "“It holds,” the Orrin Courier quoted Park as saying.",
        &["direct | Park | quoted Park as saying | “It holds,” | by way of the Orrin Courier"],
    );
    check(
        "Park answered that he “knows the risk,” the adviser said.",
        &[
            "mixed | the adviser | said | Park answered that he “knows the risk,”",
            "mixed | Park | answered | that he “knows the risk,” | by way of the adviser",
        ],
    );
}

#[test]
fn no_speech() {
    check("She read “The Long Dam” on the train.", &[]);
    check("Their film is called “Still Water” and runs an hour.", &[]);
    check("The so-called “smart” dam has a telling leak.", &[]);
    check("The report of the said claim was on the table.", &[]);
    check("The mayor was told to leave.", &[]);
    check("The United States “of old” was a place of dams.", &[]);
    check("The investor conference call “was on” all day.", &[]);
}

#[test]
fn block_quotations() {
    let mut article = Article::from_text("Ann Lee wrote in a letter:\nThe dam will hold.\nWe checked it.\nShe left.");
    article.blocks[1].kind = BlockKind::Blockquote;
    article.blocks[2].kind = BlockKind::Blockquote;
    let expected = ["direct | Ann Lee | | The dam will hold. … We checked it."];
    assert_eq!(statements(&article).iter().map(|s| s.replace("|  |", "| |")).collect::<Vec<_>>(), expected);

    let mut article = Article::from_text("The dam will hold.\n— Ann Lee (@annlee) May 3\nShe left.");
    article.blocks[0].kind = BlockKind::Blockquote;
    article.blocks[1].kind = BlockKind::Blockquote;
    assert_eq!(statements(&article), ["direct | Ann Lee | — | The dam will hold."]);

    let mut article = Article::from_text("The Courier had this:\n“It holds,” Ann Lee said after the storm.");
    article.blocks[1].kind = BlockKind::Blockquote;
    assert_eq!(statements(&article), ["direct | Ann Lee | said | “It holds,”"]);
}

#[test]
fn what_stands_before_the_source_is_no_content() {
    check(
        "In a statement, the police said a man had been questioned.",
        &["indirect | the police | said | a man had been questioned"],
    );
    check(
        "Asked whether she would go, Lee said she had no plans to do so.",
        &["indirect | Lee | said | she had no plans to do so"],
    );
    check("The dam would hold, Lee said late on Monday.", &["indirect | Lee | said | The dam would hold"]);
}

#[test]
fn asides_after_according_to() {
    check(
        "According to Lee’s adviser on water, Ann Park, the two discussed “the needs of both banks.”",
        &["mixed | Lee’s adviser on water, Ann Park | According to | the two discussed “the needs of both banks.”"],
    );
}

#[test]
fn a_source_with_a_clause_of_its_own() {
    check(
        "A diplomat who was briefed on the call described it as “frank.”",
        &["direct | A diplomat | described | “frank.”"],
    );
    check("A school that replaced its roof says it is dry.", &["indirect | A school | says | it is dry"]);
}

#[test]
fn interrupted_reports() {
    check("The cost, Ann Lee said, was double.", &["indirect | Ann Lee | said | The cost … was double"]);
    check(
        "The dam would hold, Ann Lee said, adding that it was new.",
        &["indirect | Ann Lee | said | The dam would hold", "indirect | Ann Lee | adding | that it was new"],
    );
}

#[test]
fn colon_at_the_end_of_a_heading() {
    check("‘The dam will hold’: Orrin Water Board", &["direct | Orrin Water Board | : | ‘The dam will hold’"]);
    check("“It holds”: the claim was tested.", &[]);
}

#[test]
fn a_verb_of_nobody_takes_no_words_from_somebody() {
    check(
        "Ann Lee said in a letter that it had offered more and was “disappointed” by the vote.",
        &["mixed | Ann Lee | said | that it had offered more and was “disappointed” by the vote"],
    );
}

#[test]
fn a_text_may_begin_with_a_conjunction() {
    check("or Ann quoting her as Mayor Ann Lee saying: “No”", &["direct | - | saying | “No”"]);
}

#[test]
fn what_is_joined_to_a_passage_does_not_attribute_it() {
    check(
        "“The tide is turning now,” and gifts began to come in again, Ann Lee said.",
        &["mixed | Ann Lee | said | “The tide is turning now,” and gifts began to come in again"],
    );
}
