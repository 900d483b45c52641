/**
 * How an address is declared that is made for one request, in public and at the desk: what it reads, and what it answers, as a
 * value. For example `"POST /letter/sign": at(["name"], async ({ fields, to }) => ({ to: to("/letter") }))`.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Db } from "../db/store.ts";
import { comesBack } from "./comes-back.ts";
import type { Asked, Extra } from "./extra.ts";
import { readForm } from "./form-body.ts";
import { pathIn, type Frame } from "./frame.ts";
import { inTurn } from "./in-turn.ts";
import { lost, sendPlain, sendReply, type PlainReply, type Reply } from "./reply.ts";

/** One request, in its language. */
export interface Visit extends Omit<Asked, "lang"> {
  readonly req: IncomingMessage;
  readonly frame: Frame;
  readonly lang: string;
}

type Answer<V> = (visit: V) => Reply | Promise<Reply>;
export interface Fields<N extends string> {
  readonly fields: Readonly<Record<N, string>>;
}
/**
 * The fields of a form; another one, or one twice, is refused. @param most bytes, where it takes a long text
 * @param rows how the names of fields begin of which it has as many as are needed
 */
type Reads<N extends string> =
  | readonly N[]
  | { readonly fields: readonly N[]; readonly most?: number; readonly rows?: readonly string[] };
/** What is done at an address: an answer, after the fields of its form were read where it has one. */
export type Work<V, N extends string = string> =
  | readonly [Answer<V>]
  | readonly [Reads<N>, Answer<V & Fields<N>>];
/** Declares an address: what it needs to know before, then its work. */
export interface Declares<Before extends readonly unknown[], V> {
  (...args: [...Before, answer: Answer<V>]): Extra;
  <const N extends string>(
    ...args: [...Before, reads: Reads<N>, answer: Answer<V & Fields<N>>]
  ): Extra;
}

export async function answerTo<V extends Visit, N extends string>(
  visit: V,
  work: Work<V, N>,
): Promise<Reply> {
  if (work.length === 1) return work[0](visit);
  const [reads, answer] = work;
  const { fields, most, rows } =
    "fields" in reads ? reads : { fields: reads, most: undefined, rows: undefined };
  const form = await readForm(visit.req, fields, most, rows);
  return "problem" in form ? { unread: form.problem } : answer({ ...visit, fields: form.fields });
}

/** A request of a program, in no language. */
export interface Plain extends Asked {
  readonly req: IncomingMessage;
  /** For what holds a place while it lasts, and for nothing else: what is answered is returned. */
  readonly res: ServerResponse;
}
export const plainly =
  (answer: (visit: Plain) => PlainReply | Promise<PlainReply>): Extra =>
  async (req, res, asked) =>
    sendPlain(res, await answer({ ...asked, req, res }));

/** A request of anybody, in public. */
export interface PublicVisit<Words> extends Visit {
  /** Of the feature. */
  readonly words: Words;
  /** In UTC, `2026-11-24`. */
  readonly today: string;
  /** For files that come in with a form, and for nothing else: what is answered is returned. */
  readonly res: ServerResponse;
  /** A path of the site in the language that was asked for. */
  readonly to: (path: string) => string;
  /** What was typed is read: whatever fails from now on, it is answered so. @param way why nothing was kept */
  readonly comesBack: (way: (status: number, trouble: string) => Reply | Promise<Reply>) => void;
}

export interface PublicOptions<Words> {
  readonly words: (lang: string) => Words;
  /** No search engine shows them. */
  readonly unlisted?: true;
  /** Nor does another site hear of them: whoever knows the address may do what it offers. */
  readonly secret?: true;
  /** The language, where the path names none; the campaign's own without it. */
  readonly langOf?: (frame: Frame, search: URLSearchParams) => string | undefined;
}
interface Answers {
  readonly instance: { readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T> };
  /** @param lang in which its words are, where the campaign has them in it; its own without it */
  readonly frame: (db: Db, lang?: string) => Promise<Frame>;
  readonly now: () => number;
}

/** The public addresses of a feature. */
export function inPublic<Words>(
  { instance, frame: frameOf, now }: Answers,
  { words, unlisted, secret, langOf }: PublicOptions<Words>,
): Declares<[], PublicVisit<Words>> {
  return (...work: Work<PublicVisit<Words>>): Extra =>
    async (req, res, { lang: asked, ...rest }) => {
      const frame = await instance.snapshot(frameOf);
      const lang = asked ?? langOf?.(frame, rest.search) ?? frame.language;
      const inLanguage = (db: Db) => frameOf(db, lang);
      const send = async (reply: Reply) => {
        if (secret) res.setHeader("Referrer-Policy", "no-referrer");
        if (unlisted || secret) res.setHeader("X-Robots-Tag", "noindex");
        // Whoever knows a secret address reads there what they wrote themselves.
        const hidden = secret ? [] : frame.hidden;
        const around = lang === frame.language ? frame : await instance.snapshot(inLanguage);
        return sendReply(req, res, { frame: around, lang, opens: rest.opens, hidden }, reply);
      };
      const visit: PublicVisit<Words> = {
        ...rest,
        req,
        res,
        frame,
        lang,
        words: words(lang),
        today: dayAt(now()),
        to: (path) => pathIn(frame, lang, path),
        comesBack: (way) => comesBack(req, async (...why) => send(await way(...why))),
      };
      if (req.method !== "GET" && req.method !== "HEAD") return send(await answerTo(visit, work));
      // What is asked for is worked out in its turn; bytes that go out as a line takes them are none of it.
      const reply = await inTurn(req, res, async () => {
        const found = await answerTo(visit, work);
        if (!("page" in found)) return found;
        await send(found);
        return undefined;
      });
      if (reply) await send(reply);
    };
}

/** Addresses that stand on something; where it is not there, nothing stands at them. */
export const needing =
  <V extends Visit, More extends object>(
    at: Declares<[], V>,
    find: (visit: V) => Promise<More | undefined>,
  ): Declares<[], V & More> =>
  (...work: Work<V & More>) =>
    at(async (visit) => {
      const more = await find(visit);
      return more ? answerTo({ ...visit, ...more }, work) : lost(visit);
    });
