/** The secret address of whoever sent a form: what became of it, an answer to the desk, what is sent later, and taking it back. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import { slugsOf } from "../addresses/addresses.ts";
import type { Db } from "../db/store.ts";
import {
  askSubmissions,
  hashOf,
  MAX_TURN,
  newSecret,
  type Submission,
} from "../private/submissions.ts";
import { readForm } from "../web/form-body.ts";
import { lost, tooOften, type PageReply, type Reply } from "../web/reply.ts";
import type { Page } from "../web/route.ts";
import { inTurn, submissionAt, type Desk } from "./desk.ts";
import { findSent, keepSent, spokenIn, type Keeps, type Return, type Visit } from "./keep.ts";
import { SentMain, WithdrawnMain } from "./page.tsx";
import { Refusal } from "./refusal.ts";
import { sortOf, type Again, type LaterForm, type SentSort, type Typed } from "./sort.ts";

export interface LinkOptions extends Desk, Keeps {
  readonly sorts: readonly SentSort[];
  /** Note it where a restore of an older backup will find it. */
  readonly keepWithdrawn: (secretHash: string) => void;
  /** Delete what lay outside of the database. */
  readonly takenBack?: () => Promise<void>;
}

/** One submission, with its secret. */
type Sent = readonly [secret: string, submission: Submission];

/** What came with a form of the secret address that was not taken. */
interface Came extends Again {
  readonly status: number;
  readonly does: "withdraw" | "answer" | "later";
}

export function manageLink(options: LinkOptions) {
  const { sorts, speaker } = options;
  const find = ({ params }: Visit) => findSent(options, params["secret"]!);

  async function look(visit: Visit): Promise<Reply> {
    const found = await find(visit);
    return found ? show(visit, found) : lost(visit);
  }

  async function show(visit: Visit, found: Sent, came?: Came): Promise<PageReply> {
    const { title, lang } = visit.words;
    const main = await mainOf(visit, found, came);
    const page: Page = { kind: "page", uses: {}, title, description: title, lang, main };
    return { status: came?.status ?? 200, page };
  }

  async function mainOf(visit: Visit, [secret, submission]: Sent, came: Came | undefined) {
    const spoken = spokenIn(visit);
    if (submission.state === "withdrawn") return WithdrawnMain(spoken);
    const sort = sortOf(sorts, submission);
    const path = await speaker.snapshot((db) =>
      sort.became ? sort.became(db, submission) : pathOf(db, submission),
    );
    const address = visit.frame.base + spoken.to(`/o/${secret}`);
    const became = path && spoken.to(path) + sort.anchor(submission);
    const later = await laterOf(visit, sort, submission);
    const page = { ...spoken, today: visit.today };
    const passOn = await speaker.snapshot(async (db) => sort.passOn?.(db, submission, page));
    const shown = { submission, sort, address, frame: visit.frame, passOn, ...spoken };
    return SentMain({
      ...shown,
      ...(came && { came }),
      ...(became && { became }),
      ...(later && { later, id: newSecret() }),
    });
  }

  async function laterOf(
    visit: Visit,
    { later }: SentSort,
    submission: Submission,
  ): Promise<LaterForm | undefined> {
    if (!later || submission.state !== "accepted") return undefined;
    const page = { ...spokenIn(visit), base: visit.frame.base };
    return speaker.snapshot((db) => later.open(db, submission, visit.today, page));
  }

  async function change(visit: Visit): Promise<Reply> {
    const { req, words, today, to } = visit;
    const found = await find(visit);
    const sort = found && found[1].state !== "withdrawn" ? sortOf(sorts, found[1]) : undefined;
    const fields = new Set(["do", "sure", "id", "words", ...(sort?.later?.fields ?? [])]);
    const form = await readForm(req, [...fields]);
    if ("problem" in form) return { unread: form.problem };
    if (!found || !sort) return found ? show(visit, found) : lost(visit);
    const typed: Typed = form.fields;
    const back = { to: to(visit.path) };
    const does = typed["do"] === "answer" || typed["do"] === "later" ? typed["do"] : "withdraw";
    const again = (status: number, more: Omit<Again, "typed">) =>
      show(visit, found, { status, does, typed, ...more });
    const troubled: Return = (status, trouble) => again(status, { trouble });
    visit.comesBack(troubled);
    if (does === "withdraw") {
      if (typed["sure"] !== "yes") return again(422, {});
      await withdraw(options, found);
      return back;
    }
    if (does === "answer") {
      const { words: text = "" } = typed;
      if (text === "" || text.length > MAX_TURN)
        return again(422, { problems: { words: words.answerExpected(MAX_TURN) } });
      if (!options.budgets.take("form", req)) return tooOften(await troubled(429, words.busy));
      const said = { secret: found[0], words: tidy(text), on: today };
      const isTaken = await askSubmissions(options.private).answer(said);
      return isTaken ? back : troubled(409, words.notAsked);
    }
    const later = await laterOf(visit, sort, found[1]);
    if (!later) return troubled(409, words.noLonger);
    const read = later.read(typed);
    if ("problems" in read) return again(422, { problems: read.problems });
    return keepSent(options, visit, { ...read, id: typed["id"], once: undefined, again: troubled });
  }

  return { look, change };
}

async function withdraw(options: LinkOptions, [secret, { id }]: Sent): Promise<void> {
  const { sorts } = options;
  await inTurn(id, async () => {
    const submission = await submissionAt(options, id); // the desk may have accepted it while the form came
    // In public first: if the machine stops in between, the sender still sees it here and can say it again.
    if (submission instanceof Refusal) return options.keepWithdrawn(hashOf(secret)); // a desk has erased it
    if (submission.state !== "withdrawn")
      await sortOf(sorts, submission).takeBack(options, submission);
    options.keepWithdrawn(submission.secret_hash);
    const before = await askSubmissions(options.private).withdraw(secret);
    // Another process accepted it in between: what it became is taken back as well.
    if (before && before.state !== submission.state)
      await sortOf(sorts, before).takeBack(options, before);
  });
  await options.takenBack?.();
}

/** The path of what it became; undefined where that has no address or stands no more. */
async function pathOf(db: Db, { space, subject }: Submission): Promise<string | undefined> {
  if (space === null || subject === null) return undefined;
  const slug = (await slugsOf(db, [subject])).get(subject);
  return slug === undefined ? undefined : `/${space}/${slug}`;
}
