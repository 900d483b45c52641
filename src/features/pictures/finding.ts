/** Which photos a record shows, and with which words. Pure. */
import type { Json, JsonObject } from "../../platform/records/jcs.ts";

/** A photo as a record's body shows it. */
export interface Shown {
  readonly media: string;
  readonly name: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly credit: string;
}

/** Every `{ file, alt }` of a body whose file is a picture. A drawing with a print for the night is none: it is drawn, and of a place. */
export function photosIn(body: Json): Shown[] {
  if (body === null || typeof body !== "object") return [];
  if (Array.isArray(body)) return body.flatMap(photosIn);
  const whole = body as JsonObject;
  const found = shownIn(whole);
  return [...(found ? [found] : []), ...Object.values(whole).flatMap(photosIn)];
}

function shownIn({ file, alt, credit, night }: JsonObject): Shown | undefined {
  if (typeof alt !== "string" || night !== undefined) return undefined;
  if (file === null || typeof file !== "object" || Array.isArray(file)) return undefined;
  const { media, name, bytes, width, height } = file as JsonObject;
  if (typeof media !== "string" || typeof name !== "string") return undefined;
  if (!/\.(?:avif|webp|jpg|png)$/.test(media)) return undefined;
  if (![bytes, width, height].every((one) => typeof one === "number")) return undefined;
  return {
    media,
    name,
    bytes: Number(bytes),
    width: Number(width),
    height: Number(height),
    alt,
    credit: typeof credit === "string" ? credit : "",
  };
}
