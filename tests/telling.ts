/** Stories as they are sent: by a browser without script, and by one that sends its files ahead in pieces (tus). */
import { newSecret } from "../src/platform/private/submissions.ts";

export const TELL = "/take-part/story";

export interface Story {
  readonly photo?: Uint8Array;
  /** The address that a proxy tells. */
  readonly from?: string;
  /** Fields beside, or in place of, the few that it has. */
  readonly fields?: Readonly<Record<string, string>>;
}

export function tell(base: string, { photo, from, fields = {} }: Story): Promise<Response> {
  const form = new FormData();
  const few = { id: newSecret(), text: "We carry water.", naming: "none", teller: "self" };
  for (const [name, value] of Object.entries({ ...few, ...fields })) form.set(name, value);
  if (photo) form.set("photo", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg");
  const headers = from === undefined ? {} : { "X-Forwarded-For": from };
  return fetch(base + TELL, { method: "POST", body: form, redirect: "manual", headers });
}

export interface Piecewise {
  readonly id: string;
  /** The secret of the contribution that it belongs to. */
  readonly key: string;
  readonly from?: string;
}

const heads = ({ key, from }: Piecewise) => ({
  "Tus-Resumable": "1.0.0",
  "Upload-Key": key,
  ...(from !== undefined && { "X-Forwarded-For": from }),
});
const b64 = (text: string) => Buffer.from(text).toString("base64");

/** A file that is to come in pieces. @param size bytes */
export const announce = (base: string, file: Piecewise, what: string, size: number) =>
  fetch(`${base}${TELL}/files`, {
    method: "POST",
    headers: {
      ...heads(file),
      "Upload-Length": String(size),
      "Upload-Metadata": `id ${b64(file.id)},what ${b64(what)}`,
    },
  });

/** One piece of it. @param offset bytes that are there already */
export const goOn = (base: string, file: Piecewise, offset: number, bytes: Uint8Array) =>
  fetch(`${base}${TELL}/files/${file.id}`, {
    method: "PATCH",
    headers: {
      ...heads(file),
      "Upload-Offset": String(offset),
      "Content-Type": "application/offset+octet-stream",
    },
    body: new Uint8Array(bytes),
  });

/** How much of it is there. */
export const askHowFar = (base: string, file: Piecewise) =>
  fetch(`${base}${TELL}/files/${file.id}`, { method: "HEAD", headers: heads(file) });
