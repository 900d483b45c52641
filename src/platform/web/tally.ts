/**
 * Counting in memory: one number a page and one a domain. It is given the address of an answer and three headers, and
 * keeps none of them but the path and, where somebody came from another site, that site's domain. What it is for is said in features/page-views.
 */
import type { IncomingHttpHeaders } from "node:http";

/** That something was counted on a day. */
export interface Count {
  readonly day: string;
  readonly kind: "page" | "from";
  /** A path of this site, or the domain of another. */
  readonly name: string;
  readonly n: number;
}

export interface Tally {
  /** A page was sent. On the way of every answer: two look-ups and an addition. */
  count(path: string, headers: IncomingHttpHeaders): void;
  /** What was counted since the last time, which is forgotten here. */
  take(day: string): Count[];
  /** Whether anything is counted; so until it is known, and then what was counted is given up where it is not wanted. */
  on: boolean;
}

const MAX_NAMES = 2000; // in memory; addresses of pages that exist, and domains that somebody may make up

export function openTally(ownHost: string): Tally {
  let pages = new Map<string, number>();
  let domains = new Map<string, number>();
  const raise = (counts: Map<string, number>, name: string) => {
    const before = counts.get(name);
    if (before !== undefined || counts.size < MAX_NAMES) counts.set(name, (before ?? 0) + 1);
  };
  return {
    on: true,
    count(path, headers) {
      if (!this.on || headers.dnt === "1" || headers["sec-gpc"] === "1") return;
      raise(pages, path);
      const { referer } = headers;
      if (referer === undefined) return;
      const domain = domainOf(referer);
      if (domain !== undefined && domain !== ownHost) raise(domains, domain);
    },
    take(day) {
      const of = (kind: Count["kind"], counts: Map<string, number>) =>
        [...counts].map(([name, n]): Count => ({ day, kind, name, n }));
      const taken = [...of("page", pages), ...of("from", domains)];
      pages = new Map();
      domains = new Map();
      return taken;
    },
  };
}

/** The domain alone: a path can tell who sent a link to whom, and a name with a port is a machine of somebody's own. */
function domainOf(referer: string): string | undefined {
  const [, domain] = /^https?:\/\/((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?:\/|$)/i.exec(referer) ?? [];
  return domain !== undefined && domain.length <= 100 ? domain.toLowerCase() : undefined;
}
