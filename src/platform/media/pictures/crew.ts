/**
 * Processes for pictures, started when there is work and ended when there is none: a picture that breaks what reads it, or
 * asks for more memory or time than it may have, ends such a process and not the instance. Decision 0026.
 */
import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { FIXED } from "../../budget/limits.ts";
import { limited, MOST_PIXELS, PICTURES } from "../limits.ts";
import { MediaError } from "../media-error.ts";
import { openPlaces } from "../places.ts";
import type { Answer, Done, Job } from "./job.ts";

interface Asking {
  /** Ends the work and the process that does it. */
  readonly signal?: AbortSignal | undefined;
  /** A picture of so many points that no other is worked on meanwhile. */
  readonly isHeavy?: boolean;
}

const places = openPlaces(FIXED.picture, () => new MediaError("busy", BUSY));
const BUSY = "More pictures are waiting than can be looked at. Please send it again in a minute.";
const resting: Hand[] = [];

/**
 * Have one job done.
 * @throws MediaError `unreadable` where the picture is damaged, `too-large` where it asked for more than it may have,
 * `busy` where too many wait; the signal's reason
 */
export async function askFor<What extends Job>(
  job: What,
  { signal, isHeavy = false }: Asking = {},
): Promise<Done[What["do"]]> {
  const work = async () => (resting.pop() ?? (await startHand(signal)))(job, signal);
  const done = await places.hold(work, signal, {
    weight: isHeavy ? FIXED.picture.atOnce : 1,
  });
  return done as Done[What["do"]];
}

/** A process that works. */
type Hand = (job: Job, signal: AbortSignal | undefined) => Promise<Done[keyof Done]>;

const isSource = import.meta.url.endsWith(".ts");
// Nothing in it is worth compiling; without a compiler no memory is both written and run. Reading TypeScript needs one.
const COMPILER = isSource ? 600_000_000 : 0; // bytes that it sets aside, which count though it writes few of them
const FLAGS = [
  ...(isSource ? [] : ["--jitless"]),
  "--v8-pool-size=1",
  "--max-semi-space-size=2",
  "--no-warnings",
];
const LAST_WORDS = 2000; // characters of what it says when it cannot start

async function startHand(signal: AbortSignal | undefined): Promise<Hand> {
  const entry = fileURLToPath(new URL(`./process.${isSource ? "ts" : "js"}`, import.meta.url));
  const limits = { ...PICTURES.limits, memory: PICTURES.limits.memory + COMPILER };
  const [program, args] = limited(limits, process.execPath, [...FLAGS, entry]);
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
  child.on("error", () => undefined); // whoever waits for it hears of it
  let words = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  const said = await nextOf(child, signal);
  if ("ready" in said) return handOf(child);
  const why = "ended" in said ? words || said.ended : "it began with an answer";
  throw new Error(`Expected a process for pictures, and none started: ${why}`);
}

function handOf(child: ChildProcess): Hand {
  let timer: NodeJS.Timeout | undefined;
  const end = () => child.kill("SIGKILL");
  const hand: Hand = async (job, signal) => {
    clearTimeout(timer);
    keepRunning(child, true);
    const answer = nextOf(child, signal);
    child.send(job, () => undefined); // where it has ended, `answer` says so
    const said = await answer;
    if ("value" in said) {
      if (said.cpu > PICTURES.tired) end();
      else rest();
      return said.value;
    }
    end(); // what a damaged file may have left in it goes with it
    throw "failed" in said ? refusalOf(said.failed) : tooMuch();
  };
  function rest(): void {
    keepRunning(child, false);
    resting.push(hand);
    timer = setTimeout(() => {
      leave(); // before it has ended: nobody is to give it work meanwhile
      end();
    }, PICTURES.idle).unref();
  }
  function leave(): void {
    clearTimeout(timer);
    const at = resting.indexOf(hand);
    if (at >= 0) resting.splice(at, 1);
  }
  child.once("exit", leave);
  return hand;
}

/** What it says next, or that it ended: by itself, by a limit, for it took too long. @throws the signal's reason */
function nextOf(
  child: ChildProcess,
  signal: AbortSignal | undefined,
): Promise<Answer | { readonly ended: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | { readonly ended: string }>();
  const kill = () => child.kill("SIGKILL");
  const late = setTimeout(kill, PICTURES.job);
  const hear = (answer: Answer) => resolve(answer);
  const fail = (error: Error) => resolve({ ended: error.message });
  const exit = (code: number | null, by: string | null) =>
    signal?.aborted ? reject(signal.reason as Error) : resolve({ ended: `${by ?? code}` });
  child.on("message", hear).on("exit", exit).on("error", fail);
  if (signal?.aborted) kill();
  else signal?.addEventListener("abort", kill, { once: true });
  if (child.exitCode !== null || child.signalCode !== null) exit(child.exitCode, child.signalCode);
  return promise.finally(() => {
    clearTimeout(late);
    signal?.removeEventListener("abort", kill);
    child.off("message", hear).off("exit", exit).off("error", fail);
  });
}

/** One that rests keeps no command from ending. */
function keepRunning(child: ChildProcess, isWorking: boolean): void {
  const how = isWorking ? "ref" : "unref";
  child[how]();
  child.channel?.[how]();
  (child.stderr as Socket)[how](); // a pipe, as `spawn` was told
}

const tooMuch = (): MediaError =>
  new MediaError(
    "too-large",
    "This picture asks for more work than one picture may, or is damaged. Please send it smaller, as JPEG.",
  );

function refusalOf(why: string): Error {
  // As the system says it, and not the picture's fault: it stays, and is looked at again when there is room.
  if (/No space left on device|Disk quota exceeded/.test(why))
    return Object.assign(new Error("The disk is full."), { code: "ENOSPC" });
  if (/pixel limit/i.test(why)) return tooManyPoints();
  if (/memory|alloc/i.test(why)) return tooMuch();
  return new MediaError(
    "unreadable",
    "This picture cannot be read: it is damaged or did not arrive whole. Please send it again.",
  );
}

export const tooManyPoints = (): MediaError =>
  new MediaError(
    "too-large",
    `This picture has more than ${MOST_PIXELS / 1_000_000} million points, more than any phone takes. Please send it smaller.`,
  );
