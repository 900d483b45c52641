/** What fits is kept once, under the secret that leads its sender back to it. */
import type { Budgets } from "../budget/budget.ts";
import type { Privately } from "../private/part.ts";
import { askSubmissions, isSecret, newSecret, type Submission } from "../private/submissions.ts";
import type { PublicVisit } from "../web/handler.ts";
import { tooOften, type PageReply, type Reply } from "../web/reply.ts";
import type { SentSort, Spoken } from "./sort.ts";
import type { SentWords } from "./words.ts";

export type Visit = PublicVisit<SentWords>;
/** What was typed, with what is to be said of it. */
export type Return = (status: number, trouble: string) => PageReply | Promise<PageReply>;

export interface Keeps {
  readonly private: Privately;
  readonly budgets: Budgets;
}

/** What one form says. */
interface Sending {
  readonly about: object;
  readonly contact?: string;
  /** The secret that its form carried, where it does. */
  readonly id: string | undefined;
  readonly once: SentSort["once"];
  readonly again: Return;
}

export async function keepSent(
  options: Keeps,
  { req, words, lang, today, to }: Visit,
  given: Sending,
): Promise<Reply> {
  const { contact, id = "", once, again } = given;
  const about = JSON.stringify(given.about);
  const first = await findSent(options, id);
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

export async function findSent(
  options: Keeps,
  secret: string,
): Promise<[string, Submission] | undefined> {
  if (!isSecret(secret)) return undefined;
  const found = await askSubmissions(options.private).bySecret(secret);
  return found === undefined ? undefined : [secret, found];
}

export const spokenIn = ({ lang, frame, to }: Visit): Spoken => ({ lang, own: frame.own, to });
