//! The same engine as JavaScript, for pages whose policy lets an extension compile no WebAssembly.

use super::bindgen::{self, Features};
use crate::{paths, setup, stamp::Stamp};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Turns what came after WebAssembly's first version into what it had then, the features that the compiler used first.
const LOWER: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];

/// Engines of JavaScript compile no function that is very large: none may be taken into another because that is its
/// only caller.
const APART: &str = "--one-caller-inline-max-function-size=20";

/// Builds the module; its path.
pub fn build() -> Result<PathBuf> {
    let compiled = paths::read(&bindgen::compile(Features::First)?)?;
    let folder = paths::target().join("engine-js");
    let module = folder.join("engine-js.js");
    Stamp::new()?.bytes(&compiled).file(&setup::lockfile())?.make(&module, || {
        let (glue, wasm) = bindgen::bind(&compiled, Features::First)?;
        let [bound, lowered, translated, whole] =
            ["bound.wasm", "lowered.wasm", "translated.js", "whole.js"].map(|name| folder.join(name));
        paths::write(&bound, wasm)?;
        setup::binaryen("wasm-opt", |command| {
            command.args(LOWER).args(["-Oz", APART]).arg(&bound).arg("-o").arg(&lowered)
        })?;
        setup::binaryen("wasm2js", |command| command.args(["-Oz", APART]).arg(&lowered).arg("-o").arg(&translated))?;
        let translated = String::from_utf8(paths::read(&translated)?)?;
        paths::write(&whole, assemble(&glue, &translated)?)?;
        setup::terser(&whole, &module, &[])
    })?;
    Ok(module)
}

/// One module of the glue and the translated code: what the glue takes for `WebAssembly` is a stand-in that runs the
/// latter. Its default export needs no argument.
fn assemble(glue: &str, translated: &str) -> Result<String> {
    // The code is one function of its imports; after it stands a call that would tie it to other modules.
    let (functions, _) = translated.split_once("\nvar retasmFunc = ").context("wasm2js ended in an unknown way")?;
    let functions = functions.lines().map(str::trim_start).filter(|line| !line.starts_with("import "));
    let functions = functions.collect::<Vec<_>>().join("\n");
    // As in WebAssembly, memory that grows must leave its old buffer detached: the glue knows by that to look anew.
    let copy = "var newBuffer = new ArrayBuffer(newPages << 16);\nvar newHEAP8 = new Int8Array(newBuffer);\nnewHEAP8.set(HEAP8);";
    let functions = bindgen::replace_once(&functions, copy, "var newBuffer = buffer.transfer(newPages << 16);")?;
    Ok(format!("const WebAssembly = (() => {{\n{functions}\n{STAND_IN}}})();\n{glue}"))
}

const STAND_IN: &str = "
class Module {}
class Instance {
  constructor(module, imports) { this.exports = asmFunc(imports); }
}
return { Module, Instance, instantiate: async (module, imports) => new Instance(module, imports) };
";
