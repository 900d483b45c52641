/**
 * Canonical YAML and JSON: one text for one value. What is short and simple stands on one line, the rest
 * below each other; fields stand in the order of their form; nothing is ever folded.
 */
import { holdsDate, inside, keysOf, type Form } from "./form.ts";

const WIDTH = 100; // characters of a line that a list or a group may fill before it is broken up

/** A group of fields, one below the other. */
export function writeYaml(value: Readonly<Record<string, unknown>>, form: Form): string {
  return `${fields(value, form, 0).join("\n")}\n`;
}

/** A list of groups of fields. */
export function writeYamlList(
  values: readonly Readonly<Record<string, unknown>>[],
  form: Form,
): string {
  if (values.length === 0) return "[]\n";
  return `${values.map((value) => item(fields(value, form, 2))).join("\n")}\n`;
}

/** @param indent of the lines after the first */
export function writeJson(value: unknown, form: Form, indent = 0): string {
  return `${json(value, form, indent, indent)}\n`;
}

/** Fields in the order of the form; one that the form does not know comes last. */
function inOrder(value: object, form: Form): [string, unknown][] {
  const order = new Map(keysOf(form).map((key, i) => [key, i]));
  const rank = (key: string) => order.get(key) ?? Infinity;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(a) - rank(b)));
}

function fields(value: object, form: Form, indent: number): string[] {
  return inOrder(value, form).map(([key, inner]) => {
    const start = `${" ".repeat(indent)}${scalar(key, [], false, true)}:`;
    return `${start}${block(inner, inside(form, key), indent, start.length + 1)}`;
  });
}

/** What follows `key:` or, with the mark put before it, `-`. */
function block(value: unknown, form: Form, indent: number, column: number): string {
  if (!isGroup(value))
    return ` ${isBlockText(value) ? literal(value, indent + 2) : scalar(value, form, false)}`;
  const short = flow(value, form);
  if (short !== undefined && column + short.length <= WIDTH) return ` ${short}`;
  if (!Array.isArray(value)) return `\n${fields(value, form, indent + 2).join("\n")}`;
  const items: unknown[] = value;
  const shorts = items.map((inner, i) => (isGroup(inner) ? flow(inner, inside(form, i)) : ""));
  // Groups of one list look alike: each on one line, or none.
  const allFit = shorts.every((text) => text !== undefined && indent + 4 + text.length <= WIDTH);
  return `\n${items.map((inner, i) => listed(inner, inside(form, i), indent + 2, allFit)).join("\n")}`;
}

function listed(value: unknown, form: Form, indent: number, isShort: boolean): string {
  if (isGroup(value) && !Array.isArray(value) && Object.keys(value).length > 0 && !isShort)
    return item(fields(value, form, indent + 2));
  return `${" ".repeat(indent)}-${block(value, form, indent, indent + 2)}`;
}

/** Fields that begin with `- ` where their indentation was. */
function item(lines: readonly string[]): string {
  const text = lines.join("\n");
  const indent = text.search(/\S/);
  return `${" ".repeat(indent - 2)}- ${text.slice(indent)}`;
}

/** A list or group of simple values on one line; undefined where something in it is not simple. */
function flow(value: object, form: Form): string | undefined {
  if (Object.values(value).some((inner) => isGroup(inner) || isBlockText(inner))) return undefined;
  if (Array.isArray(value))
    return `[${value.map((inner, i) => scalar(inner, inside(form, i), true)).join(", ")}]`;
  const pairs = inOrder(value, form).map(
    ([key, inner]) => `${scalar(key, [], true, true)}: ${scalar(inner, inside(form, key), true)}`,
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

const isGroup = (value: unknown): value is object => typeof value === "object" && value !== null;
const isBlockText = (value: unknown): value is string =>
  typeof value === "string" &&
  value.includes("\n") &&
  value === value.trim() &&
  !/[^\n\P{Cc}]|[\u2028\u2029\ufeff]/u.test(value);

function literal(text: string, indent: number): string {
  const pad = " ".repeat(indent);
  return `|-\n${text.replaceAll(/^(?=.)/gm, pad)}`;
}

const NUMBER = /^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const CLOCK = /^[-+]?[0-9][0-9_]*(:[0-9]+)+/; // YAML 1.1, which many tools still read, takes 12:30 for 750
const WORD = /^(null|true|false|yes|no|on|off|y|n)$/i; // and `no` for false
const PLAIN = /^[\p{L}\p{N}“„«‘’…(+$€£][^\p{Cc}\u2028\u2029\ufeff]*$/u;

/** A value on one line: plain where every reader of YAML takes it for the same text, quoted as in JSON elsewhere. */
function scalar(value: unknown, form: Form, inFlow: boolean, isKey = false): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (/^[0-9]{4}$/.test(value) && holdsDate(form)) return value; // a year; the form says that it is a text
  const isPlain =
    PLAIN.test(value) &&
    !value.endsWith(" ") &&
    !/: | #|:$/.test(value) &&
    !(inFlow && /[,[\]{}]/.test(value)) &&
    !NUMBER.test(value) &&
    !CLOCK.test(value) &&
    (isKey ? !/^(null|true|false)$/i.test(value) : !WORD.test(value));
  return isPlain ? value : quoted(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function json(value: unknown, form: Form, indent: number, column: number): string {
  if (!isGroup(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const parts: [string, unknown, Form][] = isList
    ? value.map((inner: unknown, i) => ["", inner, inside(form, i)])
    : inOrder(value, form).map(([key, inner]) => [
        `${JSON.stringify(key)}: `,
        inner,
        inside(form, key),
      ]);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return `${open}${close}`;
  const isSimple = parts.every(([, inner]) => !isGroup(inner) || isPosition(inner));
  const gap = isList ? "" : " ";
  const short = `${open}${gap}${parts.map(([key, inner]) => key + oneLine(inner)).join(", ")}${gap}${close}`;
  if (isSimple && indent > 0 && column + short.length <= WIDTH) return short;
  const pad = " ".repeat(indent + 2);
  const lines = parts.map(
    ([key, inner, of]) => `${pad}${key}${json(inner, of, indent + 2, indent + 2 + key.length)}`,
  );
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

/** A list of numbers, such as a position, is as simple as a number. */
const isPosition = (value: object): boolean =>
  Array.isArray(value) && value.every((inner) => typeof inner === "number");
const oneLine = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((inner) => JSON.stringify(inner)).join(", ")}]`
    : JSON.stringify(value);
