import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { problemLine } from "./problem.ts";
import { readFolder } from "./read.ts";
import { INVALID, parts, SMALL, temporary } from "./sample.test.ts";

async function linesOf(dir: string): Promise<string[]> {
  return (await readFolder(dir, parts)).problems.map(problemLine);
}
/** The small folder with one file changed or added. */
async function withFile(path: string, content: string | Uint8Array): Promise<string[]> {
  const dir = temporary(SMALL);
  writeFileSync(join(dir, path), content);
  return linesOf(dir);
}
const small = (path: string) => readFileSync(join(SMALL, path), "utf8");
/** The one problem of it. */
async function problemWith(path: string, content: string | Uint8Array): Promise<string> {
  const lines = await withFile(path, content);
  assert.equal(lines.length, 1, lines.join("\n"));
  return lines[0]!.slice(0, 160);
}

test("F1 the valid sample has no problem, and each invalid one exactly those it names", async () => {
  assert.deepEqual(await linesOf(SMALL), []);
  const cases = readdirSync(INVALID);
  assert.ok(cases.length >= 15);
  for (const name of cases) {
    const dir = temporary(SMALL);
    cpSync(join(INVALID, name), dir, { recursive: true });
    rmSync(join(dir, "problem.txt"));
    const expected = readFileSync(join(INVALID, name, "problem.txt"), "utf8")
      .trim()
      .split("\n");
    assert.deepEqual(await linesOf(dir), expected, name);
  }
});

test("F1 what is wrong with the media of a thing is told with what is wrong with its fields", async () => {
  const story = small("stories/two-hills.md").replace(
    /^cover:.*$/m,
    "cover: { file: media/gone.png, alt: A hill, with a mast, credit: Me }",
  );
  const [media, comma, ...rest] = await withFile("stories/two-hills.md", story);
  assert.match(
    media!,
    /:13: cover\.file: expected a file of media\/.*, found no media\/gone\.png$/,
  );
  assert.equal(
    comma,
    'stories/two-hills.md:13: cover.with a mast: expected a field of this form, found "with a mast". A comma in the text before it? Put that text in quotation marks',
  );
  assert.deepEqual(rest, []);
});

test("F1 the problems of all files come together, sorted by file and line", async () => {
  const dir = temporary(SMALL);
  writeFileSync(
    join(dir, "stories/two-hills.md"),
    "---\ntitle: 5\npublished: 24 November\nlead: yes\n---\n",
  );
  writeFileSync(join(dir, "partners.yaml"), "- id: hill-network\n  kind: [x]\n- 7\n");
  assert.deepEqual(await linesOf(dir), [
    "partners.yaml:1: [0].name: expected a line of text, found nothing",
    "partners.yaml:1: [0].standing: expected one of joined, named, found nothing",
    "partners.yaml:1: [0].summary: expected a text, found nothing",
    "partners.yaml:2: [0].kind: expected one of carrier, community, found a list",
    "partners.yaml:3: [1]: expected a group of fields, found 7",
    "stories/two-hills.md:2: authors: expected a list, found nothing",
    "stories/two-hills.md:2: category: expected a line of text, found nothing",
    "stories/two-hills.md:2: language: expected a language such as en, pt-BR or ase, found nothing",
    "stories/two-hills.md:2: summary: expected a text, found nothing",
    'stories/two-hills.md:3: published: expected a day such as 2026-11-24, found "24 November"',
    'stories/two-hills.md:4: lead: expected true or false, found "yes"',
  ]);
});

test("F1 a file that cannot be read does not blame those that refer to it", async () => {
  assert.deepEqual(await withFile("places.geojson", "{"), [
    "places.geojson:1: expected JSON, found: Expected property name or '}' in JSON at position 1 (line 1 column 2)",
  ]);
});

test("F1 a name with control characters stays one line", async () => {
  const [line, ...others] = await withFile("stories/a\nb\u001b[31m.md", "x");
  assert.deepEqual(others, []);
  assert.doesNotMatch(line!, /\p{Cc}/u);
});

test("F3 links and paths that lead out are refused", async () => {
  const dir = temporary(SMALL);
  symlinkSync("/etc/hostname", join(dir, "media/host.png"));
  symlinkSync(join(SMALL, "pages/about.md"), join(dir, "pages/more.md"));
  rmSync(join(dir, "pledges"), { recursive: true });
  symlinkSync(join(SMALL, "pledges"), join(dir, "pledges"));
  assert.deepEqual(await linesOf(dir), [
    "media/host.png:1: expected a file, found a link",
    "pages/more.md:1: expected a file, found a link",
    "pledges:1: expected a folder, found a link",
  ]);
  for (const path of [
    "../secret.png",
    "media/../../secret.png",
    "/etc/passwd",
    "media/.hidden.png",
  ]) {
    const text = small("stories/two-hills.md").replace("media/hill.png", path);
    assert.deepEqual(await withFile("stories/two-hills.md", text), [
      `stories/two-hills.md:13: cover.file: expected a path inside media/ such as media/x.avif, found "${path}"`,
    ]);
  }
});

