/**
 * From a method and a path to what answers there: the narrowest pattern that fits. In a pattern a part may vary
 * (`POST /desk/queue/:id/accept`), and its end may be whatever follows (`GET /media/*`).
 */
import { TrieRouter } from "hono/router/trie-router";

export interface Found<T> {
  readonly value: T;
  /** Without its method. */
  readonly pattern: string;
  /** What stands where the pattern varies, as `covers` says; `rest` where it ends in a star. */
  readonly params: Readonly<Record<string, string>>;
}

interface Router<T> {
  match(method: string, path: string): Found<T> | undefined;
  /** The methods that an address takes. */
  methods(path: string): readonly string[];
}

/**
 * @param entries by address: `GET /stories/:slug`
 * @param covers `below` where a part that varies at the end is also whatever follows it, as nothing else stands below a
 * secret, and is decoded; an exact one stays as it stands in the path, which other addresses are made of
 */
export function createRouter<T>(
  entries: Iterable<readonly [address: string, value: T]>,
  covers: "exact" | "below" = "exact",
): Router<T> {
  const router = new TrieRouter<Routed<T>>();
  const methods = new Set<string>();
  for (const [address, value] of entries) {
    const [method = "", pattern = ""] = address.split(" ");
    methods.add(method);
    const starred = pattern.replace(/\*$/, ":rest{.+}");
    const whole = covers === "below" ? starred.replace(/\/:\w+$/, "$&{.+}") : starred;
    router.add(method, whole, { value, pattern, width: widthOf(whole) });
  }

  function match(method: string, path: string): Found<T> | undefined {
    const [found] = router.match(method, path) as [[Routed<T>, Params][]];
    const [first] = found.toSorted(([a], [b]) => a.width - b.width);
    if (!first) return undefined;
    const [{ value, pattern }, raw] = first;
    const read = covers === "below" ? decoded : (part: string) => part;
    const params = Object.entries(raw).map(([name, part]) => [name, read(part)]);
    return { value, pattern, params: Object.fromEntries(params) };
  }

  return {
    match,
    methods(path) {
      const taken = [...methods].filter((method) => match(method, path));
      return taken.includes("GET") ? ["HEAD", ...taken] : taken;
    },
  };
}
type Params = Readonly<Record<string, string>>;
interface Routed<T> extends Omit<Found<T>, "params"> {
  /** How much of what is asked for it covers; the least answers. */
  readonly width: number;
}

/** A part with what is no character stays encoded. */
function decoded(part: string): string {
  const text = decodeURIComponent(part);
  return /\p{NChar}/u.test(text) ? part : text;
}

/** `/stories/feed` before `/stories/:slug{.+\\.epub}` before `/stories/:slug` before a star, and of two stars the deeper one. */
const widthOf = (pattern: string): number =>
  pattern.endsWith("{.+}")
    ? WIDEST - pattern.split("/").length
    : 2 * pattern.split("/:").length - (pattern.includes("{") ? 1 : 0);
const WIDEST = 1000; // more than a pattern has parts
