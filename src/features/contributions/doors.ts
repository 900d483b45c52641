/** The addresses of telling and taking back that are no pages: each form fresh, what is posted, files in pieces. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import type { ConsentRow } from "../../platform/private/consents.ts";
import { newSecret, type Submission } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { openLimit } from "../../platform/web/limit.ts";
import type { Page } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { hashOfCode, readCode } from "./code.ts";
import { WithdrawMain, WithdrawnByCode } from "./pages/withdraw.tsx";
import { receiver } from "./receive.ts";
import { tellPage, untilIn } from "./routes.ts";
import { SEEN, seenByDesk } from "./seen.ts";
import { openUploads, type Store } from "./store.ts";
import { uploadDoors } from "./tus.ts";
import { takeBackContribution } from "./withdraw.ts";
import { en } from "./words/en.ts";

const TRIES = { total: 300, each: 30 }; // an hour; beyond it somebody guesses

export function contributionDoors(serving: Serving): Readonly<Record<string, Extra>> {
  const store = storeOf(serving);
  const { instance, now, speaker } = serving;
  const ask = instance.log.private;
  const limit = openLimit({ ...TRIES, now });

  async function show(
    req: IncomingMessage,
    res: ServerResponse,
    status: number,
    page: Page,
  ): Promise<void> {
    const frame = await instance.snapshot(serving.frame);
    return sendPage(req, res, { status, page, frame });
  }

  return {
    "GET /take-part/story": (req, res) => {
      const today = new Date(now()).toISOString().slice(0, 10);
      return show(req, res, 200, tellPage({ typed: { ...untilIn(today), id: newSecret() } }));
    },
    "POST /take-part/story": receiver(serving, store),
    ...uploadDoors(serving, store),
    [`GET ${SEEN}/*`]: seenByDesk(serving, store),
    "GET /withdraw": (req, res) => show(req, res, 200, withdrawPage({})),
    "POST /withdraw": async (req, res) => {
      const form = await readForm(req, ["code", "sure"]);
      if ("problem" in form) return show(req, res, form.problem.status, withdrawPage({}));
      const { code: typed, sure } = form.fields;
      const again = (status: number, problem: string) =>
        show(req, res, status, withdrawPage({ code: typed, problem }));
      if (sure !== "yes") return again(422, en.withdraw.unsure);
      if (!limit.take(req)) return again(429, en.withdraw.busy);
      const code = readCode(typed);
      const found =
        code && ((await ask("consents.byCode", await hashOfCode(code))) as ConsentRow | undefined);
      if (!found) return again(422, en.withdraw.unknown);
      const submission = (await ask("submissions.byHash", found.owner)) as Submission | undefined;
      if (!submission) return again(422, en.withdraw.unknown);
      await takeBackContribution({ speaker, private: ask }, submission);
      await store.sweep(now() - KEPT_UNSENT);
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, found.owner);
      await ask("submissions.forget", [found.owner]);
      return show(req, res, 200, { ...withdrawPage({}), main: WithdrawnByCode() });
    },
  };
}

export const storeOf = ({ instance, now }: Serving): Store =>
  openUploads(instance.folder.dir, instance.log.private, now);

const withdrawPage = (props: { code?: string; problem?: string }): Page => ({
  kind: "page",
  uses: {},
  title: en.withdraw.title,
  description: en.withdraw.description,
  lang: "en",
  current: "/take-part",
  unkept: true,
  main: WithdrawMain(props),
});
