/** What programs expect of any site: crawlers, icons, other sites that show ours, calendars, maps, the fediverse, mail. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { calendar } from "../src/features/events/ical.ts";
import { openMail } from "../src/platform/mail/mail.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { federationHouse } from "./federation-house.ts";
import { openSink } from "./mail-sink.ts";

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

async function ask(path: string, type: RegExp): Promise<Buffer> {
  const answer = await fetch(server.base + path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get("content-type") ?? "", type, path);
  return Buffer.from(await answer.arrayBuffer());
}
const json = async (path: string, type = /json/) =>
  JSON.parse((await ask(path, type)).toString()) as Record<string, unknown>;

test("C25 robots.txt keeps the desk out and names the sitemap", async () => {
  const said = (await ask("/robots.txt", /^text\/plain/)).toString();
  assert.match(said, /^User-agent: \*\nDisallow: \/desk\n/);
  const [, map = ""] = /^Sitemap: (\S+)$/m.exec(said) ?? [];
  assert.equal((await fetch(map)).status, 200);
});

test("C25 security.txt names whom to tell, and expires within a year", async () => {
  const said = (await ask("/.well-known/security.txt", /^text\/plain/)).toString();
  assert.match(said, /^Contact: (?:mailto:\S+@\S+|http\S+\/take-part)$/m);
  const days = (Date.parse(/^Expires: (\S+)$/m.exec(said)![1]!) - Date.now()) / 86_400_000;
  assert.ok(days > 90 && days < 366, `${days} days`);
});

test("C25 favicon.ico is an icon, and every icon of the manifest has its size", async () => {
  const ico = await ask("/favicon.ico", /^image\//);
  assert.deepEqual([...ico.subarray(0, 6)], [0, 0, 1, 0, 1, 0]);
  const png = ico.subarray(ico.readUInt32LE(18));
  assert.equal(png.length, ico.readUInt32LE(14));
  assert.equal((await sharp(png).metadata()).width, 48);
  for (const path of ["/", "/fr/stories", "/take-part/story", "/nothing"]) {
    const page = await fetch(server.base + path);
    assert.match(await page.text(), /<link rel="manifest" href="\/manifest\.webmanifest">/, path);
    assert.match(page.headers.get("content-security-policy")!, /manifest-src 'self'/, path);
  }
  const { name, start_url, icons } = await json("/manifest.webmanifest", /manifest\+json/);
  assert.deepEqual([name, start_url], ["Connect, Not Divide", "/"]);
  for (const { src, sizes } of icons as { src: string; sizes: string }[]) {
    const { width, height } = await sharp(await ask(src, /^image\/png/)).metadata();
    assert.equal(`${width}x${height}`, sizes);
  }
});

test("C25 the front page and a story have a picture with its size, in words and as data", async () => {
  for (const path of ["/", "/stories/opheim"]) {
    const html = (await ask(path, /html/)).toString();
    const of = (name: string) =>
      html.match(`<meta property="og:image${name}" content="([^"]+)"`)?.[1];
    const { pathname } = new URL(of("")!);
    const { width, height } = await sharp(await ask(pathname, /^image\//)).metadata();
    assert.deepEqual([of(":width"), of(":height")], [`${width}`, `${height}`]);
    assert.match(of(":alt") ?? "", path === "/" ? /More connects us/ : /#ConnectNotDivide/);
    const [, data = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    assert.equal(new URL((JSON.parse(data) as { image: string }).image).pathname, pathname);
  }
});

test("WB14 pledges and plans have cards as well, in the language of the address", async () => {
  for (const [path, words] of [
    ["/pledges/digitruck-kenya", /Huawei.*#ConnectNotDivide/],
    ["/fr/pledges/digitruck-kenya", /Huawei.*#ConnectNotDivide/],
    ["/ar/plans/pyrenees", /#ConnectNotDivide/],
  ] as const) {
    const html = (await ask(path, /html/)).toString();
    const of = (name: string) =>
      html.match(`<meta property="og:image${name}" content="([^"]+)"`)?.[1] ?? "";
    const [, lang = ""] = /^(\/(?:fr|ar))?\//.exec(path) ?? [];
    const { pathname } = new URL(of(""));
    assert.equal(pathname, `${lang}/cards${path.slice(lang.length)}.png`);
    assert.match(of(":alt"), words);
    assert.equal((await sharp(await ask(pathname, /^image\/png/)).metadata()).width, 1200);
  }
});

test("C26 a story in several languages has one for everybody else", async () => {
  const html = (await ask("/stories/talea", /html/)).toString();
  const [, to = ""] = /<link rel="alternate" hreflang="x-default" href="([^"]+)">/.exec(html) ?? [];
  assert.equal(new URL(to).pathname, "/stories/talea");
  const map = (await ask("/sitemap.xml", /xml/)).toString();
  assert.match(map, /hreflang="x-default" href="[^"]*\/stories\/talea"/);
});

test("K11 oEmbed gives a story as a quotation without script, with its size and its card, nothing for another address, and no XML", async () => {
  const html = (await ask("/stories/opheim", /html/)).toString();
  const [, at = ""] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
  const said = await json(new URL(at).pathname + new URL(at).search);
  assert.deepEqual([said["version"], said["type"]], ["1.0", "rich"]);
  const shown = String(said["html"]);
  assert.match(shown, /^<blockquote [^>]*lang="en" dir="ltr"><p><a href="[^"]+\/stories\/opheim">/);
  assert.ok(shown.endsWith("</blockquote>") && shown.includes(String(said["title"])));
  assert.doesNotMatch(shown, /<(?:script|iframe|img|style)|\son\w+=|style=/);
  for (const side of ["width", "height"])
    assert.ok(Number.isInteger(said[side]) && Number(said[side]) > 0, side);
  const card = await ask(new URL(String(said["thumbnail_url"])).pathname, /png/);
  assert.equal((await sharp(card).metadata()).width, said["thumbnail_width"]);
  for (const url of [new URL("/stories/none", at).href, "https://elsewhere.example/stories/opheim"])
    assert.equal((await fetch(`${server.base}/oembed?url=${encodeURIComponent(url)}`)).status, 404);
  for (const query of ["format=xml", `format=xml&url=${encodeURIComponent(at)}`]) {
    const xml = await fetch(`${server.base}/oembed?${query}`);
    assert.equal(xml.status, 501);
    assert.match(await xml.text(), /format=json/);
  }
});

test("E8 a calendar without an event holds what a calendar must hold", () => {
  const empty = calendar("Events", "https://x.example/events", []);
  assert.match(
    empty,
    /BEGIN:VTIMEZONE\r\nTZID:UTC\r\n.*BEGIN:STANDARD\r\n.*END:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR/s,
  );
});

test("PN13 points and lines of all plans stand in files of their own, together all that there is", async () => {
  const of = async (name: string) =>
    (await json(`/data/${name}.geojson`))["features"] as { geometry: { type: string } }[];
  const [all, points, lines] = [
    await of("plans"),
    await of("plans-points"),
    await of("plans-lines"),
  ];
  assert.ok(points.length > 0 && lines.length > 0);
  assert.ok(points.every(({ geometry }) => geometry.type === "Point"));
  assert.ok(lines.every(({ geometry }) => geometry.type === "LineString"));
  assert.equal(points.length + lines.length, all.length);
  assert.ok((await of("places")).every(({ geometry }) => geometry.type === "Point"));
});

test("OD3 the API says that nobody has to say who they are, and under which licence it is", async () => {
  const api = await json("/api/openapi.json");
  assert.deepEqual(api["security"], []);
  assert.ok((api["info"] as { license: { name: string } }).license.name);
});

test("an actor has the campaign’s mark and the moment at which it began, and counts whom it follows", async () => {
  await using house = await federationHouse();
  const actor = await house.read("/ap/actors/campaign");
  assert.equal(actor.icon.mediaType, "image/png");
  assert.ok((await ask(new URL(actor.icon.url).pathname, /^image\/png/)).length > 0);
  assert.ok(Math.abs(Date.now() - Date.parse(actor.published)) < 600_000, actor.published);
  assert.equal((await house.read("/ap/actors/campaign/following")).totalItems, 0);
});

test("a mail is from the campaign by its name, unless the operator says from whom", async () => {
  await using sink = await openSink();
  const message = { to: "a@example.org", subject: "x", text: "y" };
  for (const [more, name, expected] of [
    ["", "Fish, Nets", /^From: "Fish, Nets" <\S+@\S+>/m],
    ["", "evil.example/login", /^From: evil example login <\S+@\S+>/m],
    ["from=Desk%20%3Cd@example.org%3E", "Fish", /^From: Desk <d@example.org>/m],
  ] as const) {
    const url = more === "" ? sink.url : sink.url.replace(/from=[^&]*/, more);
    const mail = openMail(url, async () => name);
    await mail.send(message);
    mail.close();
    assert.match(sink.received.at(-1)!.raw.toString(), expected);
  }
});

