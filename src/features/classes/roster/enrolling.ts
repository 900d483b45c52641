/** People come into a class: each once, however often the form is sent, with a picture that few others have. Rules CL2 and CL3. */
import { openTurns } from "../../../platform/db/in-turn.ts";
import { askErased, type Erased } from "../../../platform/private/erased.ts";
import type { Privately } from "../../../platform/private/part.ts";
import { askClasses } from "../private/classes.ts";
import type { Learner, Room } from "../private/rows.ts";
import { picturesFor } from "../pictures.tsx";
import { newLearner } from "./cards.ts";
import { faultsOf, nameKey, readNames, tidyLine, type TypedName } from "./names.ts";
import { faultsInWords, manyInWords } from "./said.ts";
import type { RosterWords } from "./words.ts";

/** One after the other for each class: of two teachers who write at once the later is told what the first one did. */
export const inTurnOf = openTurns();

type Newcomer = TypedName & ReturnType<typeof newLearner>;

interface Came {
  readonly newcomers: readonly Newcomer[];
  /** With those whom the form brought before, where it was sent twice. */
  readonly brought: number;
}

/**
 * Who is new, or why the names cannot be taken.
 * @param form by which they come: whom it brought already is not new
 */
export function newcomersIn(
  text: string,
  { form, here }: { readonly form: string; readonly here: readonly Learner[] },
  words: RosterWords,
): Came | { readonly problem: string } {
  const ids = new Set(here.map(({ id }) => id));
  const all = readNames(text);
  const many = manyInWords(all, 0, words);
  if (many !== undefined) return { problem: many };
  const came = all.map(({ line, name }) => ({
    line,
    ...newLearner(form, nameKey(name), name),
  }));
  const isNew = came.filter(({ id }) => !ids.has(id));
  const full = manyInWords(isNew, here.length, words);
  if (full !== undefined) return { problem: full };
  // A name that stands twice has one id, so it is looked for among all that came.
  const faults = faultsOf(
    isNew.length === 0 ? [] : all,
    here.filter(({ id }) => !came.some((one) => one.id === id)).map(({ name }) => name),
  );
  if (faults.length > 0) return { problem: faultsInWords(faults, words) };
  return {
    newcomers: isNew.map((one) => ({ ...one, name: tidyLine(one.name) })),
    brought: came.length,
  };
}

/** Those who were erased from this class: by their names, and by the form that brought them before. Rule CL40. */
export const erasedAmong = async (
  privately: Privately,
  room: Pick<Room, "id">,
  newcomers: readonly Newcomer[],
): Promise<readonly Newcomer[]> => {
  const gone = await askErased(privately).erasedOf(
    newcomers.flatMap((one) => knownAs(room, one).map((as) => ({ one, as }))),
    ({ as }) => as,
  );
  return [...new Set(gone.map(({ one }) => one))];
};

/** They asked to come back. */
export const letIn = (
  privately: Privately,
  room: Pick<Room, "id">,
  erased: readonly Newcomer[],
): Promise<void> => askErased(privately).letIn(erased.flatMap((one) => knownAs(room, one)));

const knownAs = (room: Pick<Room, "id">, { id, name }: Newcomer): readonly Erased[] => [
  { sort: "learner", by: [room.id, name] },
  { table: "class_learner", key: [id] },
];

export async function enrol(
  privately: Privately,
  room: Pick<Room, "id">,
  came: {
    readonly newcomers: readonly Newcomer[];
    readonly here: readonly Learner[];
    readonly at: number;
  },
): Promise<number> {
  const { newcomers, here, at } = came;
  const pictures = picturesFor(
    newcomers.length,
    here.map(({ picture }) => picture),
  );
  const added = await askClasses(privately).enrol({
    room: room.id,
    learners: newcomers.map(({ id, name, code_hash, pin_hash }, i) => ({
      id,
      name,
      code_hash,
      pin_hash,
      picture: pictures[i]!,
      at,
    })),
  });
  return added.length;
}
