/** Every form of the desk, read as somebody fills it in: nobody has to type what a program reads (features/desk/README.md). By requests alone. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { fieldsIn, linksIn, type Asked } from "./fields-of.ts";
import { pageNamesIn } from "../src/platform/web/pages-by-name.tsx";
import { newSecret } from "../src/platform/private/submissions.ts";
import { formIn } from "./form-reader.ts";
import { invitation } from "./invitation.ts";
import { tell } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let ask: (path: string, form?: Readonly<Record<string, string>> | FormData) => Promise<Response>;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  const ours = { "sec-fetch-site": "same-origin" };
  const link = await invitation(env.CND_DATA, { role: "owner", name: "Ada" });
  const entry = { method: "POST", headers: ours, redirect: "manual" } as const;
  const entered = await fetch(server.base + link, entry);
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]!);
  const headers = { ...ours, cookie: cookie.join("; ") };
  ask = (path, form) =>
    fetch(server.base + path, {
      headers,
      redirect: "manual",
      ...(form && {
        method: "POST",
        body: form instanceof FormData ? form : new URLSearchParams(form),
      }),
    });
  await furnish();
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const drafts: string[] = [];

/** What waits and what is being written has forms, too. */
async function furnish(): Promise<void> {
  const secret = { id: newSecret() };
  const pledge = {
    ...secret,
    sort: "person",
    name: "Neema",
    what: "Teach neighbours to use a phone safely",
    value: "25",
    unit: "people",
    where: "Mankosi",
    by: "2060",
    counting: "By the list of names at the clinic.",
    agree: "yes",
  };
  const blank = await (await fetch(`${server.base}/take-part/opportunity`)).text();
  const own = { kind: "roof", place: "Hilltop", words: "A roof.", agree: "yes" };
  const roof = { ...formIn(blank, "words"), ...own };
  const said = { id: newSecret(), text: "So it is here." };
  const sent = (path: string, form: Readonly<Record<string, string>>) =>
    fetch(server.base + path, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(form),
    });
  for (const answer of [
    await tell(server.base, { fields: { title: "We carry water" } }),
    await sent("/take-part/pledge", pledge),
    await sent("/take-part/opportunity", roof),
    await sent("/stories/mankosi/comment", said),
  ])
    assert.equal(answer.status, 303, answer.url);
  for (const form of [{ slug: "nangi" }, { title: "In progress" }]) {
    const begun = await ask("/desk/stories", form);
    drafts.push(begun.headers.get("location")!.replace(/\?.*/, ""));
  }
  const media = {
    pictures: "- { name: well, file: media/well.jpg, alt: A well }",
    film: "link: https://films.example/1\ntitle: A film",
    sign: "{ file: media/sign.mp4, language: ase }",
    sources: "- { title: A page, url: https://page.example/ }",
    cover_file: "media/cover.jpg",
    cover_night: "media/night.jpg",
    people: "nobody",
    published: "2026-11-24",
  };
  await ask(drafts[1]!, { base: "1", title: "In progress", ...media });
  const begun = await ask(`${drafts[0]}/translate`, { lang: "fr" });
  drafts.push(begun.headers.get("location")!.replace(/\?.*/, ""));
}

/** A page for each form: of things of one sort the first. */
const formOf = (path: string): string =>
  path
    .replace(/\?.*/, "")
    .replace(/^(\/desk\/content\/[a-z]+\/)(?!new$)[^/]+/, "$1:slug")
    .replace(/^(\/desk\/(?:events|plans|newsletters)\/)(?!new$)[^/]+$/, "$1:slug")
    .replace(/(\/pages\/)[^/]+/, "$1:slug")
    .replace(/(\/languages\/)[a-z]+/, "$1:lang")
    .replaceAll(/(?<!\/queue)\/[0-9a-f]{8,}(?:\.\w+)?(?=\/|$)/g, "/:id");

/** Those that the desk leads to, and each draft. */
async function everyPage(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const asked = new Set<string>();
  const next = [...drafts, "/desk"];
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    const form = drafts.includes(path) ? path : formOf(path);
    if (asked.has(form)) continue;
    asked.add(form);
    const answer = await ask(path);
    if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    const page = await answer.text();
    if (answer.status !== 200) continue;
    pages.set(path, page);
    next.push(...linksIn(page).filter((to) => /^\/desk(?:\/|$)/.test(to)));
  }
  return pages;
}

