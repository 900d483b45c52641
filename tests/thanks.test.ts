/** Every form that people send ends with thanks, what happens next, and one thing to pass on: a law over all that is posted (src/platform/web/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { deskHouse } from "./desk-house.ts";
import { publicPosts } from "./desk-addresses.ts";
import { linkIn } from "./thanks-link.ts";
import { TELL, tell } from "./telling.ts";

const house = deskHouse({ mail: true });
const PLEDGE = "/pledges/giga";

/** What is posted and gives the campaign nothing, and why nobody is thanked for it. Whoever adds an address says where it belongs. */
const NOT_GIVEN: Readonly<Record<string, string>> = {
  "/badges/check": "looks something up",
  "/class": "comes in to a class",
  "/class/c/:code": "comes in to a class",
  "/class/answer": "answers of a learner, which the class shows",
  "/class/answers": "answers that a device kept",
  "/class/done": "a program of the class",
  "/class/erase": "takes back",
  "/letter/mine/:secret": "leads back to the page that thanks",
  "/c/:secret": "changes or takes back",
  "/listening/drawing": "a sensor",
  "/listening/heard": "a sensor",
  "/measure/up": "a script that measures",
  "/rights/:secret": "an answer, or takes back",
  "/rights/ask": "asks for a right: it owes nobody anything, and is nothing to pass on",
  "/take-part/story/files": "a script that sends pieces",
  "/updates/stop/:token": "takes back",
  "/watch": "comes in to the watch",
  "/watch/:id": "the work of the watch",
  "/watch/leave": "leaves the watch",
  "/withdraw": "takes back",
};

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(house.base + path, { method: "POST", body: new URLSearchParams(fields) });
const idOf = async (path: string): Promise<string> =>
  /name="id" value="([^"]+)"/.exec(await text(path))![1]!;
const ADDRESS = "ana@example.org";
const SIGNED = { name: "Ana", kind: "person", place: "", country: "", words: "" };
const SUBSCRIBED = { address: ADDRESS, what: "everything", often: "each", lang: "en" };
const story = async (): Promise<string> =>
  /href="(\/stories\/[a-z0-9-]+)"/.exec(await text("/stories"))![1]!;

/** Says something under a page. */
async function comment(path: string): Promise<Response> {
  const form = path === "/conversation" ? "/conversation/comment" : `${path}/comment`;
  const id = await idOf(form);
  return post(form, { id, to: "", text: `Heard at ${path}.`, name: "", language: "", contact: "" });
}
/** Each form that gives something, sent as it should be; the answer is the page on which it ends. */
const GIVEN: Readonly<Record<string, () => Promise<Response>>> = {
  "/conversation/comment": () => comment("/conversation"),
  "/stories/:slug/comment": async () => comment(await story()),
  "/pledges/:slug/comment": () => comment(PLEDGE),
  "/topics/:slug/comment": async () =>
    comment(/href="(\/topics\/[a-z0-9-]+)"/.exec(await text("/conversation"))![1]!),
  "/letter/sign": async () =>
    post("/letter/sign", { ...SIGNED, id: await idOf("/letter/sign"), address: "" }),
  "/pledges/:slug/send": () =>
    post(`${PLEDGE}/send`, {
      about: "dispute",
      claim: "",
      words: "The list names a school twice.",
      name: "Ana",
      url: "https://example.org/list",
      title: "The list",
      contact: "",
      agree: "yes",
    }),
  "/take-part/opportunity": () =>
    post("/take-part/opportunity", {
      kind: "need",
      place: "Mankosi",
      country: "",
      lat: "",
      lon: "",
      words: "A mast.",
      distance: "",
      contact: "",
      language: "",
      agree: "yes",
      about: "",
    }),
  "/take-part/pledge": async () =>
    post("/take-part/pledge", {
      id: await idOf("/take-part/pledge"),
      sort: "person",
      name: "Ana",
      what: "Teach neighbours",
      value: "20",
      unit: "people",
      where: "Mankosi",
      by: "2040",
      agree: "yes",
    }),
  [TELL]: async () => {
    const sent = await tell(house.base, {});
    return fetch(house.base + sent.headers.get("location")!);
  },
  "/updates": () => post("/updates", SUBSCRIBED),
  "/updates/confirm/:token": async () => {
    const sent = await post("/updates", { ...SUBSCRIBED, address: "ben@example.org" });
    assert.equal(sent.status, 200);
    return post(await linkIn(house.post, "ben@example.org", "/updates/confirm/"), {});
  },
  "/conversation/report": async () => {
    const of = /\/conversation\/report\?of=([0-9a-f]{64})/.exec(await text(await story()))?.[1];
    assert.ok(of, "a story can be reported");
    return post("/conversation/report", { of, reason: "unkind", text: "" });
  },
  "/measurements": () =>
    post("/measurements", { lang: "en", place: "mankosi", down: "3", up: "", latency: "" }),
};
/** Their ends are shown by tests of their own, which need more than a form: a code, a comment that stands, a page of another site. */
const SHOWN_ELSEWHERE = ["/agree", "/conversation/link", "/plans/:slug/comment"].concat(
  ["/conversation", "/plans/:slug", "/pledges/:slug", "/stories/:slug", "/topics/:slug"].map(
    (space) => `${space}/helped`,
  ),
);

test("WB37 whatever is posted is known: it gives something, or it is said why nobody is thanked", () => {
  const posts = publicPosts();
  assert.ok(posts.length > 30, String(posts.length));
  const known = [...Object.keys(GIVEN), ...Object.keys(NOT_GIVEN), ...SHOWN_ELSEWHERE];
  assert.deepEqual(known.toSorted(), posts);
});

for (const [form, send] of Object.entries(GIVEN))
  test(`WB37 ${form} ends with thanks, what happens next, and one thing to pass on`, async () => {
    const answer = await send();
    const page = await answer.text();
    assert.equal(answer.status, 200, page.slice(page.indexOf("<main")));
    const [main = ""] = /<main[^]*<\/main>/.exec(page) ?? [];
    assert.match(main, /<h1[^>]*>Thank you/, main);
    assert.match(main, /id="next"[^>]*>[^<]{20,}/, main);
    const [, things = ""] = /id="pass-on"([^]*?)<\/section>/.exec(main) ?? [];
    assert.equal(main.match(/id="pass-on"/g)?.length, 1, main);
    const [, to = ""] = /<a href="(\/[^"]*)"/.exec(things) ?? [];
    assert.equal((await fetch(house.base + to)).status, 200, to);
    assert.ok(things.includes(encodeURIComponent(to)), `a message says ${to}: ${things}`);
    assert.doesNotMatch(things, /\/(?:o|c|mine)\//, "no secret address is passed on");
  });
