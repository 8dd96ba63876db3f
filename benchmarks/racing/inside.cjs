// Time a Node library inside its process and print JSON: {"mean": seconds of a pass, "findings": N, "pieces": bool}.
//
//     node inside.cjs autocorrect-node|zhlint|lint-md|textlint FOLDER TIMES
//
// Run in the folder whose node_modules holds the libraries. All files of FOLDER are read first and checked once unmeasured.
"use strict";
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const { performance } = require("perf_hooks");
const load = createRequire(path.join(process.cwd(), "inside.cjs"));

// As in inside.py: AutoCorrect refuses a large text.
const PIECE = 30000;

const libraries = {
  "autocorrect-node": () => {
    const { lintFor } = load("autocorrect-node");
    return (text) => {
      const result = lintFor(text, "text");
      if (result.error) throw new Error(result.error);
      return result.lines.length;
    };
  },
  zhlint: () => {
    const { run } = load("zhlint");
    return (text) => run(text, { rules: { preset: "default" } }).validations.length;
  },
  "lint-md": () => {
    const { lintMarkdown } = load("@lint-md/core");
    return (text) => lintMarkdown(text).lintResult.length;
  },
  textlint: () => {
    const { TextlintKernel } = load("@textlint/kernel");
    const plugin = load("@textlint/textlint-plugin-text").default;
    const rule = load("textlint-rule-zh-half-and-full-width-bracket").default;
    const kernel = new TextlintKernel();
    const options = {
      filePath: "article.txt",
      ext: ".txt",
      plugins: [{ pluginId: "text", plugin }],
      rules: [{ ruleId: "zh-half-and-full-width-bracket", rule }],
    };
    return async (text) => (await kernel.lintText(text, options)).messages.length;
  },
};

function pieces(text) {
  const found = [""];
  for (const line of text.split(/(?<=\n)/)) {
    if (found[found.length - 1].length + line.length > PIECE) found.push("");
    found[found.length - 1] += line;
  }
  return found;
}

async function all(check, texts) {
  let findings = 0;
  for (const text of texts) findings += await check(text);
  return findings;
}

async function main() {
  const [name, folder, times] = process.argv.slice(2);
  const check = libraries[name]();
  let texts = fs.readdirSync(folder).sort().map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
  let cut = false;
  let findings;
  try {
    findings = await all(check, texts);
    if (name === "autocorrect-node") findings = await all(check, texts);
  } catch (error) {
    if (!String(error).includes("limit")) throw error;
    texts = texts.flatMap(pieces);
    cut = true;
    findings = await all(check, texts);
  }
  let seconds = 0;
  for (let number = 0; number < Number(times); number++) {
    const started = performance.now();
    await all(check, texts);
    seconds += (performance.now() - started) / 1000;
  }
  console.log(JSON.stringify({ mean: seconds / Number(times), findings, pieces: cut }));
}

main();
