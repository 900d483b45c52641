/** The draft in a frame as wide as a phone, with the time it takes on 2G. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, localeOf } from "../../../platform/web/words.ts";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Looked } from "../preview.ts";
import type { WritingWords } from "../words.ts";
import { Meter } from "./meter.tsx";
import type { Draft } from "../../stories/model.ts";

const CONNECT = 0.5; // s: two round trips of 250 ms before the first byte
const BYTES_A_SECOND = 24_000; // as on every page of the site

export function PhonePage(props: {
  readonly draft: Draft;
  readonly title: string;
  readonly looked: Looked;
  readonly words: WritingWords;
}): Html {
  const { draft, title, looked, words } = props;
  const seconds = secondsIn(CONNECT + looked.bytes / BYTES_A_SECOND, words.lang);
  return (
    <>
      <PlainHead
        title={words.phoneTitle(title)}
        stand={words.phoneSeconds(formatBytes(looked.bytes, words.lang), seconds)}
      />
      <div class="row">
        <div class="c7">
          <iframe
            class="phone"
            src={`/desk/stories/${draft.id}/preview`}
            title={words.phoneFrame}
          />
        </div>
        <div class="c5 branch">
          <Meter {...looked} words={words} />
          <p>{words.phoneHint}</p>
          <p class="chips">
            <a href={`/desk/stories/${draft.id}`}>{words.back}</a>
          </p>
        </div>
      </div>
    </>
  );
}

const secondsIn = (n: number, lang: string): string =>
  new Intl.NumberFormat(localeOf(lang), {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(n);
