/**
 * What an import leaves out of a folder: what was erased here, and what names it. A folder from before an erasure knows nothing
 * of it; to bring somebody back is a decision of its own, by name. Rule V86.
 */
import type { ImportLog, Known } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { valuesAt } from "./places.ts";
import { problemIn, type Thing } from "./thing.ts";
import type { FolderProblem } from "./problem.ts";
import type { Folder } from "./read.ts";

type AllKnown = ReadonlyMap<FolderPart, ReadonlyMap<string, Known>>;

export interface LeftOut {
  /** The folder without them. */
  readonly folder: Folder;
  /** Each with its file and line, and why. */
  readonly told: readonly FolderProblem[];
  /** `people/amal`: those that were erased themselves, and are let in. */
  readonly letIn: readonly Thing[];
}

/** @param again what may come back, as `people/amal`: those whom it is about asked for it */
export async function leftOut(
  folder: Folder,
  known: AllKnown,
  { isErased }: Pick<ImportLog, "isErased">,
  again: ReadonlySet<string>,
): Promise<LeftOut> {
  const named = await erasedByName(folder.things, known, isErased);
  const erased = folder.things.filter(
    (thing) => named.has(thing) || wasErased(known.get(thing.part)?.get(thing.slug), thing),
  );
  const letIn = erased.filter((thing) => again.has(nameOf(thing)));
  const why = new Map<Thing, FolderProblem>(
    erased
      .filter((thing) => !again.has(nameOf(thing)))
      .map((thing) => [thing, { ...problemIn(thing, [], LEFT(nameOf(thing))), field: "" }]),
  );
  for (let before = -1; before < why.size;) {
    before = why.size;
    const out = new Set([...why.keys()].map(nameOf));
    for (const thing of folder.things) {
      const field = why.has(thing) ? undefined : naming(thing, out, known);
      if (field) why.set(thing, problemIn(thing, field.path, NAMES(field.name)));
    }
  }
  const things = folder.things.filter((thing) => !why.has(thing));
  return {
    folder: { ...folder, things, leftOut: [...why.keys()] },
    told: [...why.values()],
    letIn,
  };
}

const nameOf = ({ part, slug }: Thing): string => `${part.space}/${slug}`;
const LEFT = (name: string): string =>
  `left out: ${name} was erased here. If those whom it is about asked for it back, import with --let-in ${name}`;
const NAMES = (name: string): string =>
  `left out: it names ${name}, which was erased here. Take the name out of the file, or let it in`;

/** All that the log knew of it was forgotten. */
const wasErased = (before: Known | undefined, { part }: Thing): boolean =>
  part.staysErased !== undefined &&
  before !== undefined &&
  before.body === undefined &&
  [part.opening, part.edit].some((kind) => before.erased.has(kind));

/** Of a person who stands here already, another was erased who had the same name. */
async function erasedByName(
  things: readonly Thing[],
  known: AllKnown,
  isErased: ImportLog["isErased"],
): Promise<ReadonlySet<Thing>> {
  const asked = things.flatMap((thing) => {
    const { sort, field } = thing.part.staysErased ?? {};
    const name = field === undefined ? undefined : thing.fields[field];
    const stands = known.get(thing.part)?.get(thing.slug)?.body !== undefined;
    return sort === undefined || typeof name !== "string" || stands
      ? []
      : [{ thing, as: { sort, by: [name] } }];
  });
  if (!isErased || asked.length === 0) return new Set();
  const are = await isErased(asked.map(({ as }) => as));
  return new Set(asked.filter((_, i) => are[i]).map(({ thing }) => thing));
}

/** Where it names one that is left out: a person, or what the log does not know at all. */
function naming({ part, fields, slug }: Thing, out: ReadonlySet<string>, known: AllKnown) {
  if (part.form === "yaml") return undefined; // the campaign stays, whoever goes
  const here = new Map([...known].map(([{ space }, things]) => [space, things]));
  for (const [pattern, space] of Object.entries(part.refs))
    for (const { value, path } of valuesAt(fields, pattern)) {
      const name = `${space}/${String(value)}`;
      if (!out.has(name) || name === `${part.space}/${slug}`) continue;
      if (part.staysErased !== undefined || !here.get(space)?.has(String(value)))
        return { name, path };
    }
  return undefined;
}
