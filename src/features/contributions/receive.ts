/** The form is posted, with files or after they were sent ahead: what fits is kept once, what does not comes back as it was typed. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { dayAt } from "../../engines/calendar/day.ts";
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Upload } from "./private/uploads.ts";
import { comesBack, isProgram, sendJson, sendUnread } from "../../platform/web/comes-back.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { throwAway } from "../../platform/web/read-body.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { tongueOf, type Tongue } from "./asked.ts";
import {
  begunBy,
  CHANGED,
  filesOf,
  hereOf,
  keepBegun,
  LOOK,
  ofUpload,
  seenIn,
  stepAt,
  withoutFiles,
  withStep,
} from "./begun.ts";
import { MAX_FILES, TELL } from "./bounds.ts";
import { FIELDS, onStep, STEPS, stepOf, type Step } from "./form.ts";
import { keepContribution, knownAt } from "./keep.ts";
import { readMultipart, troubleOf, type Form, type NotTaken } from "./multipart.ts";
import { ownFiles } from "./own-files.ts";
import type { TellProps } from "./pages/tell.tsx";
import { tellPage, type Typing } from "./routes.ts";
import type { Store } from "./store.ts";
import { readTold } from "./told.ts";
import type { TellWords } from "./words.ts";

/** One form that was read, and the ways to answer it. */
interface Posted {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly words: TellWords;
  readonly answer: ReturnType<typeof answering>;
  readonly form: Exclude<Form, { readonly status: unknown }>;
  readonly secret: string;
  readonly step: Step | undefined;
}

export function receiver(serving: Serving, store: Store): Extra {
  const { instance, now, budgets } = serving;
  const ask = instance.log.private;
  const inTurn = openTurns(); // sent twice, the second waits until the first is kept

  async function take(
    req: IncomingMessage,
    res: ServerResponse,
    { asked, hasPlace }: { readonly asked: Asked; readonly hasPlace: boolean },
  ): Promise<void> {
    const tongue = await tongueOf(serving, asked);
    const { words } = tongue;
    const answer = answering(req, res, asked, tongue);
    const most = { whole: budgets.limits.files.bytes };
    const form = await readMultipart(req, hasPlace ? store : undefined, {
      names: FIELDS,
      words,
      most,
      by: budgets.from(req),
    });
    const { id = "", step: named } = withOwnId(req, serving.base, form.fields);
    const secret = isSecret(id) ? id : newSecret();
    const step = STEPS.find((one) => one === named);
    const begun = step && (await begunBy(store, secret));
    const files = begun ? hereOf(await filesOf(ask, hashOf(secret))) : [];
    const typed = { ...begun?.typed, ...form.fields, id: secret };
    const again = { step, typed, files, until: begun?.until };
    if ("status" in form) return answer.notTaken(form, again);
    comesBack(req, (status, trouble) => answer.again(status, { ...again, trouble }));
    return inTurn(secret, () => keep({ req, res, words, answer, form, secret, step }));
  }

  async function keep(posted: Posted): Promise<void> {
    const { req, res, words, answer, form, secret, step } = posted;
    const begun = await begunBy(store, secret);
    const { id: _, step: _step, uploads = "", drop = "", forget, seen, ...own } = form.fields;
    const owner = hashOf(secret);
    const before = await filesOf(ask, owner);
    const out = before.filter(({ id, sent }) => sent === 0 && drop.split(" ").includes(id));
    const isFewer = out.length > 0 && (step ?? "tell") === "tell";
    const known = begun && isFewer ? withoutFiles(begun.typed) : begun?.typed;
    const typed = isFewer ? withoutFiles(own) : own;
    const all = step ? withStep(known ?? {}, step, typed) : typed;
    // A page that comes back holds what it was opened for, not what is here by now.
    const shown = { ...all, id: secret, ...(seen !== undefined && { seen }) };
    const again = { step, typed: shown, until: begun?.until };
    if (await knownAt(serving, secret)) {
      for (const { id } of form.came) await store.discard(id); // sent twice: the first one stands
      return answer.done(secret);
    }
    if (step && forget !== undefined) {
      for (const { id } of form.came) await store.discard(id);
      await store.forget([owner]);
      return answer.leave(TELL);
    }
    const isLast = step === undefined || step === "agree";
    const tooOften = async (files: NonNullable<TellProps["files"]>) => {
      res.setHeader("Retry-After", "3600");
      return answer.again(429, { ...again, files, trouble: words.refused.busy });
    };
    const isCounted = form.came.length > 0; // before they are looked at, which costs more than words
    if (isCounted && !budgets.take(isLast ? "form" : "step", req)) {
      for (const { id } of form.came) await store.discard(id);
      return tooOften(hereOf(before));
    }
    const by = budgets.from(req);
    const problems: Record<string, string> = { ...form.refused };
    await ownFiles(store, form.came, owner, { req, by, refused: problems, words });
    await dropTwice(store, before, await filesOf(ask, owner));
    const over = (await filesOf(ask, owner)).slice(MAX_FILES);
    for (const { what } of over) problems[what] = words.refused.many;
    await store.drop(over.map(({ id }) => id));
    if (out.length > 0) {
      if (known && !(await keepBegun(store, secret, known, by)))
        return answer.again(503, { ...again, files: hereOf(before), trouble: words.refused.full });
      await store.drop(out.map(({ id }) => id));
    }
    const files = hereOf(await filesOf(ask, owner));
    const here = new Set(files.map(({ id }) => id));
    if (uploads.split(" ").some((id) => id !== "" && !here.has(id)))
      return answer.again(409, { ...again, files, trouble: words.refused.missing });
    if (step === "agree" && seen !== undefined && seen !== seenIn(all, files)) {
      if (!isCounted && !budgets.take("step", req)) return tooOften(files);
      if (!(await keepBegun(store, secret, withoutFiles(all), by)))
        return answer.again(503, { ...again, files, trouble: words.refused.full });
      return answer.goOn(step, secret, `?${CHANGED}=yes`);
    }
    const today = dayAt(now());
    const read = readTold(all, files.map(ofUpload), today, words);
    if ("problems" in read) Object.assign(problems, { ...read.problems, ...problems });
    const wrong = Object.keys(problems).map(stepOf);
    if (step ? wrong.includes(step) : wrong.length > 0)
      return answer.again(422, { ...again, files, problems: onStep(step, problems) });
    const open = STEPS.find((one) => wrong.includes(one)); // another one, which was left out
    const reaches = isLast && open === undefined;
    if (!isCounted && !budgets.take(reaches ? "form" : "step", req)) return tooOften(files);
    if (step && !(await keepBegun(store, secret, all, by)))
      return answer.again(503, { ...again, files, trouble: words.refused.full });
    if (step && out.length > 0 && !isProgram(req)) return answer.goOn(step, secret);
    if (!isLast) return answer.goOn(STEPS[STEPS.indexOf(step) + 1]!, secret);
    if (open) return answer.goOn(open, secret, `?${LOOK}=yes`);
    if ("problems" in read) return;
    const sent = { secret, ...read, files, words: begun?.words, today };
    if (!(await keepContribution(serving, store, sent)))
      return answer.again(503, { ...again, files, trouble: words.refused.desk });
    return answer.done(secret);
  }

  return async (req, res, asked) => {
    using place = budgets.enter("files", req, res);
    if (!place) res.setHeader("Retry-After", "60");
    await take(req, res, { asked, hasPlace: place !== undefined });
  };
}

