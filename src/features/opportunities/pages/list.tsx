/** Where next: what is asked and offered, what may fit what, the projects and the plans. Rules O9, O10 and O15. */
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { foreign, linked } from "../../../platform/words/inline.tsx";
import type { Fit } from "../match.ts";
import type { OpportunityCard } from "../queries.ts";
import { isAsk, type Kind } from "../records.ts";
import type { OpportunityWords } from "../words.ts";

const MAX_FITS = 30; // the nearest; each opportunity's own page has all of its own

interface Filter {
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
}

/** How the words of a page stand: its own, and those that were sent, which the desk wrote in the campaign's language. */
export interface Shown {
  readonly words: OpportunityWords;
  readonly own: string;
  readonly to: (path: string) => string;
}

interface ListProps extends Shown {
  /** All that match the filter, and the fits among them. */
  readonly cards: readonly OpportunityCard[];
  readonly fits: readonly Fit[];
  readonly filter: Filter;
  /** What there is to filter by, in their order. */
  readonly kinds: readonly Kind[];
  readonly countries: readonly string[];
  /** The projects, and the plans. */
  readonly parts: readonly Html[];
}

/** Where next: what is asked and offered, what is being built, and what is planned. */
export function OpportunitiesMain(props: ListProps): Html {
  const { fits, parts, words, to } = props;
  const { list } = words;
  return (
    <>
      <PageHead title={list.title} stand={list.description} />
      <nav class="chips" aria-label={list.title}>
        <a href="#asked">{list.heading}</a>
        <a href="#projects">{list.projects}</a>
        <a href="#plans">{list.plans}</a>
      </nav>
      <Section id="asked" title={list.heading}>
        <p>{list.about}</p>
        <Asked {...props} />
        {fits.length > 0 && (
          <>
            <h3 id="fits">{words.fits}</h3>
            <Fits fits={fits.slice(0, MAX_FITS)} words={words} to={to} />
          </>
        )}
        <p class="acts">
          <a class="button" href={to("/take-part/opportunity")}>
            {list.askOrOffer}
          </a>
        </p>
      </Section>
      {parts}
    </>
  );
}

function Asked({ cards, filter, kinds, countries, words, own, to }: ListProps) {
  const { list } = words;
  return (
    <>
      {kinds.length > 0 && (
        <Filters
          name={list.byKind}
          all={list.all}
          field="kind"
          choices={kinds.map((kind) => [kind, words.kinds[kind]])}
          filter={filter}
          to={to}
        />
      )}
      {countries.length > 0 && (
        <Filters
          name={list.byCountry}
          all={list.all}
          field="country"
          choices={countries.map((code) => [code, countryName(code, words.lang)])}
          filter={filter}
          to={to}
        />
      )}
      {cards.length === 0 ? (
        <p>
          {linked(kinds.length === 0 ? list.none : list.noneOfKind, to("/take-part/opportunity"))}
        </p>
      ) : (
        <OpportunityIndex cards={cards} words={words} own={own} to={to} />
      )}
    </>
  );
}

function Filters(props: {
  readonly name: string;
  /** What stands first, for no filter. */
  readonly all: string;
  readonly field: keyof Filter;
  readonly filter: Filter;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly to: (path: string) => string;
}) {
  const { name, all, field, filter, choices, to } = props;
  const href = (value: string | undefined) => {
    const search = new URLSearchParams();
    for (const [key, one] of Object.entries({ ...filter, [field]: value }))
      if (one !== undefined) search.set(key, one);
    return to(`/opportunities${search.size > 0 ? `?${search}` : ""}`);
  };
  return (
    <nav class="chips" aria-label={name}>
      {[[undefined, all] as const, ...choices].map(([value, words]) => (
        <a href={href(value)} aria-current={filter[field] === value ? "true" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

export function OpportunityIndex(
  props: Shown & { readonly cards: readonly OpportunityCard[] },
): Html {
  const { cards, words, own, to } = props;
  return (
    <ul class="index">
      {cards.map((card) => (
        <li>
          <p class="meta">
            <span>{isAsk(card.opportunity.kind) ? words.asked : words.offered}</span>
            {card.where.countryName !== undefined && <span>{card.where.countryName}</span>}
            <span>{formatDay(card.opportunity.date, words.lang)}</span>
          </p>
          <h3>
            <Title card={card} words={words} to={to} />
          </h3>
          <p {...foreign(own, words.lang)} dir="auto">
            {card.opportunity.words}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Fits(props: Omit<Shown, "own"> & { readonly fits: readonly Fit[] }): Html {
  const { fits, words, to } = props;
  return (
    <ul>
      {fits.map((fit) => (
        <li class="pair">
          <h3>
            <Title card={fit.ask} words={words} to={to} />
          </h3>
          <p class="tie">{fitWords(fit, words)}</p>
          <h3>
            <Title card={fit.offer} words={words} to={to} />
          </h3>
        </li>
      ))}
    </ul>
  );
}

function fitWords({ km, isCoarse }: Fit, { fit, lang }: OpportunityWords): string {
  if (km < 1) return fit.same;
  const distance = formatNumber(Math.round(km), lang);
  return isCoarse ? fit.about(distance) : fit.apart(distance);
}

function Title({ card, words, to }: Omit<Shown, "own"> & { readonly card: OpportunityCard }) {
  return <a href={to(`/opportunities/${card.slug}`)}>{titleOf(card, words)}</a>;
}

export const titleOf = (
  { opportunity, where }: OpportunityCard,
  { called, kinds }: OpportunityWords,
): string => called(kinds[opportunity.kind], where.name);
