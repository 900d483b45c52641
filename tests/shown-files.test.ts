/** Which files are served: those that something shows whose people agree, and what was made of them; on both databases, over every kind that names one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { features } from "../src/app.ts";
import { samplePlan } from "../src/features/plans/plan.fixture.ts";
import { keptFor } from "../src/held-back.ts";
import { privateParts, registry } from "../src/models.ts";
import { SLUG_BOUND } from "../src/platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../src/platform/log/kinds.ts";
import { openLog } from "../src/platform/log/log.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { askLadders } from "../src/platform/private/ladders.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { mediaIn, type Json, type JsonObject } from "../src/platform/records/jcs.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { signRecord } from "../src/platform/records/record.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const TODAY = "2026-11-24";
const [YESTERDAY, TOMORROW] = ["2026-11-23", "2026-11-25"];

let made = 0;
const name = (ext = "jpg") => `${(++made).toString(16).padStart(64, "0")}.${ext}`;
const file = (ext?: string) => ({ media: name(ext), name: `media/x.${ext ?? "jpg"}`, bytes: 9 });
const photo = () => ({ file: file(), alt: "What the photo shows" });

/** What somebody agrees to, but for what is said otherwise. */
const consent = (more: object = {}) => ({
  purposes: ["story", "photo", "film", "voice"],
  channels: ["web"],
  languages: ["en"],
  until: "2099-01-01",
  method: "text",
  given: "2026-01-01",
  ...more,
});

/** A log with an owner, and what the house asks of it. */
async function opened({ db, store }: TestDatabase) {
  const log = await openLog({
    db,
    store,
    registry,
    signer: { origin: "shown", privateKey: newKey().privateKey },
    now: Date.now,
  });
  const ladders = askLadders(await openPrivate(db, privateParts, store));
  const owner = newKey();
  const clock = new Clock(Date.now);
  async function say(kind: string, body: object, subject?: string) {
    const record = signRecord(
      { kind, body: body as JsonObject, at: clock.tick(), ...(subject && { subject }) },
      owner,
    );
    const { results } = await log.append([record]);
    assert.deepEqual(
      results.map((one) => one.is),
      ["accepted"],
      kind,
    );
    return { subject: subject ?? record.id, body: record.envelope.body };
  }
  const sample = readFileSync("docs/protocol/valid/small/campaign.yaml", "utf8");
  const { goal: _goal, ...campaign } = parse(sample) as { readonly goal: unknown };
  const logo = file("png");
  const root = await say("campaign.opened/1", { ...campaign, logo });
  const kept = (media: string, today = TODAY) => keptFor(db, features, media, today);
  return {
    say,
    root: { ...root, named: [logo.media] },
    kept,
    /** Opens a thing that has an address. */
    async open(kind: string, body: object, space: string) {
      const said = await say(kind, body);
      await say(SLUG_BOUND, { space, slug: `n-${++made}` }, said.subject);
      return { ...said, named: mediaIn(body as Json) };
    },
    /** @returns two lighter files that are made of it */
    async light(media: string) {
      await ladders.begin({ media, rules: 1 });
      const rungs = ["avif-320", "jpg-320"].map((rung) => ({ rung, file: name() }));
      for (const rung of rungs)
        await ladders.add({ media, ...rung, bytes: 5, width: 320, height: 200 });
      return rungs.map((rung) => rung.file);
    },
    /** Of each of these: for how long it is kept, once each. */
    async all(media: readonly string[], today = TODAY) {
      return [...new Set(await Promise.all(media.map((one) => kept(one, today))))];
    },
  };
}
type House = Awaited<ReturnType<typeof opened>>;

const story = (more: object) => ({
  title: "A well",
  summary: "A well.",
  language: "en",
  category: "Water",
  published: "2026-01-01",
  authors: ["f".repeat(64)],
  markdown: "A well.",
  ...more,
});

/** Of each family of kinds that names files, a thing that shows some. @param who agrees to everything */
const THINGS: Readonly<
  Record<
    string,
    (house: House, who: string) => Promise<{ kind: string; body: object; space: string }>
  >
