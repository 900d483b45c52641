/** The way of messages from a listener to its instance: one after the other, again and again until they are taken. */
import { setTimeout as sleep } from "node:timers/promises";
import { redated } from "./messages.ts";
import { BACK, posting, type Address } from "./post.ts";
import type { Queue } from "./queue.ts";

export interface Link {
  /** What waits is sent; done by itself, whenever the link is there. */
  readonly send: () => void;
  /** That it is alive: said within an interval or not at all. @param bodyAt what is said then, ms */
  readonly alive: (bodyAt: (at: number) => string) => void;
  /** That of its place, a score, as the instance said it last. */
  readonly threshold: () => number | undefined;
  /** Tries for a while what is left. @returns how many messages wait still */
  readonly close: (ms: number) => Promise<number>;
}

const [SOON, LATE] = [1000, 60_000] as const; // ms until the next try, after one that failed, and after many

/** @param tell hears in words when a link is lost or refuses, once, and when it is back */
export function openLink(
  address: Address,
  {
    queue,
    now,
    every,
    tell,
    drawingOf,
  }: {
    readonly queue: Queue;
    readonly now: () => number;
    /** ms from one word that it is alive to the next */
    readonly every: number;
    readonly tell: (words: string) => void;
    /** What goes with a message that was taken, where there is something. */
    readonly drawingOf: (id: string) => Uint8Array<ArrayBuffer> | undefined;
  },
): Link {
  let alive: { readonly bodyAt: (at: number) => string; readonly at: number } | undefined;
  let working: Promise<void> | undefined;
  let threshold: number | undefined;
  let last = ""; // what was told last
  const end = new AbortController();
  const say = (words: string) => {
    if (words !== last && (words !== BACK || last !== "")) tell(words);
    last = words === BACK ? "" : words;
  };
  const { post, draw } = posting(address, { signal: end.signal, say, drawingOf });
  const work = async (): Promise<void> => {
    for (let wait: number = SOON; !end.signal.aborted;) {
      const heard = queue.first();
      if (alive && alive.at < now() - every) alive = undefined; // another one has come, or no sound has
      const living = heard ? undefined : alive;
      const body = heard?.body ?? living?.bodyAt(now());
      if (body === undefined) return;
      let answer = await post(body);
      if (heard && answer.is === "clock" && answer.now !== undefined)
        answer = await post(redated(heard.body, answer.now - now()));
      threshold = answer.threshold ?? threshold;
      if (answer.is === "later") {
        await sleep(wait, undefined, { signal: end.signal }).catch(() => undefined);
        wait = Math.min(2 * wait, LATE);
        continue;
      }
      wait = SOON;
      if (heard) queue.remove(heard.id);
      if (heard && answer.is === "taken") await draw(heard.id);
      if (living !== undefined && living === alive) alive = undefined;
    }
  };
  const ended = async (): Promise<void> => {
    if (!working) return;
    await working;
    return ended();
  };
  const send = (): void => {
    working ??= work().finally(() => {
      working = undefined;
      if (!end.signal.aborted && (alive || queue.length() > 0)) send(); // it came while that ended
    });
  };
  return {
    send,
    threshold: () => threshold,
    alive(bodyAt) {
      alive = { bodyAt, at: now() };
      send();
    },
    async close(ms) {
      send();
      const late = setTimeout(() => end.abort(), ms);
      await ended();
      clearTimeout(late);
      return queue.length();
    },
  };
}
