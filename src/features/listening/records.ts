/** What is said of listening in public: how often the alarms of a place were right in a month. Never where a sensor hangs. */
import * as v from "valibot";
import type { Kinds } from "../../platform/records/kind.ts";

export const LISTENING_REPORTED = "listening.reported/1";

/** Fewer sensors than this say nothing together: one alone would tell where it hangs. */
export const ENOUGH_SENSORS = 3;
/** Days after the end of a month before anything of it is said. */
export const LATE = 30;

export const month = v.pipe(
  v.string("a month such as 2026-11"),
  v.regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, "a month such as 2026-11"),
);
const count = v.pipe(
  v.number("a whole number from 0"),
  v.safeInteger("a whole number from 0"),
  v.minValue(0, "a whole number from 0"),
);

/** What a detector may be called: its name and version, and nothing else that a sensor could send. */
export const DETECTOR = /^[A-Za-z][A-Za-z0-9]{0,19}(?:[-_. ][A-Za-z0-9]{1,12}){0,3}$/;
/** Detectors of fewer sensors than are enough, and those whose names are none, together. */
export const OTHERS = "others";

/** Of one detector and its version. Right and wrong are what people found who went there; the rest is unknown. */
const counts = v.strictObject({
  detector: v.pipe(v.string("the name of a detector"), v.regex(DETECTOR, "the name of a detector")),
  alarms: count,
  right: count,
  wrong: count,
  unknown: count,
});

export const ReportedBody = v.pipe(
  v.strictObject({
    /** The subject of the place. */
    place: v.string(),
    month,
    sensors: v.pipe(count, v.minValue(ENOUGH_SENSORS, `at least ${ENOUGH_SENSORS} sensors`)),
    sensorDays: count,
    detectors: v.pipe(v.array(counts), v.maxLength(200, "at most 200 detectors")),
    /** Alarms that fell into hours of planned felling: counted, and told to nobody. */
    muted: count,
    /** The middle of the minutes until somebody answered; absent where nobody did. */
    minutes: v.optional(v.pipe(v.number(), v.minValue(0))),
    /** Times in which a sensor was silent, deaf or of a wrong clock. */
    silences: count,
  }),
  v.check(
    ({ detectors }) =>
      detectors.every(({ alarms, right, wrong, unknown }) => right + wrong + unknown === alarms),
    "right, wrong and unknown that are all the alarms together",
  ),
);
export type Reported = Readonly<v.InferOutput<typeof ReportedBody>>;

export const listeningKinds: Kinds = {
  [LISTENING_REPORTED]: { opens: true, body: ReportedBody, page: "/listening" },
};
