/** One request of a learner, and a page for it: nobody keeps a copy, finds it by searching, or hears of its address. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { inPublic, type PublicVisit } from "../../../platform/web/handler.ts";
import { isOwnForm } from "../../../platform/web/own-form.ts";
import { unkeptPage, type PageReply, type Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Frame } from "./pages/parts.tsx";
import { learnScript } from "./script.ts";
import { seatOf, type Seat } from "./seat.ts";
import { learnWordsIn, type LearnWords } from "./words.ts";

export type Visit = PublicVisit<LearnWords>;
export type Seated = Visit & Seat;

// Other sites learn nothing of its address as it is; with `no-referrer` its forms would come without their origin, and over the
// plain http of a classroom nothing else says whose they are.
export const visitors = (serving: Serving) =>
  inPublic(serving, { words: learnWordsIn, unlisted: true });

/** Declares the address of a page for whoever sits there; anybody else is asked for a card. */
export function seated(serving: Serving, answer: (visit: Seated) => Reply | Promise<Reply>): Extra {
  return visitors(serving)(async (visit) => {
    const seat = await seatOf(serving, visit.req);
    return seat ? answer({ ...visit, ...seat }) : closed(visit);
  });
}

/** Their card was closed meanwhile, or was never opened. */
export const closed = ({ req, to }: Visit): Reply => ({
  to: to(req.headers.cookie?.includes("cnd_class=") ? "/class?closed" : "/class"),
});

export function pageOf(
  visit: Visit,
  about: { readonly title: string; readonly main: Html; readonly seat?: Seat | undefined },
): PageReply {
  const { words, to } = visit;
  const { title, main, seat } = about;
  return {
    page: unkeptPage(words.lang, {
      title,
      main: Frame({ words, to, seat, children: main }),
      script: learnScript.path,
      foot: words.foot,
    }),
  };
}

/** A form that another site sends: it would sit somebody at a card that is not theirs. */
export const isForeign = ({ req, frame }: Pick<Visit, "req" | "frame">): boolean =>
  !isOwnForm(req, frame.base);