/** What a program reads, as a label, a hint or a sample asks for it. */
const ASKS =
  /\b(?:slug|sha-?256|fingerprint|hash|yaml|json|short (?:name|form)s?|tag of|as a tag|bcp ?47|a-z)\b|media\/|\bids?\b|such as:? (?:en|fr|sw|ase|bfi)\b|\((?:en|ase), |digits and hyphens/i;
/** The same, as it stands in a field. */
const HOLDS = /^(?:(?!\d+-)[a-z0-9]+(?:-[a-z0-9]+){2,}|[0-9a-f]{12,64}|media\/\S+|[-{[].*:.*)$/;
/** Addresses, which people read: each is made from a title, and may be worded otherwise. */
const ADDRESSES = ["address", "slug"];

const isOdd = ({ name, label, value, isNeeded }: Asked): boolean =>
  ADDRESSES.includes(name) ? isNeeded && value === "" : ASKS.test(label) || HOLDS.test(value);

test("D45 no field of the desk asks for a short name, an id, a fingerprint, a path or YAML, or shows one", async () => {
  const pages = await everyPage();
  assert.ok(pages.size > 75, `${pages.size} pages`);
  const fields = [...pages].flatMap(([path, page]) =>
    fieldsIn(page).map((field) => ({ path, ...field })),
  );
  assert.ok(fields.length > 200, `${fields.length} fields`);
  const odd = fields.filter(isOdd);
  assert.deepEqual(
    odd.map(({ path, name, label, value }) => `${path} ${name}: ${label} [${value.slice(0, 60)}]`),
    [],
  );
});

const formAt = async (path: string, having: string) =>
  formIn(await (await ask(path)).text(), having);

test("D45 a language and a partner are found by their names, and an address that is left empty is made from the title", async () => {
  const event = {
    title: "Open day at the mast",
    summary: "Come and see.",
    start: "2060-05-05T10:00",
    end: "2060-05-05T12:00",
    zone: "johannesburg",
    place: "mankosi",
    partners: "nepal wireless, Huawei",
    language: "zambian sign language",
  };
  const form = { ...(await formAt("/desk/events/new", "zone")), ...event }; // names are read as well as ticks
  assert.equal((await ask("/desk/events/new", form)).status, 303);
  const said = await formAt("/desk/events/open-day-at-the-mast", "zone");
  assert.deepEqual(
    [said["partner.nepal-wireless"], said["partner.huawei"], said["language"], said["zone"]],
    ["yes", "yes", "Zambian Sign Language", "Africa/Johannesburg"],
  );
  const odd = await ask("/desk/events/new", { ...form, title: "Two", partners: "Nobody here" });
  assert.match(await odd.text(), /Nobody here is not a partner here yet/);

  const page = { ...(await formAt("/desk/settings/new-page", "markdown")), title: "Our house" };
  const made = await ask("/desk/settings/new-page", { ...page, markdown: "Words." });
  assert.match(made.headers.get("location") ?? "", /\/pages\/our-house\?/);

  const settings = await formAt("/desk/settings", "languages");
  assert.match(settings["languages"]!, /^English, French, Spanish, Portuguese, /);
  const row = Object.keys(settings).find(
    (name) => /^walks-\d+-one$/.test(name) && settings[name] === "",
  )!;
  const more = {
    languages: `${settings["languages"]}, Bemba, Portuguese (Mozambique)`,
    [row]: "Beekeeper",
    [row.replace(/one$/, "many")]: "Beekeepers",
  };
  assert.equal((await ask("/desk/settings", { ...settings, ...more })).status, 303);
  const now = await formAt("/desk/settings", "languages");
  assert.match(now["languages"]!, /, Bemba, Portuguese \(Mozambique\)$/);
  assert.equal(now[row.replace(/one$/, "id")], "beekeeper");
});

test("D45 what aid is for and a register are chosen by name, and the next step leads to a page by its name", async () => {
  const pledge = "/desk/content/pledges/giga";
  const page = await (await ask(pledge)).text();
  assert.match(
    page,
    /<select id="sector"[^]*?<option value="22040"[^>]* selected[^>]*>Information and/,
  );
  const form = formIn(page, "sector");
  assert.equal((await ask(pledge, { ...form, sector: "12345" })).status, 303);
  const kept = await (await ask(pledge)).text();
  assert.match(kept, /<option value="12345"[^>]* selected[^>]*>\s*12345/, "another code stays");

  const partner = "/desk/content/partners/nepal-wireless";
  const entry = { "reference.register": "NP-SWC", "reference.number": "" };
  const named = { ...(await formAt(partner, "standing")), ...entry };
  const wrong = await ask(partner, named);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /href="#reference"[^]*Choose the register and enter the number/);
  assert.equal((await ask(partner, { ...named, "reference.number": "12-3" })).status, 303);
  const stands = await formAt(partner, "standing");
  assert.deepEqual([stands["reference.register"], stands["reference.number"]], ["NP-SWC", "12-3"]);
  const other = { ...stands, "reference.register": "", "reference.number": "FI-PRO-7" };
  assert.equal((await ask(partner, other)).status, 303);
  assert.equal((await formAt(partner, "standing"))["reference.number"], "FI-PRO-7");
  const history = await (await ask(`${partner}/history`)).text();
  assert.match(history, /Register[^]*Nepal: Social Welfare Council/);

  const draft = drafts[1]!;
  const leads = async (to: string): Promise<string> => {
    const typed = { ...(await formAt(draft, "ask_to")), ask_text: "Come", ask_to: to };
    assert.equal((await ask(draft, typed)).status, 303);
    return (await formAt(draft, "ask_to"))["ask_to"]!;
  };
  assert.equal(await leads("tell YOUR own story"), "Tell your own story");
  assert.equal(
    await leads("/take-part/story"),
    "Tell your own story",
    "the page that has this name",
  );
  assert.equal(await leads("/places/nangi?x=1"), "/places/nangi?x=1");
  const front = { ...(await formAt("/desk/front", "linkTo")), linkText: "Come", linkTo: "events" };
  assert.equal((await ask("/desk/front", front)).status, 303);
  assert.equal((await formAt("/desk/front", "linkTo"))["linkTo"], "Events");
  assert.match(await (await ask("/")).text(), /<a href="\/events">Come</);
});

test("D45 every page that is offered by its name is there", async () => {
  const { pages } = pageNamesIn("en");
  for (const path of Object.keys(pages)) assert.equal((await ask(path)).status, 200, path);
});

test("KO12 the fingerprint of a document is worked out of the file that is chosen, bounded, and the file is kept nowhere", async () => {
  const path = "/desk/content/pledges/itu-people-offline";
  const send = async (bytes: Uint8Array, more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(await formAt(path, "evidence.0")))
      if (name !== "do") form.set(name, more[name] ?? value);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    form.set("evidence.0.sha256_new", new Blob([new Uint8Array(bytes)]), "The report.pdf");
    return ask(path, form);
  };
  const report = Buffer.from("%PDF-1.4 what was measured");
  assert.equal((await send(report)).status, 303);
  const hash = createHash("sha256").update(report).digest("hex");
  assert.equal((await formAt(path, "evidence.0"))["evidence.0.sha256"], hash);
  assert.deepEqual(readdirSync(join(env.CND_DATA, "work")), []);
  const large = await send(new Uint8Array(40_000_001));
  assert.equal(large.status, 422);
  assert.match(await large.text(), /evidence\.0\.sha256[^]*At most 40 MB/);
  assert.equal((await formAt(path, "evidence.0"))["evidence.0.sha256"], hash);
  assert.equal((await send(new Uint8Array(), { "evidence.0.sha256_out": "yes" })).status, 422);
  const plain = { ...(await formAt(path, "evidence.0")), "evidence.0.sha256_out": "yes" };
  assert.equal((await ask(path, plain)).status, 303);
  assert.equal((await formAt(path, "evidence.0"))["evidence.0.sha256"], undefined);
});
