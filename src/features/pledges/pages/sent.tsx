/** What somebody sent about a pledge, as its sender reads it at the secret address. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Spoken } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { spoken } from "../../../platform/words/inline.tsx";
import { figureWords } from "../amounts.ts";
import { sendWordsIn } from "../send-words.ts";
import type { Sent } from "../sent.ts";

export function WhatWasSent(
  { about, contact }: Submission,
  _address: string,
  { lang: asked, own, to }: Spoken,
): Html {
  const { way, slug, body } = JSON.parse(about) as Sent;
  const words = sendWordsIn(asked);
  const { sent, measures, kinds, lang } = words;
  const source = "source" in body ? body.source : "url" in body ? body : undefined;
  const isWords = way === "dispute" || way === "answer";
  const on = (who: string, day: string) => sent.on(who, formatDay(day, lang));
  const figure = (id = "") => <a href={to(`/pledges/${slug}#${id}`)}>{sent.theFigure(id)}</a>;
  const facts = [
    [sent.pledge, <a href={to(`/pledges/${slug}`)}>{slug}</a>],
    "value" in body && [sent.figure, figureWords(body, lang)],
    "measure" in body && [sent.sort, measures[body.measure]],
    "asOf" in body && [sent.speaksOf, formatDay(body.asOf, lang)],
    "saidBy" in body && [sent.saidBy, on(body.saidBy, body.saidOn)],
    "revises" in body && [sent.corrects, figure(body.revises)],
    "claim" in body && [sent.about, figure(body.claim)],
    "kind" in body && [sent.sort, kinds[body.kind]],
    way === "evidence" && "kind" in body && [sent.madeBy, on(body.by, body.date)],
    "sha256" in body && ["SHA-256", <code class="long">{body.sha256}</code>],
    source !== undefined && [sent.source, <a href={source.url}>{source.title}</a>],
    isWords && "by" in body && [sent.under, <bdi>{body.by}</bdi>],
    "note" in body && [sent.beside, spoken(own, lang, body.note)],
    [sent.reach, contact === null ? sent.nothing : sent.forDesk(contact)],
  ].filter((fact) => fact !== false);
  return (
    <>
      <p>{words.ways[way].name}</p>
      {"text" in body && (
        <p class="prose" dir="auto">
          {body.text}
        </p>
      )}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </>
  );
}
