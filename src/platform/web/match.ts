/** From an address to the route that answers it. */
import { allowedQuery, keyOf } from "./address.ts";
import { oneOf } from "./means.ts";
import type { Route } from "./route.ts";
import { createRouter, type Found } from "./router.ts";

export interface Match {
  /** The one address of the answer: path and the parameters that count. */
  readonly key: string;
  readonly lang: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** Absent where no route leads. */
  readonly route?: Route;
  /** The page stands elsewhere: `/en/stories` where English is the campaign's own language. */
  readonly moved?: string;
  /** The language in which the page is offered, on a line of its own. */
  readonly offered?: string;
}

/** What an answer is kept under: of a page with an offer not its address alone, which no address can be. */
export const nameOf = ({ key, offered }: Pick<Match, "key" | "offered">): string =>
  offered === undefined ? key : `${key} ${offered}`;

/** What no route leads to; its answer is the page that says so. */
export const lost = (lang: string): Match => ({ key: `404 ${lang}`, lang, query: {}, params: {} });

export interface Routes {
  readonly match: (path: string, search: URLSearchParams, languages: readonly string[]) => Match;
  /** The route at a path without its language, and the parameters in it. */
  readonly routeAt: (path: string) => Found<Route> | undefined;
}

export function openRoutes(routes: readonly Route[], dev: boolean): Routes {
  const router = createRouter(routes.map((route) => [`GET ${route.path}`, route]));
  const routeAt = (path: string) => router.match("GET", path);

  return {
    routeAt,
    match(path, search, [own = "en", ...others]) {
      const first = /^\/([A-Za-z0-9-]+)(?=\/|$)/.exec(path)?.[1] ?? "";
      const rest = path.slice(first.length + 1) || "/";
      const moves = first === own && routeAt(rest) !== undefined;
      const prefixed = moves || others.includes(first);
      const lang = others.includes(first) ? first : own;
      const found = routeAt(prefixed ? rest : path);
      if (!found) return lost(lang);
      const { value: route, params } = found;
      const query = allowedQuery(search, { ...route.query, ...(dev && { dir: oneOf("rtl") }) });
      const key = keyOf(moves ? rest : path, query);
      return { key, lang, query, params, route, ...(moves && { moved: key }) };
    },
  };
}
