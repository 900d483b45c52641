/** The room's addresses that are made for one request: showing us a page elsewhere, and saying it in the fediverse. Rules RM3 and RM5. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { comesBack, sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { networkOf } from "../../platform/web/network.ts";
import type { Html } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { conversationWordsIn, intakeOf, NOT_TAKEN } from "../conversation/api.ts";
import { askRemarks } from "../conversation/model.ts";
import { CARD_FIELDS, readCard, type CardProblems, type TypedCard } from "./card.ts";
import { ROOM } from "./queries.ts";
import { ProposeMain } from "./pages/card-form.tsx";
import { FediverseMain } from "./pages/fediverse.tsx";
import { fediverseShare, shareText } from "./sharing.ts";
import { wordsIn, type RoomWords } from "./words.ts";

const LINK = "/conversation/link";

/** One request in its language. */
interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly lang: string;
  readonly words: RoomWords;
  readonly to: (path: string) => string;
}

export function hashtagHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const ask = instance.log.private;
  const intake = intakeOf(serving);

  const visiting =
    (work: (visit: Visit) => Promise<void>): Extra =>
    async (req, res, asked) => {
      const frame = await instance.snapshot(serving.frame);
      const lang = asked.lang ?? frame.language;
      const to = (path: string) => pathIn(frame, lang, path);
      res.setHeader("X-Robots-Tag", "noindex");
      return work({ req, res, asked, frame, lang, words: wordsIn(lang), to });
    };

  function send(
    { req, res, asked, frame, words }: Visit,
    status: number,
    title: string,
    main: Html,
  ) {
    const page = {
      kind: "page",
      uses: {},
      title,
      description: title,
      lang: words.lang,
      current: "/conversation",
      unlisted: true,
      unkept: true,
      main,
    } as const;
    return sendPage(req, res, { status, page, frame, asked });
  }

  function showForm(
    visit: Visit,
    status: number,
    came: {
      readonly typed: TypedCard;
      readonly problems?: CardProblems;
      readonly trouble?: string;
    },
  ): Promise<void> {
    const { frame, words, to } = visit;
    const { send: button, next } = words.card;
    const form = { ...came, frame, words, action: to(LINK), send: button, next };
    return send(visit, status, words.propose, ProposeMain(form));
  }

  const propose = visiting(async (visit) => {
    const { req, res, frame, words, to } = visit;
    const read = await readForm(req, CARD_FIELDS);
    if ("problem" in read)
      return sendUnread(req, res, { status: read.problem.status, frame, asked: visit.asked });
    const typed = read.fields;
    comesBack(req, (status, trouble) => showForm(visit, status, { typed, trouble }));
    if (!isSecret(typed.id))
      return showForm(visit, 422, {
        typed: { ...typed, id: newSecret() },
        trouble: words.card.stale,
      });
    if ((await askRemarks(ask).bySecret(hashOf(typed.id))) !== undefined)
      return seeOther(res, to(`/c/${typed.id}`)); // sent twice: the first one stands
    const today = dayAt(now());
    const fits = readCard(typed, { frame, words, today });
    if ("problems" in fits) return showForm(visit, 422, { typed, problems: fits.problems });
    if (!serving.budgets.take("report", req)) {
      res.setHeader("Retry-After", "3600");
      return showForm(visit, 429, { typed, trouble: words.card.busy });
    }
    const taken = await intake.take(fits.said, networkOf(req));
    if ("not" in taken) {
      if (taken.not === "slow") res.setHeader("Retry-After", "900");
      const trouble = conversationWordsIn(visit.lang).form[taken.not];
      return showForm(visit, NOT_TAKEN[taken.not], { typed, trouble });
    }
    return seeOther(res, to(`/c/${typed.id}`));
  });

  /** It leads nowhere by itself: a page that sends readers to any address is what swindlers look for. */
  const share = visiting(async (visit) => {
    const { asked, frame, words, to } = visit;
    const server = (asked.search.get("server") ?? "").slice(0, 300);
    const text = shareText(frame, to("/conversation"));
    const open = fediverseShare(server, text);
    const status = server !== "" && open === undefined ? 422 : 200;
    const main = FediverseMain({ text, server, open, words, to });
    return send(visit, status, words.share.fediverse, main);
  });

  return {
    [`GET ${LINK}`]: visiting((visit) =>
      showForm(visit, 200, { typed: { id: newSecret(), about: ROOM } }),
    ),
    [`POST ${LINK}`]: propose,
    "GET /conversation/share": share,
  };
}

function seeOther(res: ServerResponse, path: string): void {
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(303, { Location: path, "Content-Length": "0" });
  res.end();
}
