/** The places of a map as a table: what stands at each, how far it has come, and who is online in its country. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { stateWords, type SaidState } from "../../places/api.ts";
import type { Indicator, Named, Spot } from "../queries.ts";
import { wordsIn } from "../words.ts";

const MOST = 120; // places in the list of one page, so that it stays small; the rest is one link away

interface PlacesProps {
  readonly spots: readonly Spot[];
  readonly use: Indicator | undefined;
  readonly lang: string;
  readonly to: (path: string) => string;
  /** Whether the first story of a place is asked for. */
  readonly isAsked: boolean;
}

/** Rule AT3: whoever does not see the map reads the same here. */
export function Places({ spots, use, lang, to, isAsked }: PlacesProps): Html {
  const words = wordsIn(lang).places;
  return (
    <>
      <div class="scroll" role="region" aria-label={words.label} tabindex={0}>
        <table>
          <caption>
            {words.caption} {use && words.captionOnline}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.here}</th>
              <th scope="col">{words.connection}</th>
              {use && (
                <th scope="col" class="n">
                  {words.online}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {spots.slice(0, MOST).map(({ place, stories, partners, pledges }) => {
              const figure = use?.figures.get(place.country);
              const where = [place.region, place.countryName].filter(
                (part) => part !== undefined && part !== place.name,
              );
              return (
                <tr>
                  <th scope="row">
                    <a href={to(`/places/${place.slug}`)}>{place.name}</a>
                    <small>{where.join(", ")}</small>
                  </th>
                  <td>
                    <Links of={stories} to={to} lang={lang} />
                    <Links of={partners} to={to} lang={lang} small />
                    <Links of={pledges} to={to} lang={lang} small />
                    {stories.length + partners.length + pledges.length === 0 && isAsked && (
                      <a class="wanted" href={to("/take-part#tell")}>
                        {words.wanted}
                      </a>
                    )}
                  </td>
                  <td>
                    {place.state && stateWords(place.state.value, lang)}
                    {place.state && <Said state={place.state} lang={lang} />}
                  </td>
                  {use && (
                    <td class="n">
                      {figure && (
                        <>
                          {formatNumber(figure.value, lang)}
                          <small>{formatDay(figure.date, lang)}</small>
                        </>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {spots.length > MOST && (
        <p>{words.these(formatNumber(MOST, lang), formatNumber(spots.length, lang))}</p>
      )}
    </>
  );
}

/** Of when the word speaks and whose it is, so that an old one is not read as today's. */
function Said({ state, lang }: { readonly state: SaidState; readonly lang: string }) {
  const { asOf, saidBy, source } = state;
  const who = saidBy ?? source?.publisher ?? source?.title;
  const parts = [asOf && formatDay(asOf, lang, "short"), who].filter(Boolean);
  return parts.length === 0 ? <></> : <small>{parts.join(", ")}</small>;
}

function Links(props: {
  readonly of: readonly Named[];
  readonly to: (path: string) => string;
  readonly lang: string;
  readonly small?: boolean;
}) {
  const links = props.of.map(({ title, path, lang }, i) => (
    <>
      {i > 0 && ", "}
      <a
        class={props.small ? "more" : undefined}
        href={props.to(path)}
        {...foreign(lang ?? props.lang, props.lang)}
      >
        {title}
      </a>
    </>
  ));
  if (links.length === 0) return <></>;
  return props.small ? <small>{links}</small> : <span>{links}</span>;
}
