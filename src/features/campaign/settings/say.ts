/** What an owner saves, said as one record: as `cnd import` says a file that changed. */
import { createHash } from "node:crypto";
import { SLUG_BOUND, subjectAt } from "../../../platform/addresses/addresses.ts";
import { recordsAbout } from "../../../platform/log/reading.ts";
import { Clock } from "../../../platform/records/clock.ts";
import { canonical, type JsonObject } from "../../../platform/records/jcs.ts";
import { signRecord } from "../../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../../platform/sent/speaker.ts";

/** A text that tells whether something is still what a form was made from. */
export const baseOf = (body: object | undefined): string =>
  createHash("sha256")
    .update(canonical(body ?? {}))
    .digest("base64url");

/** Say of a subject that stands what it says from now on. */
export async function sayEdit(
  speaker: Speaker,
  edit: { readonly kind: string; readonly subject: string; readonly body: object },
): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, edit.subject));
  const at = new Clock(Date.now).tick(said.at(-1)?.at);
  const draft = { ...edit, at, body: edit.body as JsonObject };
  await sayAll(speaker, [signRecord(draft, speaker.key)]);
}

/** Say something under a slug that may be new. */
export async function sayAt(
  speaker: Speaker,
  said: {
    readonly space: string;
    readonly slug: string;
    readonly opening: string;
    readonly edit: string;
    readonly body: object;
  },
): Promise<void> {
  const { space, slug, opening, edit, body } = said;
  const known = await speaker.snapshot((db) => subjectAt(db, space, slug));
  if (known) return sayEdit(speaker, { kind: edit, subject: known.subject, body });
  const clock = new Clock(Date.now);
  const draft = { kind: opening, at: clock.tick(), body: body as JsonObject };
  const first = signRecord(draft, speaker.key);
  const bound = { kind: SLUG_BOUND, subject: first.id, at: clock.tick(), body: { space, slug } };
  await sayAll(speaker, [first, signRecord(bound, speaker.key)]);
}
