/** The page of one opportunity: where, what in whose words, and what may fit it. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import type { Fit } from "../match.ts";
import type { OpportunityCard } from "../queries.ts";
import { isAsk } from "../records.ts";
import { Fits, titleOf, type Shown } from "./list.tsx";

export function OpportunityMain(
  props: Shown & { readonly card: OpportunityCard; readonly fits: readonly Fit[] },
): Html {
  const { card, fits, words, own, to } = props;
  const { opportunity, where, slug } = card;
  const { page, lang } = words;
  const { position, distance } = opportunity;
  const asked = isAsk(opportunity.kind);
  const number = (n: number) => formatNumber(n, lang);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{titleOf(card, words)}</h1>
        <div class="c8">
          <p class="meta">
            <span>{asked ? words.asked : words.offered}</span>
            <span>{formatDay(opportunity.date, lang)}</span>
          </p>
        </div>
      </header>
      <p class="prose" {...foreign(own, lang)} dir="auto">
        {opportunity.words}
      </p>
      <dl class="facts">
        <dt>{words.place}</dt>
        <dd>{where.path === undefined ? where.name : <a href={to(where.path)}>{where.name}</a>}</dd>
        {where.countryName !== undefined && (
          <>
            <dt>{words.country}</dt>
            <dd>{where.countryName}</dd>
          </>
        )}
        {position && (
          <>
            <dt>{page.position}</dt>
            <dd>{page.near(number(position.lat), number(position.lon))}</dd>
          </>
        )}
        {!asked && distance !== undefined && (
          <>
            <dt>{words.wouldGo}</dt>
            <dd>{words.km(number(distance))}</dd>
          </>
        )}
      </dl>
      {fits.length > 0 && (
        <Section id="fits" title={words.fits} mini>
          <Fits fits={fits} words={words} to={to} />
        </Section>
      )}
      <p class="acts">
        <a class="button" href={to(`/take-part/opportunity?about=${slug}`)}>
          {page.answer}
        </a>
        <a class="button quiet" href={to("/opportunities")}>
          {page.all}
        </a>
      </p>
    </article>
  );
}
