/** The pages of badges by other hands, and certificates as they come from a printer and before a camera (features/badges/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import readCode from "jsqr";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { tokenOf } from "../src/features/badges/code/code.ts";
import { violations } from "./axe.ts";
import { badgesOf, openClass } from "./badge-house.ts";
import { press } from "./clicks.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { tooWide } from "./too-wide.ts";

const NAMES = [
  "Amina Teferi",
  "يوسف",
  "A name of sixty letters that somebody chose for the long card",
];
let teacher: Page;
let room: string;
const house = deskHouse({ hasCourse: true, url: "https://badges.example" }, async () => {
  teacher = await house.signedIn("teacher", "Rosa", { script: true });
  ({ room } = await openClass(data(), {
    name: "Truck, week 48",
    learners: Object.fromEntries(NAMES.map((name) => [name, true])),
  }));
  await teacher.goto(`${house.base}/desk/badges/${room}`);
  await press(teacher, "Give the badges");
});
const data = () => house.env["CND_DATA"]!;
const given = () => badgesOf(data(), room);
const textAt = async (path: string) => (await fetch(house.base + path)).text();

/** What a picture of a code says, by both readers. */
async function readBoth(png: Buffer): Promise<readonly (string | undefined)[]> {
  const { data: pixels, info } = await sharp(png)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = readCode.default(new Uint8ClampedArray(pixels), info.width, info.height);
  const file = join(house.folder.dir, "code.png");
  writeFileSync(file, png);
  const said = execFileSync(
    "zbarimg",
    ["-q", "--nodbus", "--raw", "-S*.disable", "-Sqrcode.enable", file],
    {
      encoding: "utf8",
    },
  );
  return [read?.data, said.replace(/\n$/, "")];
}
/** As a phone takes it: turned by 15 degrees, at 60 percent of its size, not quite sharp, on something grey. */
const photo = (png: Buffer): Promise<Buffer> =>
  sharp(png)
    .flatten({ background: "#fff" })
    .toBuffer()
    .then((flat) => sharp(flat).rotate(15, { background: "#9a968c" }).toBuffer())
    .then(async (turned) => {
      const { width } = await sharp(turned).metadata();
      return sharp(turned)
        .resize(Math.round(width * 0.6))
        .blur(0.6)
        .modulate({ brightness: 0.9 })
        .png()
        .toBuffer();
    });

for (const [size, of] of [
  ["a4", ".foot"],
  ["card", ".rear"],
] as const)
  test(`BA12 the code of a certificate (${size}) is read by jsqr and zbarimg from 300 dots an inch and from a photo, to the same token`, async (t) => {
    const context = await house.browser.newContext({
      deviceScaleFactor: 300 / 96, // dots of a printer for those of a page
      viewport: { width: 1300, height: 900 },
      storageState: await teacher.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto(`${house.base}/desk/badges/${room}/print?size=${size}`);
    await page.emulateMedia({ media: "print" });
    const one = page.locator(of).first();
    const tokens = (await given()).map(({ token }) => token);
    const print = await one.screenshot();
    const codes = [...(await readBoth(print)), ...(await readBoth(await photo(print)))];
    assert.equal(codes.length, 4);
    for (const code of codes)
      assert.ok(tokens.includes(tokenOf(code ?? "") ?? ""), code ?? "not read");
    const { width } = (await one.locator("svg").boundingBox())!;
    const modules = Number((await one.locator("svg").getAttribute("viewBox"))!.split(" ")[2]);
    const mm = ((width / 96) * 25.4) / modules;
    t.diagnostic(`${size}: version ${(modules - 8 - 17) / 4}, ${mm.toFixed(2)} mm a module`);
    assert.ok(mm >= 0.4, `${mm} mm a module`);
    await context.close();
  });

test("BA12 certificates print on the sheets they are for, one a learner, with nothing beside them", async () => {
  const page = await teacher.context().newPage();
  for (const [size, sheets, inch] of [
    ["a4", 3, 11.69],
    ["card", 1, 8.27],
  ] as const) {
    await page.goto(`${house.base}/desk/badges/${room}/print?size=${size}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      "latin1",
    );
    const wide = Array.from(
      pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+)/g),
      ([, points]) => Number(points) / 72,
    );
    assert.equal(wide.length, sheets, size);
    for (const one of wide) assert.ok(Math.abs(one - inch) < 0.05, `${size}: ${one}`);
    for (const name of NAMES) assert.equal(await page.getByRole("heading", { name }).count(), 1);
    assert.equal(await page.locator("script, link, img").count(), 0);
  }
  await page.close();
});

test("BA13 its pages hold with axe, on a phone, in Arabic, and from right to left", async () => {
  const page = teacher;
  const [badge] = await given();
  const stands = (await given()).find(({ withdrawn }) => withdrawn === null)!;
  const paths = [
    "/desk/badges",
    `/desk/badges/${room}`,
    `/desk/badges/${room}/back/${stands.id}`,
    `/desk/badges/${room}/print?size=a4`,
    `/desk/badges/${room}/print?size=card&lang=ar`,
    `/badges/${badge!.id}`,
    `/ar/badges/${stands.id}`,
  ];
  for (const path of paths) {
    await page.goto(house.base + path);
    assert.deepEqual(await violations(page), [], path);
  }
  assert.deepEqual(await tooWide(page, house.base, paths), []);
  assert.match(await textAt(`/ar/badges/${stands.id}`), /dir="rtl"/);
});

for (const [how, hands] of Object.entries(EACH_WAY))
  test(`BA13 a class is given its badges ${how}`, async () => {
    const { room: id } = await openClass(data(), {
      name: `Class ${how}`,
      learners: { Ines: true, Jo: true },
    });
    const page = await house.signedIn("teacher", `Teacher ${how}`, {
      script: how !== "without script",
    });
    const hand = hands(page);
    await page.goto(`${house.base}/desk/badges`);
    await hand.follow(`Class ${how}`);
    await hand.press("Give the badges");
    await hand.said(/2 badges were given/);
    assert.equal((await badgesOf(data(), id)).length, 2);
    await hand.follow("Large sheets (A4)");
    assert.match(await page.innerText("main"), /Ines[^]*Jo/);
  });
