/** What a listener says to the instance (docs/protocol/listening.md): that it is alive, and what it heard. At most 300 bytes each. Pure. */

/** A second that was judged, as far as messages need it. */
interface Level {
  readonly level: number;
  readonly score: number;
}

/** What is said of an interval: its mean power and the greatest score of its seconds. */
export function interval(): {
  readonly hear: (second: Level) => void;
  /** @returns what it was since the last call; undefined where nothing was heard */
  readonly take: () => { readonly level: number; readonly score: number } | undefined;
} {
  let [seconds, power, most] = [0, 0, 0];
  return {
    hear({ level, score }) {
      seconds++;
      power += 10 ** (level / 10);
      most = Math.max(most, score);
    },
    take() {
      if (seconds === 0) return undefined;
      const taken = {
        level: Math.max(-120, Math.min(0, 10 * Math.log10(power / seconds + 1e-12))),
        score: most,
      };
      [seconds, power, most] = [0, 0, 0];
      return taken;
    },
  };
}

const short = (value: number, to: number): number => Math.round(value * to) / to;

export const aliveBody = (of: {
  readonly id: string;
  readonly sensor: string;
  readonly at: number;
  readonly level: number;
  readonly score: number;
}): string =>
  JSON.stringify({
    sensor: of.sensor,
    id: of.id,
    say: "alive",
    clock: moment(of.at),
    level: short(of.level, 10),
    peak: short(of.score, 1000),
  });

export const heardBody = (of: {
  readonly id: string;
  readonly sensor: string;
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly detector: string;
}): string =>
  JSON.stringify({
    sensor: of.sensor,
    id: of.id,
    say: "heard",
    kind: "motor",
    from: moment(Math.max(of.from, of.to - LONGEST)),
    to: moment(of.to),
    score: short(of.score, 1000),
    detector: detectorName(of.detector),
  });

const LONGEST = 3_600_000; // ms, of one message

const moment = (ms: number): string => new Date(Math.round(ms / 1000) * 1000).toISOString();

/** As a message may name it. */
const detectorName = (name: string): string =>
  name
    .replaceAll(/[^A-Za-z0-9._ -]/g, "-")
    .replace(/^[^A-Za-z0-9]/, "x")
    .slice(0, 40) || "x";

/** What was heard by a clock that is so many milliseconds behind, as the right one has it. */
export function redated(body: string, ms: number): string {
  const { from, to, ...rest } = JSON.parse(body) as Readonly<Record<string, string>>;
  const later = (text = "") => moment(Date.parse(text) + ms);
  return JSON.stringify({ ...rest, from: later(from), to: later(to) });
}