test("ML1 law: every letter says that nobody wrote it, whatever else it says, and none leaves by another way", async () => {
  await using sink = await openSink();
  const mail = openMail(sink.url);
  const message = { to: "a@example.org", subject: "x", text: "y" };
  for (const more of [{}, { headers: { "Content-Language": "fr" } }]) {
    await mail.send({ ...message, ...more });
    const [head = ""] = sink.received.at(-1)!.raw.toString().split("\r\n\r\n");
    assert.match(head, /^Auto-Submitted: auto-generated\r?$/m);
  }
  mail.close();
  const sources = globSync("src/**/*.{ts,tsx}").filter((file) => !file.includes(".test."));
  assert.ok(sources.length > 500, `${sources.length} sources`);
  const senders = sources.filter((file) => /\.sendMail\(/.test(readFileSync(file, "utf8")));
  assert.deepEqual(senders, [join("src", "platform", "mail", "mail.ts")]);
});

test("ML2 every letter ends with where everybody's rights are explained, in its own language", async () => {
  await using sink = await openSink();
  const foot = async (lang = "en") => `Rights (${lang}): https://a.example/${lang}/rights`;
  const mail = openMail(sink.url, undefined, foot);
  const message = { to: "a@example.org", subject: "x", text: "y\n\n" };
  for (const [more, lang] of [
    [{}, "en"],
    [{ headers: { "Content-Language": "fr" } }, "fr"],
  ] as const) {
    const weight = await mail.weigh({ ...message, ...more });
    await mail.send({ ...message, ...more });
    const raw = sink.received.at(-1)!.raw.toString();
    assert.ok(raw.trimEnd().endsWith(`y\r\n\r\n-- \r\n${await foot(lang)}`), raw);
    assert.ok(weight > 150, "the line is weighed with it");
  }
  mail.close();
});
