/** What somebody sent, as its sender reads it at the secret address. Rule O2. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName } from "../../../platform/web/words.ts";
import type { Sent } from "../sent.ts";
import { WISHES } from "../words.ts";

export function WhatWasSent({ about: json, contact }: Submission): Html {
  const { kind, place, country, lat, lon, words, distance, language, agreed, about } = JSON.parse(
    json,
  ) as Sent;
  return (
    <>
      <p>{WISHES.find(([wish]) => wish === kind)?.[1]}</p>
      <p class="prose">{words}</p>
      <dl class="facts">
        <dt>Place</dt>
        <dd>
          {place}
          {country !== undefined && `, ${countryName(country, "en")}`}
          {lat !== undefined && ` (${lat}, ${lon})`}
        </dd>
        {distance !== undefined && (
          <>
            <dt>Would go</dt>
            <dd>{distance} km</dd>
          </>
        )}
        {language !== undefined && (
          <>
            <dt>Language</dt>
            <dd>{language}</dd>
          </>
        )}
        {about !== undefined && (
          <>
            <dt>In answer to</dt>
            <dd>
              <a href={`/opportunities/${about}`}>{about}</a>
            </dd>
          </>
        )}
        <dt>How to reach you</dt>
        <dd>{contact === null ? "nothing is kept" : `${contact} (for the desk alone)`}</dd>
        <dt>Publishing</dt>
        <dd>{agreed ? "you agreed to your words and the place" : "you did not agree"}</dd>
      </dl>
    </>
  );
}
