/**
 * Fetching from an earlier site, and from nowhere else: an export names addresses that somebody wrote, and must not make
 * this machine ask its own network.
 */
import { lookup } from "node:dns/promises";
import { isPrivateAddress } from "../platform/federation/private-networks.ts";
import { ArrivalError } from "./site.ts";

interface Fetching {
  /** Addresses of private networks too: the earlier site stands beside this machine. */
  readonly allowPrivate: boolean;
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

const HOPS = 3; // redirects, each on the site itself

/** Undefined where nothing answers, or a redirect leads to another site. @throws ArrivalError for a private network */
export async function fetchFrom(address: URL, fetching: Fetching): Promise<Response | undefined> {
  const { patience, signal } = fetching;
  let next = address;
  for (let hop = 0; hop <= HOPS; hop++) {
    if (!/^https?:$/.test(next.protocol) || bare(next) !== bare(address)) return undefined;
    if (!fetching.allowPrivate && (await isPrivate(next.hostname)))
      throw new ArrivalError(
        "private",
        `Expected an address that everybody can reach, and ${next.hostname} is one of a private network. If it is meant: CND_ALLOW_PRIVATE=1`,
      );
    const answer = await fetch(next, {
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
    }).catch(() => undefined);
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

/** Looked up once more by the fetch itself: who owns the name could change it between, and gains a request of ours. */
async function isPrivate(hostname: string): Promise<boolean> {
  const name = hostname.replace(/^\[|\]$/g, "");
  const found = await lookup(name, { all: true }).catch(() => []);
  return found.some(({ address }) => isPrivateAddress(address));
}
