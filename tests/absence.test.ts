/** What we do not know is said once on a page: a question with the day on which we look again, and no list of what is missing. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";

/** Ways to say that something is missing; not what a source does not say of its own figure, nor the ledger’s words for a figure that was searched on a day. */
const ABSENCE =
  /\b(?:nobody|no one(?! behind)|not (?:yet )?known|not stated(?! (?:as|there))|(?:we|was|were) (?:have )?found (?:none|nothing|no(?! closing figure| report since))\b|did not find|we do(?:n[\u2019']t| not) know|could not (?:find|learn)|(?:is|are|have) no (?:figure|report|account)s?|no [a-z]+ yet)/giu;
const COUNTED = /\b(?:nobody|not known)\b/giu;

/** The words of a page as a reader sees them: its main part, without what a browser hides. */
function wordsOf(html: string): string {
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? html;
  return main
    .replaceAll(/<(script|style|template|svg)\b[\s\S]*?<\/\1>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("QN4 law: no English page has more than one phrase of absence, and all of them together at most forty times “nobody” or “not known”", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await firstCampaign(data);
  await using server = await serve({ CND_DATA: data });
  const paths = (await pagesOf(server.base)).filter(
    (path) => !/^\/(?:ar|es|fr|hi|pt|sw|zh)(?:\/|$)/.test(path),
  );
  const counted: { path: string; phrases: string[]; together: number }[] = [];
  for (const path of paths) {
    const words = wordsOf(await (await fetch(server.base + path)).text());
    const phrases = [...words.matchAll(ABSENCE)].map(({ index, 0: said }) =>
      words.slice(Math.max(0, index - 40), index + said.length + 30),
    );
    counted.push({ path, phrases, together: [...words.matchAll(COUNTED)].length });
  }
  assert.ok(counted.length > 100, `${counted.length} pages`);
  const sum = counted.reduce((all, { together }) => all + together, 0);
  const byPage = counted
    .filter(({ phrases }) => phrases.length > 0)
    .toSorted((a, b) => b.phrases.length - a.phrases.length)
    .map(
      ({ path, phrases, together }) =>
        `${phrases.length} (${together}) ${path}: ${phrases.join(" | ")}`,
    );
  console.log(`${counted.length} pages, “nobody” and “not known” ${sum} times`);
  assert.deepEqual(
    byPage.filter((line) => !/^[01] /.test(line)),
    [],
    "more than one on a page",
  );
  assert.ok(sum <= 40, `${sum} times:\n${byPage.join("\n")}`);
});
