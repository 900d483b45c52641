/** A WordPress export of 200 posts: from the file to a served campaign, whole processes. The limit is 60 s. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { cnd, serve, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

const LIMIT = 60; // s
using folder = temporary();
const into = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };

const began = performance.now();
const said = run([
  "import-site",
  "tests/data/wordpress/export.xml.gz",
  "--into",
  into,
  "--media",
  "tests/data/wordpress/uploads",
]);
const converted = performance.now();
run(["import", into]);
const imported = performance.now();
const seconds = (imported - began) / 1000;
report({
  name: "WordPress export of 200 posts, conversion",
  value: (converted - began) / 1000,
  unit: "s",
});
report({
  name: "WordPress export of 200 posts, with import",
  value: seconds,
  unit: "s",
  peer: { limit: LIMIT },
  ratio: seconds / LIMIT,
});

const [, posts = "0", pictures = "0", comments = "0", addresses = "0"] =
  /: (\d+) stories, (\d+) pictures, (\d+) comments, (\d+) old addresses/.exec(said) ?? [];
report({ name: "posts and pages brought over", value: Number(posts), unit: "stories" });
report({ name: "pictures brought over", value: Number(pictures), unit: "pictures" });
report({ name: "comments kept", value: Number(comments), unit: "comments" });

await using server = await serve(env);
let led = 0;
for (const path of globSync(join(into, "stories/*.md"))) {
  const [, front = ""] = readFileSync(path, "utf8").split(/^---$/m);
  const { formerly } = parse(front) as { readonly formerly: readonly string[] };
  for (const address of formerly) {
    const answer = await fetch(server.base + address, { redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.headers.get("location")?.startsWith("/stories/")) led += 1;
  }
}
report({ name: "old addresses that lead to their story", value: led, unit: `of ${addresses}` });

function run(args: readonly string[]): string {
  const { code, out, err } = cnd(args, env);
  if (code !== 0) throw new Error(err);
  return out;
}
