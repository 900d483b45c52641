/** How a measurement is made and how exact it is; what is kept of it, and what that protects against. */
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { MeasureWords } from "../words.ts";

export function How({ words }: { readonly words: MeasureWords["how"] }): Html {
  return (
    <Section id="how" title={words.title}>
      <div class="row">
        {(["roundTrip", "loss", "speed", "not"] as const).map((part) => (
          <div class="c3">
            <h3>{words[part]}</h3>
            <p>{words[`${part}Is`]}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}

export function Kept(props: {
  readonly words: MeasureWords["kept"];
  readonly enough: number;
}): Html {
  const { words, enough } = props;
  return (
    <Section id="kept" title={words.title}>
      <p>{words.ofResult}</p>
      <p>
        {words.enough(enough)} <a href="#all">{words.published}</a>
      </p>
      <p>{words.protects}</p>
    </Section>
  );
}
