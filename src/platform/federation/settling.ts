/**
 * What became of messages, written down together: one operation for many, so that sending costs the log's thread little.
 * What a kill takes away here was delivered, and is delivered once more under the same id.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Again, Settled } from "../private/deliveries.ts";
import type { HostRow, WaitingMessage } from "../private/delivery-tables.ts";
import type { Privately } from "../private/part.ts";
import { askFederation } from "../private/federation.ts";

type Which = Pick<WaitingMessage, "id" | "host">;
export interface Settling {
  done(message: Which): void;
  again(message: Which, how: Omit<Again, "id">): void;
  host(row: HostRow): void;
  gone(inbox: string): void;
  /** Ids of a server's messages that wait in their table still, though they are dealt with. */
  heldOf(host: string): Iterable<string>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

const EVERY = 200; // ms; what a kill has sent twice at most
const AGAIN = 1000; // ms until a writing that failed is tried again: a full disk, say

/** @param written told after each writing which servers' messages were dealt with: what stood behind them may go */
export function openSettling(
  privately: Privately,
  written: (hosts: ReadonlySet<string>) => void,
): Settling {
  let fresh = empty();
  const held = new Map<string, Set<string>>(); // ids, by server
  const hostsOf = new Map<string, string>();
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    await sleep(EVERY);
    while (!isEmpty(fresh)) {
      const { done, again, hosts, gone } = fresh;
      fresh = empty();
      const settled: Settled = { done, again, hosts: [...hosts.values()], gone };
      for (;;)
        try {
          await askFederation(privately).settle(settled);
          break;
        } catch {
          await sleep(AGAIN);
        }
      written(new Set([...done, ...again.map(({ id }) => id)].map(release)));
    }
    writing = undefined;
  }
  function hold({ id, host }: Which): void {
    hostsOf.set(id, host);
    held.set(host, (held.get(host) ?? new Set()).add(id));
    writing ??= write();
  }
  function release(id: string): string {
    const host = hostsOf.get(id)!;
    hostsOf.delete(id);
    const own = held.get(host)!;
    own.delete(id);
    if (own.size === 0) held.delete(host);
    return host;
  }

  return {
    done(message) {
      fresh.done.push(message.id);
      hold(message);
    },
    again(message, { due, tries, problem, more }) {
      fresh.again.push({ id: message.id, due, tries, problem, ...(more != null && { more }) });
      hold(message);
    },
    host(row) {
      fresh.hosts.set(row.host, row);
      writing ??= write();
    },
    gone(inbox) {
      fresh.gone.push(inbox);
      writing ??= write();
    },
    heldOf: (host) => held.get(host) ?? [],
    async close() {
      await writing;
    },
  };
}

const empty = () => ({
  done: [] as string[],
  again: [] as Again[],
  hosts: new Map<string, HostRow>(),
  gone: [] as string[],
});
const isEmpty = ({ done, again, hosts, gone }: ReturnType<typeof empty>): boolean =>
  done.length + again.length + hosts.size + gone.length === 0;
