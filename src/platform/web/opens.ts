/** Where a page that is made for one request is found in another language. Rule WB39. */
import type { Extra } from "./extra.ts";
import type { Pages } from "./pages.ts";
import type { createRouter } from "./router.ts";

/** Of a request, by its path without a language: a path of this site that can be opened. */
export type Opens = (method: string, path: string, search: URLSearchParams) => string;

/** What was asked for; for what was posted, the same address or the nearest above it, which is where its form stands. */
export const opening =
  (extra: ReturnType<typeof createRouter<Extra>>, pages: Pick<Pages, "match">): Opens =>
  (method, path, search) => {
    if (method !== "POST") return withQuery(path, search);
    const none = new URLSearchParams();
    const stands = (at: string) =>
      extra.match("GET", at) !== undefined || pages.match(at, none, []).route !== undefined;
    let at = path;
    while (at !== "" && !stands(at)) at = at.slice(0, at.lastIndexOf("/"));
    return at || "/";
  };

/** A language that a query names gives way to the one that is chosen. */
function withQuery(path: string, search: URLSearchParams): string {
  const others = new URLSearchParams(search);
  others.delete("lang");
  return others.size === 0 ? path : `${path}?${others.toString()}`;
}
