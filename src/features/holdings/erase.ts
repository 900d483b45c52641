/** Somebody is erased from everywhere, and a receipt says what went and what remains. Rules HD3 to HD6. */
import { randomBytes } from "node:crypto";
import type { Stored } from "../../platform/private/part.ts";
import type { Forgetting } from "../../platform/private/forgetting.ts";
import { askFrozen } from "../../platform/private/freezing.ts";
import { FORGET } from "../../platform/private/private.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { erasuresOf } from "../../platform/sent/erasing.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import { eraseSomebody } from "../contributions/api.ts";
import { heldOf } from "./find.ts";
import type { FoundRow, Held, Holder } from "./found.ts";
import { openMatching, type Matching } from "./matching.ts";
import { receiptOf, type Receipt } from "./receipt.ts";
import { batchesOf } from "./restrict.ts";
import { sayingAnew, type Anew, type Forms } from "./said-anew.ts";
import type { Wanted } from "./who.ts";

const REASON = "erased at the person's request"; // the log keeps it for ever: no name stands in it
const ROUNDS = 3; // what came in meanwhile is found by the next

interface Erasing {
  readonly desk: Pick<Desk, "speaker" | "private" | "keepWithdrawn">;
  readonly holder: Holder;
  readonly forms: Forms;
  /** Deletes the bytes of uploads that no row names any more. */
  readonly sweep: () => Promise<void>;
  readonly now: () => number;
}

/**
 * Cannot be undone. If the machine stops in between, asked again it goes on.
 * @param before what was found, and shown
 */
export async function eraseHeld(
  { desk, holder, forms, sweep, now }: Erasing,
  wanted: Wanted,
  before: Held,
): Promise<Receipt> {
  const matching = openMatching(wanted.sought);
  for (const person of wanted.persons) await eraseSomebody(desk, person, "desk", REASON);
  const anew: Anew[] = [];
  let held = await heldOf(holder, wanted);
  await askFrozen(desk.private).melt(batchesOf(held.rows));
  held = await heldOf(holder, wanted);
  for (let round = 0; round < ROUNDS && isLeft(held); round++) {
    const own = desk.speaker.key.name;
    const saying = await holder.snapshot((db) =>
      sayingAnew(db, matching, held.records, { own, forms }),
    );
    for (const { subject, says, bodies } of saying)
      await sayAbout(desk.speaker, subject, ...says, ...erasuresOf(bodies, REASON));
    anew.push(...saying);
    await desk.private(FORGET, forgettingOf(held, matching));
    for (const hash of secretsOf(held.rows)) desk.keepWithdrawn?.(hash);
    held = await heldOf(holder, wanted);
  }
  await sweep();
  return receiptOf({ before, after: await heldOf(holder, wanted), anew, now: now() });
}

const isLeft = ({ records, rows }: Held): boolean =>
  records.some(isNamed) || rows.some((row) => row.isTheirs || isNamed(row));
const isNamed = ({ hits }: Pick<FoundRow, "hits">): boolean => hits.some(({ isExact }) => !isExact);

/** Rows of the person go; others lose the name. */
function forgettingOf({ rows, records }: Held, matching: Matching): Forgetting {
  return {
    rows: rows
      .filter((row) => row.isTheirs || isNamed(row))
      .map(({ table, row, isTheirs }) => ({
        table,
        was: row,
        now: isTheirs ? undefined : withoutName(row, matching),
      })),
    held: records.flatMap(({ isWaiting, id }) => (isWaiting ? [id] : [])),
  };
}

/** The columns that change. What is a name and nothing else becomes a mark of its own: no two rows may be one where a column is single. */
function withoutName(row: Stored, matching: Matching): Stored {
  const changed = Object.entries(row).flatMap(([column, value]) => {
    const hits = matching.hits(value).filter(({ isExact }) => !isExact);
    if (hits.length === 0) return [];
    const isAll = hits.some(({ at }) => at === "");
    const isWhole = isAll && hits.some((hit) => hit.isWhole);
    return [
      [
        column,
        matching.without(
          value,
          isWhole ? `erased-${randomBytes(4).toString("hex")}` : "…",
        ) as string,
      ],
    ];
  });
  return Object.fromEntries(changed) as Stored;
}

const secretsOf = (rows: readonly FoundRow[]): string[] =>
  rows.flatMap(({ isTheirs, row: { secret_hash: hash } }) =>
    isTheirs && typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? [hash] : [],
  );
