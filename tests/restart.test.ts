/** A campaign that is edited at its desk and in its folder: starting again undoes neither. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { readEntry } from "../src/platform/records/record.ts";
import { serve, temporary } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { ownerOf, say, sign } from "./saying.ts";

const STORY = "stories/our-first-story.md";
const edit = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

for (const [name, database] of Object.entries(DATABASES))
  test(`F18 what was changed and withdrawn here stands after a restart and an import (${name})`, async () => {
    using folder = temporary();
    await using store = await database();
    const mine = join(folder.dir, "mine");
    const data = join(mine, ".data");
    const env: Record<string, string> = name === "SQLite" ? {} : { CND_DATABASE: store.address };
    succeed(["init", mine, "--yes"]);
    {
      await using server = await serve(env, [mine]);
      const owner = ownerOf(data);
      const story = await said(server.base, "story.told/1", "Our first story");
      const page = await said(server.base, "page.written/1", "Imprint");
      const body = { ...page.body, title: "Who answers" };
      await say(
        server.base,
        sign(owner, { kind: "story.withdrawn/1", subject: story.id, body: {} }),
        sign(owner, { kind: "page.edited/1", subject: page.id, body }),
      );
    }
    edit(join(mine, "pages/about.md"), "Say here who stands", "We stand");
    await using server = await serve(env, [mine]);
    assert.match(await (await fetch(`${server.base}/pages/about`)).text(), /Say here who stands/);
    const stands = async () => {
      assert.notEqual((await fetch(`${server.base}/stories/our-first-story`)).status, 200);
      assert.match(await (await fetch(`${server.base}/pages/imprint`)).text(), /Who answers/);
    };
    await stands();
    const at = { ...env, CND_DATA: data };
    assert.match(
      succeed(["import", mine], at),
      /0 new, 1 edited, 3 unchanged, 2 changed here since/,
    );
    await stands();
    edit(join(mine, "pages/imprint.md"), "Imprint", "Behind this");
    const done = succeed(["import", mine], at);
    assert.match(done, /0 new, 1 edited, 4 unchanged, 1 changed here since/);
    assert.match(done, /1 of these were also changed here/);
    assert.match(await (await fetch(`${server.base}/pages/imprint`)).text(), /Behind this/);
    const files = exported(folder.dir, at);
    assert.equal(files[STORY], undefined);
    assert.match(succeed(["import", join(folder.dir, "out")], at), /\(0 records\)/);
    assert.deepEqual(exported(folder.dir, at), files);
  });

/** The record of this kind that has this title, and what it says. */
async function said(base: string, kind: string, title: string) {
  const text = async (path: string) => (await fetch(base + path)).text();
  const size = (await text("/log/checkpoint")).split("\n")[1];
  const bundle = await fetch(`${base}/log/tile/entries/000.p/${size}`);
  for (const { id, envelope } of parseEntryBundle(await bundle.bytes()).map(readEntry)) {
    if (envelope.kind !== kind) continue;
    const { say: body } = JSON.parse(await text(`/log/body/${envelope.body}`)) as {
      say: JsonObject;
    };
    if (body["title"] === title) return { id, body };
  }
  throw new Error(`Expected a record ${kind} with the title ${title}, found none.`);
}
