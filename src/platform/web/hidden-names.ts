/** Names that stand nowhere for now, taken out of what is said of others. Rule PE13 of features/people. */
import { escaped } from "./escaped.ts";

const INSTEAD = "[…]";

/** In whatever is sent: a text, or all texts in it. A name of one word is left: it is other people's, and other things', too. */
export function withoutNames<T>(said: T, names: readonly string[] = []): T {
  const all = names.filter((name) => /\S\s+\S/u.test(name));
  return all.length === 0 ? said : (without(said, all) as T);
}

/** In a page that answers a form: what was typed stays in its fields as it was typed. */
export function shownWithout(html: string, names: readonly string[] = []): string {
  if (names.length === 0) return html;
  return html.replaceAll(PARTS, (part) => (FIELD.test(part) ? part : withoutNames(part, names)));
}
/** A tag, with what stands in a field after it, or a text. */
const PARTS = /<textarea\b[^<>]*>[^<]*|<[^<>]*>|[^<]+/g;
const FIELD = /^<(?:input|textarea|option|select|button)\b/;

function without(said: unknown, names: readonly string[]): unknown {
  if (typeof said === "string") {
    let text = said;
    for (const form of names.flatMap(formsOf)) text = text.replaceAll(form, INSTEAD);
    return text;
  }
  if (Array.isArray(said)) return said.map((one) => without(one, names));
  if (typeof said !== "object" || said === null || said instanceof Uint8Array) return said;
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, without(one, names)]));
}

/** As it stands in plain text, in HTML and in JSON. */
function formsOf(name: string): string[] {
  const html = escaped(name);
  return [
    ...new Set([name, html, html.replaceAll("'", "&#39;"), JSON.stringify(name).slice(1, -1)]),
  ];
}
