/** Seals an exercise for its page (`sealed.ts`). Pure. */
import type { Exercise } from "./form.ts";
import { countOf, gapsIn, SLACK } from "./judge.ts";
import {
  CHECK,
  hashOf,
  keyOf,
  mixed,
  saidIn,
  stepOf,
  turned,
  wordsSaid,
  type Sealed,
} from "./sealed.ts";

export function sealed(one: Exercise): Sealed {
  const { id, sort, wrong } = one;
  const { right } = one as { readonly right?: string };
  const count = countOf(one);
  const steps = one.sort === "number" ? stepsOf(one) : undefined;
  const hashes = rightIn(one, count, steps).map((all, i) =>
    [...new Set(all)].map((said) => hashOf(id, i, said)),
  );
  const keys = hashes.map(([first]) => keyOf(first!));
  return {
    id,
    sort,
    count,
    wrong,
    ...(steps && { steps }),
    parts: hashes.map((all) => all.map((hash) => hash.slice(0, CHECK))),
    ...(right !== undefined && {
      more: [
        hidden(right, keys),
        hashes.map((all, i) => all.slice(1).map((hash) => mixed(keyOf(hash), keys[i]!))),
      ],
    }),
  };
}

/** Each right answer as it would be said, of each part. */
function rightIn(one: Exercise, count: number, steps: Sealed["steps"]): readonly string[][] {
  if (one.sort === "gap") return gapsIn(one.gap).map((words) => words.flatMap(wordsSaid));
  if (one.sort === "number") return [[stepOf(one.answer, steps!)]];
  const all = Array.from({ length: count }, (_, i) => i);
  const rights =
    one.sort === "choice" || one.sort === "several"
      ? all.filter((i) => one.answers[i]!.right)
      : all;
  return saidIn({ sort: one.sort, count }, rights)?.map((said) => [...said]) ?? [];
}

/** One step holds what is right, ends included, as `judge` has it. */
function stepsOf({ answer, tolerance }: Extract<Exercise, { sort: "number" }>): [number, number] {
  const most = tolerance + SLACK * Math.max(1, Math.abs(answer));
  return [2 * most, (answer - most) % (2 * most)];
}
const hidden = (text: string, keys: readonly string[]): string =>
  btoa(String.fromCodePoint(...turned(new TextEncoder().encode(text), keys)));
