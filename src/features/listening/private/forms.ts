/** The forms of what is kept of listening: types alone. Columns hold text and whole numbers only. */

/** A phone, a recorder, a box on a tree. Times are UTC in milliseconds, by the clock of the instance where nothing else is said. */
export interface Sensor {
  /** Made here. */
  readonly id: string;
  /** What it calls itself in a message: `S07`. No two that are in use have the same. */
  readonly name: string;
  /** The subject of its place; empty where none is chosen. */
  readonly place: string;
  /** Where it hangs, in words. */
  readonly spot: string;
  /** Degrees times 100,000. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** SHA-256 of its key. */
  readonly key_hash: string;
  /** Minutes within which it says that it is alive. */
  readonly every: number;
  readonly at: number;
  /** When it was taken down. */
  readonly closed: number | null;
  /** Of 1,000: what sounds less like a motor begins no alarm. Chosen, or of its own background. */
  readonly threshold: number;
  /** Until when it listens to its background: alarms are provisional. */
  readonly learns: number;
  /** When its background set its threshold last. */
  readonly learned: number | null;
  /** When something came from it last; what it said of its clock then is so many milliseconds beside ours. */
  readonly seen: number | null;
  readonly clock: number | null;
  /** Millivolts; and those at which it stops, where somebody knows. */
  readonly battery: number | null;
  readonly empty: number | null;
  /** Tenths of a decibel below full scale: from -1200 to 0. */
  readonly level: number | null;
  /** Since when its level is flat or at the rails. */
  readonly flat: number | null;
  /** The version that it named last. */
  readonly detector: string;
}

/** What a sensor said, once each by its own id; kept for some weeks, for the battery, the level and the background. */
export interface Said {
  readonly sensor: string;
  readonly id: string;
  readonly sort: "alive" | "heard";
  /** By the sensor's clock, and by ours. */
  readonly at: number;
  readonly came: number;
  readonly battery: number | null;
  readonly level: number | null;
  /** Of `heard`: until when, what, how sure of 1,000, and by which detector. `alive` may say the greatest score since the last one. */
  readonly until: number | null;
  readonly kind: string;
  readonly score: number | null;
  readonly detector: string;
}

/** A day on which a sensor said something, by its clock, and where it hung then: counted in public a month later, and kept for a year. */
export interface Day {
  readonly sensor: string;
  readonly day: string;
  /** The subject of the place. */
  readonly place: string;
}

/** `motor` is what was heard; the others say that a sensor may be dead, or soon will be. */
export type AlarmKind = "motor" | "silent" | "deaf" | "clock" | "battery";
export type Outcome = "saw" | "other-motor" | "nothing" | "could-not-go" | "our-own";

/** One while it lasts; it stays until somebody answers it. */
export interface Alarm {
  readonly id: string;
  readonly sensor: string;
  readonly kind: AlarmKind;
  /** What began and what went on: by the sensor's clock where that can be believed. */
  readonly starts: number;
  readonly ends: number;
  /** When it was opened here, and when it was over of itself: the motor silent, the sensor heard again. */
  readonly at: number;
  readonly over: number | null;
  /** Of 1,000, the greatest. */
  readonly score: number | null;
  readonly detector: string;
  /** The ids of other sensors of its place that heard the same, with blanks between them. */
  readonly also: string;
  /** 1 while its sensor still listened to its background. */
  readonly provisional: number;
  /** The mute that it fell into; it is counted, and told to nobody. */
  readonly mute: string | null;
  /** How many of the line were told, and when the last was. */
  readonly told: number;
  readonly told_at: number | null;
  /** Who said that they go, and when: from then on nobody else is told. */
  readonly taken_by: string | null;
  readonly taken: number | null;
  readonly outcome: Outcome | null;
  readonly outcome_by: string | null;
  readonly outcome_at: number | null;
}

/** 24 bands, four columns a second, of the first seconds of an alarm: words cannot be had back from it. Kept for 30 days. */
export interface Drawing {
  readonly alarm: string;
  /** Base64, a byte for each band of each column. */
  readonly bands: string;
  readonly at: number;
}

/** Planned felling: alarms of a place, or of one sensor, within these hours of these days are told to nobody. */
export interface Mute {
  readonly id: string;
  /** The subject of a place, or empty; the id of a sensor, or empty. */
  readonly place: string;
  readonly sensor: string;
  /** Days, and times of day in UTC: `07:00`. */
  readonly starts: string;
  readonly ends: string;
  readonly opens: string;
  readonly closes: string;
  readonly why: string;
  readonly by: string;
  readonly at: number;
}

/** Who is told of an alarm, the first one first; an account of the desk. */
export interface Watcher {
  readonly account: string;
  readonly position: number;
  /** The days of the week on which they are on watch, from Monday: `1111100`. */
  readonly days: string;
  /** Times of day in UTC: `06:00`; the same twice is all day. */
  readonly opens: string;
  readonly closes: string;
}

/** Of whom an alarm was told, once each: a letter that waits, or went out, or could not. */
export interface Told {
  readonly alarm: string;
  readonly account: string;
  readonly at: number;
  /** When a mail server took it. */
  readonly sent: number | null;
  /** Why it never will: `refused` by the server of whoever it is for, `late` as somebody answered before; else empty. `cannot`: they cannot go; `again`: they may be told once more. */
  readonly trouble: string;
}

/** What somebody set for all of it: minutes until the next in line is told, alarms of a week that are borne. */
export interface Setting {
  readonly name: string;
  readonly value: number;
}
