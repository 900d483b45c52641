/** A signing is said in public: the cues first, then the record that names them. Rule PB42. */
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import type { Serving } from "../../../platform/feature.ts";
import { sayAbout, type Speaker } from "../../../platform/sent/speaker.ts";
import { sayUnder } from "../../../platform/sent/opening.ts";
import { inTurn } from "../../../platform/sent/desk.ts";
import { askSignings, type SigningDraft } from "../private.ts";
import type { ToldBook } from "../queries.ts";
import { SIGNING_ADDED, SIGNING_EDITED, SIGNING_WITHDRAWN } from "../records.ts";
import { nameSigner } from "./signer.ts";
import { signerOf } from "./visit.tsx";

/** In turn with its taking back. @returns false where its signer has not agreed to be seen in a film, or it was taken back */
export const publishSigning = (
  serving: Serving,
  book: ToldBook,
  draft: SigningDraft,
): Promise<boolean> =>
  inTurn(draft.source ?? draft.slug, async () => {
    const { instance } = serving;
    const stands = await askSignings(instance.log.private).at(draft.slug);
    if (stands?.media !== draft.media) return false;
    return saySigning(serving, book, draft);
  });

async function saySigning(serving: Serving, book: ToldBook, draft: SigningDraft): Promise<boolean> {
  const { instance, speaker } = serving;
  await nameSigner(serving, draft);
  const { subject, agrees } = await signerOf(serving, draft);
  if (subject === undefined || !agrees) return false;
  const cues = await instance.media.put(Buffer.from(draft.cues));
  const { media, bytes, language, follows, slug, length } = draft;
  const [kind = "mp4"] = media.split(".").slice(-1);
  const body = {
    book: book.subject,
    language,
    signer: subject,
    follows,
    film: {
      file: { media, name: `media/${slug}.${kind}`, bytes },
      ...(length >= 500 && { seconds: Math.round(length / 1000) }),
    },
    cues: { media: cues.media, bytes: cues.bytes, name: `media/${slug}.vtt` },
  };
  const kinds = { kind: SIGNING_ADDED, edit: SIGNING_EDITED };
  await sayUnder(speaker, { space: "signings", slug, ...kinds, body });
  return true;
}

/** It is shown no more; the film and its marks stay at the desk. */
export async function withdrawSigning(
  { speaker }: { readonly speaker: Speaker },
  { slug }: Pick<SigningDraft, "slug">,
): Promise<void> {
  const address = await speaker.snapshot((db) => subjectAt(db, "signings", slug));
  if (address) await sayAbout(speaker, address.subject, { kind: SIGNING_WITHDRAWN, body: {} });
}
