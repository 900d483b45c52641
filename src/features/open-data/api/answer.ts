/** The forms of an answer of the API: one thing, or a page of a list. Rule OD2. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { File, PageRequest, Uses } from "../../../platform/web/route.ts";

export const SIZE = 100; // things in one answer: at most about 1 MB of pledges

/** The page of a list that is asked for; `undefined` when that is no number of a page. */
export function pageAsked({ query }: Pick<PageRequest, "query">): number | undefined {
  const asked = query["page"];
  if (asked === undefined) return 1;
  return /^[1-9][0-9]{0,6}$/.test(asked) ? Number(asked) : undefined;
}

export function jsonFile(body: unknown, uses: Uses, until?: string): File {
  return {
    kind: "file",
    uses,
    ...(until !== undefined && { until }),
    type: "application/json; charset=utf-8",
    body: `${JSON.stringify(body)}\n`,
  };
}

/** One page of a list of which these are the items; `undefined` past the last page. */
export function listOf(
  { frame, lang }: PageRequest,
  path: string,
  { items, total, page }: { items: readonly unknown[]; total: number; page: number },
): object | undefined {
  const pages = Math.max(1, Math.ceil(total / SIZE));
  if (page > pages) return undefined;
  const next = `${frame.base}${pathIn(frame, lang, path)}?page=${page + 1}`;
  return { total, page, pages, ...(page < pages && { next }), items };
}

/** The items of a page out of all of them. */
export const sliced = <T>(all: readonly T[], page: number): readonly T[] =>
  all.slice((page - 1) * SIZE, page * SIZE);
