/** What somebody sent, as its sender reads it at the secret address. Rule O2. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatNumber } from "../../../platform/web/words.ts";
import type { Sent } from "../sent.ts";
import { wordsIn } from "../words.ts";

export function WhatWasSent(
  { about: json, contact }: Submission,
  _address: string,
  page: InLanguage,
): Html {
  const { kind, place, country, lat, lon, words, distance, language, agreed, about } = JSON.parse(
    json,
  ) as Sent;
  const { wishes, sent, lang, ...named } = wordsIn(page.lang);
  return (
    <>
      <p>{wishes[kind]}</p>
      <p class="prose" dir="auto">
        {words}
      </p>
      <dl class="facts">
        <dt>{named.place}</dt>
        <dd>
          {country === undefined ? place : named.inCountry(place, countryName(country, lang))}
          {lat !== undefined && (
            <>
              {" "}
              <span dir="ltr">
                ({lat}, {lon})
              </span>
            </>
          )}
        </dd>
        {distance !== undefined && (
          <>
            <dt>{named.wouldGo}</dt>
            <dd>{named.km(formatNumber(distance, lang))}</dd>
          </>
        )}
        {language !== undefined && (
          <>
            <dt>{sent.language}</dt>
            <dd>
              <bdi>{language}</bdi>
            </dd>
          </>
        )}
        {about !== undefined && (
          <>
            <dt>{sent.inAnswerTo}</dt>
            <dd>
              <a href={page.to(`/opportunities/${about}`)}>{about}</a>
            </dd>
          </>
        )}
        <dt>{sent.reach}</dt>
        <dd>{contact === null ? sent.nothing : sent.forDesk(contact)}</dd>
        <dt>{sent.publishing}</dt>
        <dd>{agreed ? sent.agreed : sent.notAgreed}</dd>
      </dl>
    </>
  );
}
