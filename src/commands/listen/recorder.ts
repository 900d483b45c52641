/**
 * What a recorder tells of a recording beside its sound: the name of the file says when it began, a comment which device it was,
 * its gain, its battery and how warm it was, as AudioMoth writes them. Pure.
 */

export interface Recorder {
  /** When the recording began, UTC milliseconds; absent where nothing says it. */
  readonly start?: number;
  /** The number that its maker gave it. */
  readonly device?: string;
  readonly gain?: string;
  /** Volts. */
  readonly battery?: number;
  /** Degrees Celsius. */
  readonly temperature?: number;
}

// bounded: a comment is at most 2,000 characters (wav.ts), and nothing here repeats without end
const RECORDED =
  /\bRecorded at (\d\d):(\d\d):(\d\d)(?:\.\d{1,3})? (\d\d)\/(\d\d)\/(\d{4}) \(UTC(?:([+-])(\d{1,2})(?::(\d\d))?)?\)/;
const DEVICE = /\bby AudioMoth ([0-9A-F]{16})\b/i;
const GAIN = /\bat (low|low-medium|medium|medium-high|high) gain\b/;
const BATTERY = /\bbattery (?:state )?was (?:less than |greater than )?(\d{1,2}\.\d{1,2})V/;
const TEMPERATURE = /\btemperature was (-?\d{1,3}(?:\.\d{1,2})?)C/;

/** @param comment of the file, as its recorder wrote it: ICMT of a WAV file */
export function recorderOf(name: string, comment = ""): Recorder {
  const start = startIn(comment) ?? startOf(name);
  const device = DEVICE.exec(comment)?.[1]?.toUpperCase();
  const gain = GAIN.exec(comment)?.[1];
  const battery = BATTERY.exec(comment)?.[1];
  const temperature = TEMPERATURE.exec(comment)?.[1];
  return {
    ...(start !== undefined && { start }),
    ...(device !== undefined && { device }),
    ...(gain !== undefined && { gain }),
    ...(battery !== undefined && { battery: Number(battery) }),
    ...(temperature !== undefined && { temperature: Number(temperature) }),
  };
}

/** The comment says of which zone its time is; a recorder that is set to local time names its files by it, too. */
function startIn(comment: string): number | undefined {
  const found = RECORDED.exec(comment);
  if (!found) return undefined;
  const [, hour, minute, second, day, month, year, sign, hours = "0", minutes = "0"] = found;
  const local = momentOf(year!, month!, day!, hour!, minute!, second!);
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return local === undefined ? undefined : local - (sign === "-" ? -offset : offset);
}

const NAMED = /(?:^|_)(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)T?\.[a-z0-9]{1,5}$/i;

/** `20260601_143000.WAV`, UTC; something may stand before it, and a T behind it where a sound began the recording. */
function startOf(name: string): number | undefined {
  const found = NAMED.exec(name.slice(-80));
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return momentOf(year!, month!, day!, hour!, minute!, second!);
}

/** @returns undefined where no calendar has it */
function momentOf(
  ...[year, month, day, hour, minute, second]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
): number | undefined {
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = Date.parse(`${text}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : undefined;
}

const FIRST = Date.UTC(2010, 0); // a recorder whose clock was never set says 1970
const A_DAY = 86_400_000;

/** Whether a clock that says so was set. @param now of this machine */
export const isBelieved = (start: number, now: number): boolean =>
  start >= FIRST && start <= now + A_DAY;
