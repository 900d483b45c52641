/** Everybody whom a campaign of ours names has a ground (README.md), and how far it goes is asked wherever somebody is shown. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parse } from "yaml";
import { firstContent } from "../../platform/folder/init-content.ts";
import { places } from "../places/feature.ts";
import { stories } from "../stories/feature.ts";
import { shownStories } from "../stories/api.ts";
import { CONSENT, openStage, ROLE, story, TODAY } from "../stories/stage.fixture.ts";
import { people } from "./feature.ts";
import { consentingOf, groundless } from "./queries.ts";

interface Listed {
  readonly id: string;
  readonly role?: { readonly weighed?: string };
  readonly consent?: object;
  readonly account?: boolean;
}

test("PE15 law: everybody in the first campaign, and in a new one, has a ground, and each role is weighed in a sentence of its own", () => {
  const all = parse(readFileSync("campaign/people.yaml", "utf8")) as Listed[];
  assert.ok(all.length > 20, `${all.length}`);
  const words = { name: "A", claim: "B", purpose: "C", hashtag: "D", language: "en" };
  const fresh = firstContent(words as never, TODAY).filter(({ space }) => space === "people");
  assert.equal(fresh.length, 1);
  all.push(...fresh.map(({ fields }) => fields as unknown as Listed));
  const without = all.filter(({ role, consent, account }) => !role && !consent && !account);
  assert.deepEqual(without, []);
  const weighed = all.flatMap(({ role }) => (role ? [role.weighed] : []));
  assert.ok(weighed.length > 20 && weighed.every((one) => /^[^.]{30,}\.$/.test(one ?? "")));
  assert.equal(new Set(weighed).size, weighed.length, "no two are alike");
});

test("PE13 PE14 lists ask how far a role goes, and whether it waits for a decision, as pages do", async () => {
  await using stage = await openStage([places, people, stories]);
  const { channels: _, ...alone } = ROLE;
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: alone });
  await stage.open("story.told/1", "stories", "mast", story({ people: [ana] }));
  const shown = async (channel: "web" | "fediverse", today = TODAY) =>
    (await shownStories(stage.db, today, channel)).stories.length;
  assert.deepEqual([await shown("web"), await shown("fediverse")], [1, 0]);
  await stage.say("person.edited/1", ana, { name: "Ana", role: { ...ROLE, until: TODAY } });
  assert.deepEqual([await shown("web"), await shown("fediverse")], [1, 1]);
  assert.equal(await shown("web", "2026-11-25"), 0);
  await stage.say("person.held/1", ana, { day: TODAY });
  assert.equal((await consentingOf(stage.db, [ana])).get(ana)?.held, true);
  assert.equal(await shown("web"), 0);
  await stage.say("person.released/1", ana, { day: TODAY });
  assert.equal(await shown("web"), 1);
});

test("PE18 lists know no machine’s translation that a role or a consent rules out, and one that somebody made", async () => {
  await using stage = await openStage([places, people, stories]);
  const told = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  const mast = await stage.open("story.told/1", "stories", "mast", story({ people: [told] }));
  const say = (state: string) =>
    stage.say("story.translated/1", mast, {
      lang: "fr",
      title: "Un mât",
      summary: "Un village.",
      markdown: "La première phrase.",
      state,
    });
  const reads = async (body: object) => {
    await stage.say("person.edited/1", told, { name: "Ana", ...body });
    return (await shownStories(stage.db, TODAY)).readsIn(mast, "fr");
  };
  const no = { machine: "no" };
  const consent = { ...CONSENT, languages: ["en", "fr"] };
  const cases = [
    { role: ROLE },
    { role: { ...ROLE, ...no } },
    { consent },
    { consent: { ...consent, ...no } },
    { role: { ...ROLE, ...no }, consent },
    { role: ROLE, consent: { ...consent, ...no } },
  ];
  const all = async () => {
    const found: boolean[] = [];
    for (const one of cases) found.push(await reads(one));
    return found;
  };
  await say("machine");
  assert.deepEqual(await all(), [true, false, true, false, true, false]);
  await say("reviewed");
  assert.deepEqual(await all(), [true, true, true, true, true, true]);
});

test("PE19 whoever has neither role nor consent nor account is listed, and nobody else", async () => {
  await using stage = await openStage([places, people, stories]);
  const open = (slug: string, body: object) =>
    stage.open("person.named/1", "people", slug, { name: slug, ...body });
  await open("by-role", { role: ROLE });
  await open("by-consent", { consent: CONSENT });
  await open("by-account", { account: true });
  const apart = await open("by-a-consent-apart", {});
  const id = "0".repeat(32);
  await stage.say("consent.given/1", apart, { ...CONSENT, id, proof: "0".repeat(64) });
  await open("by-nothing", {});
  assert.deepEqual(
    (await groundless(stage.db)).map(({ slug }) => slug),
    ["by-nothing"],
  );
});
