/** Damaged folders, from the command line: one clear line with file and line, exit code 1, nothing imported. */
import assert from "node:assert/strict";
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { cnd, temporary } from "../tools/program.ts";

const STORY = "stories/our-first-story.md";
const edit = (dir: string, file: string, from: string | RegExp, to: string) => {
  const path = join(dir, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  assert.notEqual(after, before, `the fixture no longer has ${from}`);
  writeFileSync(path, after);
};

/** The campaign’s own film and captions, under other names. */
function withFilm(dir: string, film: string): void {
  cpSync("campaign/media/the-line-144.mp4", join(dir, "media/film.mp4"));
  cpSync("campaign/media/the-line.en.vtt", join(dir, "media/still.vtt"));
  edit(dir, STORY, /^authors:/m, `film: ${film}\nauthors:`);
}

const MISTAKES: Readonly<Record<string, { damage: (dir: string) => void; line: RegExp }>> = {
  "bad YAML": {
    damage: (dir) => edit(dir, "campaign.yaml", /^name: .*/m, 'name: "open'),
    line: /^campaign\.yaml:\d+: /m,
  },
  "a missing field": {
    damage: (dir) => edit(dir, STORY, /^title: .*\n/m, ""),
    line: /^stories\/our-first-story\.md:\d+: .*title/m,
  },
  "an unknown place": {
    damage: (dir) => edit(dir, STORY, /^authors:/m, "places: [nowhere]\nauthors:"),
    line: /^stories\/our-first-story\.md:\d+: .*nowhere/m,
  },
  "a dead media link": {
    damage: (dir) =>
      edit(dir, STORY, /^authors:/m, "cover: { file: media/gone.webp, alt: Gone }\nauthors:"),
    line: /^stories\/our-first-story\.md:\d+: .*media\/gone\.webp/m,
  },
  "a duplicate slug": {
    damage: (dir) => {
      const people = readFileSync(join(dir, "people.yaml"), "utf8");
      writeFileSync(join(dir, "people.yaml"), `${people}${people}`);
    },
    line: /^people\.yaml:\d+: .*id/m,
  },
  "a 10 MB line": {
    damage: (dir) => writeFileSync(join(dir, "stories/long.md"), "x".repeat(10_000_000)),
    line: /^stories\/long\.md(:\d+)?: /m,
  },
  "a wrong date": {
    damage: (dir) => edit(dir, STORY, /^published: .*/m, "published: 2026-02-30"),
    line: /^stories\/our-first-story\.md:\d+: .*published.*2026-02-30/m,
  },
  "a path outside the folder": {
    damage: (dir) =>
      edit(dir, STORY, /^authors:/m, "cover: { file: ../secret.webp, alt: Out }\nauthors:"),
    line: /^stories\/our-first-story\.md:\d+: .*\.\.\/secret\.webp/m,
  },
  "a colour too near to the paper": {
    damage: (dir) =>
      edit(
        dir,
        "campaign.yaml",
        /^(colour:.*\n)?hashtag:/m,
        'colour: { day: "#ff8a5c", night: "#ff8a5c" }\nhashtag:',
      ),
    line: /^campaign\.yaml:\d+: colour\.day: expected a colour of 4\.5:1 or more on the paper #f4f4ee, found #ff8a5c of 2\.\d\d:1/m,
  },
  "a still of a film that is no picture": {
    damage: (dir) =>
      withFilm(dir, "{ file: media/film.mp4, title: A film, poster: media/still.vtt }"),
    line: /^stories\/our-first-story\.md:\d+: film\.poster: expected a picture \(AVIF, WebP, JPEG or PNG\), found media\/still\.vtt/m,
  },
  "a film of longer than a day": {
    damage: (dir) => withFilm(dir, "{ file: media/film.mp4, title: A film, seconds: 999999999 }"),
    line: /^stories\/our-first-story\.md:\d+: film\.seconds: expected at most 86400 seconds, found 999999999/m,
  },
  "a link out of the folder": {
    damage: (dir) => symlinkSync("/etc/passwd", join(dir, "stories/passwd.md")),
    line: /^stories\/passwd\.md.*: /m,
  },
};

for (const [name, { damage, line }] of Object.entries(MISTAKES))
  test(`${name}: one clear line, exit code 1, nothing imported`, () => {
    using folder = temporary();
    const campaign = join(folder.dir, "campaign");
    const env = { CND_DATA: join(folder.dir, "data") };
    assert.equal(cnd(["init", campaign, "--yes"]).code, 0);
    mkdirSync(join(campaign, "stories"), { recursive: true });
    damage(campaign);
    const refused = cnd(["import", campaign], env);
    assert.equal(refused.code, 1);
    assert.match(refused.err, line);
    assert.match(refused.err, /1 mistake; nothing was imported/, refused.err);
    assert.match(cnd(["export", join(folder.dir, "out")], env).err, /found none/);
  });

test("a mistake in one file leaves what was imported before as it is", () => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  const env = { CND_DATA: join(folder.dir, "data") };
  assert.equal(cnd(["init", campaign, "--yes"]).code, 0);
  assert.equal(cnd(["import", campaign], env).code, 0);
  edit(campaign, STORY, /^title: .*/m, "title: Another title");
  edit(campaign, "campaign.yaml", /^language: .*/m, "language: nothing-known-at-all");
  assert.equal(cnd(["import", campaign], env).code, 1);
  assert.equal(cnd(["export", join(folder.dir, "out")], env).code, 0);
  assert.doesNotMatch(readFileSync(join(folder.dir, "out", STORY), "utf8"), /Another title/);
});

test("law: canonical folder → import → export gives the same bytes, and a second import adds nothing", () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const campaign = join(folder.dir, "campaign");
  cpSync("campaign", campaign, { recursive: true });
  assert.equal(cnd(["import", "--format", campaign]).code, 0);
  assert.match(cnd(["import", "--format", campaign]).out, /Rewrote 0 files/);
  assert.match(cnd(["import", campaign], env).out, /0 unchanged/);
  assert.match(cnd(["import", campaign], env).out, /0 new, 0 edited.*\(0 records\)/);
  const out = join(folder.dir, "out");
  const exported = cnd(["export", out], env);
  assert.equal(exported.code, 0, exported.err);
  const files = globSync("**/*.{md,yaml,geojson,webp}", { cwd: out });
  assert.ok(files.length > 40);
  for (const file of files)
    assert.deepEqual(readFileSync(join(out, file)), readFileSync(join(campaign, file)), file);
});
