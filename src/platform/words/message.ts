/**
 * What a catalogue holds besides plain texts: sentences with something in them, and sentences about how many. English is
 * written here; other languages say the same with the same names in braces, in whatever order they put them.
 */
import { sentence } from "./sentence.ts";

export type Value = string | number;

type NameIn<T extends string> = T extends `${string}{${infer N}}${infer Rest}`
  ? N | NameIn<Rest>
  : never;
type IsOne<N, All = N> = [N] extends [never]
  ? false
  : N extends unknown
    ? [All] extends [N]
      ? true
      : false
    : false;
type Values<N extends readonly string[]> = { readonly [I in keyof N]: Value };

/** What a message is made from: the English for one and for several, and the names of its values in their order. */
export interface Message {
  readonly text: string;
  /** Where it says how many: the English for every number but one. */
  readonly several?: string;
  readonly names: readonly string[];
}

const MADE_FROM = Symbol("message");

/** `say("By {who}")` is called with who. Several names are told in the order of the call: `say("{low} to {high}", "low", "high")`. */
export function say<const T extends string>(
  text: T & (IsOne<NameIn<T>> extends true ? unknown : never),
): (value: Value) => string;
export function say<const T extends string, const N extends readonly [NameIn<T>, ...NameIn<T>[]]>(
  text: T,
  ...names: N
): (...values: Values<N>) => string;
export function say(text: string, ...names: string[]): (...values: Value[]) => string {
  const [first] = /(?<=\{)\w+(?=\})/.exec(text) ?? [];
  return said({ text, names: names.length > 0 || !first ? names : [first] });
}

/**
 * `counted("{n} story", "{n} stories")` is called with how many, and then with what else is named:
 * `counted("{n} word about {title}", "{n} words about {title}", "title")`. What is not named stays in braces, for `filled`.
 */
export function counted<
  const A extends string,
  const B extends string,
  const N extends readonly NameIn<A | B>[],
>(text: A, several: B, ...names: N): (n: number, ...values: Values<N>) => string {
  return said({ text, several, names });
}

function said(message: Message): (...values: Value[]) => string {
  const texts = message.several === undefined ? [message.text] : [message.text, message.several];
  return Object.assign(sentence("en", texts, message), { [MADE_FROM]: message });
}

/** What stands in a catalogue under a key, where it is a text or made by `say` or `counted`. */
export function messageOf(leaf: unknown): Message | undefined {
  if (typeof leaf === "string") return { text: leaf, names: [] };
  return typeof leaf === "function"
    ? (leaf as { readonly [MADE_FROM]?: Message })[MADE_FROM]
    : undefined;
}
