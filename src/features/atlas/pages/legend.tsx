/** What the tones of the land mean. Rule AT2: one measure, with its unit, its date and whose it is. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, spoken } from "../../../platform/words/inline.tsx";
import type { Indicator } from "../queries.ts";
import { TONES } from "../tones.ts";
import { wordsIn } from "../words.ts";

export function Legend(props: {
  readonly use: Indicator;
  readonly lang: string;
  readonly own: string;
}): Html {
  const { use, lang, own } = props;
  const words = wordsIn(lang).legend;
  const { title, source, date, licence } = use.dataset;
  return (
    <>
      <p>{filled(words.ofPeople, { title: spoken(own, lang, title) })}</p>
      <ul class="chips legend">
        {TONES.map((tone) => (
          <li>
            <svg viewBox="0 0 42 21" aria-hidden="true">
              <path class={`land ${tone}`} d="M0 4h42M0 11h42M0 18h42" />
            </svg>
            {words.tones[tone]}
          </li>
        ))}
      </ul>
      <p class="small">
        {words.upTo(formatDay(date, lang))}{" "}
        <a href={source.url}>{spoken(own, lang, source.publisher ?? source.title)}</a>,{" "}
        <bdi>{licence}</bdi>
      </p>
    </>
  );
}
