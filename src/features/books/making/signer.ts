/** Whoever signs and agreed to it in a form or at the desk: known to the desk at once, named in public with the signing. Rules PB42 and PB45. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Privately } from "../../../platform/private/part.ts";
import { askSubmissions } from "../../../platform/private/submissions.ts";
import { appendSigned, batchOf } from "../../../platform/sent/speaker.ts";
import { mayBeShown } from "../../people/api.ts";
import {
  type Agreed,
  agreedIn,
  askConsents,
  askUploads,
  endConsent,
  erasePerson,
  isTold,
  namePeople,
  ownerOfDraft,
  unsaidOf,
} from "../../contributions/api.ts";
import { askSignings, AT_DESK, type SigningDraft } from "../private.ts";

/** Of this film under this address: one that takes the address later has consents of its own. */
export const askedId = ({ slug, media }: Pick<SigningDraft, "slug" | "media">): string =>
  `${slug} ${media}`;

/** What everybody in the film agreed to, as it came with the film or was taken down at the desk. */
export async function agreedFor(ask: Privately, draft: SigningDraft): Promise<readonly Agreed[]> {
  const { source } = draft;
  if (source === null) return [];
  if (source === AT_DESK) return agreedIn(await askConsents(ask).of(ownerOfDraft(askedId(draft))));
  const sent = await askSubmissions(ask).byId(source);
  return sent ? agreedIn(await askConsents(ask).of(sent.secret_hash)) : [];
}

/** Everybody whose consent is known here is said, with what they agreed to, as long as nobody took it back and everybody may be shown today. */
export async function nameSigner(
  { instance, speaker, now }: Serving,
  draft: SigningDraft,
): Promise<void> {
  const { slug, follows, signer } = draft;
  const ask = instance.log.private;
  const agreed = await agreedFor(ask, draft);
  const unsaid = await speaker.snapshot((db) => unsaidOf(db, agreed, follows));
  if (unsaid.size === 0) return;
  // Nobody is named for a film that cannot be shown.
  for (const { card } of unsaid.values()) {
    const may = (purpose: "film" | "voice") =>
      mayBeShown({ ...card, role: undefined }, purpose, follows, dayAt(now()));
    if (!may("film") && (card.slug === signer || !may("voice"))) return;
  }
  const batch = batchOf(speaker);
  const { notes } = namePeople(batch, [...unsaid.values()], { story: slug, lang: follows });
  for (const note of notes) await askConsents(ask).said(note); // first: a code always finds what is public
  await appendSigned(speaker, batch.records);
}

/** The film is deleted at the desk: what was agreed to for it alone ends, and whom it alone named is forgotten. */
export async function forgetAgreed(
  { instance, speaker }: Pick<Serving, "instance" | "speaker">,
  draft: SigningDraft,
): Promise<void> {
  if (draft.source !== AT_DESK) return;
  const ask = instance.log.private;
  const owners = [ownerOfDraft(askedId(draft))];
  for (const { row, as } of await agreedFor(ask, draft))
    if (row.subject !== null)
      await (isTold(as.slug)
        ? erasePerson({ speaker, private: ask }, row.subject, "desk")
        : endConsent(speaker, row.subject, row.id));
  await askUploads(ask).forget(owners);
  await askConsents(ask).forget(owners);
}

/** The desk had taken down who agrees, and all of them took it back by their codes before anything was said: the film goes, too. */
export async function isTakenBack(ask: Privately, draft: SigningDraft): Promise<boolean> {
  if (draft.source !== AT_DESK || (await agreedFor(ask, draft)).length > 0) return false;
  await askSignings(ask).drop(draft.slug);
  return true;
}

export async function dropTakenBack({ instance }: Pick<Serving, "instance">): Promise<void> {
  const ask = instance.log.private;
  for (const draft of await askSignings(ask).askedAtDesk()) await isTakenBack(ask, draft);
}
