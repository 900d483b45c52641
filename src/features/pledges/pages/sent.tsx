/** What somebody sent about a pledge, as its sender reads it at the secret address. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { figureWords } from "../amounts.ts";
import { WAYS, type Sent } from "../sent.ts";
import { EVIDENCE_KINDS, MEASURES } from "../choices.ts";

export function WhatWasSent({ about, contact }: Submission): Html {
  const { way, slug, body } = JSON.parse(about) as Sent;
  const source = "source" in body ? body.source : "url" in body ? body : undefined;
  const isWords = way === "dispute" || way === "answer";
  const facts = [
    ["Pledge", <a href={`/pledges/${slug}`}>{slug}</a>],
    "value" in body && ["Figure", figureWords(body, "en")],
    "measure" in body && ["Sort", MEASURES.find(([id]) => id === body.measure)?.[1]],
    "asOf" in body && ["Speaks of", formatDay(body.asOf, "en")],
    "saidBy" in body && ["Said by", `${body.saidBy}, ${formatDay(body.saidOn, "en")}`],
    "revises" in body && ["Corrects", <Figure slug={slug} id={body.revises} />],
    "claim" in body && ["About", <Figure slug={slug} id={body.claim} />],
    "kind" in body && ["Sort", EVIDENCE_KINDS.find(([id]) => id === body.kind)?.[1]],
    way === "evidence" &&
      "kind" in body && ["Made by", `${body.by}, ${formatDay(body.date, "en")}`],
    "sha256" in body && ["SHA-256", <code class="long">{body.sha256}</code>],
    source !== undefined && ["Source", <a href={source.url}>{source.title}</a>],
    isWords && "by" in body && ["Stands under", body.by],
    "note" in body && ["Beside it", body.note],
    ["How to reach you", contact === null ? "nothing is kept" : `${contact} (for the desk alone)`],
  ].filter((fact) => fact !== false);
  return (
    <>
      <p>{WAYS[way].name}</p>
      {"text" in body && <p class="prose">{body.text}</p>}
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

function Figure({ slug, id = "" }: { readonly slug: string; readonly id: string | undefined }) {
  return <a href={`/pledges/${slug}#${id}`}>the figure {id}</a>;
}
