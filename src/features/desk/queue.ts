/** The queue: what people sent, one after the other, accepted or refused. Rules D12 to D15. */
import { dayAt } from "../../engines/calendar/day.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { isThanked, MAX_TURN, type Submission } from "../../platform/private/submissions.ts";
import { RecordError } from "../../platform/records/record.ts";
import {
  acceptAs,
  askBack,
  refuse,
  thankFor,
  waiting,
  type Desk,
} from "../../platform/sent/desk.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Problems, SentSort, Typed } from "../../platform/sent/sort.ts";
import { NotSaid } from "../../platform/sent/speaker.ts";
import { wordsIn as sentWordsIn } from "../../platform/sent/words.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { lostPage } from "./pages/plain.tsx";
import { addressOf, countsOf, PART, queuePage, sortFor } from "./queue-page.ts";
import { wordsIn } from "./words.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

const MAX_REASON = 500; // characters

export function queueAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, sorts, instance, mail, jobs } = serving;
  const letters = { secrets: instance.folder.keys.secrets, jobs, mail };
  const { desk, find, show } = queuePage(serving);

  /** What is done with one that still waits; for the second of two people it is settled already. */
  const settling = (
    names: (sort: SentSort | undefined) => readonly string[],
    work: (
      submission: Submission,
      typed: Typed,
      visit: DeskVisit,
    ) => Promise<Problems | Refusal | undefined>,
  ): Extra =>
    door.of("queue", async (visit) => {
      const { id = "" } = visit.params;
      const submission = await find(id, true);
      if (!submission) return { status: 404, page: lostPage(visit) };
      const form = await readForm(visit.req, names(sortFor(sorts, submission)));
      if ("problem" in form) return { unread: form.problem };
      const typed: Typed = form.fields;
      const { late, notDone } = wordsIn(visit.lang).queue;
      const isOpen = (one?: Submission) => one?.state === "received" || one?.state === "reading";
      if (!isOpen(submission)) return show(visit, id, { typed: {}, problems: {}, trouble: late });
      const done = await work(submission, typed, visit).catch(refusalOf);
      if (!done) return { to: addressOf(id, visit.search.get("sort") ?? "") };
      if (!(done instanceof Refusal)) return show(visit, id, { typed, problems: done });
      if (!(await find(id, true).then(isOpen)))
        return show(visit, id, { typed: {}, problems: {}, trouble: late });
      return show(visit, id, { typed, problems: {}, trouble: `${notDone} ${done.why}` });
    });

  return {
    [`GET ${PART}`]: door.of("queue", (visit) => show(visit, undefined)),
    [`GET ${PART}/:id`]: door.of("queue", (visit) => show(visit, idIn(visit))),
    [`POST ${PART}/:id/accept`]: settling(
      (sort) => sort?.acceptFields ?? ["path"],
      async (submission, typed, { lang, frame }) => {
        const sort = sortFor(sorts, submission);
        const done = sort?.accept
          ? await sort.accept(desk, submission, typed, lang, frame.language)
          : await acceptStanding(desk, submission, typed, wordsIn(lang).queue.pathExpected);
        return typeof done === "string" ? undefined : done;
      },
    ),
    [`POST ${PART}/:id/ask`]: settling(
      () => ["question"],
      async ({ id }, { question = "" }, { lang }) => {
        const { questionExpected, askedAlready } = wordsIn(lang).queue;
        if (question === "" || question.length > MAX_TURN)
          return { question: questionExpected(MAX_TURN) };
        const on = dayAt(timeNow());
        const isAsked = await askBack(desk, { id, words: question, on }, letters);
        return isAsked ? undefined : { question: askedAlready };
      },
    ),
    [`POST ${PART}/:id/thank`]: door.of("queue", ["readyThanks", "thanks"], async (visit) => {
      const { id = "" } = visit.params;
      const submission = await find(id, true);
      if (!submission) return { status: 404, page: lostPage(visit) };
      const { fields: typed, lang } = visit;
      const { thanksExpected, thanksLate } = wordsIn(lang).queue;
      const ready = sentWordsIn(lang).thanks[Number(typed.readyThanks || Number.NaN)];
      const words = typed.thanks === "" ? ready : typed.thanks;
      if (words === undefined || words.length > MAX_TURN)
        return show(visit, id, { typed, problems: { thanks: thanksExpected(MAX_TURN) } });
      const said = { id, words, on: dayAt(serving.now()) };
      if (isThanked(submission) || !(await thankFor(desk, said, letters)))
        return show(visit, id, { typed, problems: {}, trouble: thanksLate });
      return { to: `${addressOf(id, visit.search.get("sort") ?? "")}#thank` };
    }),
    [`POST ${PART}/:id/refuse`]: settling(
      () => ["ready", "own"],
      async ({ id }, { ready = "", own = "" }, { lang }) => {
        const { reasons } = sentWordsIn(lang);
        const { reasonExpected } = wordsIn(lang).queue;
        const reason = own === "" ? reasons[Number(ready || Number.NaN)] : own;
        if (reason === undefined || reason.length > MAX_REASON) return { own: reasonExpected };
        return refuse(desk, id, reason);
      },
    ),
  };
}

/** What the log does not take, and a file that is no good, is said in the form, with what was typed. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof NotSaid || error instanceof RecordError || error instanceof MediaError)
    return new Refusal(error.message);
  throw error;
}

/** Each sort is work of its own; an account that may not see the queue has none. */
export const queueWaits: NonNullable<Feature["waits"]> = async (
  { sorts, instance, speaker },
  _account,
  lang,
) => {
  const all = await waiting({ speaker, private: instance.log.private });
  const { others } = wordsIn(lang).queue;
  return countsOf(sorts, all, lang).map(({ id, many = others, count }) => {
    const path = `${PART}?sort=${encodeURIComponent(id)}`;
    return { words: many, count, path };
  });
};

/** What a sort that has no form of its own becomes: something that stands here already. */
async function acceptStanding(
  desk: Desk,
  { id }: Submission,
  { path = "" }: Typed,
  expected: string,
): Promise<string | Problems | Refusal> {
  const [, space, slug] = /^(?:https?:\/\/[^/]+)?\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
  return space === undefined || slug === undefined
    ? { path: expected }
    : acceptAs(desk, id, space, slug);
}
