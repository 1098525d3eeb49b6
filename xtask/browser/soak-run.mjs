// node soak-run.mjs: a soak as the JSON object on standard input wants it; one JSON object on standard output.

import { json } from "node:stream/consumers";
import { soak } from "./soak.mjs";

console.log(JSON.stringify(await soak(await json(process.stdin))));
