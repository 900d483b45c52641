/**
 * The law of every form of content: opened in a browser and saved as it came, a thing's file is the same, letter by letter; with
 * one field changed, that field alone is another one. A browser takes and gives line ends as it does, which no request made by
 * hand can show (src/features/content/README.md, KO3).
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Kysely } from "kysely";
import type { Page } from "playwright-core";
import { shapeOf, everyField } from "../src/features/content/form/shape.ts";
import { patternOf } from "../src/features/content/form/typed.ts";
import { fieldsOf, standingAt, typedFrom } from "../src/features/content/things.ts";
import { isMadeHere, pathOfThing } from "../src/features/content/visit.ts";
import { wordsIn } from "../src/features/content/words.ts";
import { folderParts } from "../src/folder-parts.ts";
import { slugsOf } from "../src/platform/addresses/addresses.ts";
import { callable } from "../src/platform/addresses/called.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import type { FolderPart } from "../src/platform/folder/part.ts";
import { canonical } from "../src/platform/records/jcs.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { click } from "./clicks.ts";

export interface AtDesk {
  readonly base: string;
  /** Somebody at the desk, in a browser with script. */
  readonly page: Page;
  readonly db: Db;
}
export interface Thing {
  readonly part: FolderPart;
  readonly slug: string;
  /** How many sorts of fields it fills in. */
  readonly rich: number;
}

/** Every kind of thing that the forms of content make. */
export const madeHere = folderParts.filter(({ space }) => isMadeHere(wordsIn("en"), space));

export const reading = (data: string): Kysely<object> & Db =>
  new Kysely<object>({ dialect: openStore(join(data, "log.sqlite"), { readOnly: true }).dialect });

/** Everything of these kinds that stands, the richest of each kind first. @throws where a kind has nothing */
export async function standing(db: Db): Promise<Thing[]> {
  const all: Thing[] = [];
  for (const part of madeHere) {
    const called = await callable(db, { space: part.space, most: 10_000 });
    const slugs = await slugsOf(
      db,
      called.map(({ subject }) => subject),
    );
    const mine: Thing[] = [];
    for (const { subject } of called) {
      const slug = slugs.get(subject)!;
      const typed = await typedFrom(db, part, (await said(db, part, slug))!, "en");
      const rich = new Set(Object.keys(typed).map(patternOf)).size;
      mine.push({ part, slug, rich });
    }
    assert.ok(mine.length > 0, `Expected an example of ${part.space}, found none.`);
    all.push(...mine.toSorted((a, b) => b.rich - a.rich));
  }
  return all;
}

async function said(db: Db, part: FolderPart, slug: string) {
  const found = await standingAt(db, part, slug);
  assert.ok(found, `${part.space}/${slug}`);
  return fieldsOf(db, found);
}

/** Opens the form and presses its button. @returns what did not fit, in its own words */
export async function savedAsItCame({ base, page }: AtDesk, thing: Thing): Promise<string[]> {
  await page.goto(base + pathOfThing(thing.part.space, thing.slug));
  await click(page.locator("form.telling p.acts.field button[type=submit]").last());
  if (/\?done\b/.test(page.url())) return [];
  const wrong = await page.locator("ul.wrong li, [role=alert] p").allInnerTexts();
  return wrong.length > 0 ? wrong : ["nothing was said"];
}

export interface Tried {
  readonly changed: readonly string[];
  /** What no value that was tried fits in beside the others: nothing was saved. */
  readonly refused: readonly string[];
  /** More than this field changed, or it did not come back. */
  readonly wrong: readonly string[];
}

/** Changes one field of each sort of a thing, and changes it back. @param most fields */
export async function eachFieldChanged(
  at: AtDesk,
  { part, slug }: Thing,
  most = Infinity,
): Promise<Tried> {
  const { base, page, db } = at;
  await page.goto(base + pathOfThing(part.space, slug));
  await page.evaluate(installed);
  const names = await page.evaluate((one) => globalThis.asked.names(one), most < Infinity);
  const first = [...Map.groupBy(names, patternOf).values()].map(([name]) => name!);
  const changed: string[] = [];
  const refused: string[] = [];
  const wrong: string[] = [];
  const whole = (await said(db, part, slug)) as JsonObject;
  const pace = Math.max(1, Math.ceil(first.length / most));
  for (const name of first.filter((_, i) => i % pace === 0)) {
    const isSaved = await page.evaluate((one) => globalThis.asked.change(one), name);
    if (!isSaved) {
      refused.push(name);
      continue;
    }
    changed.push(name);
    const odd = differing(whole, (await said(db, part, slug)) as JsonObject).filter(
      (path) => !isOf(part, name, path),
    );
    if (odd.length > 0) wrong.push(`${name} changed ${odd.join(", ")}`);
    await page.evaluate(() => globalThis.asked.back());
    const again = (await said(db, part, slug)) as JsonObject;
    if (canonical(again) !== canonical(whole))
      wrong.push(`${name} did not come back: ${differing(whole, again).join(", ")}`);
  }
  return { changed, refused, wrong };
}

