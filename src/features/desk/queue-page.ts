/** The page of the queue: the list of what people sent, and the one that is open. Rules D12 and D13. */
import type { Account } from "../../platform/accounts/account.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Serving } from "../../platform/feature.ts";
import {
  askSubmissions,
  isAnswered,
  talkOf,
  type Submission,
} from "../../platform/private/submissions.ts";
import { waiting, type Desk } from "../../platform/sent/desk.ts";
import { mailIn, SENDER_MAIL } from "../../platform/sent/mailing.ts";
import type { SentSort } from "../../platform/sent/sort.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { ItemMain, type Item } from "./pages/item.tsx";
import { lostPage } from "./pages/plain.tsx";
import { QueueMain, type QueueProps } from "./pages/queue.tsx";
import { queueScript } from "./script.ts";
import { wordsIn } from "./words.ts";

export const PART = "/desk/queue";
const AT_ONCE = 50; // in one list; a person reads no more before the next look
const OTHERS = "others";

type Came = Pick<Item, "typed" | "problems" | "trouble">;

export function queuePage({ sorts, speaker, instance, mail, jobs }: Serving) {
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
          stands: await pathOf(submission, account),
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

  /** Where it is worked on, for those who may; else where everybody reads it. */
  async function pathOf(submission: Submission, { role }: Account): Promise<string | undefined> {
    const { space, subject, state } = submission;
    if (state !== "accepted" || space === null || subject === null) return undefined;
    const sort = sortFor(sorts, submission);
    const work = may(role, "write") ? await sort?.atDesk?.(submission, desk.private) : undefined;
    if (work !== undefined) return work;
    const became = await speaker.snapshot(async (db) => sort?.became?.(db, submission));
    if (became !== undefined) return became;
    const slug = (await speaker.snapshot((db) => slugsOf(db, [subject]))).get(subject);
    const anchor = sort?.anchor(submission) ?? "";
    return slug === undefined ? undefined : `/${space}/${slug}${anchor}`;
  }

  return { desk, find, show };
}

/** Undefined for what its sender withdrew, and for what a newer program took. */
export function sortFor(sorts: readonly SentSort[], one: Submission): SentSort | undefined {
  if (one.state === "withdrawn") return undefined;
  const about = JSON.parse(one.about) as object;
  return sorts.find((sort) => sort.owns(about));
}

const sortIdOf = (sorts: readonly SentSort[], one: Submission): string =>
  sortFor(sorts, one)?.called?.id ?? OTHERS;

export function countsOf(
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

export const addressOf = (id: string, filter: string): string =>
  `${PART}/${id}${filter === "" ? "" : `?sort=${encodeURIComponent(filter)}`}`;
