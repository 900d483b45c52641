/** A contribution that fits is kept: its consents with the hashes of their codes, its files, and its words, each once. Rules T2 and T5. */
import { randomBytes } from "node:crypto";
import type { Serving } from "../../platform/feature.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { askSubmissions, hashOf } from "../../platform/private/submissions.ts";
import { askUploads, type Upload } from "./private/uploads.ts";
import type { What } from "./bounds.ts";
import { codeOf, hashOfCode } from "../../platform/sent/code.ts";
import type { Contribution } from "./form.ts";
import type { Store } from "./store.ts";

/** The code of whoever sent it stands before those of the people in it. */
export const SENDER = -1;

interface Sending {
  readonly secret: string;
  readonly about: Contribution;
  readonly contact?: string;
  readonly files: readonly Upload[];
  /** The file of what was typed step by step; it is needed until all of it is kept. */
  readonly words?: string | undefined;
  readonly today: string;
}

/** What was sent under this secret already. */
export const knownAt = ({ instance }: Pick<Serving, "instance">, secret: string) =>
  askSubmissions(instance.log.private).bySecret(secret);

/** One after the other for one secret. @returns false when the desk is full, and nothing but the files that came is kept */
export async function keepContribution(
  { instance }: Pick<Serving, "instance">,
  store: Store,
  { secret, about, contact, files, words, today }: Sending,
): Promise<boolean> {
  const ask = instance.log.private;
  const owner = hashOf(secret);
  const agreed = [{ n: SENDER }, ...about.people];
  const rows = await Promise.all(
    agreed.map(async (one): Promise<Omit<ConsentRow, "subject">> => ({
      id: randomBytes(16).toString("hex"),
      owner,
      n: one.n,
      about: JSON.stringify(one),
      salt: randomBytes(16).toString("hex"),
      code: await hashOfCode(codeOf(secret, one.n)),
      given: today,
    })),
  );
  await askConsents(ask).forget([owner]); // of a try that was not kept: what is said now counts
  await askConsents(ask).add(rows);
  const typed = words === undefined ? [] : [words];
  const ids = [...files.map(({ id }) => id), ...typed];
  await store.drop(await askUploads(ask).send({ owner, ids }));
  const sent = files.map(({ id, what, kind, kept, note }) => ({
    id,
    what: what as What,
    kind: kind!,
    bytes: kept!,
    ...(note !== null && { note }),
  }));
  const told: Contribution = { ...about, files: sent };
  const added = { secret, received: today, about: JSON.stringify(told), contact };
  if ((await askSubmissions(ask).add(added)) !== undefined) {
    await store.drop(typed);
    return true;
  }
  await askConsents(ask).forget([owner]);
  await askUploads(ask).unsend(owner);
  return false;
}
