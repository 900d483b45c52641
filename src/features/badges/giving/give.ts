/** Gives badges to those who finished, and takes them back. Rules BA8 to BA10. */
import { createHash, randomBytes } from "node:crypto";
import { openTurns } from "../../../platform/db/in-turn.ts";
import type { Serving } from "../../../platform/feature.ts";
import { sayAbout } from "../../../platform/sent/speaker.ts";
import {
  classAt,
  isOwnName,
  standingsOf,
  type HeldClass,
  type Learner,
} from "../../classes/api.ts";
import { codeOf } from "../code/code.ts";
import { MOST_LETTERS } from "../code/drawing.tsx";
import { badgeAddress, type BadgeParts } from "../credential.ts";
import { signingKey } from "../keys.ts";
import { askBadges, type GivenBadge } from "../private.ts";
import { isWithdrawn } from "../queries.ts";
import { BADGE_WITHDRAWN } from "../records.ts";
import { signedBadge } from "../signing.ts";
import { identityHash } from "../token.ts";

export interface Asked {
  readonly held: HeldClass;
  /** Of the learners, those who are to get one. */
  readonly ids: ReadonlySet<string>;
  /** Of the badge's words. */
  readonly lang: string;
  /** The campaign, and who gives them, by name. */
  readonly issuer: string;
  readonly by: string;
}

/** A badge names this address for ever, so others have to find the instance there, and nobody else in its stead. */
export const isForEver = ({ base }: Pick<Serving, "base">): boolean => {
  const { protocol, hostname } = new URL(base);
  return protocol === "https:" && !isOwnName(hostname);
};

const inTurn = openTurns(); // by class: sent twice, the second finds what the first gave

/** Of those who were chosen, whoever finished and has none that stands. @returns how many were given; `long` where no code could hold one, `address` where a badge could not name one that lasts */
export const giveBadges = (serving: Serving, asked: Asked): Promise<number | "long" | "address"> =>
  inTurn(asked.held.room.id, async () => {
    if (!isForEver(serving)) return "address";
    const ask = askBadges(serving.instance.log.private);
    // As it stands now: somebody may have had themselves erased while others were given theirs.
    const held = await serving.instance.snapshot((db) => classAt(db, asked.held.room.id));
    if (!held) return 0;
    const has = new Set(
      (await ask.ofRoom(held.room.id)).flatMap(({ learner, withdrawn }) =>
        withdrawn === null ? [learner] : [],
      ),
    );
    const who = readyIn(held).filter(({ id }) => asked.ids.has(id) && !has.has(id));
    const signed: GivenBadge[] = [];
    for (const learner of who) {
      const badge = await badgeFor(serving, { ...asked, held }, learner);
      if (!badge) return "long";
      signed.push(badge);
    }
    for (const badge of signed) await ask.give(badge);
    return signed.length;
  });

/** Those who finished by the rule of the course's badge, and nobody else. */
export function readyIn(held: HeldClass): readonly Learner[] {
  if (!held.course?.thing.badge) return [];
  const standings = standingsOf(held);
  return held.learners.filter(({ id }) => standings.get(id)?.isFinished);
}

/** What the badge says, in a language in which the course says it, else in its own. */
export function badgeText({ course }: HeldClass, lang: string) {
  return course?.texts[lang]?.badge ?? course?.thing.badge;
}

/** The languages in which the badge is worded, the course's own first. */
export const badgeLanguages = ({ course }: HeldClass): readonly string[] =>
  course
    ? [
        course.thing.language,
        ...Object.keys(course.texts)
          .filter((lang) => lang !== course.thing.language && course.texts[lang]?.badge)
          .toSorted(),
      ]
    : [];

async function badgeFor(
  serving: Serving,
  { held, lang, issuer, by }: Asked,
  learner: Learner,
): Promise<GivenBadge | undefined> {
  const { base, now } = serving;
  const text = badgeText(held, lang)!;
  const key = await signingKey(serving);
  const id = randomBytes(16).toString("base64url");
  const parts: BadgeParts = {
    base,
    thumbprint: key.kid,
    id,
    hash: await identityHash(learner.name, id),
    from: Math.floor(now() / 1000),
    issuer,
    name: text.name,
    course: `${base}/courses/${held.course!.slug}`,
    criteria: text.criteria,
  };
  const token = await signedBadge(parts, key.jwk);
  const code = codeOf(token);
  if (code === undefined || code.length > MOST_LETTERS) return undefined;
  return {
    id,
    hash: hashOf(badgeAddress(base, id)),
    kid: key.kid,
    room: held.room.id,
    learner: learner.id,
    course: held.course!.subject,
    token,
    by,
    at: now(),
    withdrawn: null,
  };
}

/** It is said in public by its hash alone; sent twice it is said once. */
export const takeBack = (
  { instance, speaker, now }: Serving,
  badge: GivenBadge,
  reason: string,
): Promise<void> =>
  inTurn(badge.room, async () => {
    const ask = askBadges(instance.log.private);
    const stands = await ask.given(badge.id);
    if (!stands || stands.withdrawn !== null) return;
    const subject = (await ask.keys()).find(({ kid }) => kid === badge.kid)!.subject;
    const isSaid = await speaker.snapshot((db) => isWithdrawn(db, badge.hash));
    const body = { badge: badge.hash, ...(reason !== "" && { reason }) };
    if (!isSaid) await sayAbout(speaker, subject, { kind: BADGE_WITHDRAWN, body });
    await ask.withdraw({ id: badge.id, at: now() });
  });

const hashOf = (jti: string): string => createHash("sha256").update(jti).digest("hex");
