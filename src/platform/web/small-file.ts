/** The one small file of a form, held in memory: a logo, a table. What is large goes to the disk, by `media/form.ts`. */
import type { IncomingMessage } from "node:http";

const AROUND = 20_000; // bytes; what a browser puts around the file is far less

/**
 * @param field of the form @param most bytes of the file
 * @returns undefined where the form holds none; `large` where it is larger, or the form is
 */
export async function smallFile(
  req: IncomingMessage,
  field: string,
  most: number,
): Promise<File | "large" | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req.iterator({ destroyOnReturn: false })) {
    length += (part as Buffer).length;
    if (length <= most + AROUND) parts.push(part as Buffer);
    else if (length > 3 * (most + AROUND)) break; // read on for a while, so that the browser hears the answer
  }
  if (length > most + AROUND) return "large";
  const type = req.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data;")) return undefined;
  try {
    const posted = new Response(Buffer.concat(parts), { headers: { "content-type": type } });
    const file = (await posted.formData()).get(field);
    if (!(file instanceof File)) return undefined;
    return file.size > most ? "large" : file;
  } catch {
    return undefined; // no form as browsers send it
  }
}
