/** `cnd listen --sensor NAME … -` (src/engines/hearing/README.md, LF11 to LF16): sound as it comes, on standard input; what is heard goes to the instance. */
import { readFileSync, statSync } from "node:fs";
import { logitOf, openListener, scoreOf, type Listener } from "../../engines/hearing/listener.ts";
import type { Detector } from "../../engines/hearing/network-file.ts";
import { WavError, wavStream } from "../../engines/hearing/wav.ts";
import { takeLock } from "../../platform/process/lock.ts";
import { CommandError, switches } from "../context.ts";
import { detectorOf, thresholdOf } from "./chosen.ts";
import { drawings } from "./drawing.ts";
import { openLink, type Link } from "./link.ts";
import { openQueue } from "./queue.ts";
import { UNTRIED } from "./said.ts";
import { speaking, type Speaking } from "./speaking.ts";
import { untilStopped, withHead, type Raw } from "./stdin.ts";
import { whyNot } from "./walk.ts";
import { machineNow } from "../../platform/process/steady-clock.ts";

export const help = `arecord -f S16_LE -r 48000 -t raw | cnd listen --sensor NAME --key-file FILE --to URL --rate 48000 -
Listens to sound as it comes, WAV or raw samples of 16 bits, and says to the instance at URL that it is alive, and when something
sounds like a motor. No sound is kept or sent. What cannot be sent waits in a file, numbers alone, until the link is back.
  --sensor NAME      what the sensor is called at the desk: S07
  --key-file FILE    the key that the desk showed for it, on its first line
  --rate N           samples a second of raw sound; --channels N where there are several
  --every MINUTES    how often it says that it is alive, as the desk knows it; 10 unless it is said
  --threshold SCORE  from 0 to 1, or desk: that of its place, as the desk says it; otherwise that of the detector
  --detector FILE    another detector
  --queue FILE       what could not be sent yet; otherwise listen-NAME.queue where you are. At most 5,000 messages of seven days`;

const TEXTS = [
  "sensor",
  "key-file",
  "to",
  "rate",
  "channels",
  "every",
  "threshold",
  "detector",
  "queue",
] as const;
const DESK = "desk";
const MINUTE = 60_000; // ms
const GOODBYE = 10_000; // ms in which the last messages are tried

interface Asked {
  readonly sensor: string;
  readonly key: string;
  readonly url: URL;
  readonly raw: Raw | undefined;
  /** ms */
  readonly every: number;
  readonly detector: Detector;
  /** A logit, until the desk says another. */
  readonly threshold: number;
  readonly followsDesk: boolean;
  readonly queue: string;
}

export async function run(args: readonly string[]): Promise<void> {
  const asked = parsed(args);
  const { sensor, url, every, detector, threshold } = asked;
  const lock = lockOf(asked);
  const tell = (words: string) =>
    console.error(`${new Date(machineNow()).toISOString().slice(0, 19)}Z ${words}`);
  const queue = openQueue(asked.queue, machineNow, tell);
  const drawn = drawings();
  const link = openLink(asked, { queue, now: machineNow, every, tell, drawingOf: drawn.take });
  tell(
    `${sensor} listens with ${detector.name}, from a score of ${scoreOf(threshold).toFixed(2)} on, and says so to ${url.host}. ${UNTRIED}`,
  );
  if (queue.length() > 0) tell(`${queue.length()} messages wait from before.`);
  link.send();
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const mouth = speaking(asked, { queue, link, drawings: drawn, now: machineNow });
  const timer = setInterval(() => {
    if (!mouth.alive())
      tell(
        `No sound has come for ${Math.round(every / 6000) / 10} minutes: ${sensor} does not say that it is alive.`,
      );
  }, every);
  try {
    const seconds = await listen(process.stdin, asked, { mouth, link, tell }, stop.signal);
    tell(
      stop.signal.aborted
        ? "Stopped."
        : `The sound has ended, after ${Math.round(seconds)} seconds.`,
    );
  } finally {
    clearInterval(timer);
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    mouth.end();
    const left = await link.close(GOODBYE);
    lock[Symbol.dispose]();
    process.stdin.destroy(); // whoever sends on would keep the process
    if (left > 0) tell(`${left} messages wait in ${asked.queue}; the same command sends them.`);
  }
}

/** @throws CommandError where another process has it */
function lockOf({ queue, sensor }: Asked): Disposable {
  let lock: Disposable | undefined;
  try {
    lock = takeLock(`${queue}.lock`);
  } catch (error) {
    throw new CommandError(
      `${queue}: what could not be sent is kept there, and no file can be made (${(error as Error).message}). Name another one with --queue FILE.`,
      { cause: error },
    );
  }
  if (lock) return lock;
  throw new CommandError(
    `${queue}: another process listens as ${sensor} with it. End that one, or name another file with --queue FILE.`,
  );
}

