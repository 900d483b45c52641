/** From the fields of an exercise's form to an answer. Pure: the server reads a form with it, and so does the page. */
import type { Exercise } from "./form.ts";
import type { Answer } from "./judge.ts";

/** The values of a field, in their order; none where nobody answered. */
type Values = (name: string) => readonly string[];

/** Fields: `a` is picked or typed once or several times, `a0`, `a1`, … are chosen for each item or pair. */
export function answerIn(one: Exercise, values: Values): Answer | undefined {
  switch (one.sort) {
    case "task":
      return undefined; // it is shown to somebody
    case "gap":
    case "number":
      return values("a").some((text) => text.trim() !== "") ? values("a") : undefined;
    case "order":
      return inPlaces(one.items.length, values);
    case "match":
      return chosen(one.pairs.length, values);
    default: {
      const picked = values("a").map((n) => (n === "" ? Number.NaN : Number(n)));
      return picked.length > 0 || one.sort === "cards" ? picked : undefined;
    }
  }
}

/** Of each item its place, from 0; undefined where one has none. */
function chosen(count: number, values: Values): number[] | undefined {
  const all = Array.from({ length: count }, (_, i) => values(`a${i}`)[0] ?? "");
  return all.includes("") ? undefined : all.map(Number);
}

/** Which item was put at each place; two at one place are no order. */
function inPlaces(count: number, values: Values): number[] | undefined {
  const places = chosen(count, values);
  return places && Array.from({ length: count }, (_, place) => places.indexOf(place));
}

/** The numbers below `count` in an order that is always the same for one id, and never the right one where there is another. */
export function shuffled(id: string, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  let seed = 2166136261; // FNV-1a
  for (const letter of id) seed = Math.imul(seed ^ letter.codePointAt(0)!, 16777619) >>> 0;
  for (let i = count - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  if (count > 1 && order.every((n, i) => n === i)) order.push(order.shift()!);
  return order;
}
