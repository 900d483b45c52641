/** Files that were kept with pages and books: one that is withdrawn goes from here, too. Rule K14 of ../README.md. */
import { openCache } from "./caches.ts";

const A_DAY = 86_400_000; // ms after which a file is asked after: as long as a browser keeps a picture of somebody

export const isGone = ({ status }: Response): boolean => status === 404 || status === 410;

/** @param name of the cache in which they are */
export async function askFiles(name: string): Promise<void> {
  const parts = await openCache(name);
  for (const request of await parts.keys()) {
    const kept = await parts.match(request);
    if (!kept || !isFile(request) || Date.now() - dayOf(kept) < A_DAY) continue;
    const answer = await fetch(request.url, { method: "HEAD", cache: "no-store" });
    if (isGone(answer)) await parts.delete(request);
    else if (answer.ok) await parts.put(request, askedOn(kept, answer));
  }
}

const isFile = ({ url }: Request): boolean => new URL(url).pathname.startsWith("/media/");
/** UTC milliseconds; 0 where it does not say. */
const dayOf = ({ headers }: Response): number => Date.parse(headers.get("date") ?? "") || 0;

function askedOn(kept: Response, answer: Response): Response {
  const headers = new Headers(kept.headers);
  headers.set("date", answer.headers.get("date") ?? new Date().toUTCString());
  return new Response(kept.body, { headers });
}
