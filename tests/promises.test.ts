/** What pages promise: each such sentence stands in docs/promises.md, with the rules that hold it, and each of these has its test. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { firstContent } from "../src/platform/folder/init-content.ts";
import { englishMessages } from "../tools/words/english.ts";

/** What a sentence says that promises something to somebody: who sees it, what is kept, what goes and does not come back. */
const PROMISES = [
  /\bnobody else\b|\bnobody’s address\b|\bbut (?:not their|no) addresses\b|\bnowhere else\b|\bkept nowhere\b|\band nothing else\b/i,
  /\bnobody is (?:named|told)\b|\bnobody gets\b|\bnobody (?:outside|sees|of the desk|can)\b/i,
  /\bno (?:cookie|web font|third-party|trace|network address|reader is stored)\b|\band no address\b/i,
  /\bgone (?:from|for good)\b|\b(?:(?:of|about) you|photo) is gone\b|\bfor (?:ever|good)\b|\bpermanently\b|\bnever\b/i,
  /\b(?:is|are|be|been) (?:deleted|erased|forgotten)\b|\bforgets? (?:everybody|every text)\b/i,
  /\bnothing\b[^.;:]* (?:is|are) (?:kept|public|published|saved|sent|stored|loaded|taken)\b/i,
  /\bnothing\b[^.;:]* (?:brings|leaves|lost)\b|\bnothing public\b|\bpublished only once\b/i,
  /\bnothing about (?:you|who)\b|\b(?:kept|saved|stored) on this device\b|\bno(?:body|thing) is counted\b/i,
  /\ba person (?:of this campaign )?(?:here )?reads\b|\bshown, a person reads\b|\bback at any time\b|\btake back what\b/i,
  /\b(?:is|are) not kept\b|\bdo not keep\b|\b(?:kept|saved) (?:until|for)\b|\bonly a (?:hash|(?:digital )?fingerprint)\b/i,
  /\bdesk (?:alone|only)\b|\bonly (?:the desk|owners)\b|\byours alone\b|\bonly you know\b|\bnot shown to anyone\b|\bare not lost\b/i,
  /\bclosed (?:here )?for now\b|\bdo not take comments\b/i,
  /\bolder backup\b|\bno backup does\b|\bno restore\b|\bstays on this device\b/i,
  /\bcannot be (?:undone|worked out|found|had|restored|recovered)\b|\bnames? this person no more\b|\bno longer (?:lead|link|names)\b|\b(?:is|will be) hidden until\b/i,
  /\bshown only (?:now|once|to the desk|at the desk)\b|\bwill not be shown again\b|\bnone of (?:it|this) (?:leaves|is public)\b|\bdesk only\b|\bpermanently\b/i,
  /\bno person can\b/i,
  /\bwithdraw at any time\b|\bcannot be (?:restored|recovered)\b|\bis then deleted\b|\bsav(?:ed|ing) on this device\b/i,
  /\bloads only when\b|\bthen removed from this site\b|\bget no puzzle\b|\berases? its texts\b|\bonly the sender\b|\bnone of their comments is accepted\b|\bno outside map\b|\bno comments$/i,
  /\bno readable name\b|\bcontains no name\b|\bnames nobody\b|\bonly after a person has read\b|\bSomeone (?:from this campaign )?reads\b|\bat the desk reads\b/,
  /\b(?:is|are) not (?:stored|saved)\b|\bnothing you (?:check|type)\b|\bdo not store\b|\b(?:keep|store) nothing\b|\bkeep what you\b|\bno contact details\b|\bnot my contact details\b/i,
  /\bhas been removed from this site\b|\bno longer here\b|\bIt was removed\b|\bwithdrawn at any time\b|\bonly way to (?:edit|withdraw)\b|\berase the story’s texts\b/i,
  /\bshown only once\b|\bstay on your device\b|\bnot public until\b|\balready public\b|\bonly for the desk\b|\bonly the owners\b|\bdo not accept comments\b|\bnothing is accepted\b/i,
  /\bno tracking\b|\bno pictures that count\b|\blinks that track\b|\bsend nothing\b|\bonly to people who have told us\b|\bonly the other moderators\b|\bno cookies\b|\bno web fonts\b|\bdoes not count\b|\bno other teacher\b|\beverything you typed\b/i,
  /\b[oO]nly (?:your|its own|the class’s)\b.* (?:sees?|can see)\b|\bis kept, without you\b|\bsaved only on\b|\bonly on your phone\b|\bresult counts (?:for|towards)\b|\bskip the puzzle\b|\bno signature is counted\b|\bonly you have it\b/i,
];
const NO_PROMISE = "no promise";
const TITLE = /\btest\(\s*["`]((?:[A-Z]+\d+ )+)/g;

const rows = readFileSync("docs/promises.md", "utf8")
  .split("\n")
  .filter((line) => /^\| [a-z][\w-]*\./.test(line))
  .map((line) => {
    const [where = "", says = "", held = "", ...rest] = line.slice(2, -2).split(" | ");
    assert.deepEqual(rest, [], `Expected three cells, got ${line}`);
    return { where: where.split(", "), says, held };
  });

/** What a new campaign says before anybody has written a word, as if it stood in a catalogue. */
const firstWords = firstContent(
  { name: "Ours", claim: "", purpose: "", hashtag: "", language: "en" },
  "2026-12-01",
).map(({ space, slug, fields, markdown = "" }) => ({
  context: `init.${space}/${slug}`,
  text: [...Object.values(fields).filter((one) => typeof one === "string"), markdown].join("\n"),
  several: undefined,
}));

const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.?!])\s+|\n+/).filter((sentence) => sentence !== "");

test("law: every sentence of the interface that promises something is in docs/promises.md, and nothing there is said no more", async () => {
  const said = new Map<string, string>();
  for (const { context, text, several } of [...firstWords, ...(await englishMessages())])
    for (const sentence of [text, several ?? ""].flatMap(sentencesOf))
      if (PROMISES.some((promise) => promise.test(sentence)))
        said.set(`${context} | ${sentence}`, `| ${context} | ${sentence} | RULES |`);
  assert.ok(said.size > 200, `${said.size} sentences promise something`);
  for (const promise of PROMISES)
    assert.ok(
      [...said.keys()].some((one) => promise.test(one)),
      `${promise} finds nothing`,
    );
  const known = new Set(rows.flatMap(({ where, says }) => where.map((key) => `${key} | ${says}`)));
  assert.deepEqual(
    [...said].filter(([one]) => !known.has(one)).map(([, line]) => line),
    [],
    "Expected each of these in docs/promises.md, with the rules whose tests hold it",
  );
  assert.deepEqual(
    [...known].filter((one) => !said.has(one)),
    [],
    "Expected no row of docs/promises.md that no page says any more",
  );
});

test("law: what holds a promise is a rule of a README, with a test that begins with its id", () => {
  const files = globSync("{src,tests,tools}/**/*.test.{ts,tsx}");
  const tested = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(TITLE)].flatMap(([, ids]) => ids!.trim().split(" ")),
    ),
  );
  const rules = new Set(
    globSync(["src/**/README.md", "tools/*/README.md"]).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, id]) => id!),
    ),
  );
  const holding = rows.filter(({ held }) => held !== NO_PROMISE);
  assert.ok(holding.length > 150, `${holding.length} promises`);
  for (const { where, says, held } of holding) {
    assert.notEqual(held, "", `${where.join(", ")}: ${says}`);
    for (const id of held.split(" "))
      assert.ok(rules.has(id) && tested.has(id), `${where[0]}: ${id} is no rule with a test`);
  }
});
