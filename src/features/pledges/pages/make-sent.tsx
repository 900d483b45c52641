/** The pledge that somebody sent, as they read it at the secret address. Rule P52. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { figureWords } from "../amounts.ts";
import { nameOf, type Made } from "../make.ts";
import { makeWordsIn } from "../make-words.ts";

export function WhatWasMade(
  { about, contact }: Submission,
  _address: string,
  page: InLanguage,
): Html {
  const made = JSON.parse(about) as Made;
  const { sent, lang } = makeWordsIn(page.lang);
  const isOwn = made.sort === "person";
  const other = isOwn ? sent.organisation : sent.own;
  const beside = isOwn ? (made.organisation ?? "") : made.name;
  const typed = (text: string) => <bdi>{text}</bdi>;
  const facts: readonly (readonly [string, unknown])[] = [
    [sent.by, typed(nameOf(made))],
    ...(made.organisation === undefined ? [] : [[other, typed(beside)] as const]),
    [sent.promise, typed(made.what)],
    [sent.amount, figureWords(made, lang)],
    [sent.where, typed(made.where)],
    [sent.until, formatDay(made.by, lang)],
    ...(made.counting === undefined ? [] : [[sent.counting, typed(made.counting)] as const]),
    ...(made.checking === undefined ? [] : [[sent.checking, typed(made.checking)] as const]),
    [sent.reach, contact === null ? sent.nothing : sent.forDesk(contact)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
