/** The form of a check as it is posted, with or without a photo; nothing of it outlives the request. */
import type { IncomingMessage } from "node:http";
import { mkdir } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { MediaError } from "../../../platform/media/media-error.ts";
import { readForm, type FormProblem } from "../../../platform/web/form-body.ts";
import { openParts } from "../../../platform/web/form-parts.ts";
import { codeInPicture } from "./code-in-picture.ts";
import { MOST_TEXT } from "./judge.ts";

export interface Posted {
  readonly name: string;
  /** As it was pasted: blanks are part of a code. */
  readonly text: string;
  /** What the photo's code says; nothing where none was sent, none was found in it, or it was not taken. */
  readonly code?: string;
  readonly photo?: "noCode" | "noRead" | "large" | "busy";
}

const MOST_NAME = 500; // characters

/** @param most bytes of all of it @param whose the network it comes from */
export async function readCheck(
  req: IncomingMessage,
  {
    work,
    most,
    signal,
    whose,
  }: {
    readonly work: string;
    readonly most: number;
    readonly signal: AbortSignal;
    readonly whose: string;
  },
): Promise<Posted | FormProblem> {
  const type = (req.headers["content-type"] ?? "").toLowerCase();
  if (!type.startsWith("multipart/form-data")) {
    const read = await readForm(req, ["name", "text"]);
    return "problem" in read ? read.problem : read.fields;
  }
  if (Number(req.headers["content-length"] ?? 0) > most)
    return { status: 413, message: `Expected at most ${most} bytes` };
  const limits = { fields: 4, fieldSize: 4 * MOST_TEXT, files: 1, fileSize: most, headerPairs: 20 };
  const parser = openParts(req, limits);
  if (!parser) return { status: 400, message: "Expected a form as browsers send it" };
  await mkdir(work, { recursive: true, mode: 0o700 });
  const typed = new Map<string, string>();
  let reading: Promise<Pick<Posted, "code" | "photo">> = Promise.resolve({});
  let coming: Readable | undefined;
  let length = 0;
  req.on("data", (part: Buffer) => {
    length += part.length;
    if (length > most) parser.destroy(new Error("Expected a shorter form."));
  });
  parser.on("field", (name: string, value: string) => void typed.set(name, value));
  parser.on("file", (name: string, from: Readable, called: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told
    if (name !== "photo" || (called ?? "") === "") {
      from.resume(); // nothing was chosen
      return;
    }
    coming = from;
    reading = codeIn(from, { work, signal, whose });
  });
  try {
    await pipeline(req, parser);
  } catch {
    coming?.destroy(new Error("The form was cut off."));
    await reading;
    return length > most
      ? { status: 413, message: `Expected at most ${most} bytes` }
      : { status: 408, message: "Expected the whole form; it was cut off" };
  }
  return {
    name: (typed.get("name") ?? "").slice(0, MOST_NAME).trim(),
    text: (typed.get("text") ?? "").slice(0, MOST_TEXT),
    ...(await reading),
  };
}

/** Never rejects. */
async function codeIn(
  from: Readable,
  how: { readonly work: string; readonly signal: AbortSignal; readonly whose: string },
): Promise<Pick<Posted, "code" | "photo">> {
  try {
    const code = await codeInPicture(from.iterator({ destroyOnReturn: false }), how);
    return code === undefined ? { photo: "noCode" } : { code };
  } catch (error) {
    from.resume(); // what follows it is still read
    if (!(error instanceof MediaError)) return { photo: "noRead" };
    if (error.code === "busy") return { photo: "busy" };
    return { photo: error.code === "too-large" ? "large" : "noRead" };
  }
}