/** Of a form that is sent twice the files come twice: those that are here already are not kept again. */
async function dropTwice(
  store: Store,
  before: readonly Upload[],
  after: readonly Upload[],
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const hashes = new Map<string, string>(); // each file is read once, one after the other
  const hashOfUpload = async (id: string): Promise<string> => {
    const hash = hashes.get(id) ?? (await hashOfFile(store.path(id)));
    hashes.set(id, hash);
    return hash;
  };
  for (const one of after) {
    if (known.has(one.id) || one.state !== "here") continue;
    const alike = before.filter(({ what, size, kept }) =>
      isDeepStrictEqual([what, size, kept], [one.what, one.size, one.kept]),
    );
    for (const { id } of alike) {
      if ((await hashOfUpload(id)) !== (await hashOfUpload(one.id))) continue;
      await store.drop([one.id]);
      break;
    }
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/** To a browser a page, to our own script JSON. */
function answering(req: IncomingMessage, res: ServerResponse, asked: Asked, tongue: Tongue) {
  const isScript = isProgram(req);
  return {
    async notTaken(form: NotTaken, again: Pick<TellProps, "step" | "typed">): Promise<void> {
      const { status, message, fields } = form;
      const { frame, words } = tongue;
      if (isScript || Object.keys(fields).length === 0)
        return sendUnread(req, res, { status, why: message, frame, asked });
      await throwAway(req, res);
      return this.again(status, { ...again, trouble: troubleOf(form, words.lang) });
    },
    async again(status: number, form: Typing): Promise<void> {
      const { problems = {}, trouble } = form;
      if (isScript) return sendJson(res, status, { problems, trouble });
      const page = tellPage(form, tongue);
      await sendPage(req, res, { status, page, frame: tongue.frame, asked });
    },
    done(secret: string): void {
      this.leave(`/o/${secret}`);
    },
    goOn(step: Step, secret: string, more = ""): void {
      this.leave(stepAt(step, secret), more);
    },
    leave(path: string, more = ""): void {
      const to = tongue.to(path) + more;
      if (isScript) return sendJson(res, 200, { to });
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(303, { Location: to, "Content-Length": "0" });
      res.end();
    },
  };
}
