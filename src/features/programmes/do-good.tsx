/** Do good: programmes, asks, offers and partners, and where people are. */
import { Picture } from "../../platform/web/picture.tsx";
import type { Html } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { foreign, linked } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { PartnerCard } from "../partners/api.ts";
import { WorldMap, type PlaceCard } from "../places/api.ts";
import { ProgrammeCells } from "./cells.tsx";
import { Lend, Opportunities } from "./opportunities.tsx";
import type { ProgrammeCard } from "./queries.ts";

interface DoGoodProps {
  readonly programmes: readonly ProgrammeCard[];
  readonly partners: readonly PartnerCard[];
  readonly places: readonly PlaceCard[];
  readonly lang: string;
  readonly own: string;
  readonly to: (path: string) => string;
}

export function DoGoodMain(props: DoGoodProps): Html {
  const { programmes, partners, places, lang, own, to } = props;
  const words = wordsIn(lang);
  const cover = programmes.find((p) => p.cover)?.cover;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.doGood}</h1>
        <p class="stand c8">{words.about}</p>
      </header>
      <Section id="programmes" title={words.programmes}>
        {cover && (
          <figure class="cover strip" {...foreign(own, lang)}>
            <Picture picture={cover} title={words.relief} inline />
            {cover.credit && (
              <figcaption>
                <small>{cover.credit}</small>
              </figcaption>
            )}
          </figure>
        )}
        <ProgrammeCells programmes={programmes} lang={lang} own={own} to={to} />
      </Section>
      <Section id="opportunities" title={words.asksOffers}>
        <Opportunities partners={partners} lang={lang} to={to} />
        <p class="acts">
          <a class="button" href={to("/take-part/opportunity")}>
            {words.askOrOffer}
          </a>
          <a class="button quiet" href={to("/opportunities#asked")}>
            {words.asked}
          </a>
        </p>
      </Section>
      <Section id="next" title={words.next}>
        <p class="stand">{linked(words.nextIs, to("/take-part/opportunity?kind=need"))}</p>
        <p class="acts">
          <a class="button quiet" href={to("/opportunities#projects")}>
            {words.projects}
          </a>
          <a class="button quiet" href={to("/opportunities#plans")}>
            {words.plans}
          </a>
        </p>
      </Section>
      <Section id="places" title={words.places}>
        <div class="row">
          <WorldMap places={places} lang={lang} to={to} />
        </div>
      </Section>
      <Lend partners={partners} lang={lang} to={to} />
    </>
  );
}
