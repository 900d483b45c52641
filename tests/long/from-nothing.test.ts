/**
 * From nothing to a campaign, in the browser but for the first command, by somebody who finds everything by its label alone: a
 * story with two photos, a partner, a place, a pledge with two figures, a programme, a second editor. It prints what that takes.
 */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { answerNobody } from "../answering.ts";
import { deskHouse } from "../desk-house.ts";
import { PlainHands, type Hands } from "../hands.ts";

const house = deskHouse({ isNew: true });

interface Count {
  pages: number;
  clicks: number;
  typed: number;
}

/** Hands that count what they do; a group of the menu that is opened on the way is a click, too. */
function counting(page: Page, count: Count): Hands {
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) count.pages += 1;
  });
  const costs: Readonly<Record<string, keyof Count>> = {
    follow: "clicks",
    press: "clicks",
    choose: "clicks",
    tick: "clicks",
    unfold: "clicks",
    give: "clicks",
    fill: "typed",
  };
  const hands: Hands = new Proxy<Hands>(new PlainHands(page), {
    get(target, name: string) {
      const does: unknown = Reflect.get(target, name);
      if (typeof does !== "function") return does;
      return (...args: unknown[]): unknown => {
        const cost = costs[name];
        if (cost) count[cost] += 1;
        return Reflect.apply(does, hands, args);
      };
    },
  });
  return hands;
}

for (const script of [true, false])
  test(`KO2 from nothing to a campaign: at most 40 pages, 120 clicks and 60 typed fields, ${script ? "with" : "without"} script`, async () => {
    const count: Count = { pages: 0, clicks: 0, typed: 0 };
    const page = await house.person({ script });
    const name = script ? "Amina" : "Chipo";
    const link = await house.invited("owner", name);
    const hands = counting(page, count);
    await page.goto(house.base + link);
    await hands.press("Sign in");
    await makePartner(hands, `Valley network of ${name}`);
    await makePlace(hands, `Nyimba of ${name}`);
    await makeProgramme(hands, name);
    await makePledge(hands, name);
    await tellStory(hands, name);
    await inviteEditor(hands, name);
    console.log(JSON.stringify({ script, ...count }));
    for (const path of ["partners", "do-good", "pledges", "stories"]) {
      const html = await (await fetch(`${house.base}/${path}`)).text();
      assert.match(html, new RegExp(name), path);
    }
    assert.ok(count.pages <= 40, `${count.pages} pages`);
    assert.ok(count.clicks <= 120, `${count.clicks} clicks`);
    assert.ok(count.typed <= 60, `${count.typed} typed fields`);
  });

async function add(hands: Hands, many: string, one: string): Promise<void> {
  await hands.follow("Content");
  await hands.follow(many);
  await hands.follow(one);
}

async function save(hands: Hands): Promise<void> {
  await hands.press("Save and publish");
  assert.doesNotMatch(await hands.page.innerText("main"), /Nothing was saved/);
}

async function makePartner(hands: Hands, partner: string): Promise<void> {
  await add(hands, "Partners", "Add a partner");
  await hands.fill("Name", partner);
  await hands.choose("Kind", "Community");
  await hands.fill("Summary in a few sentences", "Neighbours who run a network of their own.");
  await hands.choose("Has the organisation joined?", "Has joined");
  await save(hands);
}

async function makePlace(hands: Hands, place: string): Promise<void> {
  await add(hands, "Places", "Add a place");
  await hands.fill("Location", "14°33′S 30°49′E");
  await hands.fill("Name", place);
  await hands.choose("Country", "Zambia");
  await save(hands);
}

async function makeProgramme(hands: Hands, name: string): Promise<void> {
  await add(hands, "Programmes", "Add a programme");
  await hands.fill("Title", `Masts of ${name}`);
  await hands.fill("Summary in a few sentences", "A mast for each village.");
  await hands.fill("What the programme is for", "Nobody walks for a call.");
  await hands.fill("Partners 1", `Valley network of ${name}`);
  await hands.fill("Places 1", `Nyimba of ${name}`);
  await save(hands);
}

async function makePledge(hands: Hands, name: string): Promise<void> {
  await add(hands, "Pledges", "Add a pledge");
  await hands.choose("Kind", "A pledge");
  await hands.fill("The promise", `Four villages with a mast, by ${name}`);
  await hands.fill("Pledger", `Valley network of ${name}`);
  await hands.fill("Summary in a few sentences", "Four masts in three years.");
  await hands.fill("What is counted", "villages with a mast");
  await hands.fill("Unit", "villages");
  await hands.fill("Target", "4");
  await hands.fill("From", "2026-01-01");
  for (const [value, day] of [
    ["1", "2026-06-30"],
    ["2", "2026-10-31"],
  ] as const) {
    await hands.press(/^Add one\s*: Figures reported/);
    await hands.fill("Figure", value);
    await hands.fill("Date the figure refers to", day);
    await hands.fill("In words", `${value} of four`);
    await hands.fill("Said on", day);
    await hands.fill("Said by", "The network");
    await hands.choose("Who reported it", "By the pledger");
    await hands.choose("What the figure covers", "Total so far");
    await hands.fill("Source title", "Report of the network");
    await hands.fill("Web address", "https://example.org/report");
  }
  await save(hands);
}

async function tellStory(hands: Hands, name: string): Promise<void> {
  await hands.follow("Stories");
  await hands.fill("Title", `The first call, told by ${name}`);
  await hands.press("Start");
  await hands.fill("Text", "We climbed the hill for every call.");
  await hands.press("Save");
  for (const [file, alt] of [
    ["campaign/media/gurb-day-480.webp", "A valley with fields"],
    ["docs/protocol/valid/small/media/hill.png", "A hill"],
  ] as const) {
    await hands.unfold("Add a picture");
    await hands.give("File", file);
    await hands.fill("What the photo shows", alt);
    await hands.press("Add");
  }
  await hands.fill("Summary", "A first call from the valley.");
  await hands.fill("Category", "Community network");
  await hands.press("Save, then publish …");
  await answerNobody(hands.page);
  await hands.press("Publish");
}

async function inviteEditor(hands: Hands, name: string): Promise<void> {
  await hands.follow("Accounts");
  await hands.fill("Name at the desk", `Editor of ${name}`);
  await hands.choose("Role", "editor");
  await hands.press("Create a link");
}
