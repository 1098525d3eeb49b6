//! The crate compiled to WebAssembly, and its JavaScript glue.

use crate::{paths, process};
use anyhow::{Context, Result, ensure};
use std::{collections::HashSet, fs, path::PathBuf};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

/// The set of WebAssembly features to compile for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Features {
    /// What Rust takes for granted today, and 128-bit lanes.
    Lanes,
    /// WebAssembly's first version alone, for what cannot express more.
    First,
}

/// Compiles the crate; the path of the module.
pub fn compile(features: Features) -> Result<PathBuf> {
    let (name, flag) = match features {
        Features::Lanes => ("wasm", "-Ctarget-feature=+simd128"),
        Features::First => ("wasm-first", "-Ctarget-cpu=mvp"),
    };
    let folder = paths::target().join(name);
    // No name of a folder of this machine in the result: neither the repository's nor those of cargo, which names its
    // folders of crates after whom it got them from.
    let forget = |path: PathBuf, name| format!("--remap-path-prefix={}={name}", path.display());
    let mut forgotten = vec![forget(paths::root(), "hearsay"), forget(paths::cargo_home()?, "cargo")];
    for registry in fs::read_dir(paths::cargo_home()?.join("registry/src")).into_iter().flatten() {
        forgotten.push(forget(registry?.path(), "crates"));
    }
    // Less is copied into its callers than by default, be it marked for that, as most of the standard library is: a sixth
    // less to load and to compile on each page.
    // And no loop is turned into lanes but the network's, which are written so.
    let small = [
        "-Cllvm-args=-inline-threshold=25",
        "-Cllvm-args=-inlinehint-threshold=50",
        "-Cno-vectorize-loops",
        "-Cno-vectorize-slp",
    ];
    let flags = std::iter::once(flag).chain(small).map(str::to_owned);
    let flags: Vec<_> = flags.chain(forgotten).collect();
    process::run(
        process::cargo()
            .args(["build", "--quiet", "--locked", "--package", "hearsay", "--lib", "--profile", "wasm"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&folder)
            .current_dir(paths::root())
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")),
    )
    .context("the engine does not compile")?;
    Ok(folder.join("wasm32-unknown-unknown/wasm/hearsay.wasm"))
}

/// The glue and the module that goes with it, from a compiled module.
pub fn bind(compiled: &[u8], features: Features) -> Result<(String, Vec<u8>)> {
    let mut module = Module::from_buffer(compiled)?;
    if features == Features::First {
        // The standard library comes compiled with newer features; told of them, the glue would use them.
        module.customs.remove_raw("target_features");
    }
    let mut output = Bindgen::new()
        .input_bytes("hearsay", module.emit_wasm())
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate_output()?;
    let mut glue = output.js().to_owned();
    shorten(output.wasm_mut(), &mut glue)?;
    Ok((glue, output.wasm_mut().emit_wasm()))
}

/// Names what `module` imports from `glue` in few letters: with its origin and a hash, as wasm-bindgen does it, two
/// hundred names take sixteen kilobytes of both.
fn shorten(module: &mut Module, glue: &mut String) -> Result<()> {
    let mut origins = HashSet::new();
    for (i, import) in module.imports.iter_mut().enumerate() {
        let name = format!("_{i}");
        *glue = replace_once(glue, &format!("{}: function(", import.name), &format!("{name}: function("))?;
        import.name = name;
        origins.insert(std::mem::replace(&mut import.module, "glue".to_owned()));
    }
    for origin in origins {
        *glue = replace_once(glue, &format!("\"{origin}\": "), "\"glue\": ")?;
    }
    Ok(())
}

/// Fails rather than leave `text` as it is where `from` does not occur once.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    let (before, after) = text.split_once(from).with_context(|| format!("there is no {from:?}"))?;
    ensure!(!after.contains(from), "there is more than one {from:?}");
    Ok(format!("{before}{to}{after}"))
}
