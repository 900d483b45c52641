/** Kinds of media files, told from their first bytes: a file's name proves nothing, and only these are ever served. */
export const MEDIA_TYPES = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  vtt: "text/vtt; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const;
export type MediaKind = keyof typeof MEDIA_TYPES;

/** How many bytes `mediaKind` needs. */
export const HEAD_BYTES = 512;

const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |M4A )$/;

/** The kind of a file that begins with these bytes; undefined when it is none that we serve. */
export function mediaKind(head: Uint8Array): MediaKind | undefined {
  const ascii = (from: number, to: number) =>
    String.fromCharCode(...head.subarray(from, Math.min(to, head.length)));
  if (ascii(0, 3) === "\xff\xd8\xff") return "jpg";
  if (ascii(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(0, 4) === "OggS") return "ogg";
  if (/^(\xef\xbb\xbf)?WEBVTT([ \t\r\n]|$)/.test(ascii(0, 10))) return "vtt";
  // The document type tells WebM from Matroska, which browsers do not play.
  if (ascii(0, 4) === "\x1aE\xdf\xa3" && ascii(0, 64).includes("\x42\x82\x84webm")) return "webm";
  if (ascii(4, 8) === "ftyp") return isoKind(head, ascii);
  const isLayer3 = head.length > 1 && head[0] === 0xff && (head[1]! & 0xe6) === 0xe2;
  if (ascii(0, 3) === "ID3" || isLayer3) return "mp3";
  return isTable(head) ? "csv" : undefined;
}

/**
 * CSV has no mark of its own: UTF-8 without control characters whose first line names two columns or more and is no
 * markup. It is served as a download that no browser looks into, so the worst a mistake does is to be kept.
 */
function isTable(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return (
      /^"?[\p{L}_][^<>\r\n,]*,[^<>\r\n]*(?:[\r\n]|$)/u.test(text) &&
      !/(?![\t\r\n])\p{Cc}/u.test(text)
    );
  } catch {
    return false;
  }
}

export const isPicture = (kind: MediaKind): boolean => MEDIA_TYPES[kind].startsWith("image/");

/** ISO base media: the major brand, then the compatible ones, in four-letter words. */
function isoKind(
  head: Uint8Array,
  ascii: (from: number, to: number) => string,
): MediaKind | undefined {
  const size = new DataView(head.buffer, head.byteOffset, 4).getUint32(0);
  const brands = [ascii(8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) brands.push(ascii(at, at + 4));
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => MP4_BRANDS.test(brand)) ? "mp4" : undefined;
}

/** The media type of a stored file, by its name. */
export const mediaType = (name: string): string =>
  MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1) as MediaKind] ?? "application/octet-stream";
