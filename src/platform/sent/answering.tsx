/** The link in a mail by which a sender answers the desk: it opens the question and a place for the answer, nothing else. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import type { Budgets } from "../budget/budget.ts";
import type { Privately } from "../private/part.ts";
import {
  askSubmissions,
  hashOf,
  isAsked,
  isSecret,
  MAX_TURN,
  talkOf,
  type Submission,
} from "../private/submissions.ts";
import type { Extra } from "../web/extra.ts";
import { NothingSent } from "../web/form-fields.tsx";
import { PageHead } from "../web/heads.tsx";
import type { Declares, PublicVisit } from "../web/handler.ts";
import { tooOften, unkeptPage, type PageReply } from "../web/reply.ts";
import { AnswerFields } from "./page.tsx";
import type { Again } from "./sort.ts";
import type { SentWords } from "./words.ts";

type Visit = PublicVisit<SentWords>;
interface Answering {
  readonly private: Privately;
  readonly budgets: Budgets;
}

export function answerHandlers(
  secretly: Declares<[], Visit>,
  { private: privately, budgets }: Answering,
): Readonly<Record<string, Extra>> {
  const submissions = askSubmissions(privately);
  const find = async (token: string): Promise<Submission | undefined> => {
    const found = isSecret(token) ? await submissions.byAnswer(hashOf(token)) : undefined;
    return found && isAsked(found) ? found : undefined;
  };
  return {
    "GET /o/answer/:token": secretly(async (visit) => {
      const found = await find(visit.params["token"]!);
      return found ? asking(visit, found, { typed: {} }) : over(visit);
    }),
    "POST /o/answer/:token": secretly(["words"], async (visit) => {
      const { req, params, words, today, fields } = visit;
      const found = await find(params["token"]!);
      if (!found) return over(visit, 409);
      const again = (status: number, more: Omit<Again, "typed">): PageReply => ({
        ...asking(visit, found, { typed: fields, ...more }),
        status,
      });
      visit.comesBack((status, trouble) => again(status, { trouble }));
      const text = fields.words;
      if (text === "" || text.length > MAX_TURN)
        return again(422, { problems: { words: words.answerExpected(MAX_TURN) } });
      if (!budgets.take("form", req)) return tooOften(again(429, { trouble: words.busy }));
      const said = { answer_hash: hashOf(params["token"]!), words: tidy(text), on: today };
      if (!(await submissions.answerAsked(said))) return over(visit, 409);
      const main = <PageHead title={words.answerCame} stand={words.answerCameHint} />;
      return { page: unkeptPage(words.lang, { title: words.answerCame, main }) };
    }),
  };
}

/** It was answered already, settled or taken back; or nobody ever asked. */
function over({ words }: Visit, status = 404): PageReply {
  const main = <PageHead title={words.title} stand={words.notAsked} />;
  return { status, page: unkeptPage(words.lang, { title: words.title, main }) };
}

function asking(
  { words, path, lang, to }: Visit,
  submission: Submission,
  { typed, problems = {}, trouble }: Again,
): PageReply {
  const question = talkOf(submission).findLast(({ does }) => does !== "thank")!;
  const main = (
    <>
      <PageHead title={words.deskAsks} />
      <NothingSent problems={problems} trouble={trouble} lang={lang} />
      <p class="prose" dir="auto">
        {question.words}
      </p>
      <form method="post" action={to(path)}>
        <AnswerFields words={words} typed={typed} problems={problems} />
      </form>
    </>
  );
  return { page: unkeptPage(words.lang, { title: words.deskAsks, main }) };
}
