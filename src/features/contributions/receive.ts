/** The form is posted, with files or after they were sent ahead: what fits is kept once, what does not comes back as it was typed. */
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { isProgram } from "../../platform/web/comes-back.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import { throwAway } from "../../platform/web/read-body.ts";
import type { PublicVisit } from "../../platform/web/handler.ts";
import { tooOften, type Reply, type Sendable } from "../../platform/web/reply.ts";
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
import { TELL } from "./bounds.ts";
import { dropBeyond, dropTwice } from "./dropping.ts";
import { FIELDS, onStep, STEPS, stepOf, type Step } from "./form.ts";
import { keepContribution, knownAt } from "./keep.ts";
import { readMultipart, troubleOf, type Form } from "./multipart.ts";
import { withoutYes, withYes } from "./one-yes.ts";
import { ownFiles } from "./own-files.ts";
import type { TellProps } from "./pages/tell.tsx";
import { tellPage, type Typing } from "./routes.ts";
import type { Store } from "./store.ts";
import { readContribution } from "./read-form.ts";
import type { TellWords } from "./words.ts";

/** A request to tell something: the page that comes back, its links and its words are in the language that it was asked for in. */
export type TellVisit = PublicVisit<TellWords>;

/** One form that was read. */
interface Posted {
  readonly visit: TellVisit;
  readonly form: Exclude<Form, { readonly status: unknown }>;
  readonly secret: string;
  readonly step: Step | undefined;
}

export function receiver(serving: Serving, store: Store): (visit: TellVisit) => Promise<Reply> {
  const { instance, budgets } = serving;
  const ask = instance.log.private;
  const inTurn = openTurns(); // sent twice, the second waits until the first is kept

  async function take(visit: TellVisit, hasPlace: boolean): Promise<Reply> {
    const { req, res, words } = visit;
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
    if ("status" in form) {
      const { status, message, fields } = form;
      if (isProgram(req) || Object.keys(fields).length === 0)
        return { unread: { status }, why: message };
      await throwAway(req, res);
      return formAgain(visit, status, { ...again, trouble: troubleOf(form, words.lang) });
    }
    visit.comesBack((status, trouble) => formAgain(visit, status, { ...again, trouble }));
    return inTurn(secret, () => keep(serving, store, { visit, form, secret, step }));
  }

  return async (visit) => {
    using place = budgets.enter("files", visit.req, visit.res);
    if (!place) visit.res.setHeader("Retry-After", "60");
    return await take(visit, place !== undefined);
  };
}

async function keep(
  serving: Serving,
  store: Store,
  { visit, form, secret, step }: Posted,
): Promise<Reply> {
  const { budgets } = serving;
  const ask = serving.instance.log.private;
  const { req, words, today } = visit;
  const begun = await begunBy(store, secret);
  const { id: _, step: _step, uploads = "", drop = "", forget, seen, ...own } = form.fields;
  const owner = hashOf(secret);
  const before = await filesOf(ask, owner);
  const out = before.filter(({ id, sent }) => sent === 0 && drop.split(" ").includes(id));
  const isFewer = out.length > 0 && (step ?? "tell") === "tell";
  const known = begun && isFewer ? withoutFiles(begun.typed) : begun?.typed;
  const typed = isFewer ? withoutFiles(own) : own;
  const whole = step ? withStep(known ?? {}, step, typed) : typed;
  const all = withoutYes(whole);
  // A page that comes back holds what it was opened for, not what is here by now.
  const shown = { ...whole, id: secret, ...(seen !== undefined && { seen }) };
  const again = (status: number, more: Partial<Typing>) =>
    formAgain(visit, status, { step, typed: shown, until: begun?.until, ...more });
  if (await knownAt(serving, secret)) {
    for (const { id } of form.came) await store.discard(id); // sent twice: the first one stands
    return leave(visit, `/o/${secret}`);
  }
  if (step && forget !== undefined) {
    for (const { id } of form.came) await store.discard(id);
    await store.forget([owner]);
    return leave(visit, TELL);
  }
  const isYes = step === "name" && whole["yes"] === "yes";
  const mayBeLast = step === undefined || step === "agree" || isYes;
  const busy = (files: NonNullable<TellProps["files"]>) =>
    tooOften(again(429, { files, trouble: words.refused.busy }));
  const isCounted = form.came.length > 0; // before they are looked at, which costs more than words
  if (isCounted && !budgets.take(mayBeLast ? "form" : "step", req)) {
    for (const { id } of form.came) await store.discard(id);
    return busy(hereOf(before));
  }
  const by = budgets.from(req);
  const problems: Record<string, string> = { ...form.refused };
  await ownFiles(store, form.came, owner, { req, by, refused: problems, words });
  await dropTwice(store, before, await filesOf(ask, owner));
  for (const what of await dropBeyond(store, await filesOf(ask, owner)))
    problems[what] = words.refused.many;
  if (out.length > 0) {
    if (known && !(await keepBegun(store, secret, known, by)))
      return again(503, { files: hereOf(before), trouble: words.refused.full });
    await store.drop(out.map(({ id }) => id));
  }
  const files = hereOf(await filesOf(ask, owner));
  const here = new Set(files.map(({ id }) => id));
  if (uploads.split(" ").some((id) => id !== "" && !here.has(id)))
    return again(409, { files, trouble: words.refused.missing });
  if ((step === "agree" || isYes) && seen !== undefined && seen !== seenIn(step, all, files)) {
    if (!isCounted && !budgets.take("step", req)) return busy(files);
    if (!(await keepBegun(store, secret, withoutFiles(all), by)))
      return again(503, { files, trouble: words.refused.full });
    return leave(visit, stepAt(step, secret), `?${CHANGED}=yes`);
  }
  const agreed = isYes ? withYes(whole, files.map(ofUpload), { today, words }) : undefined;
  const isLast = step === undefined || step === "agree" || agreed !== undefined;
  const read = readContribution(agreed ?? all, files.map(ofUpload), today, words);
  if ("problems" in read) Object.assign(problems, { ...read.problems, ...problems });
  const wrong = Object.keys(problems).map(stepOf);
  if (step ? wrong.includes(step) : wrong.length > 0)
    return again(422, { files, problems: onStep(step, problems) });
  const open = STEPS.find((one) => wrong.includes(one)); // another one, which was left out
  const reaches = isLast && open === undefined;
  if (!isCounted && !budgets.take(reaches ? "form" : "step", req)) return busy(files);
  if (step && !(await keepBegun(store, secret, all, by)))
    return again(503, { files, trouble: words.refused.full });
  if (step && out.length > 0 && !isProgram(req)) return leave(visit, stepAt(step, secret));
  if (!isLast) return leave(visit, stepAt(STEPS[STEPS.indexOf(step) + 1]!, secret));
  if (open) return leave(visit, stepAt(open, secret), `?${LOOK}=yes`);
  if ("problems" in read) throw new Error("Expected a step for each problem.");
  const sent = { secret, ...read, files, words: begun?.words, today };
  if (!(await keepContribution(serving, store, sent)))
    return again(503, { files, trouble: words.refused.desk });
  return leave(visit, `/o/${secret}`);
}

/** To a browser the page again, to our own script JSON. */
function formAgain(visit: TellVisit, status: number, form: Typing): Sendable {
  const { problems = {}, trouble } = form;
  if (isProgram(visit.req)) return { status, json: { problems, trouble }, bare: true };
  return { status, page: tellPage(form, visit) };
}

function leave({ req, to }: TellVisit, path: string, more = ""): Reply {
  const on = { to: to(path) + more };
  return isProgram(req) ? { json: on, bare: true } : on;
}
