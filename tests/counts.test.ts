/** Counts of pages (features/counts/README.md) as an editor and an owner see them, on both databases. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaignOn } from "./campaigns.ts";
import { succeed } from "./commands.ts";

for (const name of ["SQLite", "PostgreSQL"] as const)
  test(`CN1 CN5 pages are counted and readers are not; off deletes what was counted: ${name}`, async () => {
    using folder = temporary();
    await using campaign = await firstCampaignOn(name, join(folder.dir, "data"));
    const { env } = campaign;
    {
      await using server = await serve(env);
      for (let i = 0; i < 7; i++)
        for (const path of ["/stories/mankosi", "/feed.xml", "/stories?walk=teacher"])
          await (await fetch(server.base + path)).arrayBuffer();
      await fetch(`${server.base}/privacy`, { headers: { dnt: "1" } });
      for (let i = 0; i < 3; i++) await fetch(`${server.base}/about`);
      await fetch(`${server.base}/stories/mankosi`, { method: "HEAD" });
    }
    await using server = await serve(env);
    const cookie = await enter(server.base, "owner", env);
    const desk = async () =>
      (await fetch(`${server.base}/desk/counts`, { headers: { cookie } })).text();
    const page = await desk();
    assert.match(page, /\/stories\/mankosi <small>7</);
    assert.match(page, /\/stories <small>7</);
    assert.match(page, /1 more, fewer than 5 on a day <small>fewer than 5</);
    assert.doesNotMatch(page, /feed\.xml<|\/about<small|\/privacy<small/);
    await fetch(`${server.base}/desk/counts`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ do: "off" }),
    });
    assert.match(await desk(), /Nothing is counted/);
    await fetch(`${server.base}/desk/counts`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ do: "on" }),
    });
    assert.match(await desk(), /Nothing yet/);
    const other = await enter(server.base, "contributor", env);
    const shut = await fetch(`${server.base}/desk/counts`, { headers: { cookie: other } });
    assert.equal(shut.status, 403);
  });

async function enter(base: string, role: string, env: Record<string, string>): Promise<string> {
  const link = new URL(succeed(["account", "invite", role, "--name", role], env).trim());
  const done = await fetch(base + link.pathname, { method: "POST", redirect: "manual" });
  return done.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}
