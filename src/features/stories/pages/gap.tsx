/** What is left of a story that was taken back: that it stood here, and since when it is gone. Rule S20. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Gap } from "../fold.ts";
import { gapWords } from "../gap-words.ts";

export function GapPage({ gap, request }: { gap: Gap; request: PageRequest }): Html {
  const { frame, lang } = request;
  return (
    <header class="head tight">
      <h1>{gapWords.title}</h1>
      <p class="stand">{gapWords.by[gap.by](formatDay(gap.day, "en"))}</p>
      <p>{gapWords.why}</p>
      <p>
        <a href={pathIn(frame, lang, "/stories")}>{gapWords.others}</a>
      </p>
    </header>
  );
}
