/** A form with files as a browser without script posts it: read as it comes, never whole in memory, every part bounded. Rule T7. */
import { Busboy } from "@fastify/busboy";
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rm } from "node:fs/promises";
import { newSecret } from "../../platform/private/submissions.ts";
import { formatBytes } from "../../platform/web/words.ts";
import { LARGEST, MAX_AT_ONCE, MAX_FILES, maxFile, WHATS, type What } from "./bounds.ts";
import { COMING, type Store } from "./store.ts";
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
  | { readonly status: 400 | 413 | 415; readonly message: string };

const MAX_FIELD = 250_000; // bytes; 60,000 characters of four bytes
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\s*(?:;|$)/i;

/** @param options.names the fields that the form has, files apart @param options.most bytes of a field, and of all */
export async function readMultipart(
  req: IncomingMessage,
  store: Store,
  options: {
    readonly names: ReadonlySet<string>;
    readonly words: TellWords;
    readonly most?: { readonly field: number; readonly whole: number };
  },
): Promise<Form> {
  const { names, words, most = { field: MAX_FIELD, whole: MAX_AT_ONCE } } = options;
  if (!FORM.test(req.headers["content-type"] ?? ""))
    return { status: 415, message: words.refused.form };
  if (Number(req.headers["content-length"] ?? 0) > most.whole)
    return { status: 413, message: words.refused.whole };
  const fields: Record<string, string> = {};
  const refused: Record<string, string> = {};
  const came: Came[] = [];
  const writing: Promise<void>[] = [];
  let problem: Form | undefined;
  const parser = Busboy({
    headers: { ...req.headers, "content-type": req.headers["content-type"]! },
    limits: {
      fieldNameSize: 40,
      fieldSize: most.field,
      fields: names.size,
      files: MAX_FILES,
      fileSize: LARGEST,
      headerPairs: 20,
    },
  });
  parser.on("field", (name: string, value: string, _cut: boolean, isCut: boolean) => {
    if (!names.has(name) || Object.hasOwn(fields, name))
      problem ??= { status: 400, message: words.refused.form };
    else if (isCut) refused[name] = words.problems.long;
    else fields[name] = value.replaceAll(/\r\n?/g, "\n").trim();
  });
  parser.on("file", (name: string, file: Readable, fileName: string | undefined) => {
    const what = WHATS.find((one) => one === name);
    if (what && (fileName ?? "") !== "") writing.push(take(what, file, nth++));
    else file.resume(); // a field in which nothing was chosen
  });
  parser.on("filesLimit", () => (refused["photo"] = words.refused.many));

  let nth = 0; // in the order of the form, whichever is on the disk first
  async function take(what: What, file: Readable, at: number): Promise<void> {
    const id = newSecret();
    let size = 0;
    file.on("data", (part: Buffer) => (size += part.length));
    await pipeline(file, createWriteStream(store.path(id) + COMING, { mode: 0o600, flush: true }));
    if (size === 0) refused[what] = words.refused.empty;
    else if (size > maxFile(what) || (file as Readable & { truncated?: boolean }).truncated)
      refused[what] = words.refused.large(formatBytes(maxFile(what), words.lang));
    else return void (came[at] = { id, what, size });
    await rm(store.path(id) + COMING, { force: true });
  }

  let length = 0;
  req.on("data", (part: Buffer) => {
    length += part.length;
    if (length > most.whole) parser.destroy(new Error("too much"));
  });
  try {
    await pipeline(req, parser, { end: true });
    await Promise.all(writing);
  } catch {
    await Promise.allSettled(writing);
    problem ??=
      length > most.whole
        ? { status: 413, message: words.refused.whole }
        : { status: 400, message: words.refused.form };
  }
  if (problem === undefined) return { fields, came: came.filter(Boolean), refused };
  await Promise.all(
    came.filter(Boolean).map(({ id }) => rm(store.path(id) + COMING, { force: true })),
  );
  return problem;
}
