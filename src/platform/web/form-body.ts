/** What a form posts: read with a bound, strictly, so that nothing arrives that the form does not have. */
import type { IncomingMessage } from "node:http";
import { withoutNoncharacters } from "../../engines/plaintext/tidy.ts";
import { isBody, readBody } from "./read-body.ts";

const MAX_FORM = 40_000; // bytes; two texts of 2,000 characters, nine bytes each where a script is percent-encoded

export interface FormProblem {
  readonly status: 400 | 408 | 413 | 415 | 503 | 507;
  readonly message: string;
}

/**
 * The fields of `application/x-www-form-urlencoded`, with line ends as `\n` and no blanks around a value.
 * @param names the fields that the form has; another one, or one twice, is refused
 * @param most bytes; more than the default where a form takes a long text
 * @param rows how the names of fields begin of which the form has as many as are needed, such as `people.`
 */
export async function readForm<const N extends string>(
  req: IncomingMessage,
  names: readonly N[],
  most = MAX_FORM,
  rows: readonly string[] = [],
): Promise<{ fields: Readonly<Record<N, string>> } | { problem: FormProblem }> {
  const type = (req.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded")
    return refuse(415, "Expected a form (application/x-www-form-urlencoded)");
  const body = await readBody(req, most);
  if (!isBody(body)) return refuse(body.status, body.message);
  const known = new Set<string>(names);
  const fields: Record<string, string> = Object.fromEntries(names.map((name) => [name, ""]));
  const seen = new Set<string>();
  const text = body.toString("latin1");
  for (const pair of text === "" ? [] : text.split("&")) {
    const at = pair.indexOf("=");
    const [name, value] = [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    if (at < 0 || name === undefined || value === undefined)
      return refuse(400, "Expected a form in UTF-8 as browsers send it");
    const isKnown = known.has(name) || rows.some((begin) => name.startsWith(begin));
    if (!isKnown || seen.has(name))
      return refuse(400, "Expected each field of the form once, and no other");
    seen.add(name);
    fields[name] = typedText(value);
  }
  return { fields: fields as Record<N, string> };
}

/** A value as it is read from any form: line ends as `\n`, no blanks around it, and nothing that is no character. */
export const typedText = (value: string): string =>
  withoutNoncharacters(value.replace(/\r\n?/g, "\n")).trim();

const refuse = (status: FormProblem["status"], message: string) => ({
  problem: { status, message },
});

/** Printable ASCII with `+` for a blank and `%XX` for the rest; undefined for anything else. */
function decoded(text: string): string | undefined {
  if (!/^(?:[\u0021-\u0024\u0026-\u007e]|%[0-9A-Fa-f]{2})*$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined; // no UTF-8
  }
}
