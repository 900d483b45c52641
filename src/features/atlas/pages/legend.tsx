/** What the tones of the land mean. Rule A2: one measure, with its unit, its date and whose it is. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Indicator } from "../queries.ts";
import { TONE_WORDS, TONES } from "../tones.ts";

export function Legend({ use, lang }: { readonly use: Indicator; readonly lang: string }): Html {
  const { title, source, date, licence } = use.dataset;
  return (
    <>
      <p>{title}: of 100 people</p>
      <ul class="chips legend">
        {TONES.map((tone) => (
          <li>
            <svg viewBox="0 0 42 21" aria-hidden="true">
              <path class={`land ${tone}`} d="M0 4h42M0 11h42M0 18h42" />
            </svg>
            {TONE_WORDS[tone]}
          </li>
        ))}
      </ul>
      <p class="small">
        Each country’s latest figure up to {formatDay(date, lang)}.{" "}
        <a href={source.url}>{source.publisher ?? source.title}</a>, {licence}
      </p>
    </>
  );
}
