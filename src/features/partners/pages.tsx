/** The pages of partners: all of them by kind, and one in the same neutral form for everybody. */
import type { Html, Related } from "../../platform/web/route.ts";
import { safeLink } from "../../platform/web/links.ts";
import { Sources } from "../../platform/web/sources.tsx";
import { countryName, formatDay } from "../../platform/web/words.ts";
import { Section } from "../../platform/web/heads.tsx";
import { foreign } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { PlaceCard } from "../places/api.ts";
import type { Partner } from "./records.ts";
import { KINDS_IN_ORDER, kindWords, standingWords } from "./kinds.ts";
import { partnerPath, partnersBase, type PartnerCard } from "./queries.ts";
import type { PartnerKind } from "./records.ts";

interface Where {
  readonly lang: string;
  /** The campaign's language, in which partners are described. */
  readonly own: string;
  readonly to: (path: string) => string;
}

/** Those who take part; a kind that nobody fills yet is an invitation. Rule PT4. */
export function PartnersMain(
  props: Where & {
    readonly partners: readonly PartnerCard[];
    /** Whether a kind that nobody fills is asked for. */
    readonly isAsked: boolean;
  },
): Html {
  const { partners, isAsked, ...where } = props;
  const { lang, to } = where;
  const words = wordsIn(lang);
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.title}</h1>
        <p class="stand c8">{words.about}</p>
        <p class="c8">
          <a class="more" href={to("/take-part#join")}>
            {words.join}
          </a>
        </p>
        <p class="c8">
          <a class="more" href={to("/organisations")}>
            {words.toOrganisations}
          </a>
        </p>
      </header>
      {[
        ...KINDS_IN_ORDER,
        ...partners.flatMap((p) => (p.kind === "person" ? [p.kind] : [])).slice(0, 1),
      ]
        .filter((kind) => isAsked || partners.some((p) => p.kind === kind))
        .map((kind) => (
          <OfKind kind={kind} partners={partners.filter((p) => p.kind === kind)} {...where} />
        ))}
    </>
  );
}

/** Those that are written about; nobody is asked to fill a kind of them. */
export function OrganisationsMain(
  props: Where & { readonly partners: readonly PartnerCard[] },
): Html {
  const { partners, ...where } = props;
  const words = wordsIn(where.lang).organisations;
  const kinds = [...KINDS_IN_ORDER, "person" as const];
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.title}</h1>
        <p class="stand c8">{partners.length > 0 ? words.about : words.none}</p>
        <p class="c8">
          <a class="more" href={where.to("/partners")}>
            {words.toPartners}
          </a>
        </p>
      </header>
      {kinds
        .filter((kind) => partners.some((p) => p.kind === kind))
        .map((kind) => (
          <OfKind kind={kind} partners={partners.filter((p) => p.kind === kind)} {...where} />
        ))}
    </>
  );
}

function OfKind(props: Where & { kind: PartnerKind; partners: readonly PartnerCard[] }) {
  const { kind, partners, ...where } = props;
  const { lang, to } = where;
  return (
    <Section id={kind} title={kindWords(kind, lang)} mini>
      {partners.length > 0 ? (
        <PartnerIndex partners={partners} isSaid {...where} />
      ) : (
        <p>
          <a class="wanted" href={to("/take-part#join")}>
            {wordsIn(lang).first}
          </a>
        </p>
      )}
    </Section>
  );
}

/** @param props `isSaid` where the page says of all of them whether they take part */
export function PartnerIndex(
  props: Where & { readonly partners: readonly PartnerCard[]; readonly isSaid?: boolean },
): Html {
  const words = wordsIn(props.lang);
  return (
    <ol class="index">
      {props.partners.map((partner) => (
        <li>
          {!props.isSaid && (
            <p class="small">
              {partner.standing === "joined" ? words.takesPart : words.fromSources}
            </p>
          )}
          <h3>
            <a href={props.to(partnerPath(partner))}>{partner.name}</a>
          </h3>
          <p {...foreign(props.own, words.lang)}>{partner.summary}</p>
        </li>
      ))}
    </ol>
  );
}

export function PartnerMain(
  props: Where & {
    readonly partner: Partner;
    readonly place: PlaceCard | undefined;
    readonly related: readonly Related[];
  },
): Html {
  const { partner, place, related, lang, own, to } = props;
  const words = wordsIn(lang);
  const { name, country, sources, since } = partner;
  const href = partner.url && safeLink(partner.url);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{name}</h1>
        <div class="c8">
          <p class="meta">
            <a href={`${to(partnersBase(partner.standing))}#${partner.kind}`}>
              {kindWords(partner.kind, lang)}
            </a>
            {place && <a href={to(`/places/${place.slug}`)}>{place.name}</a>}
            {country && <span>{countryName(country, lang)}</span>}
            {since && <span>{words.since(formatDay(since, lang))}</span>}
            {href && <a href={href}>{new URL(href).hostname.replace(/^www\./, "")}</a>}
          </p>
        </div>
        <p class="stand c8" {...foreign(own, words.lang)}>
          {partner.summary}
        </p>
      </header>
      <p class="aside">{standingWords(partner.standing, lang)}</p>
      {related.map((part) => part.html)}
      {sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={sources} lang={lang} />
        </Section>
      )}
    </article>
  );
}
