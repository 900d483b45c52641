/** Where every form is posted, and the secret address of whoever sent one. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
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
import { comesBack, sendUnread } from "../web/comes-back.ts";
import type { Asked, Extra } from "../web/extra.ts";
import { readForm } from "../web/form-body.ts";
import { pathIn, type Frame } from "../web/frame.ts";
import { withOwnId } from "../web/own-form.ts";
import { notePage } from "../web/pages.ts";
import type { Page } from "../web/route.ts";
import { sendPage } from "../web/send-page.ts";
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
import { wordsIn } from "./words.ts";

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

export function sentHandlers(options: DoorOptions): Readonly<Record<string, Extra>> {
  const { sorts, speaker } = options;

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    asked: Asked,
    status: number,
    page: Page,
  ): Promise<void> {
    const frame = await speaker.snapshot(options.frame);
    return sendPage(req, res, { status, page, frame, asked });
  }

  async function unread(
    req: IncomingMessage,
    res: ServerResponse,
    asked: Asked,
    status: number,
  ): Promise<void> {
    return sendUnread(req, res, { status, frame: await speaker.snapshot(options.frame), asked });
  }

  /** The language that was asked for, and how a path reads in it. */
  async function languageOf(asked: Asked): Promise<Spoken> {
    const frame = await speaker.snapshot(options.frame);
    const { lang = frame.language } = asked;
    return { lang, own: frame.own, to: (path) => pathIn(frame, lang, path) };
  }

  const dayOf = (): string => dayAt(options.now());

  /** Made anew for each who asks, because its form carries an id of its own. */
  const openAt =
    (sort: SentSort): Extra =>
    async (req, res, asked) => {
      const spoken = await languageOf(asked);
      const form = await speaker.snapshot((db) => sort.open(db, asked.path, dayOf(), spoken));
      if (!form) return answer(req, res, asked, 404, notePage(spoken.lang, "lost"));
      return answer(req, res, asked, 200, form.page({ typed: {} }));
    };

  const receiveAt =
    (sort: SentSort): Extra =>
    async (req, res, asked) => {
      const spoken = await languageOf(asked);
      const sent = await readForm(req, sort.fields);
      if ("problem" in sent) return unread(req, res, asked, sent.problem.status);
      const today = dayOf();
      const form = await speaker.snapshot((db) => sort.open(db, asked.path, today, spoken));
      if (!form) return answer(req, res, asked, 404, notePage(spoken.lang, "lost"));
      const { base } = await speaker.snapshot(options.frame);
      const typed = withOwnId(req, base, sent.fields);
      const again = (status: number, trouble: string) =>
        answer(req, res, asked, status, form.page({ typed, trouble }));
      comesBack(req, again);
      const read = form.read(typed);
      if ("problems" in read)
        return answer(req, res, asked, 422, form.page({ typed, problems: read.problems }));
      return keep(req, res, { ...read, id: typed["id"], spoken, once: sort.once, again });
    };

  interface Keeping {
    readonly about: object;
    readonly contact?: string;
    /** The secret that its form carried, where it does. */
    readonly id: string | undefined;
    readonly spoken: Spoken;
    readonly once: SentSort["once"];
    readonly again: (status: number, trouble: string) => Promise<void>;
  }

  async function keep(req: IncomingMessage, res: ServerResponse, given: Keeping): Promise<void> {
    const { contact, id = "", spoken, once, again } = given;
    const words = wordsIn(spoken.lang);
    const about = JSON.stringify(given.about);
    const first = await find(`/o/${id}`);
    if (first?.[1].about === about && first[1].contact === (contact ?? null))
      return seeOther(res, spoken.to(`/o/${id}`)); // pressed twice
    if (!options.budgets.take("form", req)) {
      res.setHeader("Retry-After", "3600");
      return again(429, words.busy);
    }
    const sending = { received: dayOf(), about, contact, once: once !== undefined };
    const keepUnder = (secret: string) =>
      askSubmissions(options.private).keep({ ...sending, secret });
    let secret = isSecret(id) ? id : newSecret();
    let kept = await keepUnder(secret);
    if (typeof kept === "object" && kept.is === "other") {
      secret = newSecret(); // typed anew over the first, perhaps in the same moment: another one
      kept = await keepUnder(secret);
    }
    if (typeof kept === "object" && kept.is === "same")
      return again(409, once!.twice(kept.first, spoken.lang));
    if (typeof kept !== "string") return again(503, words.full);
    return seeOther(res, spoken.to(`/o/${secret}`));
  }

  async function find(path: string): Promise<[string, Submission] | undefined> {
    const secret = path.slice("/o/".length);
    if (!isSecret(secret)) return undefined;
    const found = await askSubmissions(options.private).bySecret(secret);
    return found === undefined ? undefined : [secret, found];
  }

  /** What came with a form of the secret address that was not taken. */
  interface Came extends Again {
    readonly status: number;
    readonly does: "withdraw" | "answer" | "later";
  }

  async function show(
    req: IncomingMessage,
    res: ServerResponse,
    asked: Asked,
    found: [string, Submission] | undefined,
    came?: Came,
  ): Promise<void> {
    res.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
    res.setHeader("X-Robots-Tag", "noindex");
    const spoken = await languageOf(asked);
    if (!found) return answer(req, res, asked, 404, notePage(spoken.lang, "lost"));
    const { title, lang } = wordsIn(spoken.lang);
    const main = await mainOf(found, spoken, came);
    const page: Page = { kind: "page", uses: {}, title, description: title, lang, main };
    return answer(req, res, asked, came?.status ?? 200, page);
  }

  async function mainOf(
    [secret, submission]: [string, Submission],
    spoken: Spoken,
    came: Came | undefined,
  ) {
    if (submission.state === "withdrawn") return WithdrawnMain(spoken);
    const sort = sortOf(sorts, submission);
    const { base } = await speaker.snapshot(options.frame);
    const path = await speaker.snapshot((db) =>
      sort.became ? sort.became(db, submission) : pathOf(db, submission),
    );
    const address = base + spoken.to(`/o/${secret}`);
    const became = path && spoken.to(path) + sort.anchor(submission);
    const later = await laterOf(sort, submission, spoken);
    const shown = { submission, sort, address, ...spoken };
    return SentMain({
      ...shown,
      ...(came && { came }),
      ...(became && { became }),
      ...(later && { later, id: newSecret() }),
    });
  }

  async function laterOf(
    { later }: SentSort,
    submission: Submission,
    spoken: Spoken,
  ): Promise<LaterForm | undefined> {
    if (!later || submission.state !== "accepted") return undefined;
    const { base } = await speaker.snapshot(options.frame);
    const page = { ...spoken, base };
    return speaker.snapshot((db) => later.open(db, submission, dayOf(), page));
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

  return {
    ...Object.fromEntries(
      sorts.flatMap((sort) => {
        const { at, once } = sort;
        if (at === undefined) return [];
        const receives = [at, receiveAt(sort)] as const;
        return once ? [[at.replace("POST", "GET"), openAt(sort)] as const, receives] : [receives];
      }),
    ),
    "GET /o/*": async (req, res, asked) => show(req, res, asked, await find(asked.path)),
    "POST /o/*": async (req, res, asked) => {
      const { path } = asked;
      const spoken = await languageOf(asked);
      const words = wordsIn(spoken.lang);
      const found = await find(path);
      const sort = found && found[1].state !== "withdrawn" ? sortOf(sorts, found[1]) : undefined;
      const fields = new Set(["do", "sure", "id", "words", ...(sort?.later?.fields ?? [])]);
      const form = await readForm(req, [...fields]);
      if ("problem" in form) return unread(req, res, asked, form.problem.status);
      if (!found || !sort) return show(req, res, asked, found);
      const typed: Typed = form.fields;
      const does = typed["do"] === "answer" || typed["do"] === "later" ? typed["do"] : "withdraw";
      const again = (status: number, more: Omit<Again, "typed">) =>
        show(req, res, asked, found, { status, does, typed, ...more });
      const troubled = (status: number, trouble: string) => again(status, { trouble });
      comesBack(req, troubled);
      if (does === "withdraw") {
        if (typed["sure"] !== "yes") return again(422, {});
        await withdraw(found);
        return seeOther(res, spoken.to(path));
      }
      if (does === "answer") {
        const { words: text = "" } = typed;
        if (text === "" || text.length > MAX_TURN)
          return again(422, { problems: { words: words.answerExpected(MAX_TURN) } });
        if (!options.budgets.take("form", req)) {
          res.setHeader("Retry-After", "3600");
          return troubled(429, words.busy);
        }
        const said = { secret: found[0], words: tidy(text), on: dayOf() };
        const isTaken = await askSubmissions(options.private).answer(said);
        return isTaken ? seeOther(res, spoken.to(path)) : troubled(409, words.notAsked);
      }
      const later = await laterOf(sort, found[1], spoken);
      if (!later) return troubled(409, words.noLonger);
      const read = later.read(typed);
      if ("problems" in read) return again(422, { problems: read.problems });
      return keep(req, res, { ...read, id: typed["id"], spoken, once: undefined, again: troubled });
    },
  };
}

/** The path of what it became; undefined where that has no address or stands no more. */
async function pathOf(db: Db, { space, subject }: Submission): Promise<string | undefined> {
  if (space === null || subject === null) return undefined;
  const slug = (await slugsOf(db, [subject])).get(subject);
  return slug === undefined ? undefined : `/${space}/${slug}`;
}

function seeOther(res: ServerResponse, path: string): void {
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(303, { Location: path, "Content-Length": "0" });
  res.end();
}
