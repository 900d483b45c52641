/** A thread as its readers see it: each answer in its place, pages that stay light, a feed, and what helped (features/conversation). */
import assert from "node:assert/strict";
import { readFileSync, globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { hashOf, newSecret } from "../src/platform/private/submissions.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { ownerOf, say, sign } from "./saying.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

interface More {
  readonly answers?: string;
  readonly name?: string;
  readonly language?: string;
}
const idOf = (about: string, n: number): string => hashOf(`${about} ${n}`).slice(0, 32);

const said = (about: string, n: number, text: string, more: More = {}) =>
  sign(ownerOf(env.CND_DATA), {
    kind: "comment.said/1",
    body: { id: idOf(about, n), about, text, said: "2026-11-26", ...more },
  });

/** As it travels: the bytes of its header and its body. */
async function wire(path: string): Promise<{ bytes: number; html: string; status: number }> {
  const answer = await fetch(server.base + path, { headers: { "Accept-Encoding": "br" } });
  const head = [...answer.headers].reduce(
    (n, [name, value]) => n + name.length + value.length + 4,
    19,
  );
  const html = await answer.text();
  return {
    bytes: head + Number(answer.headers.get("content-length")),
    html,
    status: answer.status,
  };
}
const text = async (path: string): Promise<string> => (await wire(path)).html;
const idsIn = (html: string): string[] =>
  [...html.matchAll(/<li id="c-([0-9a-f]{32})"/g)].map(([, id]) => id!);

/** The subject of a story. */
function story(slug: string): string {
  using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
  const rows = db.prepare("select subject from address where space = 'stories' and slug = ?");
  return (rows.get(slug) as { subject: string }).subject;
}

test("CO1 CO3 an answer stands in what it answers, however deep; what was taken back keeps its place while something answers it", async () => {
  const about = story("mankosi");
  const at = "/stories/mankosi/conversation";
  const chain = Array.from({ length: 6 }, (_, n) =>
    said(about, n, `Level ${n}`, n === 0 ? {} : { answers: idOf(about, n - 1) }),
  );
  await say(server.base, chain[5]!, chain[3]!); // answers come before what they answer
  await say(server.base, ...[0, 1, 2, 4].map((n) => chain[n]!));
  const html = await text(at);
  assert.deepEqual(
    idsIn(html),
    [0, 1, 2, 3, 4, 5].map((n) => idOf(about, n)),
  );
  assert.match(html, /Level 0[\s\S]*?<ol>[\s\S]*?Level 1[\s\S]*?<ol>[\s\S]*?Level 2[\s\S]*?<ol>/);
  assert.equal(html.match(/In reply to/g)?.length, 2, "the fifth and the sixth say whom");

  const gone = (n: number) =>
    sign(ownerOf(env.CND_DATA), {
      kind: "comment.withdrawn/1",
      subject: chain[n]!.id,
      body: { by: "author", id: idOf(about, n), about, answers: idOf(about, n - 1) },
    });
  await say(server.base, gone(5), gone(2));
  const left = await text(at);
  assert.deepEqual(
    idsIn(left),
    [0, 1, 2, 3, 4].map((n) => idOf(about, n)),
  );
  assert.doesNotMatch(left, /Level [25]/);
  assert.equal(left.match(/Withdrawn by the author/g)?.length, 1);
  // Its own address says that it is gone, where it does not keep its place; one that never was is not found.
  const statuses = [2, 5, 99].map(
    async (n) => (await wire(`${at}?comment=${idOf(about, n)}`)).status,
  );
  assert.deepEqual(await Promise.all(statuses), [200, 410, 404]);
});

const SIGNS = {
  zh: [0x4e00, 3000],
  hi: [0x0905, 50],
  ar: [0x0627, 36],
  en: [0x61, 26],
} as const;

/** As long as a comment may be, and hard to make smaller. */
function longText(n: number): string {
  const [from, many] = Object.values(SIGNS)[n % 4]!;
  let state = n + 1;
  const next = () => (state = (state * 48_271) % 0x7fffffff);
  let all = "";
  while (all.length < 4990)
    all += next() % 6 === 0 ? " " : String.fromCodePoint(from + (next() % many));
  return all;
}

test("CO10 a long thread is read by pages, each comment on one of them; none is heavier than 14,000 bytes", async () => {
  const about = story("melling");
  const at = "/stories/melling/conversation";
  const short = Array.from({ length: 130 }, (_, n) =>
    said(about, n, `Short words, number ${n}`, n % 3 === 2 ? { answers: idOf(about, n - 1) } : {}),
  );
  const long = Array.from({ length: 12 }, (_, n) => said(about, 200 + n, longText(n)));
  await say(server.base, ...short);
  await say(server.base, ...long);
  for (const order of ["oldest", "newest", "helpful"]) {
    const all: string[] = [];
    const pages = Number(/of (\d+)</.exec(await text(`${at}?order=${order}`))?.[1]);
    assert.ok(pages > 5, `${pages} pages`);
    for (let page = 1; page <= pages; page += 1) {
      const { bytes, html } = await wire(`${at}?order=${order}&page=${page}`);
      assert.ok(bytes <= 14_000, `${order} ${page}: ${bytes} bytes`);
      const ids = idsIn(html);
      assert.ok(ids.length > 0 && ids.length <= 40);
      all.push(...ids);
    }
    assert.equal(all.length, 142);
    assert.equal(new Set(all).size, 142);
    for (let n = 2; n < 130; n += 3)
      assert.equal(all.indexOf(idOf(about, n)), all.indexOf(idOf(about, n - 1)) + 1, order);
  }
  for (const wrong of ["page=99", "page=0", "page=1.5", "page=x", `comment=${"0".repeat(32)}`])
    assert.equal((await wire(`${at}?${wrong}`)).status, 404, wrong);
});

test("CO10 the address of a comment opens the page on which it stands", async () => {
  const about = story("melling");
  const { html } = await wire(`/stories/melling/conversation?comment=${idOf(about, 120)}`);
  assert.ok(idsIn(html).includes(idOf(about, 120)));
  assert.doesNotMatch(html, /Page 1 of/);
});

test("CO11 the page of the thing leads to its thread, and is made anew for no other’s", async () => {
  const tag = async (slug: string) =>
    (await fetch(`${server.base}/stories/${slug}`)).headers.get("etag");
  const [own, other] = [await tag("talea"), await tag("gurb")];
  const about = story("talea");
  await say(server.base, said(about, 1, "One."), said(about, 2, "Two."));
  const page = await text("/stories/talea");
  assert.match(page, /href="\/stories\/talea\/conversation">2 comments</);
  assert.match(page, /href="\/stories\/talea\/comment"/);
  assert.notEqual(await tag("talea"), own);
  assert.equal(await tag("gurb"), other);
});

test("CO24 a story without comments shows its question with a box, and a question leads to a form that begins with it", async () => {
  const box = /id="talk"[^]*?<form[^>]* action="([^"]*)"[^]*?<label for="text"[^>]*>([^<]*)</;
  const page = await text("/stories/opheim");
  const question = "Was the tower near Opheim ever built?";
  assert.deepEqual(box.exec(page)?.slice(1), ["/stories/opheim/comment", question]);
  const [, form] = /href="(\/stories\/opheim\/comment\?question=q-[0-9a-f]{8})"/.exec(page)!;
  const written = (html: string) => /<textarea id="text"[^>]*>([^<]*)</.exec(html)?.[1]?.trim();
  assert.equal(written(await text(form!)), question);
  assert.equal(written(await text("/stories/opheim/comment?question=q-00000000")), "");
  assert.equal(written(await text(form!.replace("opheim", "nangi"))), "", "of another story");
  const [, asked] = box.exec(await text("/stories/badla"))!.slice(1);
  assert.match(
    await text("/conversation"),
    new RegExp(asked!.replaceAll("?", "\\?")),
    "of its topic",
  );
  await say(server.base, said(story("opheim"), 1, "It was not."));
  assert.doesNotMatch(await text("/stories/opheim"), box);
});

