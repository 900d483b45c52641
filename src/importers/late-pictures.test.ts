/** Pictures that come after the posts that show them. Rule AR18 of README.md. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { folderParts } from "../folder-parts.ts";
import { temporary } from "../../tools/program.ts";
import { agentOf } from "../platform/federation/asking.ts";
import { bringOver } from "./import-site.ts";
import { bringPictures } from "./late-pictures.ts";

test("AR18 late pictures are put where they stood, and what somebody wrote since stays; where it is the same line, the story is left and named", async () => {
  using made = temporary();
  const [into, kept, from] = ["campaign", "kept", "feed.xml"].map((name) => join(made.dir, name));
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#a52" } })
    .jpeg()
    .toBuffer();
  const posts = ["Well", "Mast"].map(
    (title, i) => `<item><title>${title}</title><link>https://old.example.org/${title}/</link>
<pubDate>Mon, 0${i + 1} Jun 2026 10:00:00 +0000</pubDate><description>&lt;p&gt;${title} first.&lt;/p&gt;
&lt;p&gt;&lt;img src="https://old.example.org/images/${title}.jpg" alt="The ${title}"&gt;&lt;/p&gt;&lt;p&gt;${title} last.&lt;/p&gt;</description></item>`,
  );
  writeFileSync(
    from!,
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title><link>https://old.example.org/</link>
<description>d</description><language>en</language>${posts.join("")}</channel></rss>`,
  );
  const outside = { agent: agentOf("1.2.3"), allowPrivate: false };
  const common = { from: from!, into: into!, parts: folderParts, outside };
  const { counts } = await bringOver({ ...common, today: "2026-06-03", isOurs: () => false });
  assert.deepEqual([counts.stories, counts.filesLeft], [2, 2]);
  const path = (name: string) => join(into!, `stories/${name}.md`);
  const text = (name: string) => readFileSync(path(name), "utf8");
  writeFileSync(
    path("well"),
    text("well").replace(/Well last\.\n$/, "Well last, and dry.\n\nMore.\n"),
  );
  writeFileSync(path("mast"), text("mast").replace("[The Mast]", "[Our mast]"));
  const changed = text("mast");
  // As they lie once they were fetched; nobody is asked here.
  mkdirSync(kept!);
  const { createHash } = await import("node:crypto");
  for (const name of ["Well", "Mast"]) {
    const href = `https://old.example.org/images/${name}.jpg`;
    writeFileSync(join(kept!, createHash("sha256").update(href).digest("hex")), photo);
  }
  const told: string[] = [];
  const progress = (done: number, total: number) => void told.push(`${done} of ${total}`);
  const late = { ...common, kept: kept!, progress, signal: AbortSignal.timeout(60_000) };
  const first = await bringPictures(late);
  assert.deepEqual([first.brought, first.of], [1, 2]);
  assert.deepEqual(told, ["1 of 2", "2 of 2"]);
  assert.match(first.missing[0]!.why, /changed where they stood/);
  assert.equal(text("mast"), changed);
  const well = text("well");
  assert.match(
    well,
    /Well first\.\n\n!\[The Well\]\(picture:well-1\)\n\nWell last, and dry\.\n\nMore\./,
  );
  assert.match(well, /pictures:\n.*name: well-1.*file: media\/Well\.jpg/s);
  assert.ok(readdirSync(join(into!, "media")).includes("Well.jpg"));
  const again = await bringPictures(late);
  assert.deepEqual([again.brought, again.of], [0, 1], "what is there is not missing");
  assert.equal(text("well"), well);
});
