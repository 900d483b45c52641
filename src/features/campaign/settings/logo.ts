/** A logo from a form: one small picture, checked, made small, without what a camera or a program wrote into it. */
import type { IncomingMessage } from "node:http";
import type { StoredMedia } from "../../../platform/folder/fields.ts";
import { mediaKind } from "../../../platform/media/kind.ts";
import type { Media } from "../../../platform/media/media.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { MAX_LOGO } from "../folder.ts";
import type { SettingsWords } from "./words.ts";

const MAX_POST = 2 * MAX_LOGO; // bytes; what a browser puts around the file is far less
const MAX_PIXELS = 4_000_000; // a small file can unfold to a picture that fills the memory
const TALL = 88; // pixels: twice what the masthead shows, for fine screens
const WIDE = 640;

/** @returns the logo as a record names it, or why there is none */
export async function takeLogo(
  req: IncomingMessage,
  media: Media,
  { logo: w }: SettingsWords,
): Promise<StoredMedia | { readonly problem: string }> {
  const file = await fileIn(req);
  if (file === "large" || (file instanceof Uint8Array && file.length > MAX_LOGO)) {
    const bytes =
      file === "large" ? Number(req.headers["content-length"] ?? MAX_POST) : file.length;
    return { problem: w.large(formatBytes(bytes)) };
  }
  if (file === undefined) return { problem: w.unread };
  if (file.length === 0) return { problem: w.missing };
  const kind = mediaKind(file);
  if (kind !== "png" && kind !== "webp") {
    const isSvg = /^\s*(?:<\?xml|<svg|<!--|<!doctype svg)/i.test(
      Buffer.from(file).toString("latin1"),
    );
    return { problem: isSvg ? w.svg : w.kind };
  }
  const small = await madeSmall(file);
  if (!small) return { problem: w.damaged };
  const { media: name, bytes, width, height } = await media.put(small);
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  return { media: name, name: "media/logo.webp", ...size, bytes };
}

/** The bytes of the one file; undefined where the form holds none. */
async function fileIn(req: IncomingMessage): Promise<Uint8Array | "large" | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req.iterator({ destroyOnReturn: false })) {
    length += (part as Buffer).length;
    if (length <= MAX_POST) parts.push(part as Buffer);
    else if (length > 20 * MAX_POST) break; // read on for a while, so that the browser hears the answer
  }
  if (length > MAX_POST) return "large";
  const type = req.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data;")) return undefined;
  try {
    const posted = new Response(Buffer.concat(parts), { headers: { "content-type": type } });
    const file = (await posted.formData()).get("logo");
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : undefined;
  } catch {
    return undefined; // no form as browsers send it
  }
}

async function madeSmall(file: Uint8Array): Promise<Buffer | undefined> {
  const { default: sharp } = await import("sharp");
  return sharp(file, { limitInputPixels: MAX_PIXELS })
    .resize({ width: WIDE, height: TALL, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => undefined);
}
