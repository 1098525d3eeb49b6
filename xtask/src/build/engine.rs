//! The engine as WebAssembly.

use super::bindgen::{self, Features};
use crate::{paths, setup, stamp::Stamp};
use anyhow::Result;
use std::path::PathBuf;

/// The engine's two files.
pub struct Engine {
    /// One JavaScript module.
    pub glue: PathBuf,
    /// The module that it loads.
    pub wasm: PathBuf,
}

/// Builds the engine.
pub fn build() -> Result<Engine> {
    let compiled = paths::read(&bindgen::compile(Features::Lanes)?)?;
    let folder = paths::target().join("engine");
    let engine = Engine { glue: folder.join("engine.js"), wasm: folder.join("hearsay.wasm") };
    Stamp::new()?.bytes(&compiled).file(&setup::lockfile())?.make(&engine.wasm, || {
        let (glue, wasm) = bindgen::bind(&compiled, Features::Lanes)?;
        let [bound, whole] = ["bound.wasm", "whole.js"].map(|name| folder.join(name));
        paths::write(&bound, wasm)?;
        paths::write(&whole, glue)?;
        // Half of the glue is long names and warnings of how nobody calls it, and each page loads it.
        setup::terser(&whole, &engine.glue, &["--compress", "passes=2,pure_funcs=console.warn"])?;
        setup::binaryen("wasm-opt", |command| {
            // Functions that stay apart compress better: a sixteenth less over the wire.
            let apart = "--one-caller-inline-max-function-size=20";
            // Rust's stack comes first: all that lies in the lowest kilobyte is the end of a stack that has run out.
            let low = "--low-memory-unused";
            command
                .args(["-Oz", "--converge", apart, low, "--strip-producers", "--const-hoisting"])
                .arg(&bound)
                .arg("-o")
                .arg(&engine.wasm)
        })
    })?;
    Ok(engine)
}
