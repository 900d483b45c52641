/** The page of one opportunity: where, what in whose words, and what may fit it. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Fit } from "../match.ts";
import type { OpportunityCard } from "../queries.ts";
import { isAsk } from "../records.ts";
import { Fits, titleOf } from "./list.tsx";

export function OpportunityMain(props: {
  readonly card: OpportunityCard;
  readonly fits: readonly Fit[];
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { card, fits, lang, to } = props;
  const { opportunity, where, slug } = card;
  const asked = isAsk(opportunity.kind);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{titleOf(card)}</h1>
        <div class="c8">
          <p class="meta">
            <span>{asked ? "asked" : "offered"}</span>
            <span>{formatDay(opportunity.date, lang)}</span>
          </p>
        </div>
      </header>
      <p class="prose">{opportunity.words}</p>
      <dl class="facts">
        <dt>Place</dt>
        <dd>{where.path === undefined ? where.name : <a href={to(where.path)}>{where.name}</a>}</dd>
        {where.countryName !== undefined && (
          <>
            <dt>Country</dt>
            <dd>{where.countryName}</dd>
          </>
        )}
        {opportunity.position && (
          <>
            <dt>Position</dt>
            <dd>
              about {opportunity.position.lat}, {opportunity.position.lon}
            </dd>
          </>
        )}
        {!asked && (
          <>
            <dt>Would go</dt>
            <dd>
              {opportunity.distance === undefined ? "not known" : `${opportunity.distance} km`}
            </dd>
          </>
        )}
      </dl>
      {fits.length > 0 && (
        <section aria-labelledby="fits">
          <h2 class="knot mini" id="fits">
            What may fit
          </h2>
          <Fits fits={fits} to={to} />
        </section>
      )}
      <p class="acts">
        <a class="button" href={to(`/take-part/opportunity?about=${slug}`)}>
          Answer through the desk
        </a>
        <a class="button quiet" href={to("/opportunities")}>
          All opportunities
        </a>
      </p>
    </article>
  );
}
