/** The pages of partners: all of them on one page, and one in the same neutral form for everybody. */
import type { Html, Related } from "../../platform/web/route.ts";
import { safeLink } from "../../platform/web/links.ts";
import { Sources } from "../../platform/web/sources.tsx";
import { countryName, formatDay } from "../../platform/web/words.ts";
import { PageHead, Section } from "../../platform/web/heads.tsx";
import { foreign } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { PlaceCard } from "../places/api.ts";
import type { Partner } from "./records.ts";
import { KINDS_IN_ORDER, kindWords, standingWords } from "./kinds.ts";
import { partnerPath, type PartnerCard } from "./queries.ts";

interface Where {
  readonly lang: string;
  /** The campaign's language, in which partners are described. */
  readonly own: string;
  readonly to: (path: string) => string;
}

/** Those who take part, with the kinds that nobody fills yet, and below them those that are written about. Rule PT4. */
export function OrganisationsMain(
  props: Where & {
    readonly partners: readonly PartnerCard[];
    /** Whether a kind that nobody fills is asked for. */
    readonly isAsked: boolean;
  },
): Html {
  const { partners, isAsked, ...where } = props;
  const words = wordsIn(where.lang);
  const all = words.organisations;
  const [joined, named] = (["joined", "named"] as const).map((standing) =>
    partners.filter((one) => one.standing === standing),
  ) as [PartnerCard[], PartnerCard[]];
  const kinds = [...KINDS_IN_ORDER, "person" as const];
  return (
    <>
      <PageHead title={all.title} stand={all.description} />
      <Section id="partners" title={words.title}>
        {joined.length > 0 && <p>{words.about}</p>}
        <PartnerIndex partners={joined} isSaid withKind {...where} />
        {isAsked && <Missing joined={joined} {...where} />}
        <p>
          <a class="more" href={where.to("/take-part#join")}>
            {words.join}
          </a>
        </p>
      </Section>
      <Section id="described" title={words.toOrganisations}>
        <p>{named.length > 0 ? all.about : all.none}</p>
      </Section>
      {kinds
        .map((kind) => [kind, named.filter((one) => one.kind === kind)] as const)
        .filter(([, of]) => of.length > 0)
        .map(([kind, of]) => (
          <Section id={kind} title={kindWords(kind, where.lang)} mini>
            <PartnerIndex partners={of} isSaid {...where} />
          </Section>
        ))}
    </>
  );
}

/** Each kind that nobody fills yet is an invitation. */
function Missing({ joined, lang, to }: Where & { readonly joined: readonly PartnerCard[] }) {
  const kinds = KINDS_IN_ORDER.filter((kind) => joined.every((one) => one.kind !== kind));
  return (
    <ul class="lines">
      {kinds.map((kind) => (
        <li>
          <span>{kindWords(kind, lang)}</span>{" "}
          <a class="wanted" href={to("/take-part#join")}>
            {wordsIn(lang).first}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** @param props `isSaid` where the page says of all of them whether they take part */
export function PartnerIndex(
  props: Where & {
    readonly partners: readonly PartnerCard[];
    readonly isSaid?: boolean;
    readonly withKind?: boolean;
  },
): Html {
  const words = wordsIn(props.lang);
  if (props.partners.length === 0) return <></>;
  return (
    <ol class="index">
      {props.partners.map((partner) => (
        <li>
          {!props.isSaid && (
            <p class="small">
              {partner.standing === "joined" ? words.takesPart : words.fromSources}
            </p>
          )}
          {props.withKind && (
            <p class="meta">
              <span>{kindWords(partner.kind, words.lang)}</span>
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
            <a
              href={to(
                `/organisations#${partner.standing === "joined" ? "partners" : partner.kind}`,
              )}
            >
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
