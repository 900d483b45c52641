/** The addresses of telling and taking back that are no pages: each form fresh, what is posted, files in pieces. */
import type { Serving } from "../../platform/feature.ts";
import { askConsents } from "./private/consents.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, type Fields } from "../../platform/web/handler.ts";
import { lost, tooOften, type PageReply, type Reply } from "../../platform/web/reply.ts";
import type { Page } from "../../platform/web/route.ts";
import { agreeHandlers } from "./agree.ts";
import { begunBy, CHANGED, filesOf, hereOf, LOOK, ofUpload, stepAt } from "./begun.ts";
import { KEPT_UNSENT, SIGNING, TELL } from "./bounds.ts";
import { CLIPS, sendLibrary } from "./clips.ts";
import { hashOfCode, readCode } from "../../platform/sent/code.ts";
import { endAgreed } from "./end-agreed.ts";
import { bookCalled, handedOver } from "./handed-over.ts";
import { onStep, STEPS, type Step } from "./form.ts";
import { knownAt } from "./keep.ts";
import { WithdrawMain, WithdrawnByCode, type Withdrawing } from "./pages/withdraw.tsx";
import { receiver, type TellVisit } from "./receive.ts";
import { tellPage } from "./routes.ts";
import { SEEN, seenByDesk } from "./files-at-desk.ts";
import { storeOf } from "./store-of.ts";
import { bookIn, readContribution } from "./read-form.ts";
import { uploadHandlers } from "./tus.ts";
import { untilIn } from "./until.ts";
import { wordsIn } from "./words.ts";

export function contributionHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const store = storeOf(serving);
  const { instance } = serving;
  const ask = instance.log.private;
  const at = inPublic(serving, { words: wordsIn });
  // The address is the secret. Other sites learn nothing of it as it is; with `no-referrer` the form would come without its
  // origin, and over plain http nothing else says whose it is.
  const unlisted = inPublic(serving, { words: wordsIn, unlisted: true });

  /** The step of a story that was begun, for whoever has its secret. */
  async function goOn(visit: TellVisit, step: Step): Promise<Reply> {
    const { params, search, words, today, to } = visit;
    const { secret = "" } = params;
    const begun = isSecret(secret) ? await begunBy(store, secret) : undefined;
    if (begun) {
      const files = hereOf(await filesOf(ask, hashOf(secret)));
      const until = untilIn(today);
      const typed = {
        ...(step === "agree" ? until : { until: until["p0-until"]! }),
        ...(begun.typed["near"] !== undefined && { place: begun.typed["near"] }),
        ...begun.typed,
        id: secret,
      };
      const { book } = bookIn(typed);
      const called = book === undefined ? undefined : (await bookCalled(serving, book))?.name;
      const form = { step, typed, files, until: begun.until, called };
      const read = readContribution(typed, files.map(ofUpload), today, words);
      const problems = search.has(LOOK) && "problems" in read ? onStep(step, read.problems) : {};
      const trouble = search.has(CHANGED) && words.refused.changed;
      return { page: tellPage({ ...form, problems, ...(trouble && { trouble }) }, visit) };
    }
    if (isSecret(secret) && (await knownAt(serving, secret))) return { to: to(`/o/${secret}`) };
    const form = { step: "tell", typed: { id: newSecret() }, trouble: words.forgotten } as const;
    return { status: 404, page: tellPage(form, visit), opens: TELL };
  }

  async function withdraw(visit: TellVisit & Fields<"code" | "sure">): Promise<Reply> {
    const { req, words, fields } = visit;
    const { code: typed, sure } = fields;
    const back = (status: number, problem: string): PageReply => ({
      status,
      page: withdrawPage({ code: typed, problem }, visit),
    });
    visit.comesBack(back);
    const { unsure, busy, unknown } = words.withdraw;
    if (sure !== "yes") return back(422, unsure);
    if (!serving.budgets.take("guess", req)) return tooOften(back(429, busy));
    const code = readCode(typed);
    const found = code && (await askConsents(ask).byCode(await hashOfCode(code)));
    if (!found) return back(422, unknown);
    await endAgreed(serving, found);
    await store.sweep(serving.clock.aged() - KEPT_UNSENT);
    return { page: { ...withdrawPage({}, visit), main: WithdrawnByCode(visit) } };
  }

  return {
    [`GET ${TELL}`]: at(async (visit) => {
      const { near, programme, called } = await handedOver(serving, visit);
      const typed = { id: newSecret(), ...near, ...programme };
      const form = { step: "tell", typed, called } as const;
      return { page: tellPage(form, visit), place: placeOf(visit) };
    }),
    [`GET ${SIGNING.path}/:book`]: at(async (visit) => {
      const { book = "" } = visit.params;
      const found = await bookCalled(serving, book);
      if (!found) return lost(visit);
      const typed = { id: newSecret(), book: found.slug };
      const form = { step: "tell", typed, called: found.name } as const;
      return { page: tellPage(form, visit), place: placeOf(visit) };
    }),
    ...Object.fromEntries(
      STEPS.map((step): [string, Extra] => [
        `GET ${stepAt(step, ":secret")}`,
        unlisted((visit) => goOn(visit, step)),
      ]),
    ),
    [`POST ${TELL}`]: at(receiver(serving, store)),
    ...uploadHandlers(serving, store),
    [`GET ${CLIPS}/*`]: sendLibrary,
    [`GET ${SEEN}/:id`]: seenByDesk(serving, store),
    "GET /withdraw": at((visit) => ({ page: withdrawPage({}, visit), place: placeOf(visit) })),
    "POST /withdraw": at(["code", "sure"], withdraw),
    ...agreeHandlers(serving),
  };
}

/** Other languages have the page, too. */
const placeOf = ({ lang, path, to }: TellVisit) => ({ lang, path: to(path) });

const withdrawPage = (about: Withdrawing, visit: TellVisit): Page => ({
  kind: "page",
  uses: {},
  title: visit.words.withdraw.title,
  description: visit.words.withdraw.description,
  lang: visit.words.lang,
  current: "/take-part",
  unkept: true,
  main: WithdrawMain({ ...about, ...visit }),
});
