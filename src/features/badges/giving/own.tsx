/**
 * The badge of whoever sits at a browser of a class: its code to take a photo of, its file, its certificate. It lies below the
 * pages of the class, as the cookie that says who sits there is sent to these alone. Rule BA15.
 */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { inPublic, type PublicVisit } from "../../../platform/web/handler.ts";
import { unkeptPage, type Reply } from "../../../platform/web/reply.ts";
import { seatOf, type Seat } from "../../classes/api.ts";
import { OwnMain } from "../pages/own.tsx";
import { askBadges, type GivenBadge } from "../private.ts";
import { wordsIn, type BadgeWords } from "../words.ts";
import { printed } from "./print.ts";

const OWN = "/class/badge";

interface Sitting extends PublicVisit<BadgeWords>, Seat {
  /** Those that stand. */
  readonly badges: readonly GivenBadge[];
}

export function ownAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const at = inPublic(serving, { words: wordsIn, unlisted: true, secret: true });
  const seated = (answer: (sitting: Sitting) => Reply | Promise<Reply>): Extra =>
    at(async (visit) => {
      const seat = await seatOf(serving, visit.req);
      if (!seat) return { to: visit.to("/class") };
      const all = await askBadges(serving.instance.log.private).ofLearner(seat.learner.id);
      return answer({
        ...visit,
        ...seat,
        badges: all.filter(({ withdrawn }) => withdrawn === null),
      });
    });
  return {
    [`GET ${OWN}`]: seated(({ words, to, badges }) => {
      const main = OwnMain({ badges, words, to });
      const { title, foot } = words.own;
      return { page: unkeptPage(words.lang, { title, main, foot }) };
    }),
    [`GET ${OWN}/print`]: seated((visit) => {
      const { learner, badges, to } = visit;
      const [back, backWords] = [to(OWN), ({ own }: BadgeWords) => own.title];
      const learners = [learner];
      return printed({ serving, visit, learners, badges, of: learner.name, back, backWords });
    }),
  };
}