test("CO11 a topic shows its stories, its thread and the beginning of the form, which loses no word", async () => {
  await say(server.base, said("topic:privacy", 1, "Whose log is it?", { name: "Nia" }));
  const page = await text("/topics/privacy");
  assert.match(page, /Whose log is it\?/);
  const body = new URLSearchParams({ text: "The village’s own." });
  const next = await fetch(`${server.base}/topics/privacy/comment`, { method: "POST", body });
  assert.equal(next.status, 200);
  const form = await next.text();
  assert.match(form, />The village’s own\.<\/textarea>/);
  assert.match(form, /name="id" value="[\w-]{22}"/);
  assert.doesNotMatch(form, /role="alert"/);
});

test("CO12 what helped is counted once a day from one network, and the log says it without who", async () => {
  const about = "topic:security";
  await say(
    server.base,
    said(about, 1, "A spare key lies with the school."),
    said(about, 2, "Second."),
  );
  const press = async (n: number, from: string): Promise<number> => {
    const body = new URLSearchParams({ comment: idOf(about, n) });
    const headers = { "X-Forwarded-For": from };
    const sent = { method: "POST", body, headers };
    return (await fetch(`${server.base}/topics/security/helped`, sent)).status;
  };
  for (const from of ["192.0.2.1", "192.0.2.9", "198.51.100.7", "2001:db8:1::1", "2001:db8:1::2"])
    assert.equal(await press(2, from), 200);
  assert.equal(await press(3, "192.0.2.1"), 404);
  await server[Symbol.asyncDispose]();
  server = await serve(env); // what is counted is said when it starts, and every hour
  const at = "/topics/security/conversation";
  const until = Date.now() + 20_000;
  while (!(await text(at)).includes("helped 3 people") && Date.now() < until)
    await new Promise((done) => setTimeout(done, 50));
  assert.match(await text(at), /helped 3 people/);
  assert.deepEqual(idsIn(await text(`${at}?order=helpful`)), [idOf(about, 2), idOf(about, 1)]);
  for (const file of globSync(`${env.CND_DATA}/**/*`, { withFileTypes: true }))
    if (file.isFile())
      assert.ok(!readFileSync(join(file.parentPath, file.name)).includes("198.51.100"), file.name);
});

