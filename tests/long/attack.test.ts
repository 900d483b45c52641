import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serveAlone, temporary } from "../../tools/program.ts";
import { attack, p99 } from "../attack.ts";
import { newCampaign } from "../campaigns.ts";

test("ten minutes of every attack at once: pages within 100 ms, the story arrives, memory is bounded and comes back", async (t) => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  await using server = await serveAlone(env);
  const seen = await attack(server, { seconds: 600, photo: 450, rest: 60_000 });
  const [calm, pages] = [p99(seen.calm), p99(seen.pages)];
  t.diagnostic(
    JSON.stringify({ calm, pages, read: seen.pages.length, ...seen.memory, done: seen.done }),
  );
  assert.equal(seen.story, 303);
  assert.ok(pages <= 100, `p99 of pages: ${pages} ms`);
  assert.ok(seen.memory.most <= 450, `memory: ${seen.memory.most} MB`);
  assert.ok(seen.memory.after <= 1.2 * seen.memory.before, JSON.stringify(seen.memory));
});
