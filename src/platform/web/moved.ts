/** Addresses whose page became part of another one: they lead there for good, in the language in which they were asked for. Rule WB38. */
import type { Parameters, Route } from "./route.ts";

/**
 * @param path of the page that stands by itself no more
 * @param to the page that took it in, and the section of it: `/atlas#indicators`
 * @param query what can be chosen there, and is kept on the way
 */
export function movedRoute(path: string, to: string, query: Parameters = {}): Route {
  const [page, part] = to.split("#");
  return {
    path,
    query,
    movedTo: to,
    async answer(request) {
      const search = new URLSearchParams(request.query);
      const asked = search.size > 0 ? `?${search}` : "";
      const section = part === undefined ? "" : `#${part}`;
      return { kind: "redirect", uses: {}, to: `${page}${asked}${section}` };
    },
  };
}
