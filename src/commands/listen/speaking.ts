/** What becomes of each second that a listener hears: its level and its score until the next word, and an alarm said for as long as it lasts. */
import { randomBytes } from "node:crypto";
import type { Second } from "../../engines/hearing/listener.ts";
import type { Drawings } from "./drawing.ts";
import type { Link } from "./link.ts";
import { aliveBody, heardBody, interval } from "./messages.ts";
import type { Queue } from "./queue.ts";

/** An alarm is said when it begins, when it has lasted for a while, again while it lasts, and when it ends. */
const [LASTED, AGAIN] = [10, 60] as const; // seconds

interface Lasting {
  /** By the clock of this machine, ms, of the second from which it lasts. */
  readonly begun: number;
  /** In seconds from the first sample. */
  readonly from: number;
  to: number;
  score: number;
  /** Until when it was said. */
  said: number;
}

export interface Speaking {
  readonly hear: (second: Second) => void;
  /** @returns false where no sound came since the last time: then nobody says that it is alive */
  readonly alive: () => boolean;
  /** Whether no alarm lasts. */
  readonly isCalm: () => boolean;
  /** What lasts when the sound ends is said as far as it was heard. */
  readonly end: () => void;
}

export function speaking(
  { sensor, detector }: { readonly sensor: string; readonly detector: { readonly name: string } },
  by: {
    readonly queue: Pick<Queue, "add">;
    readonly link: Pick<Link, "send" | "alive">;
    readonly drawings: Pick<Drawings, "hear" | "draw">;
    readonly now: () => number;
  },
): Speaking {
  const heard = interval();
  let isFirst = true;
  let lasting: Lasting | undefined;
  const newId = () => randomBytes(8).toString("hex");
  const alive = (): boolean => {
    const of = heard.take();
    if (of) by.link.alive((at) => aliveBody({ ...of, id: newId(), sensor, at }));
    return of !== undefined;
  };
  const say = (of: Lasting): void => {
    const { begun, from, to, score, said } = of;
    const id = newId();
    // Whole until it is an event of ten seconds; then since the last time.
    const since = said - from >= LASTED ? said : from;
    const times = { from: begun + 1000 * (since - from), to: begun + 1000 * (to - from) };
    by.drawings.draw(id, since, to);
    by.queue.add({
      id,
      at: by.now(),
      body: heardBody({ id, sensor, ...times, score, detector: detector.name }),
    });
    by.link.send();
    of.said = to;
  };
  return {
    alive,
    isCalm: () => lasting === undefined,
    hear(second) {
      heard.hear(second);
      by.drawings.hear(second);
      if (isFirst) isFirst = !alive();
      const { turn, alarm, at } = second;
      if (!turn || !alarm) return;
      const { from, to, score } = alarm;
      if (turn === "begins") {
        lasting = { begun: by.now() - 1000 * (at - from), from, to, score, said: from }; // this second ends now
        say(lasting);
      }
      if (!lasting) return;
      Object.assign(lasting, { to, score });
      const hasLasted = to - from >= LASTED && lasting.said - from < LASTED;
      if (hasLasted || to - lasting.said >= AGAIN || (turn === "ends" && to > lasting.said))
        say(lasting);
      if (turn === "ends") lasting = undefined;
    },
    end: () => (lasting && lasting.to > lasting.said ? say(lasting) : undefined),
  };
}
