/** Do good: programmes, asks, offers and partners, and where people are. */
import { Picture } from "../../platform/web/picture.tsx";
import type { Html } from "../../platform/web/route.ts";
import type { PartnerCard } from "../partners/feature.ts";
import { WorldMap, type PlaceCard } from "../places/feature.ts";
import { ProgrammeCells } from "./cells.tsx";
import { Opportunities } from "./opportunities.tsx";
import type { ProgrammeCard } from "./queries.ts";

export interface DoGoodProps {
  readonly programmes: readonly ProgrammeCard[];
  readonly partners: readonly PartnerCard[];
  readonly places: readonly PlaceCard[];
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function DoGoodMain({ programmes, partners, places, lang, to }: DoGoodProps): Html {
  const cover = programmes.find((p) => p.cover)?.cover;
  return (
    <>
      <header class="row head">
        <h1 class="c8">Do good</h1>
        <p class="stand c8">
          Find who is without a connection, see what else it makes possible, and lend a hand with
          what you have.
        </p>
      </header>
      <section aria-labelledby="programmes">
        <h2 class="knot" id="programmes">
          Programmes
        </h2>
        {cover && (
          <figure class="cover strip">
            <Picture picture={cover} title="Relief" inline />
            {cover.credit && (
              <figcaption>
                <small>{cover.credit}</small>
              </figcaption>
            )}
          </figure>
        )}
        <ProgrammeCells programmes={programmes} lang={lang} to={to} />
      </section>
      <section aria-labelledby="opportunities">
        <h2 class="knot" id="opportunities">
          Asks, offers, partners
        </h2>
        <Opportunities partners={partners} to={to} />
        <p class="acts">
          <a class="button" href={to("/take-part/opportunity")}>
            Ask or offer
          </a>
          <a class="button quiet" href={to("/opportunities")}>
            What is asked and offered
          </a>
          <a class="button quiet" href={to("/projects")}>
            Projects
          </a>
        </p>
      </section>
      <section aria-labelledby="next">
        <h2 class="knot" id="next">
          Where next?
        </h2>
        <p class="stand">
          A school, a clinic, a street without a connection: its name is enough to begin.{" "}
          <a href={to("/take-part/opportunity?kind=need")}>Tell us the place.</a>
        </p>
      </section>
      <section aria-labelledby="places">
        <h2 class="knot" id="places">
          Places
        </h2>
        <div class="row">
          <WorldMap places={places} to={to} />
        </div>
      </section>
    </>
  );
}
