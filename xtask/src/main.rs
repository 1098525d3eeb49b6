//! Hearsay's developer commands: `cargo xtask …`.

fn main() {
    println!("{}", hearsay::annotate(&hearsay::article::Article::from_text("")).quotations.len());
}
