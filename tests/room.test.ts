/** The hashtag's room as readers and the desk use it (features/hashtag). */
import assert from "node:assert/strict";
import test from "node:test";
import { sha256 } from "../src/platform/records/record.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();
const LINK = "/conversation/link";

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const fresh = async (path: string): Promise<string> =>
  /name="id" value="([^"]+)"/.exec(await text(path))![1]!;
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", redirect: "manual", body });
}

const TAKE_BACK = { do: "withdraw", text: "", sure: "yes" };
const CARD = {
  url: "https://news.example/mast",
  title: "The mast on the school",
  by: "The Valley News",
  text: "“We call each other now,” says a teacher.",
  about: "topic:connectivity",
  language: "en",
};

test("RM3 a reader's page elsewhere is read before it is shown, and taken back by its sender", async () => {
  const page = await house.signedIn("moderator", "Baraka");
  const id = await fresh(LINK);
  const sent = await post(LINK, { ...CARD, id });
  assert.equal(sent.status, 303, await sent.text());
  const mine = sent.headers.get("location")!;
  assert.equal((await post(LINK, { ...CARD, id, title: "Another" })).headers.get("location"), mine);
  assert.doesNotMatch(await text("/conversation"), /The mast on the school/);

  await page.goto(`${house.base}/desk/conversation`);
  assert.match(await page.innerText("main"), /The mast on the school\s+news\.example/);
  await press(page, "Show it");
  const shown = await text("/conversation");
  assert.match(
    shown,
    /The Valley News[^]*“We call each other now[^]*The mast on the school[^]*news\.example/,
  );
  assert.match(await text("/topics/connectivity/conversation"), /The mast on the school/);
  assert.match(await text("/conversation/feed.xml"), /<title>The mast on the school<\/title>/);
  assert.equal((await post(mine, TAKE_BACK)).status, 303);
  assert.doesNotMatch(await text("/conversation"), /The mast on the school/);
});

test("RM3 what does not fit comes back as it was typed, with a line for each field", async () => {
  const id = await fresh(LINK);
  const wrong = {
    id,
    url: "javascript:alert(1)",
    title: "",
    by: "x".repeat(201),
    text: "y".repeat(501),
    about: "topic:nothing",
    language: "English!",
  };
  const sent = await post(LINK, wrong);
  assert.equal(sent.status, 422);
  const html = await sent.text();
  for (const name of ["url", "title", "by", "text", "about", "language"])
    assert.ok(html.includes(`id="${name}-problem"`), name);
  assert.ok(html.includes(`value="${wrong.url}"`) && html.includes(wrong.text));
  assert.equal((await post(LINK, { ...CARD, id, url: "https://a:b@news.example/" })).status, 422);
  assert.equal((await post(LINK, { ...CARD, id: "made-up" })).status, 422);
});

test("RM3 MO3 MO4 CO20 a page elsewhere goes the way of all words: lists are looked through, a closed section takes none, no sign hides a word", async () => {
  const owner = await house.signedIn("owner", "Femi");
  const rules = `${house.base}/desk/conversation/rules`;
  const propose = async (more: object) => post(LINK, { ...CARD, ...more, id: await fresh(LINK) });
  const line = { sort: "link", lang: "", text: "swindle.example", does: "refuse" };
  assert.ok((await owner.request.post(`${rules}/add`, { form: line })).ok());
  const refused = await propose({ url: "https://www.swindle.example/win" });
  assert.equal(refused.status, 303);
  assert.match(await text(refused.headers.get("location")!), /Not shown/);

  const turned = await propose({ title: "safe \u202eexe.txt", text: "un\u200bseen signs" });
  await owner.goto(`${house.base}/desk/conversation`);
  const beside = await owner.innerText("#beside");
  assert.match(beside, /unseen signs[^]*safe/);
  assert.doesNotMatch(beside, /\u202e|\u200b/);
  assert.match(beside, /change the direction/, "the signal says what was odd");
  assert.equal((await post(turned.headers.get("location")!, TAKE_BACK)).status, 303);

  const set = { stories: "first", pledges: "first", topics: "closed", room: "first", trusted: "3" };
  assert.ok((await owner.request.post(rules, { form: set })).ok());
  const closed = await propose({});
  assert.equal(closed.status, 403);
  assert.match(await closed.text(), /Comments are closed here for now[^]*The mast on the school/);
  assert.ok((await owner.request.post(rules, { form: { ...set, topics: "first" } })).ok());
});

