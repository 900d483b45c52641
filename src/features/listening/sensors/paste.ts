/** Lines of sensors that somebody pasted at the desk: each is taken, or told why not, by itself. Rule LE9. */
import type { Serving } from "../../../platform/feature.ts";
import { askListening } from "../private/listening.ts";
import { linesIn } from "./lines.ts";
import { take } from "./taking.ts";
import { wordsIn } from "./words.ts";

export interface Pasted {
  readonly line: string;
  readonly isKept: boolean;
  /** What became of it, in the language that was asked for. */
  readonly words: string;
}

export async function pasteLines(
  serving: Pick<Serving, "instance" | "clock">,
  text: string,
  lang: string,
): Promise<readonly Pasted[]> {
  const words = wordsIn(lang);
  const sensors = await askListening(serving.instance.log.private).sensors();
  const pasted: Pasted[] = [];
  for (const one of linesIn(text, serving.clock.aged())) {
    const { line } = one;
    const no = (why: string) => void pasted.push({ line, isKept: false, words: why });
    if ("trouble" in one) {
      no(words.trouble[one.trouble]);
      continue;
    }
    const { message, sent } = one;
    const sensor = sensors.find(({ name, closed }) => name === message.sensor && closed === null);
    if (!sensor) {
      no(words.nobody(message.sensor));
      continue;
    }
    const { heard } = await take(serving, sensor.id, message, sent);
    if (heard === "clock" || heard === "old" || heard === "key") no(words.refused[heard]);
    else pasted.push({ line, isKept: true, words: words[heard === "known" ? heard : "kept"] });
  }
  return pasted;
}
