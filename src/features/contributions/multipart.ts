/** A form with files as a browser without script posts it: read as it comes, never whole in memory, every part bounded. Rule T7. */
import { Busboy } from "@fastify/busboy";
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rm } from "node:fs/promises";
import { newSecret } from "../../platform/private/submissions.ts";
import { MAX_AT_ONCE, MAX_FILE, MAX_FILES, megabytes, WHATS, type What } from "./bounds.ts";
import { FIELDS } from "./form.ts";
import { COMING, type Store } from "./store.ts";
import { en } from "./words/en.ts";

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

export async function readMultipart(req: IncomingMessage, store: Store): Promise<Form> {
  if (!FORM.test(req.headers["content-type"] ?? ""))
    return { status: 415, message: en.refused.form };
  if (Number(req.headers["content-length"] ?? 0) > MAX_AT_ONCE)
    return { status: 413, message: en.refused.whole };
  const fields: Record<string, string> = {};
  const refused: Record<string, string> = {};
  const came: Came[] = [];
  const writing: Promise<void>[] = [];
  let problem: Form | undefined;
  const parser = Busboy({
    headers: { ...req.headers, "content-type": req.headers["content-type"]! },
    limits: {
      fieldNameSize: 40,
      fieldSize: MAX_FIELD,
      fields: FIELDS.size,
      files: MAX_FILES,
      fileSize: Math.max(...Object.values(MAX_FILE)),
      headerPairs: 20,
    },
  });
  parser.on("field", (name: string, value: string, _cut: boolean, isCut: boolean) => {
    if (!FIELDS.has(name) || Object.hasOwn(fields, name))
      problem ??= { status: 400, message: en.refused.form };
    else if (isCut) refused[name] = en.problems.long;
    else fields[name] = value.replaceAll(/\r\n?/g, "\n").trim();
  });
  parser.on("file", (name: string, file: Readable, fileName: string | undefined) => {
    const what = WHATS.find((one) => one === name);
    if (what && (fileName ?? "") !== "") writing.push(take(what, file));
    else file.resume(); // a field in which nothing was chosen
  });
  parser.on("filesLimit", () => (refused["photo"] = en.refused.many));

  async function take(what: What, file: Readable): Promise<void> {
    const id = newSecret();
    let size = 0;
    file.on("data", (part: Buffer) => (size += part.length));
    await pipeline(file, createWriteStream(store.path(id) + COMING, { mode: 0o600, flush: true }));
    if (size === 0) refused[what] = en.refused.empty;
    else if (size > MAX_FILE[what] || (file as Readable & { truncated?: boolean }).truncated)
      refused[what] = en.refused.large(megabytes(MAX_FILE[what]));
    else return void came.push({ id, what, size });
    await rm(store.path(id) + COMING, { force: true });
  }

  let length = 0;
  req.on("data", (part: Buffer) => {
    length += part.length;
    if (length > MAX_AT_ONCE) parser.destroy(new Error("too much"));
  });
  try {
    await pipeline(req, parser, { end: true });
    await Promise.all(writing);
  } catch {
    await Promise.allSettled(writing);
    problem ??=
      length > MAX_AT_ONCE
        ? { status: 413, message: en.refused.whole }
        : { status: 400, message: en.refused.form };
  }
  if (problem === undefined) return { fields, came, refused };
  await Promise.all(came.map(({ id }) => rm(store.path(id) + COMING, { force: true })));
  return problem;
}
