/** What a plan rests on: its assumptions, how waves were reckoned, what counted how much, and the ground. Rule PN11. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import type { PlanCard } from "../queries.ts";
import { rounded, type Shown } from "../parts.tsx";

export function Rests({ card, words, own }: Shown & { readonly card: PlanCard }): Html {
  const { assumptions, radio, weights, terrain } = card.plan;
  const say = (n: number, places = 1) => rounded(n, words, places);
  /** Its words keep it from left to right themselves; Arabic’s mark before a minus would turn it. */
  const level = (n: number) => words.dbm(say(n).replace("\u061c", ""));
  return (
    <Section id="rests" title={words.rests} mini>
      <ul class="lines" {...foreign(own, words.lang)}>
        {assumptions.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <ul class="lines">
        <Line name={words.model}>{spoken(own, words.lang, radio.model)}</Line>
        <Line name={words.frequency}>{words.mhz(say(radio.mhz))}</Line>
        <Line name={words.power}>{level(radio.eirp)}</Line>
        <Line name={words.sensitivity}>{level(radio.sensitivity)}</Line>
        <Line name={words.receiver}>{words.m(say(radio.receiver))}</Line>
        <Line name={words.reliability}>
          {radio.reliability.map((n) => words.percent(formatNumber(n, words.lang))).join(", ")}
        </Line>
        <Line name={words.bend}>{say(radio.k, 2)}</Line>
        {terrain.map(({ title, arcSeconds, voids, licence, url }) => (
          <Line name={words.terrain}>
            {spoken(
              own,
              words.lang,
              <>
                {url === undefined ? title : <a href={url}>{title}</a>}, {licence}
              </>,
            )}
            . {words.arcSeconds(say(arcSeconds))}; {words.voids(say(voids * 100, 2))}
          </Line>
        ))}
        {weights.map(({ what, weight }) => (
          <Line name={words.weight}>
            {spoken(own, words.lang, what)}: {say(weight, 3)}
          </Line>
        ))}
      </ul>
    </Section>
  );
}

const Line = ({ name, children }: { readonly name: string; readonly children: unknown }) => (
  <li>
    <b>{name}</b>
    <span>{children}</span>
  </li>
);
