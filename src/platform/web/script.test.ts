/** What is sent is what was written: the oracle is a compiler, which reads the modules as they stand. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { transformSync } from "esbuild";
import { scriptText } from "./script.ts";

const small = (code: string) => transformSync(code, { minify: true }).code;

test("a script loses comments, types and spaces on its way to the page, and nothing else", () => {
  const modules = globSync("src/**/browser/*.ts");
  assert.ok(modules.length > 20, `there are ${modules.length}`);
  for (const file of modules) {
    const beside = pathToFileURL(join(dirname(file), "../script.ts")).href;
    const whole = stripTypeScriptTypes(readFileSync(file, "utf8"))
      .replaceAll(/^import [^;]*;$/gm, "")
      .replaceAll(/^export /gm, "");
    const sent = scriptText(beside, [basename(file, ".ts")]);
    assert.equal(small(sent), small(whole), file);
    assert.doesNotMatch(sent, /^\s*(\/\/|\/\*)/m, `${file} is sent without its comments`);
  }
});
