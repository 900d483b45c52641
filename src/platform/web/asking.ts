/** What the route of an address says in one snapshot, and all that its answer rests on. */
import type { Db } from "../db/store.ts";
import type { ReadMedia } from "../log/projection.ts";
import type { Frame } from "./frame.ts";
import type { Match, Routes } from "./match.ts";
import type { Answer, PageRequest, Related, Uses } from "./route.ts";

/** Which sections another feature has about a subject. */
export type RelatedHook = (request: PageRequest, subject: string) => Promise<Related | undefined>;

export interface AskingOptions {
  readonly related: readonly RelatedHook[];
  readonly frame: (db: Db) => Promise<Frame>;
  /** What every page rests on through its frame. */
  readonly frameUses: Uses;
  /** A handle that speaks this language, where the campaign's texts are in it. */
  readonly speaking?: ((db: Db, lang: string, own: string) => Promise<Db>) | undefined;
  readonly dev: boolean;
  /** Absent where no page needs what a file holds. */
  readonly readMedia?: ReadMedia | undefined;
  /** A version text of what these uses touch, read in the given snapshot. */
  readonly freshness: (db: Db, uses: Uses) => Promise<string>;
}

/** What a route says, and all that it rests on. */
interface Answered {
  readonly answer: Answer;
  readonly frame: Frame;
  readonly uses: readonly Uses[];
  /** The first UTC day on which it reads differently without any new record; empty where there is none. */
  readonly until: string;
}

/** While somebody is hidden, whether a page says their name rests on who else bears it. */
const NAMESAKES: Uses = { projections: ["people", "called"] };

/** @param gone says what stands at an address at which no route has anything */
export function openAsking(
  options: AskingOptions,
  { routeAt }: Routes,
  gone: (request: PageRequest, match: Match) => Promise<Answer | undefined>,
): (db: Db, match: Match, today: string) => Promise<Answered> {
  const remember = remembering(options);

  return async (plain, match, today) => {
    let [db, frame] = [plain, await options.frame(plain)];
    if (match.lang !== frame.language && !match.route?.inOwnWords && options.speaking)
      db = await options.speaking(plain, match.lang, frame.language);
    if (db !== plain) frame = await options.frame(db);
    const uses: Uses[] = [options.frameUses, ...(frame.hidden ? [NAMESAKES] : [])];
    const untils: string[] = [];
    const restOn = (part: { readonly uses: Uses; readonly until?: string }) => {
      uses.push(part.uses);
      if (part.until !== undefined) untils.push(part.until);
    };
    const request: PageRequest = {
      db,
      frame: match.query["dir"] === "rtl" && options.dev ? { ...frame, dir: "rtl" } : frame,
      params: match.params,
      query: match.query,
      lang: match.lang,
      today,
      remember: (name, rests, work) => remember(db, today, name, rests, work),
      readMedia: options.readMedia ?? (async () => undefined),
      async related(subject) {
        const found: Related[] = [];
        for (const hook of options.related) {
          const section = await hook(request, subject); // one after the other: they share one snapshot
          if (!section) continue;
          found.push(section);
          restOn(section);
        }
        return found;
      },
      async pageAt(path) {
        const answerAt = async (at: string) => {
          const found = routeAt(at);
          return found?.value.answer({ ...request, params: found.params, query: {} });
        };
        const first = await answerAt(path);
        const there =
          first?.kind === "redirect" ? await answerAt(first.to.split(/[?#]/)[0]!) : first;
        if (there?.kind !== "page" || there.gone) return undefined;
        restOn(there);
        return there;
      },
    };
    const answer =
      match.route && ((await match.route.answer(request)) ?? (await gone(request, match)));
    if (answer) restOn(answer);
    return { answer, frame: request.frame, uses, until: untils.toSorted()[0] ?? "" };
  };
}

/** What was worked out for a page stays until what it rests on changes. */
function remembering({ freshness }: AskingOptions) {
  const remembered = new Map<string, { readonly version: string; readonly value: unknown }>();
  return async function remember<T>(
    db: Db,
    today: string,
    name: string,
    rests: Uses,
    work: () => Promise<T>,
  ): Promise<T> {
    const version = `${today} ${await freshness(db, rests)}`;
    const known = remembered.get(name);
    if (known?.version === version) return known.value as T;
    const value = await work();
    remembered.set(name, { version, value });
    return value;
  };
}
