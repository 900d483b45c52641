/** From the fields of an exercise's form to an answer. Pure: the server reads a form with it, and so does the page. */
import type { Exercise } from "./form.ts";
import { countOf, type Answer } from "./judge.ts";
import type { Sealed } from "./sealed.ts";

/** An exercise as a course has it, or as its page carries it. */
type Asked = Exercise | Pick<Sealed, "sort" | "id" | "count">;
const lengthOf = (one: Asked): number => ("count" in one ? one.count : countOf(one));

/** The values of a field, in their order; none where nobody answered. */
type Values = (name: string) => readonly string[];

/**
 * Fields: `a` is typed once or several times, or names a card that was known. What is picked, `o`, is named by where it stands on
 * the page, and so are the items of an order, `o0`, `o1`, …, and what is chosen for each pair: the order in which a course
 * has its answers would give them away.
 */
export function answerIn(one: Asked, values: Values): Answer | undefined {
  const { sort, id } = one;
  const count = lengthOf(one);
  const order = shuffled(id, count);
  switch (sort) {
    case "task":
      return undefined; // it is shown to somebody
    case "gap":
    case "number":
      return values("a").some((text) => text.trim() !== "") ? values("a") : undefined;
    case "order": {
      const places = chosen(count, values);
      return places && order.map((_, place) => order[places.indexOf(place)] ?? -1);
    }
    case "match":
      return chosen(count, values)?.map((at) => order[at] ?? -1);
    case "cards":
      return numbersOf(values("a"));
    default: {
      const picked = numbersOf(values("o")).map((at) => order[at] ?? -1);
      return picked.length > 0 ? picked : undefined;
    }
  }
}

/** The values of the form's fields that give this answer. */
export function valuesOf(one: Asked, answer: Answer): Values {
  const { sort, id } = one;
  if (typeof answer === "boolean") return () => [];
  const texts = answer.map(String);
  if (sort === "gap" || sort === "number" || sort === "cards")
    return (name) => (name === "a" ? texts : []);
  const order = shuffled(id, lengthOf(one));
  const at = (n: unknown): string[] => {
    const place = order.indexOf(Number(n));
    return place < 0 ? [] : [String(place)];
  };
  if (sort !== "order" && sort !== "match")
    return (name) => (name === "o" ? texts.flatMap(at) : []);
  return (name) => {
    const n = Number(name.slice(1));
    if (sort === "match") return at(texts[n]);
    const place = texts.indexOf(String(order[n]));
    return place < 0 ? [] : [String(place)];
  };
}

const numbersOf = (texts: readonly string[]): number[] =>
  texts.map((n) => (n === "" ? Number.NaN : Number(n)));

/** Of each item or pair what was chosen, from 0; undefined where one has nothing. */
function chosen(count: number, values: Values): number[] | undefined {
  const all = Array.from({ length: count }, (_, i) => values(`o${i}`)[0] ?? "");
  return all.includes("") ? undefined : all.map(Number);
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
