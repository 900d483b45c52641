/** The forms of content as values: every field has words, every thing goes through its form byte for byte. Rules KO2 to KO5. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { folderParts } from "../../folder-parts.ts";
import { canonicalFiles } from "../../platform/folder/canonical.ts";
import { readFolder } from "../../platform/folder/read.ts";
import type { Fields } from "../../platform/folder/thing.ts";
import { askedOf } from "./form/asked.ts";
import { namedIn } from "./form/picking.ts";
import { merged } from "./form/merging.ts";
import { positionIn, positionText } from "./form/position.ts";
import { everyField, isAsked, shapeOf } from "./form/shape.ts";
import { tidied, typedOf, valueOf } from "./form/typed.ts";
import { choiceOf, hintOf, labelOf } from "./labelled.ts";
import { labelsIn } from "./labels.ts";
import { entriesIn } from "./posted.ts";
import { takeTable, TableRefused } from "./tables/intake.ts";
import { inFilesOnly, TRANSLATED_HERE } from "./translations-desk.tsx";
import { editorOf, isMadeHere, OWN_EDITORS } from "./visit.ts";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");
const labels = labelsIn("en");
const ours = folderParts.filter(({ space }) => isMadeHere(words, space));

test("KO2 every kind of the campaign folder is made here or has an editor of its own", () => {
  assert.ok(folderParts.length >= 13 && ours.length >= 7);
  const left = folderParts.filter(({ space }) => !isMadeHere(words, space));
  assert.deepEqual(
    left.map(({ space }) => space).filter((space) => OWN_EDITORS[space] === undefined),
    [],
  );
});

test("KO2 every field of every schema has a label, every choice its words", () => {
  let seen = 0;
  for (const part of ours)
    for (const field of everyField(shapeOf(part))) {
      if (!isAsked(field) || field.at === "properties") continue;
      if (field.at !== "geometry")
        assert.ok(labelOf(labels, part.space, field.at), `${part.space}: ${field.at}`);
      if (field.is === "choice")
        for (const option of field.options)
          assert.ok(choiceOf(labels, field.at, option), `${part.space}: ${field.at}: ${option}`);
      seen++;
    }
  assert.ok(seen > 200, `${seen} fields`);
});

test("KO15 each kind that says something in other languages is translated at the desk or named as one of the files", () => {
  const files = inFilesOnly(folderParts);
  const speaking = folderParts.filter(({ wording, translation }) => wording || translation);
  assert.ok(speaking.length > 10 && files.length >= 6, `${speaking.length} kinds, ${files.length}`);
  for (const { space } of speaking) {
    assert.ok(space in words.spaces, `${space} has no name`);
    const isHere = (TRANSLATED_HERE as readonly string[]).includes(space);
    assert.notEqual(isHere, (files as readonly string[]).includes(space), space);
  }
  const leads = Object.entries(OWN_EDITORS).filter(([, path]) => path === "/desk/settings");
  assert.deepEqual(leads.map(([space]) => space).toSorted(), ["campaign", "pages"]);
});

test("KO16 what is said in the forms of several kinds of things names none of them", () => {
  const kinds = Object.values(words.add).map((add) => add.replace(/^Add an? /, ""));
  const spaces = new Map<string, Set<string>>();
  for (const part of ours)
    for (const field of everyField(shapeOf(part))) {
      const hint = hintOf(labels, part.space, field.at);
      if (hint === undefined) continue;
      spaces.set(hint, (spaces.get(hint) ?? new Set()).add(part.space));
    }
  const shared = [...spaces].filter(([, of]) => of.size > 1).map(([hint]) => hint);
  assert.ok(shared.length >= 5 && kinds.length >= 9, `${shared.length} of ${spaces.size}`);
  for (const kind of kinds)
    for (const hint of shared) assert.doesNotMatch(hint, new RegExp(`\\b${kind}s?\\b`, "i"));
});

test("KO2 no field asks for a short name, an id or a path", () => {
  for (const part of ours)
    for (const field of everyField(shapeOf(part))) {
      if (field.is !== "line" || field.at.startsWith("mapping.")) continue; // a column of a table
      assert.doesNotMatch(
        field.at,
        /(?:^|[.\]])(?:id|slug|ids|file|night|joint|facts|formerly)$/,
        `${part.space}: ${field.at}`,
      );
    }
});

for (const folder of ["campaign", "docs/protocol/valid/small"])
  test(`KO3 every thing of a campaign goes through its form byte for byte: ${folder}`, async () => {
    const { things } = await readFolder(folder, folderParts);
    const mine = things.filter(({ part }) => ours.includes(part));
    assert.ok(mine.length > 3);
    for (const lang of ["en", "es"])
      for (const thing of mine) {
        const { part } = thing;
        const shape = shapeOf(part);
        const { markdown } = thing;
        const file: Fields = markdown === undefined ? thing.fields : { ...thing.fields, markdown };
        const whole = askedOf(part)?.open(file) ?? file;
        const typed = typedOf(shape, whole, { lang, nameOf: (_space, slug) => `The ${slug}` });
        const tidy = tidied(shape, typed);
        const slugAt = new Map(namedIn(shape, tidy).map(({ at }) => [at, tidy[`${at}.pick`]!]));
        const value = valueOf(shape, tidy, { lang, slugAt });
        const { markdown: text, ...fields } = askedOf(part)?.close(value).fields ?? value;
        const own = "id" in thing.fields ? { ...fields, id: thing.fields["id"] } : fields;
        const again = {
          ...thing,
          fields: own,
          ...(typeof text === "string" && { markdown: text }),
        };
        assert.deepEqual(canonicalFiles([again]), canonicalFiles([thing]), thing.slug);
      }
  });

test("KO4 a place is typed as people write it down", () => {
  const there = [28.283333, -15.416667];
  for (const typed of [
    "-15.416667, 28.283333",
    "-15.416667 28.283333",
    "15°25′0″S 28°17′0″E",
    "15°25'S, 28°17'E",
    "S 15 25' E 28 17'",
    "28°17′E 15°25′S",
    "geo:-15.416667,28.283333",
    "https://www.openstreetmap.org/#map=14/-15.416667/28.283333",
    "https://example.org/maps/@-15.416667,28.283333,14z",
  ])
    assert.deepEqual(positionIn(typed), there, typed);
  for (const odd of ["", "Lusaka", "91, 0", "0, 181", "1°61′N 2°E", "12", "1N 2N", "x".repeat(400)])
    assert.equal(positionIn(odd), undefined, odd);
  assert.equal(positionText([28.283333, -15.416667]), "-15.416667, 28.283333");
});

test("KO5 what two people changed apart is put together; where it meets, both are told", () => {
  const was = { name: "A", summary: "One.", sources: [{ title: "a" }, { title: "b" }] };
  const theirs = {
    ...was,
    summary: "Two.",
    sources: [{ title: "a" }, { title: "b" }, { title: "c" }],
  };
  const mine = { ...was, name: "B", sources: [{ title: "b" }] };
  assert.deepEqual(merged(was, theirs, mine), {
    value: { name: "B", summary: "Two.", sources: [{ title: "b" }, { title: "c" }] },
    clashes: [],
  });
  assert.deepEqual(merged(was, { ...was, name: "C" }, mine).clashes, ["name"]);
});

test("KO4 a pledge with a thousand claims is read in time in proportion to its fields", () => {
  const part = ours.find(({ space }) => space === "pledges")!;
  const fields = shapeOf(part);
  const typed = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => i).flatMap((i) => [
      [`claims.${i}`, "row"],
      ...["text", "value", "date", "note", "a", "b", "c", "d", "e", "f", "g"].map((key) => [
        `claims.${i}.${key}`,
        `${i}`,
      ]),
    ]),
  ) as Record<string, string>;
  const began = performance.now();
  const tidy = tidied(fields, typed);
  valueOf(fields, tidy, { lang: "en", slugAt: new Map() });
  namedIn(fields, tidy);
  const took = performance.now() - began;
  assert.equal(Object.keys(tidy).filter((key) => /^claims\.\d+$/.test(key)).length, 1000);
  assert.ok(took < 5000, `${took} ms`);
});

test("KO4 the entries of a form are counted, however they are nested", () => {
  assert.equal(entriesIn({ title: "x", "a.0.b.0": "row", "a.0.b.1.c": "", "a.0": "row" }), 3);
});

test("KO10 a table that is too wide for what reads it is refused when it comes", async () => {
  const work = mkdtempSync(join(tmpdir(), "cnd-table-"));
  const taking = async (text: string) => {
    await using table = await takeTable(
      (async function* () {
        yield Buffer.from(text);
      })(),
      work,
    );
    return table.path;
  };
  const wide = (cells: number) => `${Array(cells).fill("a").join(",")}\n`.repeat(2);
  assert.ok(await taking(wide(500)));
  await assert.rejects(taking(wide(501)), TableRefused);
  await assert.rejects(taking(`a,b\n1,${"2".repeat(100_000)}\n`), TableRefused);
  rmSync(work, { recursive: true });
});

test("KO10 a table is read in turns, in time that grows with its length alone, and a row without end is refused before it is made", async () => {
  const work = mkdtempSync(join(tmpdir(), "cnd-table-"));
  const taken = async (text: string) => {
    const bytes = Buffer.from(text);
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    }
    let isOver = false;
    let longest = 0; // ms of this thread between two turns of others
    let last = process.threadCpuUsage();
    const others = (): void => {
      const { user, system } = process.threadCpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.threadCpuUsage();
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const before = process.cpuUsage();
    const is = await takeTable(pieces(), work).then(
      async (table) => table[Symbol.asyncDispose]().then(() => "taken"),
      (error: TableRefused) => error.why,
    );
    isOver = true;
    const { user, system } = process.cpuUsage(before);
    return { is, ms: (user + system) / 1000, longest };
  };
  const lines = (rows: number) => `a,b\n${`${'""""'.repeat(30)},1\n`.repeat(rows)}`;
  await taken(lines(10_000));
  const [half, whole] = [await taken(lines(40_000)), await taken(lines(80_000))];
  assert.deepEqual([half.is, whole.is], ["taken", "taken"]);
  assert.ok(whole.ms < 4 * half.ms + 100, `${half.ms} ms, twice as long ${whole.ms} ms`);
  assert.ok(whole.longest < whole.ms / 4, `others waited for ${whole.longest} of ${whole.ms} ms`);
  // What is put together of a row is bounded: a cell of five million quotes costs no more than to look for its end.
  // The least of three: a processor's time has a collection of rubbish in it that another reading began.
  const least = async (text: string) => {
    const all = [await taken(text), await taken(text), await taken(text)];
    return all.reduce((a, b) => (b.ms < a.ms ? b : a));
  };
  const honest = await least(lines(80_000));
  for (const endless of [
    `a,b\n"${'""'.repeat(5_000_000)}",1`,
    `a,b\n${'"",'.repeat(3_000_000)}`,
    '"",'.repeat(3_000_000),
  ]) {
    const { is, ms } = await least(endless);
    assert.equal(is, "none");
    assert.ok(ms < honest.ms, `${ms} ms, an honest one ${honest.ms} ms`);
  }
  rmSync(work, { recursive: true });
});

test("KO2 an address that no kind has leads to all of them", () => {
  assert.equal(editorOf("stories"), "/desk/stories");
  for (const space of ["constructor", "__proto__", "toString"])
    assert.equal(editorOf(space), undefined);
});
