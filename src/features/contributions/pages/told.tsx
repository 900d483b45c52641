/** What somebody sent, as its sender reads it at the secret address, with the codes to give to each person. Rule T5. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { codeOf } from "../code.ts";
import type { Told } from "../form.ts";
import { SENDER } from "../keep.ts";
import { en } from "../words/en.ts";

export function WhatWasTold({ about, contact }: Submission, address?: string): Html {
  const told = JSON.parse(about) as Told;
  const { title, text, lang, name, place, helper, shows, files, people } = told;
  const secret = address?.slice(address.lastIndexOf("/") + 1);
  const words = en.sent;
  return (
    <>
      {title !== undefined && <h3>{title}</h3>}
      <div class="prose" lang={lang} dir="auto">
        {text.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      <dl class="facts">
        {name !== undefined && (
          <>
            <dt>{en.naming}</dt>
            <dd>{name}</dd>
          </>
        )}
        {place !== undefined && (
          <>
            <dt>{en.place}</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>{words.toldBy}</dt>
        <dd>
          {helper === undefined ? words.self : `${helper.name}: ${helper.words ?? helper.how}`}
        </dd>
        <dt>{words.reach}</dt>
        <dd>{contact ?? words.nothing}</dd>
        {shows !== undefined && (
          <>
            <dt>{en.shows}</dt>
            <dd>{shows}</dd>
          </>
        )}
      </dl>
      {files.length > 0 && (
        <>
          <h3 class="mini">{words.files}</h3>
          <ul class="lines">
            {files.map(({ what, bytes, note }) => (
              <li>
                <span>
                  {en.fileName[what]}
                  {note !== undefined && <small>{note}</small>}
                </span>
                <span class="small">{en.isHere(bytes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {secret !== undefined && (
        <>
          <h3 class="mini">{words.code}</h3>
          <ul class="lines">
            <li>
              <span>{words.whole}</span>
              <b>{codeOf(secret, SENDER)}</b>
            </li>
            {people.map((one) => (
              <li>
                <span>
                  {one.name}: {one.purposes.map((purpose) => en.purposeNames[purpose]).join(", ")},{" "}
                  {en.until} {formatDay(one.until, "en")}
                </span>
                <b>{codeOf(secret, one.n)}</b>
              </li>
            ))}
          </ul>
          <p>{people.length === 0 ? words.no : words.codes}</p>
        </>
      )}
    </>
  );
}
