/** Stories as they are sent: by a browser without script, and by one that sends its files ahead in pieces (tus). */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newSecret } from "../src/platform/private/submissions.ts";

export const TELL = "/take-part/story";

/** Send the step of a story that a page shows, and wait for the next one. */
export async function goOnTo(page: Page, next: "name" | "agree"): Promise<void> {
  await page.click("#tell button[type=submit]:not([name])");
  await page.waitForURL(new RegExp(`${TELL}/${next}/[\\w-]{22}$`));
}

/** Begin a story without a browser. @returns the secret under which it goes on */
export async function begin(
  base: string,
  { photo, from, fields = {} }: Story = {},
): Promise<string> {
  const id = newSecret();
  const form = storyForm({ id, step: "tell", text: "We carry water.", ...fields }, photo);
  const headers = from === undefined ? {} : { "X-Forwarded-For": from };
  const sent = await fetch(base + TELL, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers,
  });
  assert.equal(sent.headers.get("location"), `${TELL}/name/${id}`, String(sent.status));
  return id;
}

function storyForm(fields: Readonly<Record<string, string>>, photo?: Uint8Array): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (photo) form.set("photo", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg");
  return form;
}

interface Story {
  readonly photo?: Uint8Array;
  /** The address that a proxy tells. */
  readonly from?: string;
  /** Fields beside, or in place of, the few that it has. */
  readonly fields?: Readonly<Record<string, string>>;
}

export function tell(base: string, { photo, from, fields = {} }: Story): Promise<Response> {
  const few = { id: newSecret(), text: "We carry water.", naming: "none" };
  const form = storyForm({ ...few, ...fields }, photo);
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