test("RM3 what the desk pastes is shown at once; pasted again it is one", async () => {
  const page = await house.signedIn("moderator", "Chipo");
  const paste = async () => {
    await page.goto(`${house.base}/desk/room`);
    await page.locator("[name=url]").fill("https://video.example/w/1");
    await page.locator("[name=title]").fill("A film from the forest");
    await page.locator("[name=by]").fill("Sound Guardians");
    await page.locator("[name=text]").fill("The trees were heard for a night.");
    await page.locator("[name=about]").selectOption("room");
    await press(page, "Show it");
  };
  await paste();
  assert.match(await page.innerText("[role=status]"), /./);
  assert.match(
    await text("/conversation"),
    /Sound Guardians[^]*The trees were heard[^]*A film from the forest/,
  );
  await paste();
  assert.match(await page.innerText("[role=alert]"), /This page is already listed here/);
  assert.equal((await text("/conversation")).split("A film from the forest").length, 2);

  const [id] = /[0-9a-f]{32}/.exec(sha256("room https://video.example/w/1"))!;
  const reported = await post("/conversation/report", { of: id, reason: "unkind", text: "" });
  assert.equal(reported.status, 303);
  await page.goto(`${house.base}/desk/conversation/${id}`);
  await press(page, /The comment sells or advertises/);
  assert.doesNotMatch(await text("/conversation"), /A film from the forest/);
  await paste();
  assert.match(await page.innerText("[role=alert]"), /already decided not to show this page/);
  assert.doesNotMatch(await text("/conversation"), /A film from the forest/);
});

test("RM5 the fediverse is asked for by one's own server, with a plain link and no way out by itself", async () => {
  const page = await house.person();
  await page.goto(`${house.base}/conversation`);
  await click(page.getByRole("link", { name: "Mastodon" }));
  await page.locator("[name=server]").fill("@ana@social.example");
  await press(page, "Continue");
  const link = page.getByRole("link", { name: "Open social.example" });
  const href = new URL((await link.getAttribute("href"))!);
  assert.equal(href.origin + href.pathname, "https://social.example/share");
  assert.match(href.searchParams.get("text")!, /^#ConnectNotDivide http.*\/conversation$/);
  await page.locator("[name=server]").fill("no server");
  await press(page, "Continue");
  assert.match(await page.innerText("main"), /Enter the name of a server/);
});

test("RM1 said to the room by form, it stands in the room and is answered there", async () => {
  const page = await house.signedIn("moderator", "Daudi");
  const form = "/conversation/comment";
  const say = async (words: string, to = "") => {
    const fields = { to, text: words, name: "Amina", language: "", contact: "" };
    assert.equal((await post(form, { ...fields, id: await fresh(form) })).status, 303);
    await page.goto(`${house.base}/desk/conversation`);
    await press(page, "Show it");
  };
  await say("From the ridge I see eleven roofs.");
  const shown = await text("/conversation");
  const [, id] = /id="c-([0-9a-f]{32})"[^]{0,400}eleven roofs/.exec(shown)!;
  assert.ok(shown.includes(`href="/conversation/comment?to=${id}"`));
  await say("We see you, too.", id);
  assert.match(await text("/conversation"), /eleven roofs[^]*<ol[^]*We see you, too/);
});

test("the room and its forms, with what was said: axe finds nothing, nothing scrolls sideways", async () => {
  const page = await house.signedIn("moderator", "Esi");
  const paths = ["/conversation", "/conversation/link", "/conversation/share", "/", "/desk/room"];
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});
