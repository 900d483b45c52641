/** A form with files as a browser without script posts it: read as it comes, never whole in memory, every part bounded. Rule T7. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { isFull } from "../../platform/db/away.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { openParts } from "../../platform/web/form-parts.ts";
import { formatBytes } from "../../platform/web/words.ts";
import { LARGEST, MAX_FILES, maxFile, WHATS, type What } from "./bounds.ts";
import type { Store } from "./store.ts";
import type { TellWords } from "./words.ts";

/** A file that lies in the store without belonging to anybody yet. */
export interface Came {
  readonly id: string;
  readonly what: What;
  readonly size: number;
}
export type Form =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly came: readonly Came[];
      /** Why some files were not taken, by what they are. */
      readonly refused: Readonly<Record<string, string>>;
    }
  | { readonly status: 400 | 413 | 415 | 503 | 507; readonly message: string };

const MAX_FIELD = 250_000; // bytes; 60,000 characters of four bytes
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)(?=[;\s]|$)/i;

interface Options {
  /** The fields that the form has, files apart. */
  readonly names: ReadonlySet<string>;
  readonly words: TellWords;
  /** Bytes of a field, and of all. */
  readonly most: { readonly field?: number; readonly whole: number };
  /** The network that sends it, salted. */
  readonly by: string;
}

/** What was received is on the disk when this answers; where it answers with a problem, or throws, nothing is left. */
export async function readMultipart(
  req: IncomingMessage,
  store: Store,
  { names, words, most, by }: Options,
): Promise<Form> {
  const type = req.headers["content-type"] ?? "";
  if (type.length > MAX_TYPE || !FORM.test(type))
    return { status: 415, message: words.refused.form };
  if (Number(req.headers["content-length"] ?? 0) > most.whole)
    return { status: 413, message: words.refused.whole };
  const fields: Record<string, string> = {};
  const refused: Record<string, string> = {};
  const came: Came[] = [];
  const ids: string[] = [];
  const open = new Map<Readable, Promise<void>>();
  let problem: Extract<Form, { readonly status: unknown }> | undefined;
  const parser = openParts(req, {
    fieldNameSize: 40,
    fieldSize: most.field ?? MAX_FIELD,
    fields: names.size,
    files: MAX_FILES,
    fileSize: LARGEST,
    headerPairs: 20,
  });
  if (!parser) return { status: 400, message: words.refused.form };
  const end = (status: 400 | 413 | 503 | 507, message: string) => {
    problem ??= { status, message };
    parser.destroy(new Error(message));
  };
  parser.on("field", (name: string, value: string, _cut: boolean, isCut: boolean) => {
    if (!names.has(name) || Object.hasOwn(fields, name))
      problem ??= { status: 400, message: words.refused.form };
    else if (isCut) refused[name] = words.problems.long;
    else fields[name] = value.replaceAll(/\r\n?/g, "\n").trim();
  });
  let isOver = false; // the parser may still find a file in what it held when it was ended
  let nth = 0; // in the order of the form, whichever is on the disk first
  parser.on("file", (name: string, file: Readable, fileName: string | undefined) => {
    const what = WHATS.find((one) => one === name);
    file.on("error", () => undefined); // whoever reads it is told, and nobody may read it any more
    if (what && !isOver && (fileName ?? "") !== "") open.set(file, take(what, file, nth++));
    else file.resume(); // a field in which nothing was chosen
  });
  parser.on("filesLimit", () => (refused["photo"] = words.refused.many));

  /** Never rejects: what goes wrong with one file ends the whole form. */
  async function take(what: What, file: Readable, at: number): Promise<void> {
    const id = newSecret();
    ids.push(id);
    try {
      const bytes = file.iterator({ destroyOnReturn: false });
      const size = await store.receive(id, { bytes, by });
      if (size === "full") return end(503, words.refused.full);
      if (size === 0) refused[what] = words.refused.empty;
      else if (size > maxFile(what) || (file as Readable & { truncated?: boolean }).truncated)
        refused[what] = words.refused.large(formatBytes(maxFile(what), words.lang));
      else return void (came[at] = { id, what, size });
      await store.discard(id);
    } catch (error) {
      if (isFull(error)) end(507, words.refused.full);
      else end(400, words.refused.form);
    }
  }

  let length = 0;
  req.on("data", (part: Buffer) => {
    length += part.length;
    if (length > most.whole) end(413, words.refused.whole);
  });
  const isCut = () => parser.destroy(new Error("The form was cut off."));
  req.once("error", isCut);
  req.once("close", () => req.complete || isCut());
  try {
    req.pipe(parser);
    await finished(parser);
  } catch {
    isOver = true;
    req.resume(); // whoever still sends hears the answer
    problem ??= { status: 400, message: words.refused.form };
    for (const file of open.keys()) file.destroy(new Error("The form ended.")); // the parser never ends them
  }
  await Promise.all(open.values());
  if (problem === undefined) return { fields, came: came.filter(Boolean), refused };
  await Promise.all(ids.map((id) => store.discard(id)));
  return problem;
}

const MAX_TYPE = 300; // characters of the header; a boundary has 70 at most (RFC 2046)
