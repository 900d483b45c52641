/** In which language an address of this feature was asked for: the page that comes back, its links and its words are in it. */
import type { Serving } from "../../platform/feature.ts";
import type { InLanguage } from "../../platform/sent/sort.ts";
import type { Asked } from "../../platform/web/extra.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { wordsIn, type TellWords } from "./words.ts";

export interface Tongue extends InLanguage {
  readonly frame: Frame;
  readonly words: TellWords;
}

export async function tongueOf(
  { instance, frame: frameOf }: Pick<Serving, "instance" | "frame">,
  asked: Pick<Asked, "lang">,
): Promise<Tongue> {
  const frame = await instance.snapshot(frameOf);
  const lang = asked.lang ?? frame.language;
  return { frame, lang, words: wordsIn(lang), to: (path) => pathIn(frame, lang, path) };
}
