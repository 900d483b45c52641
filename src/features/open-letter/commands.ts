/** From what was confirmed to the log and back: every signature that is counted was said here. Rules OL1, OL2, OL4 and OL5. */
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { endAndErase } from "../../platform/sent/erasing.ts";
import { appendSigned, batchOf, say, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import type { Paper } from "./form.ts";
import { signaturesById } from "./queries.ts";
import { LETTER_NAMED, LETTER_SIGNED, LETTER_WITHDRAWN } from "./records.ts";
import { paperId } from "./secrets.ts";
import { type Signature, type SignatureDecision, askSignatures } from "./private.ts";

/** One after the other: two that look at once whether something was said would both say it, and it would count twice. */
const inTurn = openTurn();

/** Say what was confirmed and does not stand in the log yet; again after a crash it is said once. */
export const sayConfirmed = (signer: Desk): Promise<void> => inTurn(() => sayUnsaid(signer));

async function sayUnsaid({ speaker, private: ask }: Desk): Promise<void> {
  const rows = await askSignatures(ask).unsaid();
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
      const [said] = await say(speaker, [{ kind: LETTER_SIGNED, body: signed }]);
      subject = said!.id;
    }
    await askSignatures(ask).said({ id, subject });
  }
}

/**
 * Show a name, with or without its sentence, or leave it out and say why.
 * @returns whether it was still what was looked at
 */
export const decideName = (
  signer: Desk,
  row: Signature,
  decision: NameDecision,
): Promise<boolean> => inTurn(() => decideInTurn(signer, row, decision));

type NameDecision = Pick<SignatureDecision, "state" | "by" | "day"> & {
  readonly reason?: string;
  readonly withWords: boolean;
};

async function decideInTurn(
  { speaker, private: ask }: Desk,
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
    if (now.name === undefined)
      await sayAbout(speaker, subject, { kind: LETTER_NAMED, body: named });
  }
  return await askSignatures(ask).decide({ ...rest, id, version });
}

/** Signed on paper, and typed by the desk, which has read it. @returns how many were not there yet */
export const sayPaper = (
  { speaker }: Pick<Desk, "speaker">,
  paper: Paper,
  day: string,
): Promise<number> => inTurn(() => sayLines(speaker, paper, day));

async function sayLines(
  speaker: Speaker,
  { confirmed, by, signers }: Paper,
  day: string,
): Promise<number> {
  const lines = new Map(
    signers.map((one) => [paperId([one.kind, one.country, by, one.name, one.place]), one] as const),
  );
  const known = await speaker.snapshot((db) => signaturesById(db, [...lines.keys()]));
  const batch = batchOf(speaker);
  const added = [...lines].filter(([id]) => !known.has(id));
  for (const [id, { kind, country, name, place }] of added) {
    const body = { id, kind, country, signed: day, confirmed, by };
    const { id: subject } = batch.add({ kind: LETTER_SIGNED, body });
    batch.add({ kind: LETTER_NAMED, subject, body: { name, place } });
  }
  await appendSigned(speaker, batch.records);
  return added.length;
}

/** By whoever signed, at the secret address: from the log first, then here. */
export const takeBack = ({ speaker, private: ask }: Desk, row: Signature): Promise<void> =>
  inTurn(async () => {
    const now = await askSignatures(ask).bySecret(row.secret_hash);
    const subject = now?.subject ?? row.subject;
    if (subject !== null) await unsign(speaker, subject, "signer");
    await askSignatures(ask).withdraw(row.id);
  });

/**
 * By the desk, with a reason that the log keeps.
 * @param keepWithdrawn notes the secret's hash for a restore of an older backup
 * @returns whether it was a signature that stood
 */
export const takeOff = (
  { speaker, private: ask }: Desk,
  subject: string,
  reason: string,
  keepWithdrawn: (hash: string) => void,
): Promise<boolean> =>
  inTurn(async () => {
    const stood = await unsign(speaker, subject, "desk", reason);
    const row = await askSignatures(ask).bySubject(subject);
    if (row && row.state !== "withdrawn") {
      keepWithdrawn(row.secret_hash);
      await askSignatures(ask).withdraw(row.id);
    }
    return stood;
  });

const WHY = {
  signer: "withdrawn by whoever signed",
  desk: "withdrawn by the desk",
} as const;

/** @returns whether there was anything to take off */
async function unsign(
  speaker: Speaker,
  subject: string,
  by: keyof typeof WHY,
  reason?: string,
): Promise<boolean> {
  const end = { kind: LETTER_WITHDRAWN, body: { by, reason } };
  const texts = [LETTER_SIGNED, LETTER_NAMED];
  return (await endAndErase(speaker, subject, { end, texts, reason: WHY[by] })).length > 0;
}
