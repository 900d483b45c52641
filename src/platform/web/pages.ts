/** From an address to a rendered answer: finds the route, asks it in one snapshot, puts its page into the document. */
import { html } from "hono/html";
import { TrieRouter } from "hono/router/trie-router";
import type { Db } from "../db/store.ts";
import type { ReadMedia } from "../log/projection.ts";
import { unmarked } from "../words/fallback.ts";
import { withEnglish } from "../words/with-english.ts";
import { allowedQuery, keyOf } from "./address.ts";
import { cardOf } from "./cards.ts";
import { chromeIn } from "./chrome.ts";
import { pathIn, pathWithout, type Frame } from "./frame.ts";
import type { Fault } from "./failure.ts";
import { HTML } from "./headers.ts";
import type { Answer, Page, PageRequest, Related, Route, Uses } from "./route.ts";
import { documentOf, tonguesOf, type Place } from "./shell.tsx";
import { compressFast, contentTag, weigh } from "./weigh.ts";
import { STORY_BUDGET, wireBytes } from "./wire.ts";
import type { About } from "./cache.ts";

/** Which sections another feature has about a subject. */
export type RelatedHook = (request: PageRequest, subject: string) => Promise<Related | undefined>;

export interface Match {
  /** The one address of the answer: path and the parameters that count. */
  readonly key: string;
  readonly lang: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** Absent where no route leads. */
  readonly route?: Route;
  /** The page stands elsewhere: `/en/stories` where English is the campaign's own language. */
  readonly moved?: string;
  /** The language in which the page is offered, on a line of its own. */
  readonly offered?: string;
}

/** What an answer is kept under: of a page with an offer not its address alone, which no address can be. */
export const nameOf = ({ key, offered }: Pick<Match, "key" | "offered">): string =>
  offered === undefined ? key : `${key} ${offered}`;

interface Rendered {
  readonly about: About;
  readonly uses: Uses;
  readonly bytes: Buffer;
}

interface PagesOptions {
  readonly routes: readonly Route[];
  readonly related: readonly RelatedHook[];
  readonly frame: (db: Db) => Promise<Frame>;
  /** What every page rests on through its frame. */
  readonly frameUses: Uses;
  /** A handle that speaks this language, where the campaign's texts are in it. */
  readonly speaking?: ((db: Db, lang: string, own: string) => Promise<Db>) | undefined;
  readonly dev: boolean;
  /** Absent where no page needs what a file holds. */
  readonly readMedia?: ReadMedia | undefined;
  /** The subject that stood at this path, without its language, and was taken back. */
  readonly takenBack?: ((db: Db, path: string) => Promise<string | undefined>) | undefined;
  /** A version text of what these uses touch, read in the given snapshot. */
  readonly freshness: (db: Db, uses: Uses) => Promise<string>;
}

export interface Pages {
  match(path: string, search: URLSearchParams, languages: readonly string[]): Match;
  /** `undefined` when the route has nothing at this address. */
  render(db: Db, match: Match, today: string): Promise<Rendered | undefined>;
}

/** What a route says, and all that it rests on. */
interface Answered {
  readonly answer: Answer;
  readonly frame: Frame;
  readonly uses: readonly Uses[];
  /** The first UTC day on which it reads differently without any new record; empty where there is none. */
  readonly until: string;
}

/** What no route leads to; its answer is the page that says so. */
export const lost = (lang: string): Match => ({ key: `404 ${lang}`, lang, query: {}, params: {} });

const COMPRESSIBLE = /^text\/|[/+](?:json|xml|yaml|csv|javascript|feed)\b/;

