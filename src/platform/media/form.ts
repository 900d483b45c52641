/** A form of the desk with files in it: read as it comes, never whole in memory, each file told by its bytes and made anew. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { takeFile, type Intake, type Taken, type What } from "./intake.ts";
import { openParts } from "../web/form-parts.ts";
import { MediaError } from "./media-error.ts";
import { leaving } from "../web/leaving.ts";

const DRAIN = 10_000; // ms in which the rest of what is too large is thrown away; after them the line is cut

interface Wanted<Field extends string, Name extends string> {
  readonly fields: readonly Field[];
  /** What each of its files may be. */
  readonly files: Readonly<Record<Name, readonly What[]>>;
  /** Bytes of the whole form. */
  readonly most: number;
}
interface Parts<Field extends string, Name extends string> {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  readonly files: Readonly<Partial<Record<Name, Taken>>>;
  /** What each file was called where it came from, at most 120 characters of it. */
  readonly names: Readonly<Partial<Record<Name, string>>>;
  readonly refused?: MediaError;
}

/** @param open holds what was taken, so that nothing of it stays in the folder for the work */
export async function readParts<Field extends string, Name extends string>(
  req: IncomingMessage,
  intake: Pick<Intake, "work" | "side">,
  open: AsyncDisposableStack,
  { fields, files: wanted, most }: Wanted<Field, Name>,
): Promise<Parts<Field, Name> | "size" | "form"> {
  const type = req.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return "form";
  if (!(Number(req.headers["content-length"]) <= most)) {
    throwAway(req);
    return "size";
  }
  const typed: Partial<Record<Field, string>> = {};
  const files: Partial<Record<Name, Taken>> = {};
  const names: Partial<Record<Name, string>> = {};
  const coming: { readonly from: Readable; readonly done: Promise<void> }[] = [];
  const trouble: unknown[] = [];
  const limits = { fields: 8, fieldSize: 10_000, files: 2, fileSize: most, headerPairs: 20 };
  const parser = openParts(req, limits);
  if (!parser) return "form";
  using left = leaving(req);
  parser.on("field", (name: string, value: string) => {
    const field = fields.find((one) => one === name);
    if (field && oneLine(value) !== "") typed[field] = oneLine(value);
  });
  parser.on("file", (name: string, from: Readable, fileName: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told, and nobody may read it any more
    if (!Object.hasOwn(wanted, name) || (fileName ?? "") === "") {
      from.resume(); // a field in which nothing was chosen
      return;
    }
    names[name as Name] = oneLine(fileName ?? "").slice(0, 120);
    const done = take(name as Name, from).catch((error: unknown) => {
      trouble.push(error);
      from.resume(); // what follows it is still read
    });
    coming.push({ from, done });
  });
  async function take(name: Name, from: Readable): Promise<void> {
    const what = wanted[name];
    files[name] = open.use(
      await takeFile(from.iterator({ destroyOnReturn: false }), {
        what,
        signal: left.signal,
        ...intake,
      }),
    );
  }
  try {
    await pipeline(req, parser);
  } catch {
    for (const { from } of coming) from.destroy(new Error("The form was cut off."));
    await Promise.all(coming.map(({ done }) => done));
    return "form";
  }
  await Promise.all(coming.map(({ done }) => done));
  const refused = trouble.find((error) => error instanceof MediaError);
  if (!refused && trouble.length > 0) throw trouble[0];
  return { typed, files, names, ...(refused && { refused }) };
}

/** The rest of what is refused: a browser reads no answer before it has sent all. */
function throwAway(req: IncomingMessage): void {
  req.resume();
  setTimeout(() => req.destroy(), DRAIN).unref();
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