> = {
  campaign: async () => assert.fail("It is there."),
  page: async () => ({
    kind: "page.written/1",
    body: { title: "About", markdown: "Us.", pictures: [{ name: "us", ...photo() }] },
    space: "pages",
  }),
  place: async () => ({
    kind: "place.named/1",
    body: {
      type: "Feature",
      geometry: { type: "Point", coordinates: [1, 2] },
      properties: { name: "Hill", country: "ZA", cover: photo() },
    },
    space: "places",
  }),
  person: async () => ({
    kind: "person.named/1",
    body: { name: "Ada", consent: consent(), photo: photo() },
    space: "people",
  }),
  programme: async () => ({
    kind: "programme.opened/1",
    body: {
      title: "Masts",
      summary: "Masts.",
      purpose: "Masts.",
      markdown: "Masts.",
      cover: photo(),
    },
    space: "programmes",
  }),
  story: async (_house, who) => ({
    kind: "story.told/1",
    body: story({
      people: [who],
      cover: photo(),
      film: { file: file("mp4"), title: "The well", captions: file("vtt") },
      sign: { file: file("mp4"), language: "xki" },
    }),
    space: "stories",
  }),
  plan: async () => {
    const body = samplePlan({ ground: file("png") });
    for (const key of ["day", "night", "coverage"] as const)
      (body.map as Record<string, object>)[key] = file("webp");
    return { kind: "plan.made/1", body, space: "plans" };
  },
  comment: async (_house, who) => ({
    kind: "comment.said/1",
    body: {
      id: "c".repeat(32),
      about: who,
      text: "Yes.",
      said: TODAY,
      recording: { kind: "voice", file: file("ogg") },
    },
    space: "comments",
  }),
  dataset: async () => ({
    kind: "dataset.imported/1",
    body: {
      title: "Speeds",
      kind: "country-indicator",
      source: { title: "A source", url: "https://example.org/" },
      licence: "CC0",
      date: "2026",
      file: file("csv"),
      mapping: { country: "country", date: "date", value: "value" },
      rows: 0,
    },
    space: "datasets",
  }),
  book: async () => ({ kind: "book.opened/1", body: book(), space: "books" }),
  signing: async (house, who) => {
    const { subject } = await house.open("book.opened/1", book(), "books");
    return { kind: "signing.added/1", body: signing(subject, who), space: "signings" };
  },
};
const book = () => ({
  title: "Two hills",
  language: "en",
  credits: { text: "The sample", pictures: "The sample" },
  licence: { name: "CC BY 4.0" },
  pages: [{ picture: photo(), lines: ["A hill."] }],
});
const signing = (of: string, signer: string) => ({
  book: of,
  language: "xki",
  signer,
  follows: "en",
  film: { file: file("mp4") },
  cues: file("vtt"),
});

const FAMILIES = new Map(
  Object.entries(registry.kinds).flatMap(([kind, { files }]) =>
    files ? [[kind.split(".")[0]!, files] as const] : [],
  ),
);
const endOf = (family: string) => ({
  kind: `${family}.withdrawn/1`,
  body: family === "comment" ? { by: "author", id: "c".repeat(32), about: "room" } : {},
});