test("CO13 a thread is a feed in both forms, and each entry leads to where the comment stands", async () => {
  const about = story("talea");
  const at = "/stories/talea/conversation";
  assert.match(await text(at), new RegExp(`href="${at}/feed.xml"`));
  const atom = await text(`${at}/feed.xml`);
  assert.match(atom, /<entry>[\s\S]*Two\.[\s\S]*<entry>[\s\S]*One\./);
  assert.ok(atom.includes(`${at}?comment=${idOf(about, 2)}#c-${idOf(about, 2)}`));
  const json = JSON.parse(await text(`${at}/feed.json`)) as { items: { summary: string }[] };
  assert.deepEqual(
    json.items.map(({ summary }) => summary),
    ["Two.", "One."],
  );
  assert.equal((await wire("/stories/nowhere/conversation/feed.xml")).status, 404);
});

test("CO16 a story that may not be shown any more has no thread and no feed, its title and what was said stand nowhere, and nothing can be said to it", async () => {
  const about = story("nangi");
  using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
  const named = db.prepare("select key from story_link where kind = 'person' and subject = ?");
  const [{ key: person }] = named.all(about) as [{ key: string }];
  const title = /<h1[^>]*>([^<]+)/.exec(await text("/stories/nangi"))![1]!;
  await say(server.base, said(about, 1, "We heard of it in the valley"));
  const at = "/stories/nangi/conversation";
  const pages = [at, `${at}/feed.xml`, `${at}/feed.json`, "/stories/nangi/comment"];
  const secret = newSecret();
  const form = new URLSearchParams({ id: secret, text: "Is it still so?" });
  const comment = () =>
    fetch(`${server.base}/stories/nangi/comment`, {
      method: "POST",
      redirect: "manual",
      body: form,
    });
  for (const page of pages) assert.ok((await text(page)).includes(title), page);
  assert.equal((await comment()).status, 303);
  const ended = {
    purposes: ["story"],
    channels: ["web"],
    languages: ["en"],
    given: "2020-01-01",
    until: "2020-12-31",
    method: "text",
  };
  const edited = { name: "Somebody", consent: ended };
  const draft = { kind: "person.edited/1", subject: person, body: edited };
  await say(server.base, sign(ownerOf(env.CND_DATA), draft));
  for (const page of ["/stories/nangi", ...pages, `${at}?comment=${idOf(about, 1)}`]) {
    const { status, html } = await wire(page);
    assert.equal(status, 404, page);
    assert.ok(!html.includes(title) && !html.includes("in the valley"), page);
  }
  form.set("id", newSecret());
  const refused = await comment();
  const back = await refused.text();
  assert.equal(refused.status, 410);
  assert.ok(back.includes("Is it still so?") && !back.includes(title), back);
  for (const page of ["/conversation", "/", `/conversation/report?of=${about}`])
    assert.ok(!(await text(page)).includes(title), page);
  const own = await text(`/c/${secret}`);
  assert.ok(own.includes("Is it still so?") && !own.includes(title), own);
});
