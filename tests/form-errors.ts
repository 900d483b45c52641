/**
 * The form of a story on a phone, with each of its errors: what somebody sees who is refused. Each is sent as by a browser
 * that checks nothing itself.
 */
import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { tellWords } from "../src/features/contributions/api.ts";
import { stepOf } from "../src/features/contributions/form.ts";
import { temporary } from "../tools/program.ts";
import { begin, TELL } from "./telling.ts";

type Fields = Readonly<Record<string, string>>;
const GOOD = { text: "We carry water.", naming: "none" };
const HELPED = { helperName: "Amina", helperHow: "text", helperWords: "Yes." };
/** Somebody in the last of the rows, which is closed until something stands in it. */
const THIRD = {
  "p3-name": "Neema",
  "p3-story": "yes",
  "p3-web": "yes",
  "p3-until": "2099-01-01",
  "p3-asked": "Amina",
  "p3-how": "text",
  "p3-words": "Yes.",
};
const PILED = `a${"\u0301".repeat(20)}`;
const LONG = "x".repeat(201);

/** Longer than the screen when it is listed. */
const EVERYTHING_WRONG = {
  ...HELPED,
  text: "",
  title: LONG,
  language: "!!",
  place: LONG,
  naming: "",
  name: LONG,
  shows: PILED,
  helperName: LONG,
  helperHow: "",
  helperWords: PILED,
  contact: LONG,
  "p3-name": "",
  "p3-asked": "",
  "p3-how": "",
  "p3-child": "yes",
  "p3-languages": "!!",
};

/** An empty file is chosen in the field, or a whole photo; as many photos as there may be, one more; a file that is too large. */
type Chosen = "empty" | "photo" | "sixteen" | "seventeen" | "large";

/** The field that it is of, what is typed, and what is chosen. */
export type FormError = readonly [field: string, typed: Fields, file?: Chosen];

export const ERRORS: readonly FormError[] = [
  ["text", { text: "" }],
  ["text", { text: "x".repeat(60_001) }],
  ["text", { text: PILED }],
  ["title", { title: LONG }],
  ["language", { language: "!!" }],
  ["place", { place: LONG }],
  ["naming", { naming: "" }],
  ["name", { naming: "own", name: "" }],
  ["name", { name: LONG }],
  ["shows", { shows: PILED }],
  ["helperName", { ...HELPED, helperName: "" }],
  ["helperName", { helperName: LONG }],
  ["helperHow", { ...HELPED, helperHow: "" }],
  ["helperWords", { ...HELPED, helperWords: "" }],
  ["helperWords", { ...HELPED, helperWords: PILED }],
  ["proof", { ...HELPED, helperHow: "signed form" }],
  ["p3-name", { ...THIRD, "p3-name": "" }],
  ["p3-purposes", { ...THIRD, "p3-story": "" }],
  ["p3-channels", { ...THIRD, "p3-web": "" }],
  ["p3-languages", { ...THIRD, "p3-languages": "!!" }],
  ["p3-until", { ...THIRD, "p3-until": "2001-01-01" }],
  ["p3-asked", { ...THIRD, "p3-asked": "" }],
  ["p3-how", { ...THIRD, "p3-how": "" }],
  ["p3-words", { ...THIRD, "p3-words": "" }],
  ["p3-words", { ...THIRD, "p3-words": PILED }],
  ["p3-proof", { ...THIRD, "p3-how": "voice recording" }],
  ["p3-guardian", { ...THIRD, "p3-child": "yes" }],
  ["contact", { contact: LONG }],
  ["photo", {}, "empty"],
  ["voice", {}, "empty"],
  ["film", {}, "empty"],
  ["sign", {}, "empty"],
  ["proof", {}, "empty"],
  ["p3-proof", {}, "empty"],
  ["text", { ...EVERYTHING_WRONG }],
  ["naming", { ...EVERYTHING_WRONG }],
  ["p3-name", { ...EVERYTHING_WRONG }],
  ["p3-ins", { ...THIRD, "p3-photo": "yes" }, "photo"],
];

const PHONE = { width: 360, height: 640 };

/** Some of the errors, one after the other, each with all that is to be seen of it. @param from the network it comes from */
export async function errorsOf(
  browser: Browser,
  {
    base,
    lang,
    script,
    errors,
    from,
  }: {
    readonly base: string;
    readonly lang: string;
    readonly script: boolean;
    readonly errors: readonly FormError[];
    readonly from: string;
  },
): Promise<void> {
  const page = await openForm(browser, { base, lang, script, from });
  const photo = await aPhoto();
  using folder = temporary();
  const large = join(folder.dir, "large.jpg"); // on the disk: a browser is handed its name alone
  writeFileSync(large, "");
  truncateSync(large, 41_000_000);
  for (const [field, typed, file] of errors) {
    await openStep(page, { base, lang, script, from, field, ...(file === "photo" && { photo }) });
    const about = `${field} in ${lang}, ${script ? "with" : "without"} script, ${JSON.stringify(typed).slice(0, 60)}`;
    if (file && file !== "photo") await choose(page, field, file, large);
    await send(page, typed);
    const { words, ...shown } = await seen(page);
    const wanted = { field, isListed: true, isMarked: true, isUnfolded: true, width: PHONE.width };
    assert.deepEqual(shown, wanted, `${about}: ${words}`);
    await page.evaluate(() => document.querySelector<HTMLElement>("[role=alert] a")!.click());
    assert.deepEqual(await whereFocusIs(page), { id: field, isOnScreen: true }, about);
    assert.deepEqual(await lost(page, typed), [], about);
    if (file === "empty" && script)
      await page.getByRole("button", { name: tellWords(lang).script.remove }).click();
  }
  await page.context().close();
}

