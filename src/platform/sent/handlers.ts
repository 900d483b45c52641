/** Where every form is posted, and the secret address of whoever sent one. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import { slugsOf } from "../addresses/addresses.ts";
import type { Budgets } from "../budget/budget.ts";
import type { Db } from "../db/store.ts";
import {
  askSubmissions,
  isSecret,
  MAX_TURN,
  newSecret,
  type Submission,
  hashOf,
} from "../private/submissions.ts";
import type { Extra } from "../web/extra.ts";
import { readForm } from "../web/form-body.ts";
import type { Frame } from "../web/frame.ts";
import { inPublic, type PublicVisit } from "../web/handler.ts";
import { withOwnId } from "../web/own-form.ts";
import { lost, tooOften, type PageReply, type Reply } from "../web/reply.ts";
import type { Page } from "../web/route.ts";
import { answerHandlers } from "./answering.tsx";
import { inTurn, submissionAt, type Desk } from "./desk.ts";
import { SentMain, WithdrawnMain } from "./page.tsx";
import { Refusal } from "./refusal.ts";
import {
  sortOf,
  type Again,
  type LaterForm,
  type SentSort,
  type Spoken,
  type Typed,
} from "./sort.ts";
import { wordsIn, type SentWords } from "./words.ts";

interface DoorOptions extends Desk {
  readonly budgets: Budgets;
  readonly sorts: readonly SentSort[];
  readonly frame: (db: Db) => Promise<Frame>;
  /** Note it where a restore of an older backup will find it. */
  readonly keepWithdrawn: (secretHash: string) => void;
  /** Delete what lay outside of the database. */
  readonly takenBack?: () => Promise<void>;
  readonly now: () => number;
}

type Visit = PublicVisit<SentWords>;
/** What was typed, with what is to be said of it. */
type Return = (status: number, trouble: string) => PageReply | Promise<PageReply>;

export function sentHandlers(options: DoorOptions): Readonly<Record<string, Extra>> {
  const { sorts, speaker } = options;
  const serving = { ...options, instance: speaker };
  const at = inPublic(serving, { words: wordsIn });
  const secretly = inPublic(serving, { words: wordsIn, secret: true });

  const formAt = (sort: SentSort, visit: Visit) =>
    speaker.snapshot((db) => sort.open(db, visit.path, visit.today, spokenIn(visit)));

  /** Made anew for each who asks, because its form carries an id of its own. */
  const openAt = (sort: SentSort): Extra =>
    at(async (visit) => {
      const form = await formAt(sort, visit);
      return form ? { page: form.page({ typed: {} }) } : lost(visit);
    });

  const receiveAt = (sort: SentSort): Extra =>
    at(sort.fields, async (visit) => {
      const form = await formAt(sort, visit);
      if (!form) return lost(visit);
      const typed = withOwnId(visit.req, visit.frame.base, visit.fields);
      const again: Return = (status, trouble) => ({
        status,
        page: form.page({ typed, trouble }),
      });
      visit.comesBack(again);
      const read = form.read(typed);
      if ("problems" in read)
        return { status: 422, page: form.page({ typed, problems: read.problems }) };
      return keep(visit, { ...read, id: typed["id"], once: sort.once, again });
    });

  interface Keeping {
    readonly about: object;
    readonly contact?: string;
    /** The secret that its form carried, where it does. */
    readonly id: string | undefined;
    readonly once: SentSort["once"];
    readonly again: Return;
  }

  async function keep({ req, words, lang, today, to }: Visit, given: Keeping): Promise<Reply> {
    const { contact, id = "", once, again } = given;
    const about = JSON.stringify(given.about);
    const first = await find(id);
    if (first?.[1].about === about && first[1].contact === (contact ?? null))
      return { to: to(`/o/${id}`) }; // pressed twice
    if (!options.budgets.take("form", req)) return tooOften(await again(429, words.busy));
    const sending = { received: today, about, contact, once: once !== undefined };
    const keepUnder = (secret: string) =>
      askSubmissions(options.private).keep({ ...sending, secret });
    let secret = isSecret(id) ? id : newSecret();
    let kept = await keepUnder(secret);
    if (typeof kept === "object" && kept.is === "other") {
      secret = newSecret(); // typed anew over the first, perhaps in the same moment: another one
      kept = await keepUnder(secret);
    }
    if (typeof kept === "object" && kept.is === "same")
      return again(409, once!.twice(kept.first, lang));
    if (typeof kept !== "string") return again(503, words.full);
    return { to: to(`/o/${secret}`) };
  }

  async function find(secret: string): Promise<[string, Submission] | undefined> {
    if (!isSecret(secret)) return undefined;
    const found = await askSubmissions(options.private).bySecret(secret);
    return found === undefined ? undefined : [secret, found];
  }

  /** What came with a form of the secret address that was not taken. */
  interface Came extends Again {
    readonly status: number;
    readonly does: "withdraw" | "answer" | "later";
  }

  async function show(visit: Visit, found: [string, Submission], came?: Came): Promise<PageReply> {
    const { title, lang } = visit.words;
    const main = await mainOf(visit, found, came);
    const page: Page = { kind: "page", uses: {}, title, description: title, lang, main };
    return { status: came?.status ?? 200, page };
  }

  async function mainOf(
    visit: Visit,
    [secret, submission]: [string, Submission],
    came: Came | undefined,
  ) {
    const spoken = spokenIn(visit);
    if (submission.state === "withdrawn") return WithdrawnMain(spoken);
    const sort = sortOf(sorts, submission);
    const path = await speaker.snapshot((db) =>
      sort.became ? sort.became(db, submission) : pathOf(db, submission),
    );
    const address = visit.frame.base + spoken.to(`/o/${secret}`);
    const became = path && spoken.to(path) + sort.anchor(submission);
    const later = await laterOf(visit, sort, submission);
    const shown = { submission, sort, address, ...spoken };
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

  async function withdraw([secret, { id }]: [string, Submission]): Promise<void> {
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

  async function change(visit: Visit): Promise<Reply> {
    const { req, params, words, today, to } = visit;
    const found = await find(params["secret"]!);
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
      await withdraw(found);
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
    return keep(visit, { ...read, id: typed["id"], once: undefined, again: troubled });
  }

  return {
    ...Object.fromEntries(
      sorts.flatMap((sort) => {
        const { at: address, once } = sort;
        if (address === undefined) return [];
        const receives = [address, receiveAt(sort)] as const;
        return once
          ? [[address.replace("POST", "GET"), openAt(sort)] as const, receives]
          : [receives];
      }),
    ),
    "GET /o/:secret": secretly(async (visit) => {
      const found = await find(visit.params["secret"]!);
      return found ? show(visit, found) : lost(visit);
    }),
    "POST /o/:secret": secretly(change),
    ...answerHandlers(secretly, options),
  };
}

const spokenIn = ({ lang, frame, to }: Visit): Spoken => ({ lang, own: frame.own, to });

/** The path of what it became; undefined where that has no address or stands no more. */
async function pathOf(db: Db, { space, subject }: Submission): Promise<string | undefined> {
  if (space === null || subject === null) return undefined;
  const slug = (await slugsOf(db, [subject])).get(subject);
  return slug === undefined ? undefined : `/${space}/${slug}`;
}
