// React from the installed packages as one classic script, for a page that loads nothing from elsewhere.

import { readFileSync } from "node:fs";

const MODULES = {
  react: "react/cjs/react.production.js",
  scheduler: "scheduler/cjs/scheduler.production.js",
  "react-dom": "react-dom/cjs/react-dom.production.js",
  "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
};

/** Defines the globals `React` and `ReactDOM`. */
export function reactScript() {
  const modules = Object.entries(MODULES).map(([name, path]) => {
    const source = readFileSync(new URL(`../../xtask/browser/node_modules/${path}`, import.meta.url), "utf8");
    return `${JSON.stringify(name)}: (require, exports, module, process) => {${source}\n}`;
  });
  return `{
    const modules = {${modules.join(",\n")}};
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) {
        const module = (loaded[name] = { exports: {} });
        modules[name](require, module.exports, module, { env: { NODE_ENV: "production" } });
      }
      return loaded[name].exports;
    };
    globalThis.React = require("react");
    globalThis.ReactDOM = require("react-dom/client");
  }`;
}
