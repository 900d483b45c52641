/** The pages of what was taken back, in a served campaign (platform/addresses/taken-back.ts). */
import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { ACTIVITY } from "./federation-house.ts";

test("FF16 the page of what was taken back is gone, in every language and to whoever asks; what never stood is not found", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data"), CND_ALLOW_PRIVATE: "1" };
  const campaign = join(folder.dir, "campaign");
  cpSync("docs/protocol/valid/small", campaign, { recursive: true });
  succeed(["import", campaign], env);
  rmSync(join(campaign, "pledges/eleven-more.yaml"));
  succeed(["import", campaign, "--prune"], env);
  await using server = await serve(env);
  const status = async (path: string, accept: string) => {
    const answer = await fetch(server.base + path, { headers: { Accept: accept } });
    await answer.arrayBuffer();
    return answer.status;
  };
  const gone = ["/pledges/eleven-more", "/fr/pledges/eleven-more"];
  for (const path of [...gone, "/pledges/eleven-more/conversation"])
    for (const accept of ["text/html", "*/*", ACTIVITY])
      assert.equal(await status(path, accept), 410, `${path} ${accept}`);
  for (const path of ["/pledges/never-stood", "/stories/two-hills/conversation?page=99"])
    assert.equal(await status(path, "*/*"), 404, path);
  assert.equal(await status("/pledges/valley-hundred", "*/*"), 200);
});
