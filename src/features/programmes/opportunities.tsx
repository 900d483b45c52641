/** Asks, offers and partners by kind, side by side. Rule PG6: what nobody has done yet invites. */
import type { Html } from "../../platform/web/route.ts";
import { wordsIn, type ProgrammeWords } from "./words.ts";
import { KINDS_IN_ORDER, kindWords, type PartnerCard } from "../partners/feature.ts";

/** Stands after a heading; `to` gives a path of the site in the page's language. */
export function Opportunities(props: {
  readonly partners: readonly PartnerCard[];
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { partners, lang, to } = props;
  const words = wordsIn(lang);
  return (
    <div class="row">
      <div class="c4">
        <h3>{words.asks}</h3>
        <Lines lines={asks(words)} to={to} />
      </div>
      <div class="c4">
        <h3>{words.offers}</h3>
        <Lines lines={offers(words)} to={to} />
      </div>
      <div class="c4">
        <h3>{words.partners}</h3>
        <Lines lines={KINDS_IN_ORDER.map((kind) => kindLine(kind, partners, words))} to={to} />
        <p>
          <a class="more" href={to("/organisations")}>
            {words.organisationsNamed}
          </a>
        </p>
      </div>
    </div>
  );
}

type LineOf = readonly [words: string, path: string, beside: string];

const asks = ({ askFor, ask, wanted }: ProgrammeWords): readonly LineOf[] => [
  [askFor.connection, "/take-part/opportunity?kind=need", ask],
  [askFor.figure, "/take-part#figure", wanted],
  [askFor.voice, "/take-part", wanted],
];

const offers = ({ offerOf, offer }: ProgrammeWords): readonly LineOf[] => [
  [offerOf.roof, "/take-part/opportunity?kind=roof", offer],
  [offerOf.time, "/take-part/opportunity?kind=time", offer],
  [offerOf.equipment, "/take-part/opportunity?kind=equipment", offer],
];

function kindLine(
  kind: (typeof KINDS_IN_ORDER)[number],
  partners: readonly PartnerCard[],
  words: ProgrammeWords,
): LineOf {
  const joined = partners.filter((p) => p.kind === kind && p.standing === "joined").length;
  const path = joined > 0 ? `/partners#${kind}` : "/take-part#join";
  return [kindWords(kind, words.lang), path, joined > 0 ? words.here(joined) : words.wanted];
}

function Lines(props: {
  readonly lines: readonly LineOf[];
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