for (const [sort, begin] of Object.entries(DATABASES)) {
  test(`M28 M30 over every kind that names a file: it and what was made of it are served while it stands, and no more once it is withdrawn, edited away or erased: ${sort}`, async () => {
    assert.deepEqual(
      [...FAMILIES.keys()].toSorted(),
      Object.keys(THINGS).toSorted(),
      "each has a thing to try",
    );
    await using database = await begin();
    const house = await opened(database);
    const who = await house.open("person.named/1", { name: "Li", consent: consent() }, "people");
    for (const [family, files] of FAMILIES) {
      const again = async () => {
        const { kind, body, space } = await THINGS[family]!(house, who.subject);
        return { body, said: await house.open(kind, body, space) };
      };
      const { said } = family === "campaign" ? { said: house.root } : await again();
      const light = (await Promise.all(said.named.map((one) => house.light(one)))).flat();
      const all = [...said.named, ...light];
      assert.ok(all.length >= 3, family);
      assert.deepEqual(await house.all(all), [files === "things" ? "year" : "day"], family);
      const end = endOf(family);
      await house.say(end.kind, end.body, said.subject);
      assert.deepEqual(await house.all(all), [undefined], `${family}, withdrawn`);
      if (family === "campaign") continue;
      const { said: other } = await again();
      const lighter = await house.light(other.named[0]!);
      assert.ok(await house.kept(lighter[0]!), family);
      await house.say(ERASURE_MADE, { bodies: [other.body] }, other.subject);
      assert.deepEqual(
        await house.all([...other.named, ...lighter]),
        [undefined],
        `${family}, erased`,
      );
      const edit = `${family}.edited/1`;
      if (!registry.kinds[edit]?.files) continue;
      const { said: last } = await again();
      const { body: next } = await again();
      await house.say(edit, next, last.subject);
      assert.deepEqual(await house.all(last.named), [undefined], `${family}, edited away`);
      assert.ok(!(await house.all(mediaIn(next as Json))).includes(undefined), `${family}, edited`);
    }
    assert.equal(await house.kept(name()), undefined, "what nothing ever named");
  });

  test(`PE11 S33 PB28 M30 what shows people is served for as long as they agree: by the day, by a withdrawal, each purpose for itself: ${sort}`, async () => {
    await using database = await begin();
    const house = await opened(database);
    const named = async (more: object) =>
      house.open("person.named/1", { name: "Ada", ...more }, "people");
    // A portrait: a role covers none, a consent its days, and what is printed alone is not on the web.
    const source = { title: "A source", url: "https://example.org/" };
    const role = { role: { text: "Mayor", source } };
    for (const [more, is] of [
      [{}, undefined],
      [role, undefined],
      [{ consent: consent({ purposes: ["story"] }) }, undefined],
      [{ consent: consent({ channels: ["print"] }) }, undefined],
      [{ consent: consent({ until: YESTERDAY }) }, undefined],
      [{ consent: consent({ given: TOMORROW }) }, undefined],
      [{ consent: consent({ languages: ["fr"], channels: ["feed"] }) }, "day"],
    ] as const) {
      const { named: files } = await named({ ...more, photo: photo() });
      const light = await house.light(files[0]!);
      assert.deepEqual(await house.all([...files, ...light]), [is], JSON.stringify(more));
    }
    const ada = await named({ consent: consent({ until: TODAY }), photo: photo() });
    const told = await house.open(
      "story.told/1",
      story({
        people: [ada.subject],
        cover: photo(),
        film: { file: file("mp4"), title: "The well" },
      }),
      "stories",
    );
    const all = [...ada.named, ...told.named, ...(await house.light(told.named[0]!))];
    assert.deepEqual(await house.all(all), ["day"]);
    assert.deepEqual(await house.all(all, TOMORROW), [undefined], "the day after the last");
    assert.deepEqual(await house.all(all, "2025-12-31"), [undefined], "before it was given");
    await house.say("consent.withdrawn/1", { day: TODAY }, ada.subject);
    assert.deepEqual(await house.all(all), [undefined], "taken back");
    const given = {
      ...consent({ purposes: ["story"] }),
      id: "a".repeat(32),
      proof: "b".repeat(64),
    };
    await house.say("consent.given/1", given, ada.subject);
    const [cover, film] = told.named;
    assert.equal(await house.kept(cover!), "day");
    assert.equal(await house.kept(film!), undefined, "who is told of agrees to no film");
    assert.equal(await house.kept(ada.named[0]!), undefined);
    // A photo of several is hidden wherever it stands while one does not agree, and after its last day.
    const bo = await named({ consent: consent() });
    const wall = await THINGS["page"]!(house, "");
    const page = await house.open(wall.kind, wall.body, wall.space);
    const described = { photo: page.named[0]!, people: [bo.subject], until: TODAY };
    await house.say("picture.described/1", described);
    assert.equal(await house.kept(page.named[0]!), "day");
    assert.equal(await house.kept(page.named[0]!, TOMORROW), undefined, "after its last day");
    await house.say("person.withdrawn/1", {}, bo.subject);
    assert.equal(await house.kept(page.named[0]!), undefined, "somebody on it is withdrawn");
    // A signing: the film as it came is heard only with consent to a voice.
    const { subject: of } = await house.open("book.opened/1", book(), "books");
    const li = await named({ consent: consent({ purposes: ["film"] }) });
    const signed = await house.open("signing.added/1", signing(of, li.subject), "signings");
    const [whole, cues] = signed.named;
    const silent = await house.light(whole!);
    assert.deepEqual(await house.all([...silent, cues!]), ["day"]);
    assert.equal(await house.kept(whole!), undefined, "it has a voice");
    await house.say("book.withdrawn/1", {}, of);
    assert.deepEqual(await house.all([...silent, cues!]), [undefined], "its book is withdrawn");
  });
}
