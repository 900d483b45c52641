/** What the desk says of photos: who is on one and until when, another one in its place everywhere, nothing any more. */
import { isDeepStrictEqual } from "node:util";
import { lastTimeAbout, recordsAbout } from "../../platform/log/reading.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { bodiesOf, endAndErase, erasuresOf } from "../../platform/sent/erasing.ts";
import { sayUnder } from "../../platform/sent/opening.ts";
import { say, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import type { Picture } from "./private.ts";
import { describedOf } from "./queries.ts";
import { PICTURE_DESCRIBED, PICTURE_EDITED, PICTURE_WITHDRAWN } from "./records.ts";
import { formerlyNaming, useIn, usesOf, withFile, type StoredFile } from "./uses.ts";

const TRIES = 3; // somebody may publish what names it in the meantime; whoever comes later is followed
const ROUNDS = 200; // of hundreds of things each; no photo stands in so many

/** What is decided of a photo is public once a page shows it, and not before. */
export async function sayDetails(
  speaker: Speaker,
  { media, details }: Pick<Picture, "media" | "details">,
): Promise<void> {
  const { known, uses } = await speaker.snapshot(async (db) => ({
    known: (await describedOf(db, [media])).get(media),
    uses: (await usesOf(db, media, 1)).uses.length,
  }));
  const { subject, ...said } = known ?? {};
  const body = { photo: media, ...withoutEmpty(details) };
  if (isDeepStrictEqual(body, said)) return;
  if (subject !== undefined) await sayAbout(speaker, subject, { kind: PICTURE_EDITED, body });
  else if (uses > 0 && Object.keys(body).length > 1)
    await sayUnder(speaker, {
      space: "pictures",
      slug: slugFor(media),
      kind: PICTURE_DESCRIBED,
      edit: PICTURE_EDITED,
      body,
    });
}

/** It is shown nowhere from now on, also where it will stand later; what was said of it before is forgotten. */
export async function sayWithheld(
  speaker: Speaker,
  { media, details }: Pick<Picture, "media" | "details">,
): Promise<void> {
  const known = await speaker.snapshot(async (db) => (await describedOf(db, [media])).get(media));
  const body = { photo: media, ...withoutEmpty(details) };
  if (!known)
    return sayUnder(speaker, {
      space: "pictures",
      slug: slugFor(media),
      kind: PICTURE_DESCRIBED,
      edit: PICTURE_EDITED,
      body,
    });
  const { subject, ...said } = known;
  if (isDeepStrictEqual(body, said)) return;
  const records = await speaker.snapshot((db) => recordsAbout(db, subject));
  const bodies = bodiesOf(records, [PICTURE_DESCRIBED, PICTURE_EDITED]);
  await sayAbout(
    speaker,
    subject,
    { kind: PICTURE_EDITED, body },
    ...erasuresOf(bodies, "somebody on the photo was erased"),
  );
}

const slugFor = (media: string): string => `p-${media.slice(0, 16)}`;

/** A record holds no list that is empty. */
function withoutEmpty(details: Picture["details"]): Picture["details"] {
  const { people = [], texts = [], ...rest } = details;
  return {
    ...rest,
    ...(people.length > 0 && { people }),
    ...(texts.length > 0 && { texts }),
  };
}

/** Every thing that shows the one says that it shows the other. @returns how many did */
export async function replaceSaid(
  speaker: Speaker,
  media: string,
  { media: by, bytes, width, height }: StoredFile,
): Promise<number> {
  const file = { media: by, bytes, width, height };
  let said = 0;
  let tries = 0;
  for (let round = 0; round < ROUNDS && tries < TRIES; round += 1) {
    const { uses, hasMore } = await speaker.snapshot((db) => usesOf(db, media));
    if (uses.length === 0) break;
    if (!hasMore) tries += 1;
    for (const { subject } of uses) {
      // Read anew: somebody may have saved it while those before it were said.
      const { use, last } = await speaker.snapshot(async (db) => ({
        use: await useIn(db, subject, media),
        last: await lastTimeAbout(db, subject),
      }));
      if (!use) continue;
      const anew = withFile(use.body, media, file) as JsonObject;
      await say(speaker, [{ kind: use.says, subject, body: anew }], last);
      said += 1;
    }
  }
  return said;
}

/** What was said of it is forgotten: who was on it is nobody's business once it is gone. */
export async function erasePicture(speaker: Speaker, media: string): Promise<void> {
  const known = await speaker.snapshot(async (db) => (await describedOf(db, [media])).get(media));
  if (!known) return;
  await endAndErase(speaker, known.subject, {
    end: { kind: PICTURE_WITHDRAWN, body: {} },
    texts: [PICTURE_DESCRIBED, PICTURE_EDITED],
    reason: "the photo is gone",
  });
}

/** Earlier texts that named it are forgotten, so that its file can go; what stands in their place says all of it. */
export async function eraseFormer(speaker: Speaker, media: string): Promise<void> {
  const former = await speaker.snapshot((db) => formerlyNaming(db, media));
  for (const [subject, bodies] of former)
    await sayAbout(speaker, subject, ...erasuresOf(bodies, "a photo that it showed is gone"));
}
