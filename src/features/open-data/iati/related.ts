/**
 * Which activities may count the same people or things, so that nobody adds them up. Rule OD8. Two are
 * siblings when an organisation takes part in both and they share a unit, or when figures of both rest on
 * one document or are one figure claimed jointly.
 */
import { element, type Element } from "./elements.ts";

export interface Counted {
  readonly identifier: string;
  /** Subjects of the organisations. */
  readonly organisations: readonly string[];
  /** The units of its figures; none where figures are words. */
  readonly units: readonly string[];
  /** Addresses of the documents on which its figures rest, and names of figures claimed jointly. */
  readonly documents: readonly string[];
  /** The activity of the goal towards which it counts. */
  readonly goal?: string | undefined;
  /** The larger activity that it is part of. */
  readonly towards?: string | undefined;
}

const PARENT = "1";
const CHILD = "2";
const SIBLING = "3";
const MAX_SIBLINGS = 20; // an organisation with thousands of pledges would make the file grow as their square

/** By identifier, the `related-activity` elements of each. */
export function relatedActivities(all: readonly Counted[]): Map<string, Element[]> {
  const sharing = new Map<string, string[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = sharing.get(key);
      if (!known) sharing.set(key, [one.identifier]);
      else if (known.length <= MAX_SIBLINGS) known.push(one.identifier);
    }
  const children = new Map<string, string[]>();
  for (const one of all)
    for (const parent of parentsOf(one)) {
      const known = children.get(parent);
      if (known) known.push(one.identifier);
      else children.set(parent, [one.identifier]);
    }
  return new Map(
    all.map((one) => {
      const others = new Set(keysOf(one).flatMap((key) => sharing.get(key) ?? []));
      others.delete(one.identifier);
      const [parents, mine] = [parentsOf(one), children.get(one.identifier) ?? []];
      for (const near of [...parents, ...mine]) others.delete(near);
      return [
        one.identifier,
        [
          ...parents.map((ref) => related(ref, PARENT)),
          ...mine.map((ref) => related(ref, CHILD)),
          ...[...others].slice(0, MAX_SIBLINGS).map((ref) => related(ref, SIBLING)),
        ],
      ];
    }),
  );
}

const parentsOf = ({ goal, towards }: Counted): string[] =>
  [goal, towards].filter((ref) => ref !== undefined);

function keysOf({ organisations, units, documents }: Counted): string[] {
  const shared = organisations.flatMap((who) => units.map((unit) => JSON.stringify([who, unit])));
  return [...new Set([...shared, ...documents])];
}

const related = (ref: string, type: string): Element => element("related-activity", { ref, type });
