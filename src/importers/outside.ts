/**
 * Fetching from an earlier site, and from nowhere else: an export names addresses that somebody wrote, and must not make
 * this machine ask its own network.
 */
import { guardedFetch, OutsideError, type Guarding } from "../platform/federation/guard.ts";
import { ArrivalError } from "./site.ts";

/** `allowPrivate` where the earlier site stands beside this machine. */
export type Outside = Pick<Guarding, "agent" | "allowPrivate" | "lookup" | "isPrivate">;

interface Fetching {
  /** ms, from the look-up to the last byte. */
  readonly patience: number;
  /** Bytes of the answer. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

const HOPS = 3; // redirects, each on the site itself

/**
 * The answer comes as it is read, and breaks off where it is larger or slower than it may be. Only https is spoken, also
 * where an export is so old that it names http. Undefined where nothing answers, or a redirect leads to another site.
 * @throws ArrivalError for a private network
 */
export async function fetchFrom(
  address: URL,
  outside: Outside,
  { patience, most, signal }: Fetching,
): Promise<Response | undefined> {
  const ask = guardedFetch({ ...outside, patience, bytes: most, streams: true });
  let next = address;
  for (let hop = 0; hop <= HOPS; hop++) {
    if (!/^https?:$/.test(next.protocol) || bare(next) !== bare(address)) return undefined;
    if (!outside.allowPrivate) next = encrypted(next);
    const answer = await ask(next, { redirect: "manual", ...(signal && { signal }) }).catch(
      refused,
    );
    const to = answer?.headers.get("location");
    if (!answer || answer.status < 300 || answer.status >= 400 || !to) return answer;
    await answer.body?.cancel();
    const onward = URL.parse(to, next);
    if (!onward) return undefined;
    next = onward;
  }
  return undefined;
}

/** `example.org` and `www.example.org` are one site. */
const bare = ({ hostname }: URL): string => hostname.replace(/^www\./, "");

function encrypted(address: URL): URL {
  const made = new URL(address);
  made.protocol = "https:";
  return made;
}

function refused(error: unknown): undefined {
  if (error instanceof OutsideError && error.code === "private")
    throw new ArrivalError("private", `${error.message} If it is meant: CND_ALLOW_PRIVATE=1`);
}
