/** Several people change the same ticked rows at once, on both databases: each row is changed once, and nobody's change is lost (features/desk/README.md, D64). */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { invitation } from "./invitation.ts";

const STORIES = ["one", "two", "three", "four"];
const PEOPLE = 6;

function campaignIn(folder: string): string {
  const campaign = join(folder, "campaign");
  succeed(["init", campaign, "--yes"]);
  mkdirSync(join(campaign, "stories"), { recursive: true });
  for (const slug of STORIES)
    writeFileSync(
      join(campaign, "stories", `${slug}.md`),
      `---\ntitle: Story ${slug}\nsummary: …\nlanguage: en\ncategory: Made up\npublished: 2026-01-01\nauthors: [campaign-desk]\n---\n\nWords.\n`,
    );
  return campaign;
}

for (const [name, open] of Object.entries(DATABASES))
  test(`D64 KO13 of several who change the same rows at once one is quicker for each, and the others are told: ${name}`, async () => {
    using folder = temporary();
    await using database = await open();
    const env = {
      CND_DATA: join(folder.dir, "data"),
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    succeed(["import", campaignIn(folder.dir)], env);
    await using server = await serve(env);
    const link = await invitation(env.CND_DATA, { role: "owner", name: "Ada" });
    const came = await fetch(server.base + link, { method: "POST", redirect: "manual" });
    const cookies = came.headers.getSetCookie().map((one) => one.split(";")[0]);
    const ask = async (path: string, form?: URLSearchParams): Promise<string> => {
      const headers = { cookie: cookies.join("; "), "sec-fetch-site": "same-origin" };
      const how = form && { method: "POST", body: form };
      return (await fetch(server.base + path, { headers, ...how })).text();
    };
    const list = await ask("/desk/stories");
    const rows = [...list.matchAll(/name="row\.\d+" value="([^"]+)"/g)].map(([, row]) => row!);
    const select = /<select id="topic"[^]*?<\/select>/.exec(list)?.[0] ?? "";
    const topics = [...select.matchAll(/value="([a-z-]+)"/g)].map(([, id]) => id!);
    assert.ok(rows.length >= STORIES.length && topics.length > 1, `${rows.length} rows`);
    const form = (topic: string, ticked: readonly string[]) =>
      new URLSearchParams([
        ["topic", topic],
        ["do", "in"],
        ...ticked.map((row, n) => [`row.${n}`, row]),
      ]);
    const answers = await Promise.all(
      Array.from({ length: PEOPLE }, (_, n) => {
        const ticked = rows.filter((_row, i) => (i + n) % 2 === 0);
        return ask("/desk/several/stories", form(topics[n % topics.length]!, ticked));
      }),
    );
    const done = answers.map((page) =>
      Number(/<p>\s*(\d+) items? w(?:as|ere) added to/.exec(page)?.[1]),
    );
    assert.equal(
      done.reduce((sum, n) => sum + n, 0),
      rows.length,
      `each is changed once: ${done.join()}`,
    );
    for (const [n, page] of answers.entries()) {
      const ticked = rows.filter((_row, i) => (i + n) % 2 === 0).length;
      const already = Number(/(\d+) rows? needed no change/.exec(page)?.[1] ?? 0);
      const left = page.match(/: someone changed this row after the list was loaded/g)?.length ?? 0;
      assert.equal(done[n]! + already + left, ticked, "each row is told of");
    }
    assert.match(succeed(["verify"], env), /records/);
  });
