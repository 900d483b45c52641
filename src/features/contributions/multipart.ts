/** A form with files as a browser without script posts it: read as it comes, never whole in memory, every part bounded. Rule T7. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { placeOf } from "../../platform/budget/budget.ts";
import { isFull } from "../../platform/db/away.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { chromeIn } from "../../platform/web/chrome.ts";
import { saysForm } from "../../platform/web/comes-back.ts";
import { typedText } from "../../platform/web/form-body.ts";
import { openParts } from "../../platform/web/form-parts.ts";
import { drained } from "../../platform/web/read-body.ts";
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
  | NotTaken;
/** Nothing of it is kept. */
interface NotTaken {
  readonly status: 400 | 413 | 415 | 503 | 507;
  readonly message: string;
  /** What was read of it all the same, so that it comes back as it was typed. */
  readonly fields: Readonly<Record<string, string>>;
  /** It was not read to its end: what came after these fields is missing. */
  readonly isPart?: boolean;
}

const MAX_FIELD = 250_000; // bytes; 60,000 characters of four bytes

type Receiving = Pick<Store, "receive" | "discard">;

interface Options {
  /** The fields that the form has, files apart. */
  readonly names: ReadonlySet<string>;
  readonly words: TellWords;
  /** Bytes of a field, and of all. */
  readonly most: { readonly field?: number; readonly whole: number };
  /** The network that sends it, salted. */
  readonly by: string;
}

/**
 * What was received is on the disk when this answers; where it answers with a problem, or throws, nothing is left. Where files
 * cannot be taken, the words are read on: for as long as all of it may be, and where more is announced, a few seconds.
 * @param store absent where there is no place for files
 */
export async function readMultipart(
  req: IncomingMessage,
  store: Receiving | undefined,
  { names, words, most, by }: Options,
): Promise<Form> {
  const fields: Record<string, string> = {};
  if (!saysForm(req)) return { status: 415, message: words.refused.form, fields };
  const refused: Record<string, string> = {};
  const came: Came[] = [];
  const ids: string[] = [];
  const open = new Map<Readable, Promise<void>>();
  const isLarge = Number(req.headers["content-length"] ?? 0) > most.whole;
  let problem: Omit<NotTaken, "fields"> | undefined;
  const note = (status: NotTaken["status"], message: string) =>
    void (problem ??= { status, message });
  if (isLarge) note(413, words.refused.whole);
  else if (!store) note(503, words.refused.full);
  const parser = openParts(req, {
    fieldNameSize: 40,
    fieldSize: most.field ?? MAX_FIELD,
    fields: names.size,
    files: MAX_FILES + WHATS.length, // a browser sends each field in which nothing was chosen as an empty file
    fileSize: LARGEST,
    headerPairs: 20,
  });
  if (!parser) return { status: 400, message: words.refused.form, fields };
  const end = (status: NotTaken["status"], message: string) => {
    note(status, message);
    parser.destroy(new Error(message));
  };
  const tooMany = () => void (refused["photo"] = words.refused.many);
  const place = placeOf(req);
  parser.on("field", (name: string, value: string, _cut: boolean, isCut: boolean) => {
    if (!names.has(name) || Object.hasOwn(fields, name)) note(400, words.refused.form);
    else if (place?.hold(Buffer.byteLength(value)) === false)
      end(503, chromeIn(words.lang).form.busy);
    else if (isCut) refused[name] = words.problems.long;
    else fields[name] = typedText(value);
  });
  let isOver = false; // the parser may still find a file in what it held when it was ended
  let nth = 0; // in the order of the form, whichever is on the disk first
  parser.on("file", (name: string, file: Readable, fileName: string | undefined) => {
    const what = WHATS.find((one) => one === name);
    file.on("error", () => undefined); // whoever reads it is told, and nobody may read it any more
    const isChosen = what && !isOver && (fileName ?? "") !== "";
    if (isChosen && nth === MAX_FILES) tooMany();
    if (isChosen && store && !problem && nth < MAX_FILES)
      open.set(file, take(store, { what, file, at: nth++ }));
    else file.resume(); // a field in which nothing was chosen, or a file that is not taken
  });
  parser.on("filesLimit", tooMany);

  /** Never rejects: where one file finds no room, none is kept; what else goes wrong with it ends the form. */
  async function take(
    { receive, discard }: Receiving,
    { what, file, at }: { readonly what: What; readonly file: Readable; readonly at: number },
  ): Promise<void> {
    const id = newSecret();
    ids.push(id);
    try {
      const bytes = file.iterator({ destroyOnReturn: false });
      const size = await receive(id, { bytes, by });
      if (size === "full") note(503, words.refused.full);
      else if (size === 0) refused[what] = words.refused.empty;
      else if (size > maxFile(what) || (file as Readable & { truncated?: boolean }).truncated)
        refused[what] = words.refused.large(formatBytes(maxFile(what), words.lang));
      else return void (came[at] = { id, what, size });
      await discard(id);
    } catch (error) {
      if (isFull(error)) note(507, words.refused.full);
      else end(400, words.refused.form);
    }
    file.resume(); // where it was not taken to its end
  }

  let length = 0;
  req.on("data", (part: Buffer) => {
    length += part.length;
    if (length > most.whole && !isLarge) end(413, words.refused.whole);
  });
  if (isLarge) void drained(req).then(() => req.complete || end(413, words.refused.whole));
  const isCut = () => parser.destroy(new Error("The form was cut off."));
  req.once("error", isCut);
  req.once("close", () => req.complete || isCut());
  try {
    req.pipe(parser);
    await finished(parser);
  } catch {
    isOver = true;
    req.resume(); // whoever still sends hears the answer
    note(400, words.refused.form);
    for (const file of open.keys()) file.destroy(new Error("The form ended.")); // the parser never ends them
  }
  await Promise.all(open.values());
  if (problem === undefined) return { fields, came: came.filter(Boolean), refused };
  if (store) await Promise.all(ids.map((id) => store.discard(id)));
  return { ...problem, fields, isPart: isOver };
}

/** What is said above the form that comes back. */
export function troubleOf({ message, isPart }: NotTaken, lang: string): string {
  const { part, again } = chromeIn(lang).form;
  return `${message} ${isPart ? part : again}`;
}
