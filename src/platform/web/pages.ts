/** From an address to a rendered answer: finds the route, asks it in one snapshot, puts its page into the document. */
import { html } from "hono/html";
import type { Db } from "../db/store.ts";
import { unmarked } from "../words/fallback.ts";
import { withEnglish } from "../words/with-english.ts";
import { keyOf } from "./address.ts";
import { openAsking, type AskingOptions } from "./asking.ts";
import { cardOf } from "./cards.ts";
import { chromeIn } from "./chrome.ts";
import { pathIn, pathWithout, type Frame } from "./frame.ts";
import type { Fault } from "./failure.ts";
import { HTML } from "./headers.ts";
import type { Place } from "./head.ts";
import { nameOf, openRoutes, type Match, type Routes } from "./match.ts";
import type { Answer, Page, Route, Uses } from "./route.ts";
import { documentOf, tonguesOf } from "./shell.tsx";
import { withoutNames } from "./hidden-names.ts";
import { compressFast, contentTag, weigh } from "./weigh.ts";
import { STORY_BUDGET, wireBytes } from "./wire.ts";
import type { About } from "./cache-entry.ts";

interface Rendered {
  readonly about: About;
  readonly uses: Uses;
  readonly bytes: Buffer;
}

interface PagesOptions extends AskingOptions {
  readonly routes: readonly Route[];
  /** The subject that stood at this path, without its language, and was taken back. */
  readonly takenBack?: ((db: Db, path: string) => Promise<string | undefined>) | undefined;
}

export interface Pages extends Pick<Routes, "match"> {
  /** `undefined` when the route has nothing at this address; another match where that one is answered. */
  render(
    db: Db,
    match: Match,
    today: string,
  ): Promise<Rendered | { readonly instead: Match } | undefined>;
}

const COMPRESSIBLE = /^text\/|[/+](?:json|xml|yaml|csv|javascript|feed)\b/;

export function createPages(options: PagesOptions): Pages {
  const routes = openRoutes(options.routes, options.dev);
  const ask = openAsking(options, routes, async ({ db, frame }, { key, lang }) => {
    const [path = ""] = pathWithout(frame, lang, key).split("?");
    const subject = await options.takenBack?.(db, path);
    if (subject === undefined) return undefined;
    return gonePage(lang, { subjects: [subject], projections: ["addresses"] });
  });

  return {
    match: routes.match,
    async render(plain, match, today) {
      const { answer, frame, uses, until } = await ask(plain, match, today);
      if (match.route && !answer) return undefined;
      if (answer?.kind === "instead") return { instead: insteadOf(match, answer.query) };
      const common = {
        day: today,
        until,
        best: false,
        style: "",
        script: false,
        location: "",
        weightAt: -1,
      };
      const all = { uses: merged(uses) };
      if (answer?.kind === "redirect")
        return { ...all, ...redirect(answer.to, match, frame, common) };
      if (answer?.kind === "file")
        return { ...all, ...file(withoutNames(answer, frame.hidden), match.key, common) };
      const page = answer ?? notePage(match.lang, "lost");
      const place = { frame, lang: match.lang, ...(answer && { path: match.key }) };
      const tongues = tonguesOf(page, place);
      const whole = await documentOf(page, await withOffer(page, place, match.offered));
      const written = withoutNames(whole, frame.hidden);
      const card = match.offered === undefined ? cardOf(page, frame, match.lang) : undefined;
      const { br, at } = weigh(written.before, written.after);
      const about = {
        ...common,
        key: nameOf(match),
        status: page.gone ? 410 : answer ? 200 : 404,
        type: HTML,
        tag: contentTag(written.before, written.after),
        style: written.style,
        script: page.script !== undefined,
        ...(page.unkept && { unkept: page.unkept }),
        ...(tongues !== "" && { tongues }),
        ...(card && { card }),
        coding: "br" as const,
        weightAt: at,
      };
      return { ...all, about, bytes: br };
    },
  };
}

function insteadOf(match: Match, query: Match["query"]): Match {
  const key = keyOf(match.key.split("?")[0]!, query);
  if (key.length >= match.key.length)
    throw new RangeError("Expected fewer parameters than were asked for, got as many.");
  return { ...match, key, query };
}

/** An offer is not worth a second round trip: what fits in one answer without it is shown without it. */
async function withOffer(page: Page, place: Place, offered: string | undefined): Promise<Place> {
  if (offered === undefined) return place;
  const whole = { ...place, offered };
  const isLast =
    (await wireBytes(page, whole)) > STORY_BUDGET && (await wireBytes(page, place)) <= STORY_BUDGET;
  return isLast ? place : whole;
}

/** Where something stood that was taken back. */
export const gonePage = (lang: string, uses: Uses): Page => ({
  ...notePage(lang, "lost"),
  uses,
  gone: true,
  unlisted: true,
});

/** A page that says what went wrong, in the look of all others. */
export function notePage(lang: string, about: "lost" | Fault["about"]): Page {
  const words = chromeIn(lang);
  return sentencesPage(lang, words[about], [words[`${about}Hint`]]);
}

/** A title and what there is to say, the first sentence in its place. */
export function sentencesPage(
  lang: string,
  title: string,
  [first, ...others]: readonly [string, ...string[]],
): Page {
  return {
    kind: "page",
    uses: {},
    title,
    description: first,
    lang: chromeIn(lang).lang,
    main: html`<header class="head tight">
      <h1>${title}</h1>
      <p class="stand">${first}</p>
      ${others.map((one) => html`<p>${one}</p>`)}
    </header>`,
  };
}

type Made = Omit<Rendered, "uses">;
type Common = Pick<About, "day" | "until" | "best" | "style" | "script" | "location" | "weightAt">;

function redirect(to: string, match: Match, frame: Frame, common: Common): Made {
  if (!/^\/(?![/\\])[\u0021-\u007e]*$/.test(to))
    throw new RangeError(`Expected a path of this site to redirect to, got ${JSON.stringify(to)}.`);
  const location = pathIn(frame, match.lang, to);
  const about = {
    ...common,
    key: match.key,
    status: 301,
    type: "text/plain; charset=utf-8",
    location,
  };
  return {
    about: { ...about, tag: contentTag(location), coding: "identity" },
    bytes: Buffer.alloc(0),
  };
}

function file(answer: Extract<Answer, { kind: "file" }>, key: string, common: Common): Made {
  const bytes =
    typeof answer.body === "string"
      ? Buffer.from(said(answer.type, answer.body))
      : Buffer.from(answer.body);
  const coding = COMPRESSIBLE.test(answer.type) ? "br" : "identity";
  const about = {
    ...common,
    key,
    status: answer.status ?? 200,
    type: answer.type,
    tag: contentTag(bytes),
    coding,
  } as const;
  return { about, bytes: coding === "br" ? compressFast(bytes) : bytes };
}

/** English among words of another language is marked where it can be. */
const said = (type: string, text: string): string =>
  type.startsWith("text/html") ? withEnglish(text) : unmarked(text);

function merged(all: readonly Uses[]): Uses {
  const of = (name: keyof Uses) => [...new Set(all.flatMap((uses) => uses[name] ?? []))].toSorted();
  return { subjects: of("subjects"), projections: of("projections") };
}
