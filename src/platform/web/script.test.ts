/** Scripts of pages: small, whole, and from the sources the same as in the built program. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { build, transformSync } from "esbuild";
import { pageScripts } from "../../../tools/page-scripts.ts";
import { temporary } from "../../../tools/program.ts";

const SCRIPT = /^import \w+ from "(\.[^"]+\?script)";$/gm;
const scripts = globSync("src/**/*.{ts,tsx}").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(SCRIPT)].map((found) =>
    resolve(dirname(file), found[1]!),
  ),
);
const textOf = async (from: string): Promise<string> => (await import(from)).default;

// Another script imports these when it needs them, so that they export what they have; all others are run as they are.
const IMPORTED = ["src/features/plans/browser/hop.ts"];

test("a script loses comments, types and spaces on its way to the page, and nothing else", async () => {
  assert.ok(scripts.length >= 15, `there are ${scripts.length}`);
  const { outputFiles } = await build({
    stdin: {
      contents: scripts
        .map((script, i) => `export { default as s${i} } from "${script}";`)
        .join(""),
      resolveDir: "/",
    },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [pageScripts()],
  });
  const built = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`);
  for (const [i, script] of scripts.entries()) {
    const text = await textOf(pathToFileURL(script.replace(/\?script$/, "")).href + "?script");
    assert.equal(built[`s${i}`], text, `${script} is the same in the built program`);
    const again = transformSync(text, { minify: true, charset: "utf8" }).code;
    assert.ok(again.length > 0.97 * text.length, `${script} has nothing left to lose`);
    assert.doesNotMatch(text, /^\s*(\/\/|\/\*)/m, `${script} is sent without its comments`);
    assert.doesNotMatch(text, /(?:^|[;}])import\b(?!\()/, `${script} is whole`);
    const exports = /(?:^|[;}])export\b/.test(text);
    assert.equal(
      exports,
      IMPORTED.some((one) => script.includes(one)),
      `${script}: what it exports`,
    );
  }
});

test("from the sources a script is made anew when something in it has changed", () => {
  using folder = temporary();
  const begin = join(folder.dir, "begin.ts");
  writeFileSync(begin, 'import { said } from "./said.ts";\nalert(said);\n');
  const program = `console.log((await import(${JSON.stringify(`${pathToFileURL(begin).href}?script`)})).default)`;
  const loaded = (said: string): string => {
    writeFileSync(join(folder.dir, "said.ts"), `export const said: string = "${said}";\n`);
    const args = ["--import", "./tools/tsx-hook.ts", "--input-type=module", "--eval", program];
    return spawnSync(process.execPath, args, { encoding: "utf8" }).stdout;
  };
  assert.match(loaded("one"), /^alert\("one"\);\s*$/);
  assert.match(loaded("two"), /"two"/);
  assert.match(loaded("two"), /"two"/);
});
