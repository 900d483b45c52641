/**
 * Whose page is made next. SQLite answers at once, so pages that were asked for together would all be made before the loop turns,
 * and the loop takes one connection a turn: whoever asks for many pages would shut everybody else out. One page is begun a turn,
 * and networks go one after the other, however many pages each has waiting. Rules WB18 and WB19.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { FIXED } from "../budget/limits.ts";

/** Who asks, by whose place and turn a page is made. */
export interface Reader {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

export interface Turns {
  /**
   * Waits until a page may be made for this network; whoever is given the turn disposes of it.
   * @param signal ends the waiting: whoever asked has left
   * @returns undefined where it was not given within `patience` seconds, or where the signal ended it
   */
  take(network: string, signal: AbortSignal): Promise<Disposable | undefined>;
  /** How many wait. */
  readonly waiting: number;
}

type Bounds = Readonly<Record<"atOnce" | "eachNetwork" | "patience", number>>;
type Begin = (turn: Disposable | undefined) => void;

export function openTurns({ atOnce, eachNetwork, patience }: Bounds = FIXED.page): Turns {
  const lines = new Map<string, Set<Begin>>(); // by network; the first of the first is next
  const busy = new Map<string, number>(); // pages that are being made, by network
  let made = 0; // at once
  let isDue = false;

  function due(): void {
    if (isDue || lines.size === 0 || made >= atOnce) return;
    isDue = true;
    setImmediate(next);
  }
  function next(): void {
    isDue = false;
    for (const [network, line] of lines) {
      if ((busy.get(network) ?? 0) >= eachNetwork) continue;
      const [begin] = line;
      lines.delete(network); // to the end of the round
      if (line.size > 1) lines.set(network, line);
      line.delete(begin!);
      begin!(turnOf(network));
      return due();
    }
  }
  function turnOf(network: string): Disposable {
    made += 1;
    busy.set(network, (busy.get(network) ?? 0) + 1);
    let isOver = false;
    return {
      [Symbol.dispose]() {
        if (isOver) return;
        isOver = true;
        made -= 1;
        const left = busy.get(network)! - 1;
        if (left === 0) busy.delete(network);
        else busy.set(network, left);
        due();
      },
    };
  }
  return {
    take(network, signal) {
      const { promise, resolve } = Promise.withResolvers<Disposable | undefined>();
      if (signal.aborted) return Promise.resolve(undefined);
      const line = lines.get(network) ?? new Set();
      const begin: Begin = (turn) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        resolve(turn);
      };
      const leave = () => {
        if (line.delete(begin) && line.size === 0 && lines.get(network) === line)
          lines.delete(network);
        begin(undefined);
      };
      const timer = setTimeout(leave, patience * 1000);
      signal.addEventListener("abort", leave);
      lines.set(network, line.add(begin));
      due();
      return promise;
    },
    get waiting() {
      return [...lines.values()].reduce((sum, line) => sum + line.size, 0);
    },
  };
}
