/** The address at which somebody says "I agree" with a code of their own. Rule T23. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { hashOfCode, readCode } from "../../platform/sent/code.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { tooOften, type PageReply, type Reply } from "../../platform/web/reply.ts";
import type { Html, Page } from "../../platform/web/route.ts";
import { AGREE, AgreedMain, AgreeMain, ReadMain } from "./pages/agree.tsx";
import { askConsents } from "./private/consents.ts";
import { toAgree } from "./to-agree.ts";
import { wordsIn, type TellWords } from "./words.ts";

type Visit = PublicVisit<TellWords>;

export function agreeHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const ask = serving.instance.log.private;
  const at = inPublic(serving, { words: wordsIn });

  async function agree(visit: Visit & Fields<"code" | "seen" | "sure">): Promise<Reply> {
    const { req, words, fields } = visit;
    const { code: typed, seen, sure } = fields;
    const back = (status: number, problem: string): PageReply => ({
      status,
      page: agreePage(visit, AgreeMain({ code: typed, problem, ...visit })),
    });
    visit.comesBack(back);
    if (!serving.budgets.take("guess", req)) return tooOften(back(429, words.withdraw.busy));
    const code = readCode(typed);
    const found = code && (await askConsents(ask).byCode(await hashOfCode(code)));
    if (!found) return back(422, words.withdraw.unknown);
    const what = await toAgree(ask, found);
    if (!what) return back(422, words.agreeing.public);
    const read = (status: number, problem?: string): PageReply => ({
      status,
      page: agreePage(
        visit,
        ReadMain({ code, what, lang: visit.lang, to: visit.to, ...(problem && { problem }) }),
      ),
    });
    if (sure !== "yes") return seen === "" ? read(200) : read(422, words.agreeing.unsure);
    if (seen !== what.digest) return read(409, words.agreeing.changed);
    const given = dayAt(serving.now());
    await askConsents(ask).agree({ consent: found.id, text: what.digest, given, how: "" });
    return { page: agreePage(visit, AgreedMain(visit)) };
  }

  return {
    [`GET ${AGREE}`]: at((visit) => ({
      page: agreePage(visit, AgreeMain(visit)),
      place: { lang: visit.lang, path: visit.to(visit.path) },
    })),
    [`POST ${AGREE}`]: at(["code", "seen", "sure"], agree),
  };
}

const agreePage = ({ words }: Visit, main: Html): Page => ({
  kind: "page",
  uses: {},
  title: words.agreeing.title,
  description: words.agreeing.description,
  lang: words.lang,
  current: "/take-part",
  unkept: true,
  main,
});