/** Where two values differ: `sources.0.title`. */
function differing(one: unknown, other: unknown, at = ""): string[] {
  if (one === other) return [];
  const isBoth = [one, other].every((value) => typeof value === "object" && value !== null);
  if (!isBoth) return [at];
  const [a, b] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differing(a[key], b[key], at === "" ? key : `${at}.${key}`),
  );
}

/** Whether this place of the file is what the field says; of a text with exercises in it, how it was written as well. */
function isOf(part: FolderPart, name: string, path: string): boolean {
  const known = new Set(everyField(shapeOf(part)).map(({ at }) => at));
  const keys = name.split(".");
  let field = name;
  while (!known.has(patternOf(field)) && keys.length > 1) {
    keys.pop();
    field = keys.join(".");
  }
  // How many rows fit is counted anew when other columns of a table are read.
  if (name.startsWith("mapping.") && ["rows", "leftOut"].includes(path)) return true;
  if (path.endsWith(".written")) return name.startsWith(path.slice(0, -"written".length));
  return path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`);
}

declare global {
  var asked: {
    /** @param isFilled only those that hold something: an empty one seldom fits alone */
    names(isFilled: boolean): string[];
    /** With a value that is taken; whether there is one. */
    change(name: string): Promise<boolean>;
    /** As it came. */
    back(): Promise<boolean>;
  };
}

/** In the page: its form as a browser sends it, with one field changed, sent again and again without leaving it. */
function installed(): void {
  type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const form = document.querySelector<HTMLFormElement>("form.telling")!;
  const fields = [...form.elements].filter(
    (one): one is Typed =>
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement ||
      (one instanceof HTMLInputElement && !["hidden", "file", "submit"].includes(one.type)),
  );
  const tick = (one: Typed) =>
    one instanceof HTMLInputElement && ["checkbox", "radio"].includes(one.type) ? one : undefined;
  const base = form.querySelector<HTMLInputElement>('input[name="base"]')!;
  const send = async (): Promise<boolean> => {
    const answer = await fetch(location.pathname, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.redirected) return false;
    base.value = page.querySelector<HTMLInputElement>('form.telling input[name="base"]')!.value;
    return true;
  };
  const others = (one: Typed): string[] => {
    const now = one.value;
    if (one instanceof HTMLSelectElement)
      return [...one.options].map(({ value }) => value).filter((v) => v !== now && v !== "");
    if (one instanceof HTMLTextAreaElement)
      return [
        `${now}\n\nOne more line.\n  - and another`,
        `${now}\nOne more line.`,
        `${now} More.`,
      ];
    if (one.type === "date")
      return [new Date(Date.parse(now || "2026-01-02") - 86_400_000).toISOString().slice(0, 10)];
    if (one.type === "url") return [`${now || "https://example.org/"}x`];
    if (one.hasAttribute("list") && one.list?.id.startsWith("names-"))
      return [...one.list.options].map(({ value }) => value).filter((value) => value !== now);
    const number = Number(now);
    return [
      ...(now !== "" && Number.isFinite(number) ? [String(number - 1), String(number + 1)] : []),
      ...(/^\d{4}/.test(now) ? [`${now.slice(0, 4)}-01`, `${now.slice(0, 4)}-12`] : []),
      `${now} more`.trim(),
      "0.5",
      "2026-01",
      "-15.5, 28.25",
    ];
  };
  globalThis.asked = {
    names: (isFilled) =>
      fields
        .filter((one) => !isFilled || (tick(one)?.checked ?? one.value !== ""))
        .map(({ name }) => name),
    async change(name) {
      const one = fields.find((field) => field.name === name)!;
      const ticked = tick(one);
      if (ticked) {
        ticked.checked = !ticked.checked;
        const isSaved = await send();
        ticked.checked = !ticked.checked;
        return isSaved;
      }
      const now = one.value;
      for (const value of others(one).slice(0, 8)) {
        one.value = value;
        const isSaved = await send();
        one.value = now;
        if (isSaved) return true;
      }
      return false;
    },
    back: send,
  };
}
