/** The secret address of a request: what became of it, an answer to the desk, and taking it back. Rules RI2, RI5 and RI7. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import type { Serving } from "../../platform/feature.ts";
import { isSecret, MAX_TURN } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import {
  lost,
  tooOften,
  unkeptPage,
  type PageReply,
  type Reply,
} from "../../platform/web/reply.ts";
import { answerableOf, fullWords } from "./answerable.ts";
import { givePlace, settleHold } from "./deciding.ts";
import { ReceiptMain } from "./pages/receipt.tsx";
import { askRights, isAsked, type RightsRequest } from "./private.ts";
import { wordsIn, type RightsWords } from "./words.ts";

type Visit = PublicVisit<RightsWords>;

export function receiptAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, budgets } = serving;
  const { snapshot } = instance;
  const ask = askRights(instance.log.private);
  const secretly = inPublic(serving, { words: wordsIn, secret: true });

  async function find({ params }: Visit): Promise<RightsRequest | undefined> {
    const { secret = "" } = params;
    return isSecret(secret) ? ask.bySecret(secret) : undefined;
  }

  async function receipt(
    visit: Visit,
    request: RightsRequest,
    came: Pick<Parameters<typeof ReceiptMain>[0], "came"> = {},
    status = 200,
  ): Promise<PageReply> {
    const { words, lang, to, frame, path } = visit;
    const answerable = await snapshot(answerableOf);
    const address = frame.base + to(path);
    const main = ReceiptMain({ request, words, lang, to, address, answerable, ...came });
    const title = words.receipt[request.state === "open" ? "title" : request.state];
    return { status, page: unkeptPage(words.lang, { title, main }) };
  }

  async function change(visit: Visit & Fields<"do" | "words" | "sure">): Promise<Reply> {
    const { fields, words, today, to, path } = visit;
    const request = await find(visit);
    if (!request) return lost(visit);
    const { do: does, words: text, sure } = fields;
    const came = (trouble: string, status: number) =>
      receipt(visit, request, { came: { does, typed: text, trouble } }, status);
    visit.comesBack((status, trouble) => came(trouble, status));
    if (does === "answer") {
      const { answerExpected, settled } = words.receipt;
      if (!isAsked(request)) return came(settled, 409);
      if (text === "" || text.length > MAX_TURN) return came(answerExpected(MAX_TURN), 422);
      if (!budgets.take("rights", visit.req))
        return budgets.load("rights") >= 1
          ? came(fullWords(words, await snapshot(answerableOf)), 503)
          : tooOften(await came(words.busy, 429));
      const turn = { by: "asker", words: tidy(text), on: today } as const;
      if (!(await ask.say({ id: request.id, turn }))) return came(settled, 409);
      return { to: to(path) };
    }
    if (sure !== "yes") return came(words.receipt.unsure, 422);
    const before = await ask.withdraw({ secret: visit.params["secret"]!, on: today });
    if (before?.hold === "held" && before.person !== null) {
      givePlace(serving, before.id);
      await settleHold(serving, before.person);
    }
    return { to: to(path) };
  }

  return {
    "GET /rights/:secret": secretly(async (visit) => {
      const request = await find(visit);
      return request ? receipt(visit, request) : lost(visit);
    }),
    "POST /rights/:secret": secretly(["do", "words", "sure"], change),
  };
}