export async function openForm(
  browser: Browser,
  { base, lang, script, from }: { base: string; lang: string; script: boolean; from: string },
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: PHONE,
    extraHTTPHeaders: { "X-Forwarded-For": from },
  });
  const page = await context.newPage();
  await page.goto(`${base}${lang === "en" ? "" : `/${lang}`}${TELL}`);
  if (script) await page.locator("#tell[data-ready]").waitFor();
  return page;
}

/** The step on which a field stands, of a story of which the steps before were sent. */
export async function openStep(
  page: Page,
  {
    base,
    lang,
    script,
    field,
    ...story
  }: {
    readonly base: string;
    readonly lang: string;
    readonly script: boolean;
    readonly field: string;
    readonly from: string;
    readonly photo?: Uint8Array;
  },
): Promise<void> {
  const { naming } = GOOD;
  const secret = await begin(base, story);
  const body = new URLSearchParams({ id: secret, step: "name", naming });
  const headers = { "X-Forwarded-For": story.from };
  await fetch(base + TELL, { method: "POST", body, headers });
  const prefix = lang === "en" ? "" : `/${lang}`;
  await page.goto(`${base}${prefix}${TELL}/${stepOf(field)}/${secret}`);
  if (script) await page.locator("#tell[data-ready]").waitFor();
}

/** @param large where the file lies that is too large */
export async function choose(
  page: Page,
  field: string,
  file: Chosen,
  large?: string,
): Promise<void> {
  const buffer = file === "empty" ? Buffer.alloc(0) : await aPhoto();
  const many = { sixteen: 16, seventeen: 17 }[file as string] ?? 1;
  const files = Array.from({ length: many }, (_, i) => ({
    name: `${i}.jpg`,
    mimeType: "image/jpeg",
    buffer,
  }));
  await page.setInputFiles(`#${field}`, file === "large" ? large! : files);
  if (await hasScript(page))
    await page
      .locator("#pieces li")
      .nth(many - 1)
      .waitFor();
}
const hasScript = async (page: Page): Promise<boolean> =>
  (await page.locator("#tell[data-ready]").count()) > 0;
const aPhoto = (): Promise<Buffer> => {
  const create = { width: 64, height: 48, channels: 3 as const, background: "#c2350a" };
  return sharp({ create }).jpeg().toBuffer();
};

/** Types and sends it, and waits for what is said. */
export async function send(page: Page, typed: Fields): Promise<void> {
  await page.evaluate(
    (fields) => {
      document.querySelector("[role=alert]")?.remove();
      const form = document.querySelector<HTMLFormElement>("#tell")!;
      form.noValidate = true;
      const named = form.querySelectorAll<HTMLInputElement>(
        "[name]:not([type=file], [type=hidden], button)",
      );
      for (const field of named) {
        const value = fields[field.name] ?? "";
        if (field.type === "checkbox") field.checked = value === "yes";
        else field.value = value;
      }
      form.dispatchEvent(new Event("input", { bubbles: true }));
      const button = form.querySelector<HTMLElement>("button[type=submit]:not([name])")!;
      button.scrollIntoView();
      button.click();
    },
    { ...GOOD, ...typed } as Fields,
  );
  await page.locator("[role=alert]:focus").waitFor();
}

/** What somebody sees who holds the phone: the first error, if it has the focus and is on the screen. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    const link = at.querySelector<HTMLAnchorElement>("[role=alert] a[href^='#']");
    const { top = -1, bottom = -1, left = -1, right = -1 } = link?.getBoundingClientRect() ?? {};
    const isOnScreen = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const field = document.getElementById(isOnScreen ? (link?.hash.slice(1) ?? "") : "");
    const why = document.getElementById(`${field?.id}-problem`);
    const label =
      field?.querySelector("legend") ?? document.querySelector(`label[for="${field?.id}"]`);
    const name = label?.firstChild?.textContent?.trim() ?? "?";
    return {
      field: field?.id,
      isListed:
        link?.textContent.endsWith(name) && at.textContent.includes(why?.textContent ?? "?"),
      isMarked: field?.getAttribute("aria-describedby") === why?.id,
      isUnfolded: field?.checkVisibility() === true && why?.checkVisibility() === true,
      width: document.documentElement.scrollWidth,
      words: at.textContent.trim().slice(0, 200),
    };
  });

const whereFocusIs = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    const label = at.querySelector("legend") ?? document.querySelector(`label[for="${at.id}"]`);
    const { top = -1, left = -1, right = -1 } = label?.getBoundingClientRect() ?? {};
    const { bottom = 1e9 } =
      document.getElementById(`${at.id}-problem`)?.getBoundingClientRect() ?? {};
    const isOnScreen = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    return { id: at.id, isOnScreen };
  });

/** The names of the fields in which something else stands than what was typed. */
const lost = (page: Page, typed: Fields) =>
  page.evaluate(
    (fields) =>
      [...document.querySelectorAll<HTMLInputElement>("#tell [name]:not([type=file], button)")]
        .filter(({ name }) => fields[name] !== undefined)
        .filter(({ type, checked, value, name }) =>
          type === "checkbox" ? checked !== (fields[name] === "yes") : value !== fields[name],
        )
        .map(({ name }) => name),
    { ...GOOD, ...typed } as Fields,
  );
