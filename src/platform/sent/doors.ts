/** Where every form is posted, and the secret address of whoever sent one. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { slugsOf } from "../addresses/addresses.ts";
import type { Budgets } from "../budget/budget.ts";
import type { Db } from "../db/store.ts";
import { isSecret, newSecret, type Submission } from "../private/submissions.ts";
import { comesBack, sendUnread } from "../web/comes-back.ts";
import type { Asked, Extra } from "../web/extra.ts";
import { readForm } from "../web/form-body.ts";
import { pathIn, type Frame } from "../web/frame.ts";
import { notePage } from "../web/pages.ts";
import type { Page } from "../web/route.ts";
import { sendPage } from "../web/send-page.ts";
import type { Desk } from "./desk.ts";
import { SentMain, WithdrawnMain } from "./page.tsx";
import { sortOf, type SentSort, type Spoken } from "./sort.ts";
import { wordsIn } from "./words.ts";

export interface DoorOptions extends Desk {
  readonly budgets: Budgets;
  readonly sorts: readonly SentSort[];
  readonly frame: (db: Db) => Promise<Frame>;
  /** Note it where a restore of an older backup will find it. */
  readonly keepWithdrawn: (secretHash: string) => void;
  /** Delete what lay outside of the database. */
  readonly takenBack?: () => Promise<void>;
  readonly now: () => number;
}

export function sentDoors(options: DoorOptions): Readonly<Record<string, Extra>> {
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
    return { lang, own: frame.language, to: (path) => pathIn(frame, lang, path) };
  }

  const receiveAt =
    (sort: SentSort): Extra =>
    async (req, res, asked) => {
      const spoken = await languageOf(asked);
      const words = wordsIn(spoken.lang);
      const sent = await readForm(req, sort.fields);
      if ("problem" in sent) return unread(req, res, asked, sent.problem.status);
      const today = new Date(options.now()).toISOString().slice(0, 10);
      const form = await speaker.snapshot((db) => sort.open(db, asked.path, today, spoken));
      if (!form) return answer(req, res, asked, 404, notePage(spoken.lang, "lost"));
      const typed = sent.fields;
      const again = (status: number, trouble: string) =>
        answer(req, res, asked, status, form.page({ typed, trouble }));
      comesBack(req, again);
      const read = form.read(typed);
      if ("problems" in read)
        return answer(req, res, asked, 422, form.page({ typed, problems: read.problems }));
      if (!options.budgets.take("form", req)) {
        res.setHeader("Retry-After", "3600");
        return again(429, words.busy);
      }
      const secret = newSecret();
      const about = JSON.stringify(read.about);
      const { contact } = read;
      const added = { secret, received: today, about, contact };
      if ((await options.private("submissions.add", added)) === undefined)
        return again(503, words.full);
      seeOther(res, spoken.to(`/o/${secret}`));
    };

  async function find(path: string): Promise<[string, Submission] | undefined> {
    const secret = path.slice("/o/".length);
    if (!isSecret(secret)) return undefined;
    const found = await options.private("submissions.bySecret", secret);
    return found === undefined ? undefined : [secret, found as Submission];
  }

  async function show(
    req: IncomingMessage,
    res: ServerResponse,
    asked: Asked,
    found: [string, Submission] | undefined,
    unsure = false,
  ): Promise<void> {
    res.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
    res.setHeader("X-Robots-Tag", "noindex");
    const spoken = await languageOf(asked);
    if (!found) return answer(req, res, asked, 404, notePage(spoken.lang, "lost"));
    const { title, lang } = wordsIn(spoken.lang);
    const main = await mainOf(found, spoken, unsure);
    const page: Page = { kind: "page", uses: {}, title, description: title, lang, main };
    return answer(req, res, asked, unsure ? 422 : 200, page);
  }

  async function mainOf(
    [secret, submission]: [string, Submission],
    spoken: Spoken,
    unsure: boolean,
  ) {
    if (submission.state === "withdrawn") return WithdrawnMain(spoken);
    const sort = sortOf(sorts, submission);
    const { base } = await speaker.snapshot(options.frame);
    const path = await speaker.snapshot((db) =>
      sort.became ? sort.became(db, submission) : pathOf(db, submission),
    );
    const address = base + spoken.to(`/o/${secret}`);
    const became = path && spoken.to(path) + sort.anchor(submission);
    return SentMain({ submission, sort, address, unsure, ...spoken, ...(became && { became }) });
  }

  return {
    ...Object.fromEntries(
      sorts.flatMap((sort) => (sort.at === undefined ? [] : [[sort.at, receiveAt(sort)]])),
    ),
    "GET /o/*": async (req, res, asked) => show(req, res, asked, await find(asked.path)),
    "POST /o/*": async (req, res, asked) => {
      const { path } = asked;
      const spoken = await languageOf(asked);
      const form = await readForm(req, ["sure"]);
      if ("problem" in form) return unread(req, res, asked, form.problem.status);
      const found = await find(path);
      if (!found || form.fields.sure !== "yes")
        return show(req, res, asked, found, found !== undefined);
      const [secret, submission] = found;
      // In public first: if the machine stops in between, the sender still sees it here and can say it again.
      if (submission.state !== "withdrawn")
        await sortOf(sorts, submission).takeBack(options, submission);
      options.keepWithdrawn(submission.secret_hash);
      await options.private("submissions.withdraw", secret);
      await options.takenBack?.();
      seeOther(res, spoken.to(path));
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
