/** A person of the desk decides about words, and their author puts others in their place or appeals. */
import type { Db } from "../../../platform/db/store.ts";
import { noteDecision, noteTally } from "./talkers.ts";
import { byId, bySecret } from "./finding.ts";
import {
  isOpen,
  likeness,
  mine,
  withoutRecording,
  type Decision,
  type Remark,
  type RemarkEdit,
  type TakeDown,
} from "./remark.ts";

/** Puts other values in the place of what was read; of two at one moment the later one changes nothing, and gets undefined. */
async function put(
  tx: Db,
  { id, version }: Pick<Remark, "id" | "version">,
  values: Partial<Remark>,
): Promise<Remark | undefined> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("remark")
    .set({ ...values, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 0 ? undefined : byId(tx, id);
}

/**
 * Decide about what is open, an edit included: an accepted edit takes the place of the words, a refused one is dropped.
 * @returns the row as it is now, or undefined where it is not any more what was looked at
 */
export async function decide(tx: Db, decision: Decision): Promise<Remark | undefined> {
  const { id, version, state, reason = null, by, day, subject } = decision;
  const before = await byId(tx, id);
  if (!before || before.version !== version || !mayDecide(before, decision)) return undefined;
  const isEdit = before.edit !== null;
  if (!isEdit && !isOpen(before.state)) return undefined;
  const after = await put(tx, before, {
    state: isEdit && state !== "second" ? "accepted" : state,
    ...(state === "second"
      ? { asked_by: by, asked: day }
      : { reason, decided_by: by, decided: day, asked_by: null, asked: null }),
    ...(subject !== undefined && { subject }),
    ...(isEdit && state === "accepted" && { text: before.edit, alike: likeness(before.edit) }),
    ...(state !== "second" && { edit: null }),
    ...(state !== "second" && { contact: null }), // its author was told so: nobody needs it any more
  });
  if (after) await noteDecision(tx, before, decision);
  return after;
}

/** Whoever asked another person to look does not answer it, and whoever refused not its appeal; alone they may from the next day on. */
export const mayDecide = (
  { asked_by: askedBy, asked }: Pick<Remark, "asked_by" | "asked">,
  { by, day, alone = false }: Pick<Decision, "by" | "day" | "alone">,
): boolean => askedBy !== by || (alone && asked !== null && asked < day);

/** What is shown is shown no more: its words stay here for an appeal; the log has erased its own, and its recording. */
export async function takeDown(
  tx: Db,
  { id, by, day, reason }: TakeDown,
): Promise<Remark | undefined> {
  const before = await byId(tx, id);
  if (before?.state !== "accepted") return undefined;
  const decided = { reason, decided_by: by, decided: day, asked_by: null, asked: null };
  const gone = { state: "refused", subject: null, edit: null } as const;
  const more = withoutRecording(before.more);
  const after = await put(tx, before, { ...gone, ...decided, more });
  if (after) await noteDecision(tx, before, { state: "refused", day, reason });
  return after;
}

/** Other words in their place, by their author: at once while nobody has decided, after that for the desk to read. */
export async function edit(tx: Db, changed: RemarkEdit): Promise<Remark | undefined> {
  const { text, signals, ...which } = changed;
  const before = "hash" in which ? await bySecret(tx, which.hash) : await byId(tx, which.id);
  if (!before || before.state === "withdrawn" || before.state === "refused") return before;
  const after = await put(tx, before, {
    ...(signals && { signals: JSON.stringify(signals) }),
    ...(before.subject === null ? { text, alike: likeness(text) } : { edit: text }),
  });
  return after ?? edit(tx, changed); // somebody decided at this moment
}

/** Once, against a refusal: it waits again, for somebody else. */
export async function appeal(
  tx: Db,
  { hash, text, day }: { readonly hash: string; readonly text: string; readonly day: string },
): Promise<Remark | undefined> {
  const before = await bySecret(tx, hash);
  if (before?.state !== "refused" || before.appeal !== null) return before;
  const { decided_by: askedBy, decided: asked } = before;
  const again = { state: "second", appeal: text, asked_by: askedBy, asked } as const;
  const after = await put(tx, before, again);
  if (after) await noteTally(tx, { day, came: before.came, what: "appealed" });
  return after ?? bySecret(tx, hash);
}
