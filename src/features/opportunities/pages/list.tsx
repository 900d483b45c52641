/** What is asked and offered, and what may fit what. Rules O9 and O10. */
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay } from "../../../platform/web/words.ts";
import { distanceWords, type Fit } from "../match.ts";
import type { OpportunityCard } from "../queries.ts";
import { isAsk, type Kind } from "../records.ts";
import { kindWords } from "../words.ts";

const MAX_FITS = 30; // the nearest; each opportunity's own page has all of its own

export interface Filter {
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
}

interface ListProps {
  /** All that match the filter, and the fits among them. */
  readonly cards: readonly OpportunityCard[];
  readonly fits: readonly Fit[];
  readonly filter: Filter;
  /** What there is to filter by, in their order. */
  readonly kinds: readonly Kind[];
  readonly countries: readonly string[];
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function OpportunitiesMain(props: ListProps): Html {
  const { cards, fits, filter, kinds, countries, lang, to } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Opportunities</h1>
        <p class="stand c8">
          Places without a connection, and what people can lend: a roof, power, time, equipment,
          transport.
        </p>
      </header>
      {kinds.length > 0 && (
        <Filters
          name="By kind"
          field="kind"
          choices={kinds.map((kind) => [kind, kindWords(kind)])}
          filter={filter}
          to={to}
        />
      )}
      {countries.length > 0 && (
        <Filters
          name="By country"
          field="country"
          choices={countries.map((code) => [code, countryName(code, lang)])}
          filter={filter}
          to={to}
        />
      )}
      {cards.length === 0 ? (
        <p class="stand">
          {kinds.length === 0
            ? "Nothing is asked or offered here yet."
            : "Nothing of this kind yet."}{" "}
          <a href={to("/take-part/opportunity")}>Yours can be the first.</a>
        </p>
      ) : (
        <>
          <h2 class="vh">What is asked and offered</h2>
          <OpportunityIndex cards={cards} lang={lang} to={to} />
        </>
      )}
      {fits.length > 0 && (
        <section aria-labelledby="fits">
          <h2 class="knot" id="fits">
            What may fit
          </h2>
          <Fits fits={fits.slice(0, MAX_FITS)} to={to} />
        </section>
      )}
      <p class="acts">
        <a class="button" href={to("/take-part/opportunity")}>
          Ask or offer
        </a>
        <a class="button quiet" href={to("/projects")}>
          Projects
        </a>
      </p>
    </>
  );
}

function Filters(props: {
  readonly name: string;
  readonly field: keyof Filter;
  readonly filter: Filter;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly to: (path: string) => string;
}) {
  const { name, field, filter, choices, to } = props;
  const href = (value: string | undefined) => {
    const search = new URLSearchParams();
    for (const [key, one] of Object.entries({ ...filter, [field]: value }))
      if (one !== undefined) search.set(key, one);
    return to(`/opportunities${search.size > 0 ? `?${search}` : ""}`);
  };
  return (
    <nav class="chips" aria-label={name}>
      {[[undefined, "All"] as const, ...choices].map(([value, words]) => (
        <a href={href(value)} aria-current={filter[field] === value ? "true" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

export function OpportunityIndex(props: {
  readonly cards: readonly OpportunityCard[];
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { cards, lang, to } = props;
  return (
    <ul class="index">
      {cards.map((card) => (
        <li>
          <p class="meta">
            <span>{isAsk(card.opportunity.kind) ? "asked" : "offered"}</span>
            {card.where.countryName !== undefined && <span>{card.where.countryName}</span>}
            <span>{formatDay(card.opportunity.date, lang)}</span>
          </p>
          <h3>
            <Title card={card} to={to} />
          </h3>
          <p>{card.opportunity.words}</p>
        </li>
      ))}
    </ul>
  );
}

export function Fits(props: {
  readonly fits: readonly Fit[];
  readonly to: (path: string) => string;
}): Html {
  const { fits, to } = props;
  return (
    <ul>
      {fits.map((fit) => (
        <li class="pair">
          <h3>
            <Title card={fit.ask} to={to} />
          </h3>
          <p class="tie">may fit, {distanceWords(fit)}</p>
          <h3>
            <Title card={fit.offer} to={to} />
          </h3>
        </li>
      ))}
    </ul>
  );
}

function Title({ card, to }: { card: OpportunityCard; to: (path: string) => string }) {
  return <a href={to(`/opportunities/${card.slug}`)}>{titleOf(card)}</a>;
}

export const titleOf = ({ opportunity, where }: OpportunityCard): string =>
  `${kindWords(opportunity.kind)}, ${where.name}`;
