import assert from "node:assert/strict";
import test from "node:test";
import { subjectOf } from "../places/world.test.kit.ts";
import { listOf, SIZE } from "./api/answer.ts";
import { dataRoutes } from "./routes.ts";
import { misfits, type Schema } from "./json-schema.test.kit.ts";
import { fileAt, JOINT, openData } from "./world.test.kit.ts";

interface Described {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly operationId: string;
          readonly parameters?: readonly { readonly name: string; readonly in: string }[];
          readonly responses: Readonly<
            Record<
              string,
              {
                readonly description: string;
                readonly content?: { readonly "application/json": { readonly schema: Schema } };
              }
            >
          >;
        };
      }
    >
  >;
}
/** One thing of each kind. */
const SLUGS: Readonly<Record<string, string>> = { stories: "deep", pledges: "joint" };
const json = async (it: Awaited<ReturnType<typeof openData>>, path: string) =>
  JSON.parse(await fileAt(it, path));

test("OD1 every thing carries its permanent id, its slug, its page and its record", async () => {
  await using it = await openData();
  for (const [kind, space, slug] of [
    ["stories", "stories", "deep"],
    ["places", "places", "hill"],
    ["partners", "partners", "alpha"],
    ["programmes", "programmes", "dig"],
    ["pledges", "pledges", "joint"],
    ["books", "books", "hills"],
    ["courses", "courses", "lamp"],
  ] as const) {
    const { items } = await json(it, `/api/${kind}`);
    const thing = items.find((one: { slug: string }) => one.slug === slug);
    const subject = subjectOf(space, slug);
    assert.equal(thing?.subject, subject);
    // Alpha was written about, and takes no part.
    const under = space === "partners" ? "organisations" : space;
    assert.equal(thing.page, `https://example.org/${under}/${slug}`);
    assert.equal(thing.record, `https://example.org/log/subjects/${subject}`);
  }
  const campaign = await json(it, "/api/campaign");
  assert.equal(campaign.subject, subjectOf("campaign", "wells"));
});

test("OD2 a list comes in pages; a page that is not there is none", async () => {
  await using it = await openData();
  const list = await json(it, "/api/partners");
  assert.deepEqual([list.total, list.page, list.pages, list.next], [2, 1, 1, undefined]);
  const frame = { base: "https://example.org", language: "en", languages: ["en"], own: "en" };
  const request = { frame, lang: "en" } as unknown as Parameters<typeof listOf>[0];
  const of = (page: number) => listOf(request, "/api/x", { items: [], total: SIZE + 1, page });
  assert.deepEqual(of(1), {
    total: SIZE + 1,
    page: 1,
    pages: 2,
    next: "https://example.org/api/x?page=2",
    items: [],
  });
  assert.equal((of(2) as { next?: string }).next, undefined);
  assert.equal(of(3), undefined);
});

test("OD3 the description is OpenAPI 3.1 and leads to everything it names", async () => {
  await using it = await openData();
  const described: Described = await json(it, "/api/openapi.json");
  assert.match(described.openapi, /^3\.1\.\d+$/);
  assert.ok(described.info.title && described.info.version);
  assert.ok(described.servers.every(({ url }) => URL.canParse(url) && !url.endsWith("/")));
  const paths = Object.entries(described.paths);
  const served = dataRoutes
    .map(({ path }) => path.replace(/:(\w+)/, "{$1}"))
    .filter((path) => path.startsWith("/api/") && path !== "/api/openapi.json");
  assert.deepEqual(paths.map(([path]) => path).toSorted(), served.toSorted());
  const ids = paths.map(([, { get }]) => get.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const [path, { get }] of paths) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
    const asked = (get.parameters ?? []).filter((p) => p.in === "path").map((p) => p.name);
    assert.deepEqual(asked, named, path);
    assert.ok(Object.values(get.responses).every((r) => r.description !== ""));
  }
  const text = JSON.stringify(described);
  const names = Object.keys(described.components.schemas);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    assert.ok(names.includes(name!), `${name} is described`);
  for (const name of names) assert.ok(text.includes(`schemas/${name}"`), `${name} is used`);
});

test("OD3 every path of the description answers, and as it is described", async () => {
  await using it = await openData();
  const { paths, components }: Described = await json(it, "/api/openapi.json");
  let checked = 0;
  for (const [path, { get }] of Object.entries(paths)) {
    const real = path.replace("{slug}", SLUGS[path.split("/")[2]!] ?? "");
    const schema = get.responses["200"]?.content?.["application/json"].schema;
    const answer = await json(it, real);
    assert.deepEqual(misfits(answer, schema!, components.schemas), [], real);
    if (answer.items) assert.ok(answer.items.length > 0, `${real} has something to check`);
    checked += 1;
  }
  assert.equal(checked, 10);
});

