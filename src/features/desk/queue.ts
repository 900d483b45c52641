/** The queue: what people sent, one after the other, accepted or refused. Rules D12 to D15. */
import { dayAt } from "../../engines/calendar/day.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import {
  askSubmissions,
  isAnswered,
  isThanked,
  MAX_TURN,
  talkOf,
  type Submission,
} from "../../platform/private/submissions.ts";
import { RecordError } from "../../platform/records/record.ts";
import {
  acceptAs,
  askBack,
  refuse,
  thankFor,
  waiting,
  type Desk,
} from "../../platform/sent/desk.ts";
import { mailIn, SENDER_MAIL } from "../../platform/sent/mailing.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Problems, SentSort, Typed } from "../../platform/sent/sort.ts";
import { NotSaid } from "../../platform/sent/speaker.ts";
import { wordsIn as sentWordsIn } from "../../platform/sent/words.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { ItemMain, type Item } from "./pages/item.tsx";
import { lostPage } from "./pages/plain.tsx";
import { QueueMain, type QueueProps } from "./pages/queue.tsx";
import { queueScript } from "./script.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/queue";
const AT_ONCE = 50; // in one list; a person reads no more before the next look
const MAX_REASON = 500; // characters
const OTHERS = "others";

type Came = Pick<Item, "typed" | "problems" | "trouble">;

export function queueAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, sorts, speaker, instance, mail, jobs } = serving;
  const letters = { secrets: instance.folder.keys.secrets, jobs, mail };
  const files = { media: instance.media, dir: instance.folder.dir };
  const desk: Desk = { speaker, private: instance.log.private, files };

  async function show(visit: DeskVisit, id: string | undefined, came?: Came): Promise<Reply> {
    const { account, lang, search } = visit;
    const words = wordsIn(lang);
    const submission = id === undefined ? undefined : await find(id, came !== undefined);
    if (id !== undefined && !submission) return { status: 404, page: lostPage(visit) };
    const all = await waiting(desk);
    const filter = search.get("sort") ?? "";
    const chosen = all.filter((one) => filter === "" || sortIdOf(sorts, one) === filter);
    const lines = chosen.slice(0, AT_ONCE).map((one) => lineOf(one, lang));
    const at = chosen.findIndex((one) => one.id === id);
    const next = (at >= 0 ? chosen[at + 1] : undefined) ?? chosen.find((one) => one.id !== id);
    const main = QueueMain({
      words,
      lang,
      lines,
      counts: countsOf(sorts, all, lang),
      total: all.length,
      filter,
      beyond: Math.max(0, chosen.length - AT_ONCE),
      current: id,
      item:
        submission &&
        ItemMain({
          words,
          lang,
          submission,
          sort: sortFor(sorts, submission),
          title: lineOf(submission, lang).title,
          stands: await pathOf(submission),
          post: await postOf(submission),
          typed: search.has("as") ? { as: search.get("as")! } : {},
          problems: {},
          ...came,
          filter,
          next: next && addressOf(next.id, filter),
        }),
    });
    const { title } = words.queue;
    return {
      ...(came && { status: came.trouble === undefined ? 422 : 409 }),
      page: deskPage({ account, lang, part: PART, title, main, script: queueScript.path }),
    };
  }

  /** Whoever looks at it reads it, and its sender sees that. */
  const find = async (id: string, isLook: boolean): Promise<Submission | undefined> => {
    const submissions = askSubmissions(desk.private);
    const found = await submissions.byId(id);
    return !isLook && found?.state === "received" ? submissions.read(id) : found;
  };

  /** Whether what the desk said last went out by mail, and whether what it says next would. */
  async function postOf(submission: Submission): Promise<Item["post"]> {
    const turns = talkOf(submission);
    const last = turns.findLastIndex(({ by }) => by === "desk");
    const found = last < 0 ? [] : await jobs.about(`${submission.id} ${last}`);
    const job = found.find(({ kind }) => kind === SENDER_MAIL);
    const goes = mail !== undefined && mailIn(submission.contact) !== undefined;
    return { goes, ...(job && { last: job.state, why: job.error ?? undefined }) };
  }

  function lineOf(submission: Submission, lang: string): QueueProps["lines"][number] {
    const { id, received, state } = submission;
    const sort = sortFor(sorts, submission);
    const about = JSON.parse(submission.about) as object;
    const title = sort?.title?.(about, lang) ?? sort?.line(about) ?? id;
    const answered = isAnswered(submission);
    return { id, received, state, title, answered, sort: sort?.called?.one(lang) };
  }

  async function pathOf(submission: Submission): Promise<string | undefined> {
    const { space, subject, state } = submission;
    if (state !== "accepted" || space === null || subject === null) return undefined;
    const slug = (await speaker.snapshot((db) => slugsOf(db, [subject]))).get(subject);
    const anchor = sortFor(sorts, submission)?.anchor(submission) ?? "";
    return slug === undefined ? undefined : `/${space}/${slug}${anchor}`;
  }

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
        const on = dayAt(Date.now());
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

/** Undefined for what its sender withdrew, and for what a newer program took. */
function sortFor(sorts: readonly SentSort[], one: Submission): SentSort | undefined {
  if (one.state === "withdrawn") return undefined;
  const about = JSON.parse(one.about) as object;
  return sorts.find((sort) => sort.owns(about));
}

const sortIdOf = (sorts: readonly SentSort[], one: Submission): string =>
  sortFor(sorts, one)?.called?.id ?? OTHERS;

function countsOf(
  sorts: readonly SentSort[],
  all: readonly Submission[],
  lang: string,
): { id: string; many: string | undefined; count: number }[] {
  const groups = Map.groupBy(all, (one) => sortIdOf(sorts, one));
  return [...groups].map(([id, ones]) => ({
    id,
    many: sorts.find((sort) => sort.called?.id === id)?.called?.many(lang),
    count: ones.length,
  }));
}

const addressOf = (id: string, filter: string): string =>
  `${PART}/${id}${filter === "" ? "" : `?sort=${encodeURIComponent(filter)}`}`;
