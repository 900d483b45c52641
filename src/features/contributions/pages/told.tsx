/** What somebody sent, as its sender reads it at the secret address, with the codes to give to each person. Rule T5. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatDay } from "../../../platform/web/words.ts";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import { linked, listedWords } from "../../../platform/words/inline.tsx";
import { codeOf } from "../../../platform/sent/code.ts";
import type { Contribution } from "../form.ts";
import { SENDER } from "../keep.ts";
import { noteIn } from "../file-notes.ts";
import { wordsIn } from "../words.ts";
import { nameOf } from "./files.tsx";
import { Lacking } from "./lacking.tsx";

export function WhatWasTold(
  { about, contact, state }: Submission,
  address: string,
  { lang: asked, to }: InLanguage,
): Html {
  const all = wordsIn(asked);
  const told = JSON.parse(about) as Contribution;
  const { title, text, lang, name, place, helper, shows, files } = told;
  const words = all.sent;
  return (
    <>
      {(state === "received" || state === "reading") && <Lacking told={told} words={all} />}
      {title !== undefined && <h3>{title}</h3>}
      <div class="prose" lang={lang} dir="auto">
        {text.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      <dl class="facts">
        {name !== undefined && (
          <>
            <dt>{all.naming}</dt>
            <dd>{name}</dd>
          </>
        )}
        {place !== undefined && (
          <>
            <dt>{all.place}</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>{words.toldBy}</dt>
        <dd>
          {helper === undefined
            ? words.self
            : words.by(helper.name, helper.words ?? all.hows[helper.how])}
        </dd>
        <dt>{words.reach}</dt>
        <dd>{contact ?? words.nothing}</dd>
        {shows !== undefined && (
          <>
            <dt>{all.shows}</dt>
            <dd>{shows}</dd>
          </>
        )}
      </dl>
      {files.length > 0 && (
        <>
          <h3 class="mini">{words.files}</h3>
          <ul class="lines">
            {files.map(({ bytes, note }, i) => (
              <li>
                <span>
                  {nameOf(all, files, i)}
                  {note !== undefined && <small>{noteIn(all, note)}</small>}
                </span>
                {state !== "refused" && (
                  <span class="small">{all.isHere(formatBytes(bytes, all.lang))}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Codes told={told} address={address} lang={asked} to={to} />
    </>
  );
}

/** For each person, and for all of it, what takes it back. */
function Codes({
  told: { files, people },
  address,
  lang,
  to,
}: InLanguage & { readonly told: Contribution; readonly address: string }) {
  const all = wordsIn(lang);
  const words = all.sent;
  const secret = address.slice(address.lastIndexOf("/") + 1);
  const withdrawal = new URL(to("/withdraw"), address).href;
  return (
    <>
      <h3 class="mini">{words.code}</h3>
      <ul class="lines">
        <li>
          <span>{words.whole}</span>
          <b dir="ltr">{codeOf(secret, SENDER)}</b>
        </li>
        {people.map((one) => (
          <li>
            <span>
              {words.until(
                one.name,
                listedWords(
                  one.purposes.map((purpose) => all.purposeNames[purpose]),
                  all.lang,
                ),
                formatDay(one.until, all.lang),
              )}
              {one.files.length > 0 && (
                <small>
                  {all.ins}:{" "}
                  {listedWords(
                    one.files.map((id) => nameOf(all, files, placeOf(files, id))),
                    all.lang,
                  )}
                </small>
              )}
            </span>
            <b dir="ltr">{codeOf(secret, one.n)}</b>
          </li>
        ))}
      </ul>
      <p>
        {people.length === 0
          ? words.no
          : linked(words.codes.replace("{address}", withdrawal), to("/withdraw"))}
      </p>
    </>
  );
}

const placeOf = (files: Contribution["files"], id: string): number =>
  files.findIndex((file) => file.id === id);
