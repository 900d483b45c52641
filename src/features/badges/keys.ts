/** The keys of an instance: made here, said in public, kept in private. Rules BA1 and BA7. */
import type { Serving } from "../../platform/feature.ts";
import { openTurn } from "../../platform/db/in-turn.ts";
import { appendSigned, batchOf } from "../../platform/sent/speaker.ts";
import { askBadges, type SigningKey } from "./private.ts";
import { BADGE_KEY } from "./records.ts";
import { newKey } from "./signing.ts";

type Made = Pick<Serving, "instance" | "speaker" | "now">;

const inTurn = openTurn(); // of two first badges at once the second finds the key of the first

/** The newest; made now where there is none. */
export const signingKey = (made: Made): Promise<SigningKey> =>
  inTurn(async () => {
    const all = await askBadges(made.instance.log.private).keys();
    return all.at(-1) ?? makeNow(made);
  });

/** Badges are signed with it from now on; those before it still check. */
export const anotherKey = (made: Made): Promise<SigningKey> => inTurn(() => makeNow(made));

/** Said first: a badge is never signed with a key that nobody can know. @throws NotSaid, and then nothing is kept */
async function makeNow({ instance, speaker, now }: Made): Promise<SigningKey> {
  const { kid, n, e, jwk } = await newKey();
  const batch = batchOf(speaker);
  const { id: subject } = batch.add({ kind: BADGE_KEY, body: { kid, n, e } });
  await appendSigned(speaker, batch.records);
  const key = { subject, kid, jwk, at: now() };
  await askBadges(instance.log.private).addKey(key);
  return key;
}