test("OD3 the check against the description can fail", () => {
  const schema: Schema = {
    type: "object",
    required: ["a"],
    properties: { a: { type: "integer" } },
  };
  assert.deepEqual(misfits({ a: 1 }, schema, {}), []);
  assert.equal(misfits({ a: 1.5 }, schema, {}).length, 1);
  assert.equal(misfits({}, schema, {}).length, 1);
  assert.equal(misfits({ a: 1, b: 2 }, schema, {}).length, 1);
  assert.throws(() => misfits({ a: 1 }, { $ref: "#/components/schemas/Gone" }, {}), /Gone/);
});

test("OD17 a book is given with its sentences, its licence and its languages", async () => {
  await using it = await openData();
  const { items } = await json(it, "/api/books");
  const { title, lang, languages, signedIn, licence, pages } = items[0];
  assert.deepEqual([title, lang, languages, signedIn], ["Two hills", "en", ["en", "fr"], []]);
  assert.equal(licence.name, "CC BY 4.0");
  assert.deepEqual(pages, [{ lines: ["A hill."] }, { lines: ["Another hill."] }]);
});

test("PB16 the programme of a book leads to it and to the shelf, and another does not", async () => {
  await using it = await openData();
  const dig = await it.page("/programmes/dig");
  assert.match(dig, /href="\/books\/hills"/);
  assert.match(dig, /href="\/books"/);
  assert.doesNotMatch(await it.page("/programmes/quiet"), /\/books/);
});

test("OD18 a course is given with its lessons, its licence and its languages", async () => {
  await using it = await openData();
  const { items } = await json(it, "/api/courses");
  const { title, hours, lang, languages, lessons, badge, programme } = items[0];
  assert.deepEqual([title, hours, lang, languages], ["A lamp", 1.5, "en", ["en", "fr"]]);
  assert.deepEqual(lessons, [{ id: "oil", title: "Oil", text: "It burns." }]);
  assert.equal(badge.pass, 80);
  assert.equal(programme, subjectOf("programmes", "dig"));
});

test("OD4 a story is open data only where the people in it agreed to be passed on", async () => {
  await using it = await openData();
  const { items, total } = await json(it, "/api/stories");
  assert.deepEqual([total, items.map((s: { slug: string }) => s.slug)], [1, ["deep"]]);
  assert.equal((await it.get("/stories/shy"))?.kind, "page", "people may read it here");
  assert.equal(await it.get("/api/stories/shy"), undefined);
  assert.doesNotMatch(await fileAt(it, "/data/places.geojson"), /Shy|Bob/);
  const story = await it.get("/api/stories/deep");
  assert.equal(story?.kind === "file" && story.until, "2027-07-01");
  assert.equal(await it.get("/api/stories/deep", { today: "2027-07-01" }), undefined);
});

test("OD5 a pledge comes with its status, its three numbers and its whole ledger", async () => {
  await using it = await openData();
  const pledge = await json(it, "/api/pledges/joint");
  assert.equal(pledge.status.state, "notFound");
  assert.equal(
    pledge.status.words,
    "past its date; we found no closing figure (searched 1 Feb 2026)",
  );
  assert.equal(pledge.claimed.value, 90);
  assert.equal(pledge.evidenced.value, 55);
  assert.equal(pledge.attested, undefined);
  assert.deepEqual(
    pledge.ledger.map((f: { claim: string; state: string }) => `${f.claim} ${f.state}`),
    ["a self-reported", "b evidenced", "c self-reported", "d self-reported"],
  );
  assert.deepEqual(
    [pledge.where, pledge.counting, pledge.checking],
    [JOINT.where, JOINT.counting, JOINT.checking],
  );
  assert.deepEqual(pledge.ledger[0].revisedBy, ["b"]);
  assert.equal(pledge.ledger[1].revises, "a");
  assert.deepEqual(pledge.disputes[0].answer, {
    text: "They were full when counted.",
    by: "Alpha",
    date: "2025-02-20",
  });
  await it.say("pledges", "joint", "pledge.edited/1", { ...JOINT, target: 120 });
  const changed = await json(it, "/api/pledges/joint");
  assert.deepEqual(
    changed.changes.map((c: { field: string; before: string; after: string }) => [
      c.field,
      c.before,
      c.after,
    ]),
    [["target", "100", "120"]],
  );
});

test("OD10 an old address leads to the present one; what is unknown or withdrawn is no answer", async () => {
  await using it = await openData();
  await it.bind("pledges", "joint", "new");
  await it.bind("stories", "deep", "deeper");
  for (const [old, to] of [
    ["/api/pledges/joint", "/api/pledges/new"],
    ["/api/stories/deep", "/api/stories/deeper"],
  ] as const) {
    const answer = await it.get(old);
    assert.equal(answer?.kind === "redirect" && answer.to, to);
  }
  for (const path of ["/api/pledges/nothing", "/api/stories/nothing"])
    assert.equal(await it.get(path), undefined);
  await it.say("pledges", "joint", "pledge.withdrawn/1", {});
  assert.equal(await it.get("/api/pledges/new"), undefined);
});
