/** The addresses of telling and taking back that are no pages: each form fresh, what is posted, files in pieces. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { askConsents } from "./private/consents.ts";
import { askSubmissions, hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { comesBack, sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Page } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { tongueOf, type Tongue } from "./asked.ts";
import { begunBy, CHANGED, filesOf, hereOf, LOOK, ofUpload, stepAt } from "./begun.ts";
import { KEPT_UNSENT, TELL } from "./bounds.ts";
import { CLIPS, sendLibrary } from "./clips.ts";
import { hashOfCode, readCode } from "../../platform/sent/code.ts";
import { consentDesk } from "./consents-desk.ts";
import { onStep, STEPS, type Step } from "./form.ts";
import { knownAt } from "./keep.ts";
import { WithdrawMain, WithdrawnByCode, type Withdrawing } from "./pages/withdraw.tsx";
import { receiver } from "./receive.ts";
import { tellPage, untilIn } from "./routes.ts";
import { SEEN, seenByDesk } from "./files-at-desk.ts";
import { storeOf } from "./store-of.ts";
import { readTold } from "./told.ts";
import { uploadDoors } from "./tus.ts";
import { takeBackConsent } from "./withdraw.ts";

export function contributionHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const store = storeOf(serving);
  const { instance, now, speaker } = serving;
  const ask = instance.log.private;

  /** @param path where it stands, for a page that other languages have too */
  async function show(
    req: IncomingMessage,
    res: ServerResponse,
    asked: Asked,
    answer: { readonly status: number; readonly path?: string; page(tongue: Tongue): Page },
  ): Promise<void> {
    const tongue = await tongueOf(serving, asked);
    const { frame, lang, to } = tongue;
    const { status, path } = answer;
    const place = path === undefined ? undefined : { lang, path: to(path) };
    return sendPage(req, res, { status, page: answer.page(tongue), frame, asked, place });
  }

  /** The step of a story that was begun, for whoever has its secret. */
  async function goOn(
    req: IncomingMessage,
    res: ServerResponse,
    { step, asked }: { readonly step: Step; readonly asked: Asked },
  ): Promise<void> {
    // The address is the secret. Other sites learn nothing of it as it is; with `no-referrer` the form would come without its
    // origin, and over plain http nothing else says whose it is.
    res.setHeader("X-Robots-Tag", "noindex");
    const secret = asked.path.slice(stepAt(step, "").length);
    const begun = isSecret(secret) ? await begunBy(store, secret) : undefined;
    if (begun) {
      const files = hereOf(await filesOf(ask, hashOf(secret)));
      const today = dayAt(now());
      const typed = { ...(step === "agree" && untilIn(today)), ...begun.typed, id: secret };
      const form = { step, typed, files, until: begun.until };
      const isLooking = asked.search.has(LOOK);
      const page = (tongue: Tongue) => {
        const read = readTold(typed, files.map(ofUpload), today, tongue.words);
        const problems = isLooking && "problems" in read ? onStep(step, read.problems) : {};
        const trouble = asked.search.has(CHANGED) && tongue.words.refused.changed;
        return tellPage({ ...form, problems, ...(trouble && { trouble }) }, tongue);
      };
      return show(req, res, asked, { status: 200, page });
    }
    if (isSecret(secret) && (await knownAt(serving, secret))) {
      const { to } = await tongueOf(serving, asked);
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(303, { Location: to(`/o/${secret}`), "Content-Length": "0" });
      res.end();
      return;
    }
    const form = (tongue: Tongue) => ({
      step: "tell" as const,
      typed: { id: newSecret() },
      trouble: tongue.words.forgotten,
    });
    return show(req, res, asked, { status: 404, page: (tongue) => tellPage(form(tongue), tongue) });
  }

  return {
    [`GET ${TELL}`]: (req, res, asked) => {
      const form = { step: "tell" as const, typed: { id: newSecret() } };
      const page = (tongue: Tongue) => tellPage(form, tongue);
      return show(req, res, asked, { status: 200, path: TELL, page });
    },
    ...Object.fromEntries(
      STEPS.map((step): [string, Extra] => [
        `GET ${stepAt(step, "*")}`,
        (req, res, asked) => goOn(req, res, { step, asked }),
      ]),
    ),
    [`POST ${TELL}`]: receiver(serving, store),
    ...uploadDoors(serving, store),
    [`GET ${CLIPS}/*`]: sendLibrary,
    [`GET ${SEEN}/*`]: seenByDesk(serving, store),
    ...consentDesk(serving, store),
    "GET /withdraw": (req, res, asked) =>
      show(req, res, asked, { status: 200, path: WITHDRAW, page: (at) => withdrawPage({}, at) }),
    "POST /withdraw": async (req, res, asked) => {
      const form = await readForm(req, ["code", "sure"]);
      const tongue = await tongueOf(serving, asked);
      const { frame } = tongue;
      if ("problem" in form)
        return sendUnread(req, res, { status: form.problem.status, frame, asked });
      const { code: typed, sure } = form.fields;
      const back = (status: number, problem: string) =>
        show(req, res, asked, { status, page: (at) => withdrawPage({ code: typed, problem }, at) });
      comesBack(req, back);
      const again = (status: 422 | 429, why: "unsure" | "busy" | "unknown") =>
        back(status, tongue.words.withdraw[why]);
      if (sure !== "yes") return again(422, "unsure");
      if (!serving.budgets.take("guess", req)) return again(429, "busy");
      const code = readCode(typed);
      const found = code && (await askConsents(ask).byCode(await hashOfCode(code)));
      if (!found) return again(422, "unknown");
      const list = besideData(instance.folder.dir).withdrawn;
      const keeping = (hash: string) => keepWithdrawn(list, hash);
      const desk = { speaker, private: ask, keepWithdrawn: keeping };
      await takeBackConsent(desk, found, async (hashes) => {
        await askSubmissions(ask).forget(hashes);
      });
      await store.sweep(serving.clock.now() - KEPT_UNSENT);
      const page = (at: Tongue) => ({ ...withdrawPage({}, at), main: WithdrawnByCode(at) });
      return show(req, res, asked, { status: 200, page });
    },
  };
}

const WITHDRAW = "/withdraw";

const withdrawPage = (about: Withdrawing, tongue: Tongue): Page => ({
  kind: "page",
  uses: {},
  title: tongue.words.withdraw.title,
  description: tongue.words.withdraw.description,
  lang: tongue.words.lang,
  current: "/take-part",
  unkept: true,
  main: WithdrawMain({ ...about, ...tongue }),
});
