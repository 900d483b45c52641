/**
 * A picture that is added to a draft: read with a bound, told by its bytes, made anew without what the camera wrote into
 * it, named after what it holds. Rule W9.
 */
import type { IncomingMessage } from "node:http";
import { takeFile } from "../../platform/media/intake.ts";
import { MediaError, type Media, type MediaFile } from "../../platform/media/media.ts";
import type { DraftFile } from "../../platform/private/drafts.ts";

export const MAX_PICTURE = 1_000_000; // bytes; 40 s on 2G behind its button, and more is no longer looked at
const MAX_FORM = MAX_PICTURE + 20_000; // bytes; the words beside it
const DRAIN = 10_000; // ms in which the rest of what is too large is thrown away; after them the line is cut

export interface Uploaded {
  readonly file: DraftFile;
  readonly alt: string;
  readonly credit: string;
  readonly as: "picture" | "cover";
}

/**
 * @param store.work a folder on the disk of the data
 * @returns why nothing was kept, where it was not
 */
export async function takePicture(
  req: IncomingMessage,
  store: { readonly media: Pick<Media, "put">; readonly work: string },
  slug: string,
): Promise<Uploaded | "size" | "form" | "kind"> {
  const type = req.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return "form";
  const bytes = await bounded(req);
  if (!bytes) return "size";
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  const [file, alt, credit, as] = ["file", "alt", "credit", "as"].map((name) => form?.get(name));
  if (!(file instanceof Blob) || file.size === 0 || typeof alt !== "string" || alt.trim() === "")
    return "form";
  if (file.size > MAX_PICTURE) return "size";
  const stored = await put(store, file);
  if (!stored) return "kind";
  const [hash = "", kind = ""] = stored.media.split(".");
  return {
    file: {
      name: `media/${slug}-${hash.slice(0, 8)}.${kind}`,
      media: stored.media,
      bytes: stored.bytes,
      width: stored.width ?? null,
      height: stored.height ?? null,
    },
    alt: oneLine(alt),
    credit: typeof credit === "string" ? oneLine(credit) : "",
    as: as === "cover" ? "cover" : "picture",
  };
}

async function put(
  { media, work }: Parameters<typeof takePicture>[1],
  file: Blob,
): Promise<MediaFile | undefined> {
  try {
    await using taken = await takeFile(file.stream(), { what: ["picture"], work });
    return await media.put(taken.path);
  } catch (error) {
    if (error instanceof MediaError) return undefined;
    throw error;
  }
}

async function bounded(req: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req.iterator({ destroyOnReturn: false })) {
    length += (part as Buffer).length;
    if (length > MAX_FORM) break;
    parts.push(part as Buffer);
  }
  if (length <= MAX_FORM) return Buffer.concat(parts);
  req.resume(); // a browser reads no answer before it has sent all
  setTimeout(() => req.destroy(), DRAIN).unref();
  return undefined;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The fields of the draft with the picture in them. */
export function withPicture(
  typed: Readonly<Record<string, string>>,
  { file, alt, credit, as }: Uploaded,
): Record<string, string> {
  if (as === "cover")
    return { ...typed, cover_file: file.name, cover_alt: alt, cover_credit: credit };
  const name = /-([0-9a-f]{8})\./.exec(file.name)![1]!;
  const entry = { name: `p-${name}`, file: file.name, alt, ...(credit !== "" && { credit }) };
  const line = `- ${JSON.stringify(entry)}`; // JSON is YAML; the form shows it as this program writes YAML
  const markdown = [
    typed["markdown"] ?? "",
    `![${alt.replaceAll(/[[\]\\]/g, "")}](picture:p-${name})`,
  ];
  return {
    ...typed,
    pictures: [typed["pictures"] ?? "", line].filter((part) => part !== "").join("\n"),
    markdown: markdown.filter((part) => part !== "").join("\n\n"),
  };
}
