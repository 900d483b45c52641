/** The room's addresses that are made for one request: showing us a page elsewhere, and saying it in the fediverse. Rules RM3 and RM5. */
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { networkOf } from "../../platform/web/network.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import type { Html } from "../../platform/web/route.ts";
import { conversationWordsIn, intakeOf, NOT_TAKEN } from "../conversation/api.ts";
import { askRemarks } from "../conversation/model.ts";
import { CARD_FIELDS, readCard, type CardProblems, type TypedCard } from "./card.ts";
import { HASHTAG } from "./queries.ts";
import { ProposeMain } from "./pages/card-form.tsx";
import { FediverseMain } from "./pages/fediverse.tsx";
import { fediverseShare, shareText } from "./sharing.ts";
import { wordsIn, type HashtagWords } from "./words.ts";

const LINK = "/conversation/link";
type Visit = PublicVisit<HashtagWords>;

export function hashtagHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const ask = serving.instance.log.private;
  const intake = intakeOf(serving);
  const at = inPublic(serving, { words: wordsIn, unlisted: true });

  async function propose(visit: Visit & Fields<(typeof CARD_FIELDS)[number]>): Promise<Reply> {
    const { req, frame, lang, words, to, today, fields: typed } = visit;
    visit.comesBack((status, trouble) => form(visit, { typed, trouble }, status));
    if (!isSecret(typed.id)) {
      const fresh = { ...typed, id: newSecret() };
      return form(visit, { typed: fresh, trouble: words.card.stale }, 422);
    }
    if ((await askRemarks(ask).bySecret(hashOf(typed.id))) !== undefined)
      return { to: to(`/c/${typed.id}`) }; // sent twice: the first one stands
    const fits = readCard(typed, { frame, words, today });
    if ("problems" in fits) return form(visit, { typed, problems: fits.problems }, 422);
    if (!serving.budgets.take("report", req))
      return tooOften(form(visit, { typed, trouble: words.card.busy }));
    const taken = await intake.take(fits.said, networkOf(req));
    if (!("not" in taken)) return { to: to(`/c/${typed.id}`) };
    const trouble = conversationWordsIn(lang).form[taken.not];
    const again = form(visit, { typed, trouble }, NOT_TAKEN[taken.not]);
    return taken.not === "slow" ? tooOften(again, 900) : again;
  }

  return {
    [`GET ${LINK}`]: at((visit) => form(visit, { typed: { id: newSecret(), about: HASHTAG } })),
    [`POST ${LINK}`]: at(CARD_FIELDS, propose),
    "GET /conversation/share": at(share),
  };
}

interface Came {
  readonly typed: TypedCard;
  readonly problems?: CardProblems;
  readonly trouble?: string;
}
function form({ frame, words, to }: Visit, came: Came, status = 200): PageReply {
  const { send, next } = words.card;
  const main = ProposeMain({ ...came, frame, words, action: to(LINK), send, next });
  return { status, page: pageOf(words, words.propose, main) };
}

/** It leads nowhere by itself: a page that sends readers to any address is what swindlers look for. */
function share({ search, frame, words, to }: Visit): Reply {
  const server = (search.get("server") ?? "").slice(0, 300);
  const text = shareText(frame, to("/conversation"));
  const open = fediverseShare(server, text);
  const main = FediverseMain({ text, server, open, words, to });
  const status = server !== "" && open === undefined ? 422 : 200;
  return { status, page: pageOf(words, words.share.fediverse, main) };
}

const pageOf = ({ lang }: HashtagWords, title: string, main: Html) =>
  unkeptPage(lang, { title, main, current: "/conversation" });
