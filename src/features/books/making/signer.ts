/** Somebody who signed and sent it in: known to the desk at once, named in public with the signing. Rules PB45 and PB46. */
import type { Serving } from "../../../platform/feature.ts";
import { askSubmissions } from "../../../platform/private/submissions.ts";
import { appendSigned, batchOf } from "../../../platform/sent/speaker.ts";
import { agreedIn, askConsents, namePeople, unsaidOf } from "../../contributions/api.ts";
import type { SigningDraft } from "../private.ts";

/** Everybody whose consent came with the film is said, with what they agreed to, as long as nobody took it back. */
export async function nameSigner(
  { instance, speaker }: Serving,
  { source, slug, follows }: SigningDraft,
): Promise<void> {
  if (source === null) return;
  const ask = instance.log.private;
  const sent = await askSubmissions(ask).byId(source);
  if (!sent) return;
  const agreed = agreedIn(await askConsents(ask).of(sent.secret_hash));
  const unsaid = await speaker.snapshot((db) => unsaidOf(db, agreed, follows));
  if (unsaid.size === 0) return;
  const batch = batchOf(speaker);
  const { notes } = namePeople(batch, [...unsaid.values()], { story: slug, lang: follows });
  for (const note of notes) await askConsents(ask).said(note); // first: a code always finds what is public
  await appendSigned(speaker, batch.records);
}
