/**
 * Carries out what waits in the table of jobs beside the serving of pages: long work one after the other, and beside it what
 * is quick. A job may run more than once (a crash, a failure), so its work is written to be done again. Rules in README.md.
 */
import { isAway } from "../db/away.ts";
import { askJobs, type Job, type Lane, type Overview } from "../private/jobs.ts";
import type { Privately } from "../private/part.ts";
import type { Writes } from "../log/thread.ts";
import { looking } from "../process/resting.ts";

interface Progress {
  /** So many steps of so many are done; durable, seldom. */
  (done: number, total: number): Promise<void>;
}
/** @throws RefusedJob when trying again would change nothing; any other error is tried again */
export type Work = (
  argument: unknown,
  context: { readonly progress: Progress; readonly signal: AbortSignal },
) => Promise<void>;

type Works = Readonly<Record<string, Work>>;

/** It cannot be done, ever: the message is for the person who asked. */
export class RefusedJob extends Error {
  override name = "RefusedJob";
}

export interface Jobs {
  /** @returns its id. @throws Error when too many wait already */
  add(kind: string, about: string, argument: unknown, inMs?: number): Promise<string>;
  about(thing: string): Promise<readonly Job[]>;
  /** How many there are, the next that wait, and those that failed, the latest first. @param most of each */
  overview(most: number): Promise<Overview>;
  /** Try one that failed once more, as if it were new. @returns whether there was one */
  again(id: string): Promise<boolean>;
  /**
   * Begin to carry out, each kind by its work; what was running when the last process ended is taken up again.
   * @param quick what takes seconds, and is not held back by what takes hours
   */
  start(long: Works, quick?: Works): Promise<void>;
  /** Stop what runs (its signal aborts) and begin nothing else. */
  close(): Promise<void>;
}

interface JobsOptions {
  readonly private: Privately;
  readonly writes: Writes;
  readonly now: () => number;
  /** Takes one line about a failure. */
  readonly log: (line: string) => void;
}

const MAX_TRIES = 5;
const FIRST_PAUSE = 5000; // ms, doubled with each try
const LOOK_AGAIN = 30_000; // ms; for what was written elsewhere, and what could not be read
const A_WEEK = 7 * 24 * 3_600_000; // ms

export function openJobs(options: JobsOptions): Jobs {
  const { private: privately, writes, now, log } = options;
  const table = askJobs(privately);
  const stop = new AbortController();
  const lanes: ReturnType<typeof openLane>[] = [];
  let resting: Promise<void> | undefined;
  const look = () => lanes.forEach((lane) => lane.look());

  return {
    async add(kind, about, argument, inMs = 0) {
      const due = now() + inMs;
      const id = await table.add({ kind, about, argument, due });
      if (id === undefined) throw new Error("Too much work waits already. Please try again later.");
      look();
      return id;
    },
    about: table.of,
    overview: table.overview,
    async again(id) {
      const found = await table.retry({ id, due: now() });
      if (found) look();
      return found;
    },
    async start(long, quick = {}) {
      const kinds = Object.keys(quick);
      const at = { ...options, table, signal: stop.signal };
      const begun = [openLane({ ...at, works: long, lane: { others: kinds } })];
      if (kinds.length > 0) begun.push(openLane({ ...at, works: quick, lane: { only: kinds } }));
      try {
        for (const lane of begun) await lane.recover();
        await table.drop({ doneBefore: now() - A_WEEK });
      } catch (error) {
        if (!isAway(error)) throw error; // it is looked at again
      }
      lanes.push(...begun);
      const failed = ({ message }: Error) => log(`The queue of jobs cannot be read: ${message}`);
      const every = () => LOOK_AGAIN;
      resting = looking({ writes, now, every, failed }, stop.signal, async () => {
        look();
        return (await table.nextDue()) ?? Infinity;
      });
    },
    async close() {
      stop.abort();
      await Promise.all([resting, ...lanes.map((lane) => lane.ended())]);
    },
  };
}

interface LaneOptions extends Pick<JobsOptions, "now" | "log"> {
  readonly table: ReturnType<typeof askJobs>;
  readonly lane: Lane;
  readonly works: Works;
  readonly signal: AbortSignal;
}

/** One job of these kinds after the other. */
function openLane({ table, lane, works, signal, now, log }: LaneOptions) {
  let running: Promise<void> | undefined;
  let again = false; // something came while the queue was being emptied
  let isBroken = true; // what is said to run is not: the last process ended, or what came of it could not be written

  function look(): void {
    if (signal.aborted) return;
    again = true;
    running ??= empty().finally(() => {
      running = undefined;
      if (again) look(); // it came when the last look had ended already
    });
  }

  async function empty(): Promise<void> {
    try {
      while (again && !signal.aborted) {
        again = false;
        if (isBroken) await recover();
        for (;;) {
          const job = await table.claim({ now: now(), lane });
          if (!job) break;
          await carryOut(job);
          if (signal.aborted) return;
        }
      }
    } catch (error) {
      isBroken = true;
      again = false;
      setTimeout(look, LOOK_AGAIN).unref();
      log(`The queue of jobs cannot be read: ${(error as Error).message}`);
    }
  }

  async function recover(): Promise<void> {
    await table.recover(lane);
    isBroken = false;
  }

  async function carryOut({ id, kind, argument, tries }: Job): Promise<void> {
    const progress: Progress = (done, total) => table.step({ id, done, total });
    try {
      const work = works[kind];
      if (!work) throw new RefusedJob(`This program knows no work named ${kind}.`);
      await work(JSON.parse(argument), { progress, signal });
      await table.finish(id);
    } catch (error) {
      if (signal.aborted) return; // it is taken up again at the next start
      const { message } = error as Error;
      const last = error instanceof RefusedJob || tries >= MAX_TRIES;
      if (!(error instanceof RefusedJob)) log(`${kind} failed, try ${tries}: ${message}`);
      const pause = FIRST_PAUSE * 2 ** (tries - 1);
      await table.fail({ id, error: message, ...(!last && { again: now() + pause }) });
      if (!last) setTimeout(look, pause).unref();
    }
  }

  return { look, recover, ended: async () => running };
}