export function createPages(options: PagesOptions): Pages {
  const router = new TrieRouter<Route>();
  for (const route of options.routes) router.add("GET", route.path, route);

  /** The narrowest route: `/stories/feed` before `/stories/:slug{.+\\.epub}` before `/stories/:slug`. */
  const width = ([route, params]: [Route, Record<string, string>]) =>
    2 * Object.keys(params).length - (route.path.includes("{") ? 1 : 0);
  const routeAt = (path: string) => {
    const [found] = router.match("GET", path) as [[Route, Record<string, string>][]];
    return found.toSorted((a, b) => width(a) - width(b))[0];
  };

  async function goneAt({ db, frame }: PageRequest, { key, lang }: Match) {
    const [path = ""] = pathWithout(frame, lang, key).split("?");
    const subject = await options.takenBack?.(db, path);
    if (subject === undefined) return undefined;
    return gonePage(lang, { subjects: [subject], projections: ["addresses"] });
  }

  const remembered = new Map<string, { readonly version: string; readonly value: unknown }>();

  async function ask(plain: Db, match: Match, today: string): Promise<Answered> {
    let [db, frame] = [plain, await options.frame(plain)];
    if (match.lang !== frame.language && !match.route?.inOwnWords && options.speaking)
      db = await options.speaking(plain, match.lang, frame.language);
    if (db !== plain) frame = await options.frame(db);
    const uses: Uses[] = [options.frameUses];
    const untils: string[] = [];
    const request: PageRequest = {
      db,
      frame: match.query["dir"] === "rtl" && options.dev ? { ...frame, dir: "rtl" } : frame,
      params: match.params,
      query: match.query,
      lang: match.lang,
      today,
      async remember<T>(name: string, rests: Uses, work: () => Promise<T>): Promise<T> {
        const version = `${today} ${await options.freshness(db, rests)}`;
        const known = remembered.get(name);
        if (known?.version === version) return known.value as T;
        const value = await work();
        remembered.set(name, { version, value });
        return value;
      },
      readMedia: options.readMedia ?? (async () => undefined),
      async related(subject) {
        const found: Related[] = [];
        for (const hook of options.related) {
          const section = await hook(request, subject); // one after the other: they share one snapshot
          if (!section) continue;
          found.push(section);
          uses.push(section.uses);
          if (section.until !== undefined) untils.push(section.until);
        }
        return found;
      },
      async pageAt(path) {
        const answerAt = async (at: string) => {
          const [route, params = {}] = routeAt(at) ?? [];
          return route?.answer({ ...request, params, query: {} });
        };
        const first = await answerAt(path);
        const there = first?.kind === "redirect" ? await answerAt(first.to) : first;
        if (there?.kind !== "page" || there.gone) return undefined;
        uses.push(there.uses);
        if (there.until !== undefined) untils.push(there.until);
        return there;
      },
    };
    const answer =
      match.route && ((await match.route.answer(request)) ?? (await goneAt(request, match)));
    if (answer) uses.push(answer.uses);
    if (answer && answer.kind !== "redirect" && answer.until !== undefined)
      untils.push(answer.until);
    return { answer, frame: request.frame, uses, until: untils.toSorted()[0] ?? "" };
  }

  return {
    match(path, search, [own = "en", ...others]) {
      const first = /^\/([A-Za-z0-9-]+)(?=\/|$)/.exec(path)?.[1] ?? "";
      const rest = path.slice(first.length + 1) || "/";
      const moves = first === own && routeAt(rest) !== undefined;
      const prefixed = moves || others.includes(first);
      const lang = others.includes(first) ? first : own;
      const [route, params = {}] = routeAt(prefixed ? rest : path) ?? [];
      if (!route) return lost(lang);
      const names = [...(route.query ?? []), ...(options.dev ? ["dir"] : [])];
      const query = allowedQuery(search, names);
      const key = keyOf(moves ? rest : path, query);
      return { key, lang, query, params, route, ...(moves && { moved: key }) };
    },

    async render(plain, match, today) {
      const { answer, frame, uses, until } = await ask(plain, match, today);
      if (match.route && !answer) return undefined;
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
      if (answer?.kind === "file") return { ...all, ...file(answer, match.key, common) };
      const page = answer ?? notePage(match.lang, "lost");
      const place = { frame, lang: match.lang, ...(answer && { path: match.key }) };
      const tongues = tonguesOf(page, place);
      const written = await documentOf(page, await withOffer(page, place, match.offered));
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
    status: 200,
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
