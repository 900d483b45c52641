/** Counts of pages (features/page-views/README.md) as an editor and an owner see them, on both databases. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import type { Role } from "../src/platform/accounts/roles.ts";
import { serve, temporary } from "../tools/program.ts";
import { DATABASES } from "./databases.ts";
import { invitation } from "./invitation.ts";
import { smallCampaign } from "./small-campaign.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`CN1 CN5 pages are counted and readers are not; off deletes what was counted: ${name}`, async () => {
    using folder = temporary();
    await using database = await open();
    const env: Record<string, string> = {
      CND_DATA: join(folder.dir, "data"),
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    smallCampaign(folder.dir, env);
    {
      await using server = await serve(env);
      for (let i = 0; i < 7; i++)
        for (const path of ["/stories/two-hills", "/feed.xml", "/stories?walk=teacher"])
          await (await fetch(server.base + path)).arrayBuffer();
      await fetch(`${server.base}/privacy`, { headers: { dnt: "1" } });
      for (let i = 0; i < 3; i++) await fetch(`${server.base}/about`);
      await fetch(`${server.base}/stories/two-hills`, { method: "HEAD" });
    }
    await using server = await serve(env);
    const cookie = await enter(server.base, "owner", env);
    const desk = async () =>
      (await fetch(`${server.base}/desk/counts`, { headers: { cookie } })).text();
    const page = await desk();
    assert.match(page, /\/stories\/two-hills <small>7</);
    assert.match(page, /\/stories <small>7</);
    assert.match(page, /1 more, with fewer than 5 views in a day <small>fewer than 5</);
    assert.doesNotMatch(page, /feed\.xml<|\/about<small|\/privacy<small/);
    await fetch(`${server.base}/desk/counts`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ do: "off" }),
    });
    assert.match(await desk(), /does not count page views/);
    await fetch(`${server.base}/desk/counts`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ do: "on" }),
    });
    assert.match(await desk(), /No counts yet/);
    const other = await enter(server.base, "contributor", env);
    const shut = await fetch(`${server.base}/desk/counts`, { headers: { cookie: other } });
    assert.equal(shut.status, 403);
  });

async function enter(base: string, role: Role, env: Record<string, string>): Promise<string> {
  const link = await invitation(env["CND_DATA"]!, { role, name: role });
  const done = await fetch(base + link, { method: "POST", redirect: "manual" });
  return done.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}
