/** How each server stands, in memory and written down where it changed. */
import type { HostRow, WaitingMessage } from "../private/delivery-tables.ts";
import {
  afterSilence,
  hostAfter,
  messageAfter,
  unknownHost,
  type Moment,
  type Outcome,
} from "./hosts.ts";
import type { Settling } from "./settling.ts";
import type { UnderWay } from "./turns.ts";

export interface Standing {
  load(rows: readonly HostRow[]): void;
  /** How many messages it may have at a time now. */
  may(host: string): number;
  /** The signatures that it took. */
  speaks(host: string): string | null;
  /** It spoke to us. @returns whether it was held to be silent */
  revive(host: string): boolean;
  /** Write down what became of a message, and what that says of its server. @returns servers that may be tried at once */
  settle(own: UnderWay, outcome: Outcome): string[];
}
interface StandingOptions {
  readonly now: () => number;
  /** At least 0, below 1. */
  readonly chance: () => number;
  readonly settling: Settling;
  readonly aHost: number;
}

export function openStanding({ now, chance, settling, aHost }: StandingOptions): Standing {
  const hosts = new Map<string, HostRow>();
  const failed = new Map<string, number>(); // when each server's last failure was counted
  let heard: number | undefined; // when any server took something last

  const standing = (host: string): HostRow => hosts.get(host) ?? unknownHost(host);

  function remember(after: HostRow): void {
    const before = standing(after.host);
    const isChanged = (Object.keys(after) as (keyof HostRow)[]).some(
      (name) => after[name] !== before[name],
    );
    if (!isChanged) return;
    hosts.set(after.host, after);
    settling.host(after);
  }

  return {
    load: (rows) => rows.forEach((row) => hosts.set(row.host, row)),
    may(host) {
      const { state, next, failures } = standing(host);
      if (state === "dead" || (next ?? 0) > now()) return 0;
      return failures > 0 ? 1 : aHost; // one that failed is tried with one message
    },
    speaks: (host) => standing(host).speaks,
    revive(host) {
      const { failures, speaks } = standing(host);
      remember({ ...unknownHost(host), speaks }); // its silence may be about to be written down
      return failures > 0;
    },
    settle({ message, began }, outcome) {
      const at: Moment = { now: now(), chance: chance(), heard };
      write(settling, message, outcome, at);
      const { host } = message;
      const before = standing(host);
      if (outcome.is === "failed") {
        // Two that were under way together fail for one reason.
        if (began < (failed.get(host) ?? -1)) return [];
        failed.set(host, at.now);
      }
      remember(hostAfter(before, outcome, at));
      if (outcome.is !== "delivered") return [];
      const revived = afterSilence(before, hosts.values(), heard);
      revived.forEach(remember);
      heard = at.now;
      return revived.map((row) => row.host);
    },
  };
}

function write(settling: Settling, message: WaitingMessage, outcome: Outcome, at: Moment): void {
  const after = messageAfter(message, outcome, at);
  if (after === "done") settling.done(message);
  else settling.again(message, after);
  if (outcome.is === "gone") settling.gone(message.inbox);
}
