/** The rest of the desk, by keyboard alone and without script: the queue, captions, events, mail, counts, settings (features/desk/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import type { Role } from "../src/platform/accounts/roles.ts";
import { axeFinds } from "./axe.ts";
import { click } from "./clicks.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { tabbedThrough } from "./hands.ts";

const house = deskHouse({ mail: true });
const logo = join(house.folder.dir, "logo.png");

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(house.base + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });
  assert.equal(answer.status, 303, await answer.text());
}
const ask = (place: string): Promise<void> =>
  post("/take-part/opportunity", {
    kind: "need",
    place,
    country: "ZA",
    words: `No signal at ${place}.`,
    agree: "yes",
  });
const figure = (value: string): Promise<void> =>
  post("/pledges/huawei-120-million/send", {
    about: "figure",
    value,
    unit: "people",
    text: "people connected",
    measure: "cumulative",
    asOf: "2025",
    saidOn: "2026-01-01",
    saidBy: "A newspaper",
    title: "A report",
    url: "https://example.org/report",
    agree: "yes",
  });

for (const [way, hands] of Object.entries(EACH_WAY)) {
  const script = way === "by keyboard alone";
  const named = (name: string) => `${name} ${script ? "K" : "P"}`;
  const person = async (role: Role, name: string, mail?: string) =>
    hands(await house.signedIn(role, named(name), { script, ...(mail !== undefined && { mail }) }));

  test(`D17 what was sent is read, refused and accepted, an ask and a figure ${way}`, async () => {
    await ask(named("Hilltop"));
    await ask(named("Lake End"));
    await figure(script ? "130" : "140");
    const one = await person("moderator", "Amina");
    const { page } = one;
    await one.follow("Queue");
    await one.follow(new RegExp(named("Hilltop")));
    assert.match(await page.innerText(".branch"), /No signal at Hilltop/);
    await one.press("Refuse");
    await one.said(/Action not completed/);
    await one.choose("Reason", "We have already published this.");
    await one.press("Refuse");
    await one.said(/Refused/);
    await one.follow("Queue");
    await one.follow(new RegExp(named("Lake End")));
    await one.press("Show as a request or an offer");
    await one.said(/Accepted/);
    await one.follow("Queue");
    await one.follow(/^A figure/);
    await one.choose("Whose words", "someone else’s");
    await one.press("Publish");
    await one.said(/Accepted/);
  });

  test(`CP2 CP3 captions are split, joined and saved ${way}`, async () => {
    const one = await person("editor", "Ines");
    const { page } = one;
    await one.follow("Media");
    await one.follow("A line over the ridge");
    const lines = () => page.locator("fieldset.cue").count();
    const known = await lines();
    await one.fill("Text of line 2", "One half of it, and the other half.");
    await one.press("Split: line 2");
    assert.equal(await lines(), known + 1);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "text3");
    await one.press("Save");
    await one.said(/Saved/);
  });

  test(`E6 U10 CN5 an event is announced and withdrawn, mail is held, counting is turned off and on ${way}`, async () => {
    const one = await person("owner", "Li");
    const { page } = one;
    await one.follow("Events");
    await one.follow("Announce an event");
    await one.fill("What is the event called?", named("Open day"));
    await one.fill("Its address", script ? "open-day-k" : "open-day-p");
    await one.fill("What happens at the event, in a few sentences", "Come and see.");
    if (script) {
      // A day and a time are typed part by part.
      for (const label of ["Begins", "Ends"]) {
        await one.fill(label, "");
        await page.keyboard.type(label === "Begins" ? "05052031" : "05062031");
        await page.keyboard.press("ArrowRight");
        await page.keyboard.type("1000AM");
      }
    } else {
      await one.fill("Begins", "2031-05-05T10:00");
      await one.fill("Ends", "2031-05-06T10:00");
    }
    await one.fill("Time zone", "Africa/Johannesburg");
    await one.fill("Or describe the place in one line", "At the mast");
    await one.press("Announce");
    await one.said(/^Done\./);
    await one.follow(named("Open day"));
    await one.tick("Take the event off the site");
    await one.press("Withdraw");
    await one.said(/^Done\./);
    await one.follow("Mail");
    if ((await page.getByRole("button", { name: "Hold" }).count()) > 0) {
      await one.press(/^Hold/);
      await one.said(/^Done\./);
    }
    await one.follow("Counts");
    await one.press(/^(Stop|Turn|Do not|Count)/);
    await one.said(/^Done\./);
    await one.press(/^(Stop|Turn|Do not|Count)/);
    await one.said(/^Done\./);
  });

  test(`C15 C17 C18 C19 C21 the settings are changed, a page is written, a test message is sent ${way}`, async () => {
    writeFileSync(
      logo,
      await sharp({ create: { width: 60, height: 30, channels: 3, background: "#0a5cc2" } })
        .png()
        .toBuffer(),
    );
    const one = await person("owner", "Joan", `joan-${script ? "k" : "p"}@example.org`);
    const { page } = one;
    await one.follow("Settings");
    await one.fill("Claim line", named("Said anew"));
    await one.fill("By day", "#ff8a5c");
    await one.press("Save");
    await one.said(/Nothing was saved/);
    assert.match(await page.innerText("#colourDay-problem"), /too low/);
    await one.fill("By day", "#c2350a");
    await one.press("Save");
    await one.said(/Saved/);
    await one.give("File", logo);
    await one.press("Use this logo");
    await one.said(/Saved/);
    await one.press("Remove the logo");
    await one.said(/Saved/);
    await one.press("Send me a test message");
    await one.said(/The server answered: 250/);
    await one.follow("New page");
    await one.fill("Its address", script ? "legal-k" : "legal-p");
    await one.fill("Title", "Who answers for this");
    await one.fill("Text, in Markdown", "The desk does.");
    await one.press("Save the page");
    await one.said(/The page is saved/);
    await one.press("Withdraw the page");
  });
}

test("D17 Tab goes through each of these pages in its order, is seen at each stop and comes out; axe finds nothing", async () => {
  const page = await house.signedIn("owner", "Walker", { script: true });
  await ask("Walked Hill");
  await page.goto(`${house.base}/desk/queue`);
  await click(page.getByRole("link", { name: /Walked Hill/ }));
  await page.waitForURL(/queue\/./);
  const item = new URL(page.url()).pathname;
  await page.goto(`${house.base}/desk/media`);
  const film = await page
    .getByRole("link", { name: "A line over the ridge" })
    .first()
    .getAttribute("href");
  const paths = [item, film!, "/desk/events/new", "/desk/updates", "/desk/counts"];
  paths.push("/desk/settings", "/desk/settings/new-page");
  const found: string[] = [];
  for (const path of paths) found.push(...(await tabbedThrough(page, house.base + path)));
  assert.deepEqual(found, []);
  assert.deepEqual(await axeFinds(page, house.base, [item, "/desk/settings"]), []);
});
