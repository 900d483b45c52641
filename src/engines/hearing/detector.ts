/** The detector that comes with the program, in Node and in a browser alike: docs/listening-model.md says what it is made of, and how often it is wrong. */
import { DETECTOR_1 } from "./detector-1.ts";
import { readDetector, type Detector } from "./network-file.ts";

let read: Detector | undefined;

export const detector = (): Detector => (read ??= readDetector(DETECTOR_1));
