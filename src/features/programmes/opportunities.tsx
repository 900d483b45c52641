/** Asks, offers and partners by kind, side by side. Rule G6: what nobody has done yet invites. */
import type { Html } from "../../platform/web/route.ts";
import { KINDS_IN_ORDER, kindWords, type PartnerCard } from "../partners/feature.ts";

const ASKS = [
  ["A connection for a place", "/take-part/opportunity?kind=need", "ask"],
  ["A figure we have not found", "/take-part#figure", "wanted"],
  ["A voice, a sign video, a translation", "/take-part", "wanted"],
] as const;
const OFFERS = [
  ["A roof or a hill with a view", "/take-part/opportunity?kind=roof", "offer"],
  ["Time: dig, climb, teach, sign", "/take-part/opportunity?kind=time", "offer"],
  ["Equipment", "/take-part/opportunity?kind=equipment", "offer"],
] as const;

/** Stands after a heading; `to` gives a path of the site in the page's language. */
export function Opportunities(props: {
  readonly partners: readonly PartnerCard[];
  readonly to: (path: string) => string;
}): Html {
  const { partners, to } = props;
  return (
    <div class="row">
      <div class="c4">
        <h3>Asks</h3>
        <Lines lines={ASKS} to={to} />
      </div>
      <div class="c4">
        <h3>Offers</h3>
        <Lines lines={OFFERS} to={to} />
      </div>
      <div class="c4">
        <h3>Partners</h3>
        <Lines lines={KINDS_IN_ORDER.map((kind) => kindLine(kind, partners))} to={to} />
      </div>
    </div>
  );
}

function kindLine(kind: (typeof KINDS_IN_ORDER)[number], partners: readonly PartnerCard[]) {
  const joined = partners.filter((p) => p.kind === kind && p.standing === "joined").length;
  const described = partners.some((p) => p.kind === kind);
  const path = described ? `/partners#${kind}` : "/take-part#join";
  return [kindWords(kind), path, joined > 0 ? `${joined} here` : "wanted"] as const;
}

function Lines(props: {
  readonly lines: readonly (readonly [words: string, path: string, beside: string])[];
  readonly to: (path: string) => string;
}) {
  return (
    <ul class="lines">
      {props.lines.map(([words, path, beside]) => (
        <li>
          <a href={props.to(path)}>{words}</a>
          <span class="small">{beside}</span>
        </li>
      ))}
    </ul>
  );
}
