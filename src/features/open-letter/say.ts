/** From what was confirmed to the log and back: every signature that is counted was said here. Rules OL1, OL2, OL4 and OL5. */
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { Signature, SignatureDecision } from "../../platform/private/signatures.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import type { Paper, Written } from "./form.ts";
import { signaturesById } from "./queries.ts";
import { LETTER_NAMED, LETTER_SIGNED, LETTER_WITHDRAWN } from "./records.ts";
import { paperId } from "./secrets.ts";

export interface Signer {
  readonly speaker: Speaker;
  readonly private: Privately;
}

const turns = new WeakMap<Speaker, Promise<unknown>>();

/** One after the other: two that look at once whether something was said would both say it, and it would count twice. */
function inTurn<T>(speaker: Speaker, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(speaker) ?? Promise.resolve()).then(work);
  turns.set(
    speaker,
    done.catch(() => undefined),
  );
  return done;
}

/** Say what was confirmed and does not stand in the log yet; again after a crash it is said once. */
export const sayConfirmed = (signer: Signer): Promise<void> =>
  inTurn(signer.speaker, () => sayUnsaid(signer));

async function sayUnsaid({ speaker, private: ask }: Signer): Promise<void> {
  const rows = (await ask("signatures.unsaid", null)) as Signature[];
  if (rows.length === 0) return;
  const known = await speaker.snapshot((db) =>
    signaturesById(
      db,
      rows.map(({ id }) => id),
    ),
  );
  for (const { id, kind, country, day, address_hash: address } of rows) {
    let subject = known.get(id)?.subject;
    if (subject === undefined) {
      const signed = {
        id,
        kind,
        ...(country !== null && { country }),
        signed: day!,
        confirmed: address === null ? "desk" : "mail",
      };
      const record = signRecord(
        { kind: LETTER_SIGNED, at: new Clock(Date.now).tick(), body: signed },
        speaker.key,
      );
      await sayAll(speaker, [record]);
      subject = record.id;
    }
    await ask("signatures.said", { id, subject });
  }
}

/**
 * Show a name, with or without its sentence, or leave it out and say why.
 * @returns whether it was still what was looked at
 */
export const decideName = (
  signer: Signer,
  row: Signature,
  decision: NameDecision,
): Promise<boolean> => inTurn(signer.speaker, () => decideInTurn(signer, row, decision));

type NameDecision = Pick<SignatureDecision, "state" | "by" | "day"> & {
  readonly reason?: string;
  readonly withWords: boolean;
};

async function decideInTurn(
  { speaker, private: ask }: Signer,
  row: Signature,
  decision: NameDecision,
): Promise<boolean> {
  const { withWords, ...rest } = decision;
  const { id, version, subject } = row;
  if (decision.state === "named" && subject !== null) {
    const { name, place, words } = row;
    const named = {
      name,
      ...(place !== null && { place }),
      ...(withWords && words !== null && { words }),
    };
    const known = await speaker.snapshot((db) => signaturesById(db, [id]));
    const now = known.get(id);
    if (!now) return false; // taken back meanwhile
    if (now.name === undefined) await sayAbout(speaker, subject, LETTER_NAMED, named);
  }
  return (await ask("signatures.decide", { ...rest, id, version })) === true;
}

/** Signed on paper, and typed by the desk, which has read it. @returns how many were not there yet */
export const sayPaper = (
  { speaker }: Pick<Signer, "speaker">,
  paper: Paper,
  day: string,
): Promise<number> => inTurn(speaker, () => sayLines(speaker, paper, day));

async function sayLines(
  speaker: Speaker,
  { confirmed, by, signers }: Paper,
  day: string,
): Promise<number> {
  const lines = new Map(
    signers.map((one) => [paperId([one.kind, one.country, by, one.name, one.place]), one] as const),
  );
  const known = await speaker.snapshot((db) => signaturesById(db, [...lines.keys()]));
  const clock = new Clock(Date.now);
  const records = [...lines].flatMap(([id, { kind, country, name, place }]: [string, Written]) => {
    if (known.has(id)) return [];
    const signed = {
      id,
      kind,
      ...(country !== undefined && { country }),
      signed: day,
      confirmed,
      by,
    };
    const opening = signRecord(
      { kind: LETTER_SIGNED, at: clock.tick(), body: signed },
      speaker.key,
    );
    const named = { name, ...(place !== undefined && { place }) };
    const at = clock.tick();
    return [
      opening,
      signRecord({ kind: LETTER_NAMED, subject: opening.id, at, body: named }, speaker.key),
    ];
  });
  if (records.length > 0) await sayAll(speaker, records);
  return records.length / 2;
}

/** By whoever signed, at the secret address: from the log first, then here. */
export const takeBack = ({ speaker, private: ask }: Signer, row: Signature): Promise<void> =>
  inTurn(speaker, async () => {
    const now = (await ask("signatures.bySecret", row.secret_hash)) as Signature | undefined;
    const subject = now?.subject ?? row.subject;
    if (subject !== null) await unsign(speaker, subject, "signer");
    await ask("signatures.withdraw", row.id);
  });

/**
 * By the desk, with a reason that the log keeps.
 * @param keepWithdrawn notes the secret's hash for a restore of an older backup
 * @returns whether it was a signature that stood
 */
export const takeOff = (
  { speaker, private: ask }: Signer,
  subject: string,
  reason: string,
  keepWithdrawn: (hash: string) => void,
): Promise<boolean> =>
  inTurn(speaker, async () => {
    const stood = await unsign(speaker, subject, "desk", reason);
    const row = (await ask("signatures.bySubject", subject)) as Signature | undefined;
    if (row && row.state !== "withdrawn") {
      keepWithdrawn(row.secret_hash);
      await ask("signatures.withdraw", row.id);
    }
    return stood;
  });

/** @returns whether there was anything to take off */
async function unsign(
  speaker: Speaker,
  subject: string,
  by: "signer" | "desk",
  reason?: string,
): Promise<boolean> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const texts = said.filter(({ kind }) => kind === LETTER_SIGNED || kind === LETTER_NAMED);
  const bodies = [...new Set(texts.map(({ body }) => body))];
  if (bodies.length === 0) return false;
  if (await speaker.snapshot((db) => areForgotten(db, bodies))) return false; // pressed twice
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  const why = { signer: "withdrawn by whoever signed", desk: "withdrawn by the desk" }[by];
  const withdrawn = { by, ...(reason !== undefined && { reason }) };
  await sayAll(speaker, [
    signRecord({ kind: LETTER_WITHDRAWN, subject, at: at(), body: withdrawn }, speaker.key),
    signRecord(
      { kind: ERASURE_MADE, subject, at: at(), body: { bodies, reason: why } },
      speaker.key,
    ),
  ]);
  return true;
}

async function sayAbout(speaker: Speaker, subject: string, kind: string, body: JsonObject) {
  const before = await speaker.snapshot((db) => recordsAbout(db, subject));
  const at = new Clock(Date.now).tick(before.at(-1)?.at);
  await sayAll(speaker, [signRecord({ kind, subject, at, body }, speaker.key)]);
}
