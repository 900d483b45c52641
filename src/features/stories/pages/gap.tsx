/** What is left of a story that was taken back: that it stood here, and since when it is gone. Rule S20. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Gap } from "../fold.ts";
import { wordsIn } from "../words.ts";

export function GapPage({ gap, request }: { gap: Gap; request: PageRequest }): Html {
  const { frame, lang } = request;
  const words = wordsIn(lang);
  return (
    <header class="head tight">
      <h1>{words.gap.title}</h1>
      <p class="stand">{words.gap.by[gap.by](formatDay(gap.day, words.lang))}</p>
      <p>{words.gap.why}</p>
      <p>
        <a href={pathIn(frame, lang, "/stories")}>{words.gap.others}</a>
      </p>
    </header>
  );
}
