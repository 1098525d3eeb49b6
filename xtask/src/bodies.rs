//! `bodies`: which text of saved pages is the article, natively.

use crate::paths;
use anyhow::{Result, bail};
use hearsay::article;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

#[derive(Serialize)]
struct Row<'a> {
    page: &'a str,
    body: String,
}

/// For each `*.html` of the folder, a line with its name and the article's text; empty where there is no article.
///
/// A file that cannot be read is named on standard error and costs a failure at the end; the rest is still done.
pub fn run(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else { bail!("takes one argument: the folder of pages") };
    let files = paths::html_files(Path::new(folder))?;
    let mut output = std::io::stdout().lock();
    let mut bad = 0;
    for file in &files {
        let page = file.file_name().unwrap_or_default().to_string_lossy();
        match std::fs::read(file) {
            Ok(bytes) => {
                serde_json::to_writer(&mut output, &Row { page: &page, body: body(&bytes) })?;
                writeln!(output)?;
            }
            Err(error) => {
                eprintln!("xtask bodies: {}: {error}", file.display());
                bad += 1;
            }
        }
    }
    eprintln!("{} pages", files.len() - bad);
    if bad > 0 {
        bail!("{bad} of {} files could not be read", files.len());
    }
    Ok(())
}

/// The article's text on a page; empty where there is none.
pub fn body(html: &[u8]) -> String {
    let page = hearsay_html::snapshot(&String::from_utf8_lossy(html), "");
    article::find(&page).map(|article| article.text).unwrap_or_default()
}