function parsed(args: readonly string[]): Asked {
  const { of, rest } = switches("listen", args, [], TEXTS);
  const { sensor, to, rate, channels = "1", every = "10" } = of;
  if (rest.length !== 1 || rest[0] !== "-")
    throw new CommandError(
      "Expected a single - for sound that comes on standard input. See cnd listen --help",
    );
  if (sensor === undefined || !/^[A-Z][A-Z0-9]{0,7}$/.test(sensor))
    throw new CommandError(
      "--sensor: expected what the sensor is called at the desk, up to eight capitals and digits: S07.",
    );
  if (of["key-file"] === undefined)
    throw new CommandError(
      "--key-file: expected the file with the key that the desk showed for this sensor.",
    );
  const detector = detectorOf(of.detector);
  return {
    sensor,
    key: keyIn(of["key-file"]),
    url: addressOf(to),
    raw:
      rate === undefined
        ? undefined
        : {
            rate: numberOf("rate", rate, 4000, 768_000),
            channels: numberOf("channels", channels, 1, 64),
          },
    every: MINUTE * numberOf("every", every, 0.01, 1440),
    detector,
    threshold: thresholdOf(of.threshold === DESK ? undefined : of.threshold, detector),
    followsDesk: of.threshold === DESK,
    queue: of.queue ?? `listen-${sensor}.queue`,
  };
}

/** Never in an argument: everybody on a machine sees those. */
function keyIn(file: string): string {
  let text: string;
  try {
    text = statSync(file).size > 10_000 ? "" : readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(`--key-file ${file}: ${whyNot(error)}.`, { cause: error });
  }
  const key = text.split("\n")[0]!.trim();
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    throw new CommandError(
      `--key-file ${file}: expected the key of a sensor on the first line, found something else.`,
    );
  return key;
}

function addressOf(to: string | undefined): URL {
  const url = to !== undefined && URL.canParse(to) ? new URL(to) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "")
    throw new CommandError("--to: expected the address of the instance: https://example.org");
  if (!url.pathname.endsWith("/listening/heard"))
    url.pathname = `${url.pathname.replace(/\/$/, "")}/listening/heard`;
  return url;
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  const fits = value >= least && value <= most && (name === "every" || Number.isInteger(value));
  if (text.trim() === "" || !fits)
    throw new CommandError(`--${name}: expected a number from ${least} to ${most}, found ${text}.`);
  return value;
}

/** @returns how many seconds came @throws CommandError where it is no sound */
async function listen(
  input: AsyncIterable<Uint8Array>,
  asked: Asked,
  by: {
    readonly mouth: Speaking;
    readonly link: Pick<Link, "threshold">;
    readonly tell: (words: string) => void;
  },
  signal: AbortSignal,
): Promise<number> {
  const wav = wavStream();
  const listenerAt = following(asked, by);
  let [count, rate] = [0, 1];
  try {
    for await (const bytes of untilStopped(withHead(input, asked.raw), signal)) {
      const samples = wav.push(bytes);
      const head = wav.head();
      if (!head) continue;
      ({ rate } = head);
      count += samples.length;
      for (const second of listenerAt(rate).push(samples)) by.mouth.hear(second);
    }
    if (signal.aborted) return count / rate;
    if (count === 0 && !wav.head())
      throw new CommandError("Standard input: expected sound, and none came.");
    wav.end();
  } catch (error) {
    if (error instanceof WavError)
      throw new CommandError(`Standard input: ${error.message}.`, { cause: error });
    throw error;
  }
  return count / rate;
}

/** Who listens: anew where the desk says another threshold and no alarm lasts. */
function following(
  asked: Asked,
  { mouth, link, tell }: Parameters<typeof listen>[2],
): (rate: number) => Listener {
  let listener: Listener | undefined;
  let score = scoreOf(asked.threshold);
  return (rate) => {
    const said = asked.followsDesk ? link.threshold() : undefined;
    if (said !== undefined && Math.abs(said - score) > NEAR && mouth.isCalm()) {
      score = Math.max(LEAST, Math.min(1 - LEAST, said));
      listener = undefined;
      tell(`The desk says another threshold: a score of ${score.toFixed(2)}.`);
    }
    return (listener ??= openListener({
      detector: asked.detector,
      threshold: logitOf(score),
      rate,
    }));
  };
}

const [NEAR, LEAST] = [0.005, 0.001] as const; // of a score
