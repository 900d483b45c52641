/** Asks, offers and partners by kind, side by side. Rule PG6: what nobody has done yet invites, once, at the end. */
import type { InLanguage } from "../../platform/sent/sort.ts";
import type { Html } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { filled, linked } from "../../platform/words/inline.tsx";
import { wordsIn, type ProgrammeWords } from "./words.ts";
import { KINDS_IN_ORDER, kindWords, type PartnerCard } from "../partners/api.ts";

interface Shown extends InLanguage {
  readonly partners: readonly PartnerCard[];
}

/** Stands after a heading. */
export function Opportunities({ partners, lang, to }: Shown): Html {
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

type LineOf = readonly [words: string, path: string, beside?: string];

const asks = ({ askFor }: ProgrammeWords): readonly LineOf[] => [
  [askFor.connection, "/take-part/opportunity?kind=need"],
  [askFor.figure, "/take-part#figure"],
  [askFor.voice, "/take-part"],
];

const offers = ({ offerOf }: ProgrammeWords): readonly LineOf[] => [
  [offerOf.roof, "/take-part/opportunity?kind=roof"],
  [offerOf.time, "/take-part/opportunity?kind=time"],
  [offerOf.equipment, "/take-part/opportunity?kind=equipment"],
];

function kindLine(
  kind: (typeof KINDS_IN_ORDER)[number],
  partners: readonly PartnerCard[],
  words: ProgrammeWords,
): LineOf {
  const joined = joinedAs(kind, partners);
  const path = joined > 0 ? "/organisations#partners" : "/take-part#join";
  const name = kindWords(kind, words.lang);
  return joined > 0 ? [name, path, words.here(joined)] : [name, path];
}

const joinedAs = (kind: PartnerCard["kind"], partners: readonly PartnerCard[]): number =>
  partners.filter((p) => p.kind === kind && p.standing === "joined").length;

/** What is looked for, and how to lend it: the end of the page. */
export function Lend({ partners, lang, to }: Shown): Html {
  const words = wordsIn(lang);
  const missing = KINDS_IN_ORDER.filter((kind) => joinedAs(kind, partners) === 0);
  // The name of a kind may be a list itself.
  const kinds = missing.map((kind) => kindWords(kind, words.lang)).join(`${words.between} `);
  return (
    <Section id="lend" title={words.lend}>
      {missing.length > 0 && (
        <p>
          {filled(words.lookFor, { kinds })} <a href={to("/take-part#join")}>{words.join}</a>
        </p>
      )}
      <p>{linked(words.lendIs, to("/take-part/opportunity"), to("/take-part"))}</p>
    </Section>
  );
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
          {beside !== undefined && <span class="small">{beside}</span>}
        </li>
      ))}
    </ul>
  );
}
