/** Law of an objection: whatever the first campaign sends, in whatever form, names nobody who is held; let go, all of it is as before. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { pagesOf } from "./served-pages.ts";

const NAME = "Barry Forde";
const SLUG = "barry-forde";
/** A story and a page that say the name in their words and link nobody. */
const TOLD = { language: "en", published: "2026-01-01", authors: ["f".repeat(64)] };
const SAID = ["/pages/the-road", "/stories/the-road.epub", "AP /stories/the-road"];
const ACTIVITY = "application/activity+json";
const PLAIN = { "accept-encoding": "identity" }; // what is read once need not be compressed as small as it gets

interface Output {
  readonly path: string;
  readonly accept?: string;
}

const nameOf = ({ path, accept }: Output) => `${accept ? "AP " : ""}${path}`;

/** Everything that anybody may fetch: pages, and whatever these lead to that is no picture and no film; each story as the fediverse reads it, too. */
async function outputsOf(base: string): Promise<Output[]> {
  const pages = (await pagesOf(base)).filter(
    (path) => !/^\/(?:fr|es|pt|ar|sw|hi|zh)(?:\/|$)/.test(path),
  );
  const more = new Set(["/sitemap.xml", "/feed.xml", "/feed.json", "/search?q=Forde"]);
  for (const path of pages) {
    const html = await (await fetch(base + path, { headers: PLAIN })).text();
    for (const [, to = ""] of html.matchAll(/(?:href|src)="(?:https?:\/\/[^/"]+)?(\/[^"#]*)"/g))
      if (
        /\.(?:xml|json|csv|geojson|epub|ics|atom|rss|txt)(?:\?|$)|^\/api\//.test(to) &&
        !to.startsWith("/media/")
      )
        more.add(to.replaceAll("&amp;", "&"));
  }
  const activities = pages.filter((path) => /^\/(?:stories|authors)\/[^/]+$/.test(path));
  return [
    ...[...pages, ...more].map((path) => ({ path })),
    ...activities.map((path) => ({ path, accept: ACTIVITY })),
  ];
}

/** Of these, those that say the name: whole, marked, or in an archive. */
async function naming(base: string, outputs: readonly Output[]): Promise<string[]> {
  const found: string[] = [];
  const says = (text: string) => text.replaceAll(/<\/?mark>/g, "").includes(NAME);
  for (const { path, accept } of outputs) {
    const answer = await fetch(base + path, {
      headers: { accept: accept ?? "*/*", ...PLAIN },
      redirect: "manual",
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const texts =
      /\.epub/.test(path) && answer.ok
        ? Object.values(unzipSync(bytes)).map((one) => Buffer.from(one).toString())
        : [Buffer.from(bytes).toString()];
    if (texts.some(says)) found.push(nameOf({ path, ...(accept && { accept }) }));
  }
  return found;
}

test("RI4 RI12 PE13 law: no page, list, feed, search, file, API or object of the fediverse says the name of somebody who is held; let go, each says it again", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  const url = "https://campaign.example";
  await firstCampaign(data, url);
  await using server = await serve({ CND_DATA: data, CND_URL: url });
  const { base } = server;
  const key = ownerOf(data);
  for (const [kind, space, more] of [
    ["story.told/1", "stories", { summary: `With ${NAME}.`, category: "Roads", ...TOLD }],
    ["page.written/1", "pages", {}],
  ] as const) {
    const body = { title: "The road", markdown: `Dug by ${NAME} and others.`, ...more };
    const told = sign(key, { kind, body });
    const bound = { kind: "slug.bound/1", subject: told.id, body: { space, slug: "the-road" } };
    await say(base, told, sign(key, bound));
  }
  const outputs = await outputsOf(base);
  const before = await naming(base, outputs);
  assert.ok(before.length >= 8, before.join(" "));
  for (const one of [`/authors/${SLUG}`, "/feed.json", ".epub", "/api/", "/search", "AP ", ...SAID])
    assert.ok(
      before.some((path) => path.includes(one)),
      `nothing at ${one} says it`,
    );

  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const subject = (
    db.prepare("select subject from address where space = 'people' and slug = ?").get(SLUG) as {
      subject: string;
    }
  ).subject;
  const records = db
    .prepare("select id, subject, body_hash, document from record where document is not null")
    .all()
    .filter(({ document }) => Buffer.from(document as Uint8Array).includes(NAME));
  const bodies = records.flatMap(({ id, body_hash: hash }) => [
    { path: `/log/body/${String(hash)}` },
    { path: `/log/proof/${String(id)}.json` },
  ]);
  const others = records.filter((one) => one["subject"] !== subject);
  assert.ok(others.length >= 2 && others.length < records.length, "others say the name, too");
  assert.deepEqual(await naming(base, bodies), bodies.map(nameOf));

  const day = { day: "2026-01-01" };
  await say(base, sign(ownerOf(data), { kind: "person.held/1", subject, body: day }));
  const named = outputs.filter((one) => before.includes(nameOf(one)));
  assert.deepEqual(await naming(base, named), [], "what said it says it no more");
  assert.deepEqual(await naming(base, bodies), [], "nor does what others said in the log");
  await say(base, sign(ownerOf(data), { kind: "person.released/1", subject, body: day }));
  assert.deepEqual(await naming(base, named), before);
  assert.deepEqual(await naming(base, bodies), bodies.map(nameOf));
});

test("RI1 RI2 in every language of the campaign three pages lead from a footer to the receipt, and every page has that footer", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await firstCampaign(data);
  await using server = await serve({ CND_DATA: data });
  const { base } = server;
  for (const lang of ["en", "fr", "es", "pt", "ar", "sw", "hi", "zh"]) {
    const to = lang === "en" ? "" : `/${lang}`;
    const read = async (path: string) => (await fetch(base + path)).text();
    for (const path of ["/stories", "/authors/barry-forde", "/log", "/stories/nangi", "/nothing"])
      assert.ok((await read(to + path)).includes(`href="${to}/rights"`), `${to}${path}`);
    assert.ok((await read(`${to}/rights`)).includes(`href="${to}/rights/ask?for=correct"`), lang);
    const form = await read(`${to}/rights/ask?for=correct`);
    const [, id = ""] = /name="id" value="([\w-]{22})"/.exec(form) ?? [];
    const body = new URLSearchParams({
      id,
      what: "correct",
      as: "self",
      name: "Ana",
      words: "Anna",
    });
    const sent = await fetch(`${base}${to}/rights/ask`, {
      method: "POST",
      body,
      redirect: "manual",
    });
    assert.equal(sent.headers.get("location"), `${to}/rights/${id}`);
    assert.match(await read(`${to}/rights/${id}`), /<dd dir="ltr">[0-9a-f]{8}<\/dd>/);
  }
});
