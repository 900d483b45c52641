/** A language that is translated in part: what it lacks is English and says so, wherever it stands (src/platform/words/README.md). */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import test from "node:test";
import { unzipSync } from "fflate";
import { englishMessages } from "../tools/words/english.ts";
import { program, serveAlone, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { folded, textsIn } from "./texts.ts";

const PAGES =
  `/ /stories /places/mankosi /do-good /pledges /pledges/huawei-120-million /conversation /conversation/comment
  /take-part/story /search?q=school /keep /data /nothing-here`.split(/\s+/);
const FILES = "/feed.xml /feed.json /data/places.geojson /data/pledges.csv".split(" ");
const MARKS = /[\uFDD0-\uFDD3]/;

/** The program beside translations of its own: Arabic with nothing in it, French with every third message stale. */
function programWith(dir: string): string {
  cpSync(dirname(program()), join(dir, "program"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(dir, "node_modules"));
  cpSync("package.json", join(dir, "package.json"));
  mkdirSync(join(dir, "translations"));
  const entries = (lang: string) => readFileSync(`translations/${lang}.po`, "utf8").split("\n\n");
  const stale = entries("fr").map((one, i) =>
    i > 0 && i % 3 === 0 ? one.replace(/^(?=msgctxt)/m, "#, fuzzy\n") : one,
  );
  writeFileSync(join(dir, "translations", "fr.po"), stale.join("\n\n"));
  writeFileSync(join(dir, "translations", "ar.po"), `${entries("ar")[0]}\n`);
  return join(dir, "program", "main.js");
}

test("WD1 with half a translation or none every page is whole, its English says so, and no mark leaves the house", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await firstCampaign(env.CND_DATA);
  await using server = await serveAlone(env, [], [], programWith(folder.dir));
  const fetched = async (path: string, init?: RequestInit) => {
    const answer = await fetch(server.base + path, init);
    const text = await answer.text();
    assert.doesNotMatch(text, MARKS, path);
    return text;
  };
  const english = new Set((await englishMessages()).map(({ text }) => folded(text)));
  let marked = 0;
  const unmarked: string[] = [];
  for (const path of PAGES) {
    const html = await fetched(`/ar${path === "/" ? "" : path}`);
    marked += html.split('<span lang="en" dir="ltr">').length - 1;
    const read = html.replaceAll(/ (?:aria-label|alt|title)="[^"]*"/g, ""); // where nothing can be marked
    for (const text of textsIn(read, "ar"))
      if (/ .*[a-z]{3}/.test(text.trim()) && english.has(folded(text)))
        unmarked.push(`${path}: ${text}`);
  }
  assert.ok(marked > 500, `${marked} in English`);
  assert.deepEqual([...new Set(unmarked)], []);
  const french = await fetched("/fr/stories");
  assert.match(french, /<span lang="en" dir="ltr">/);
  assert.match(french, /Une machine a traduit ces mots|Machine translation, not yet checked/);
  const arabic = await fetched("/ar/stories");
  assert.match(arabic, /Machine translation, not yet checked/, "those of the campaign");
  for (const path of FILES) for (const lang of ["", "/ar", "/fr"]) await fetched(lang + path);
  for (const lang of ["", "/ar", "/fr"]) {
    // The bytes of a zip are no text, and some of them would look like a mark by chance.
    const zip = await (await fetch(`${server.base}${lang}/campaign.epub`)).arrayBuffer();
    const book = Object.entries(unzipSync(new Uint8Array(zip)));
    assert.ok(book.length > 5);
    for (const [name, bytes] of book)
      if (/\.(xhtml|opf|svg)$/.test(name))
        assert.doesNotMatch(new TextDecoder().decode(bytes), MARKS, `${lang} ${name}`);
  }
  for (const Accept of ["application/json", "text/html"])
    assert.match(
      await fetched("/ar/take-part/story", {
        method: "POST",
        headers: { Accept },
        body: new URLSearchParams(),
      }),
      /Write what happened/,
    );
});
