/** The larger pledge that a pledge is part of, and the smaller ones that are part of it. Rule P29. */
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import type { PledgeLine } from "../queries.ts";
import type { Parts } from "../towards.ts";
import type { Shown } from "../components/status.tsx";

export function CountsTowards({
  line: { towards },
  lang,
  own = lang,
  to,
}: { readonly line: PledgeLine } & Shown): Html {
  if (!towards) return <></>;
  return (
    <span>
      {filled(wordsIn(lang).page.countsTowards, {
        pledge: (
          <a href={to(`/pledges/${towards.slug}`)} {...foreign(own, lang)}>
            {towards.title}
          </a>
        ),
      })}
    </span>
  );
}

export function PartsOf(props: { readonly parts: Parts } & Shown): Html {
  const { parts, lang, own = lang, to } = props;
  const say = wordsIn(lang).page;
  const { count, first } = parts;
  if (count === 0) return <></>;
  const more = count - first.length;
  return (
    <Section id="parts" title={say.parts} mini>
      <p>{say.partsAre(count)}</p>
      <ul class="lines">
        {first.map(({ slug, title }) => (
          <li>
            <a href={to(`/pledges/${slug}`)} {...foreign(own, lang)}>
              {title}
            </a>
          </li>
        ))}
        {more > 0 && <li>{linked(say.moreParts(more), "/data/pledges.csv")}</li>}
      </ul>
    </Section>
  );
}
