/** One way to write a value as bytes: RFC 8785 (JSON Canonicalization Scheme). Same content, same bytes, same hash. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const MAX_DEPTH = 64; // a body deeper than this is an attack on the parser, not content

/**
 * Canonical JSON text of a value.
 * @throws RangeError on anything that JSON cannot hold exactly: NaN, infinities, undefined, lone surrogates, depth over 64
 */
export function canonical(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH)
    throw new RangeError(`Expected nesting of at most ${MAX_DEPTH}, got more.`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v, depth + 1)).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`Expected JSON, got ${typeof value}.`);
  let members = "";
  // Without a comparison it sorts by UTF-16 code units, as RFC 8785 §3.2.3 asks.
  for (const key of Object.keys(value).toSorted()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members += `${members && ","}${text(key)}:${canonical(member, depth + 1)}`;
  }
  return `{${members}}`;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return Buffer.from(canonical(value), "utf8");
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, got ${value}.`);
  return JSON.stringify(value); // ECMAScript's own form is the one RFC 8785 §3.2.2.3 asks for
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new RangeError("Expected Unicode text, got a lone surrogate.");
  return JSON.stringify(value);
}

/** The media files that a body names: every `media` member anywhere in it. */
export function mediaIn(body: Json): string[] {
  if (body === null || typeof body !== "object") return [];
  if (Array.isArray(body)) return body.flatMap(mediaIn);
  return Object.entries(body).flatMap(([key, value]) =>
    key === "media" && typeof value === "string" ? [value] : mediaIn(value),
  );
}