test("F4 what is too long, too deep or no text is refused", async () => {
  const story = small("stories/two-hills.md");
  assert.equal(
    await problemWith("stories/two-hills.md", story + "x".repeat(10_000_000)),
    `stories/two-hills.md:1: expected at most 2000000 bytes, found ${10_000_000 + Buffer.byteLength(story)}`,
  );
  assert.equal(
    await problemWith("stories/two-hills.md", `${story}${"x".repeat(100_001)}\n`),
    "stories/two-hills.md:35: expected lines of at most 100000 characters, found a longer one",
  );
  assert.match(
    await problemWith("partners.yaml", "[".repeat(90_000)),
    /^partners.yaml:1: expected .* nested too deeply$/,
  );
  assert.match(
    await problemWith("partners.yaml", "[".repeat(50) + "]".repeat(50)),
    /:1: expected at most 32 levels, found more$/,
  );
  assert.equal(
    await problemWith("pages/about.md", Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff])),
    "pages/about.md:1: expected text in UTF-8, found other bytes",
  );
});

test("F4 aliases, tags, keys twice, several documents and inherited names are refused", async () => {
  const bad = {
    "- &x {id: a}\n- *x": "1: expected a plain value, found the anchor &x",
    "- *x": "1: expected the value itself, found the alias *x",
    "- !!binary aGk=": "1: expected a plain value, found the tag tag:yaml.org,2002:binary",
    "- !run x": "1: expected plain YAML, found: Unresolved tag: !run",
    "- id: a\n  id: b": "2: expected plain YAML, found: Map keys must be unique",
    "- id: a\n---\n- id: b":
      "2: expected plain YAML, found: Source contains multiple documents; please use YAML.parseAllDocuments()",
    "- constructor: a": '1: expected another name of a field, found "constructor"',
    "- __proto__: {id: a}": '1: expected another name of a field, found "__proto__"',
  };
  for (const [text, line] of Object.entries(bad))
    assert.deepEqual(await withFile("partners.yaml", text), [`partners.yaml:${line}`]);
});

test("F1 a folder in place of a file, an unknown file, a file of another kind; what is not ours is let be", async () => {
  const dir = temporary(SMALL);
  rmSync(join(dir, "people.yaml"));
  mkdirSync(join(dir, "people.yaml"));
  for (const name of ["terrain", "regions"]) mkdirSync(join(dir, name));
  mkdirSync(join(dir, ".git"));
  for (const path of [
    "README.md",
    "media/README.md",
    "terrain/x.hgt",
    "regions/x.yaml",
    "stories/.x.swp",
    "LICENSE",
  ])
    writeFileSync(join(dir, path), "whatever");
  writeFileSync(join(dir, "stories/notes.txt"), "x");
  const lines = await linesOf(dir);
  assert.ok(lines.includes("people.yaml:1: expected a file, found a folder"));
  assert.ok(
    lines.includes(
      'stories/notes.txt:1: expected a name <slug>.md or <slug>.<language>.md (a slug is a-z, 0-9 and -), found "notes.txt"',
    ),
  );
  await assert.rejects(readFolder(join(dir, "nowhere"), parts), { code: "no-folder" });
  assert.deepEqual(
    (await linesOf(temporary()))[0],
    "campaign.yaml:1: expected this file, found none",
  );
});

test("F12 a date is a text, and an unquoted number where a text is expected", async () => {
  const dir = temporary(SMALL);
  const path = join(dir, "partners.yaml");
  writeFileSync(path, small("partners.yaml").replace("name: Hill Network", "name: 0042"));
  const { things, problems } = await readFolder(dir, parts);
  assert.deepEqual(problems, []);
  const partner = things.find(({ slug }) => slug === "hill-network")!;
  assert.deepEqual([partner.fields["name"], partner.fields["since"]], ["0042", "2019"]);
  const story = things.find(({ slug }) => slug === "two-hills")!;
  assert.equal(story.fields["published"], "2026-11-24");
  const unquoted = small("partners.yaml").replace("since: 2019", "since: 2026-02-30");
  assert.deepEqual(await withFile("partners.yaml", unquoted), [
    'partners.yaml:8: [0].since: expected a day, a month or a year such as 2026-11-24, 2026-11 or 2026, found "2026-02-30"',
  ]);
});

test("F1 line ends and byte order marks of other systems are no problem", async () => {
  const dir = temporary(SMALL);
  const text = `\ufeff${small("stories/two-hills.md").replaceAll("\n", "\r\n")}`;
  writeFileSync(join(dir, "stories/two-hills.md"), text);
  const { things, problems } = await readFolder(dir, parts);
  assert.deepEqual(problems, []);
  const same = await readFolder(SMALL, parts);
  const story = (of: typeof same) => of.things.find(({ slug }) => slug === "two-hills")!;
  assert.equal(story({ ...same, things }).markdown, story(same).markdown);
});
