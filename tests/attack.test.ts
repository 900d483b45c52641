import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serveAlone, temporary } from "../tools/program.ts";
import { attack } from "./attack.ts";
import { newCampaign } from "./campaigns.ts";

test("under every attack at once pages are read, and a story over a slow line arrives (the long form, with its figures: tests/long)", async (t) => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  await using server = await serveAlone(env);
  const seen = await attack(server, { seconds: 10, photo: 150, rest: 0 });
  t.diagnostic(JSON.stringify({ memory: seen.memory, done: seen.done, pages: seen.pages.length }));
  assert.equal(seen.story, 303);
  assert.ok(seen.pages.length > 50, `only ${seen.pages.length} pages were read`);
  for (const [kind, n] of Object.entries(seen.done)) assert.ok(n > 0, `${kind}: never`);
  assert.equal(Object.keys(seen.done).length, 7);
  assert.equal(server.process.exitCode, null);
});
