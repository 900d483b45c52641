/**
 * Writes the drawing of one recording that the pages of listening show: `node tools/draw-listening.ts FILE.ogg`, through ffmpeg.
 * The engine makes it, as it makes that of an alarm; the recording itself does not come along. Who made it stands in words.ts.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { allSamples } from "../src/commands/listen/sounds.ts";
import { detector } from "../src/engines/hearing/detector.ts";
import { openListener } from "../src/engines/hearing/listener.ts";
import { RATE } from "../src/engines/hearing/windows.ts";
import { BANDS, stepsOf } from "../src/features/listening/told/drawing.ts";

const [file = ""] = process.argv.slice(2);
const { push } = openListener({ detector: detector() });
push(new Float32Array(RATE)); // a second of nothing: the first that is drawn is the second one
const columns = push(await allSamples(file)).flatMap(({ drawing }) => [...drawing]);
const lines = stepsOf(columns)
  .join("")
  .match(new RegExp(`.{${BANDS}}`, "g"))!;
const text = `/** Five seconds of a chainsaw as the engine draws them, made by tools/draw-listening.ts: a line for each column, low bands first. */
export const CHAINSAW = [
${lines.map((line) => `  "${line}",\n`).join("")}];
`;
writeFileSync(join(import.meta.dirname, "../src/features/listening/told/chainsaw.ts"), text);
