/** Measure my connection: what happens, the button, the form without script, and what is kept. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, timeOn2G } from "../../../platform/web/words.ts";
import type { PlaceCard } from "../../places/feature.ts";
import { ENOUGH_PHONES } from "../records.ts";
import { How, Kept } from "./words.tsx";

/** Bytes, the default first, and what they tell. */
const BUDGETS = [
  [200_000, "round trips and both directions"],
  [120_000, "less exact"],
  [60_000, "round trips; the speed as a lower bound"],
] as const;

export function MeasurePage(props: {
  readonly places: readonly PlaceCard[];
  readonly to: (path: string) => string;
}): Html {
  const { places, to } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Measure my connection</h1>
        <p class="stand c8">
          How long does an answer take where you are, and how much fits through? The place joins the
          open data; you do not.
        </p>
      </header>
      <section aria-labelledby="now">
        <h2 class="knot" id="now">
          Measure now
        </h2>
        <noscript>
          <p>
            Measuring itself needs JavaScript. Without it,{" "}
            <a href="#typed">type in what you saw elsewhere</a>.
          </p>
        </noscript>
        <div class="c8" id="now-part" hidden>
          <form id="measure">
            <section>
              <div class="field">
                <label for="budget">How much may it use?</label>
                <select id="budget" name="budget">
                  {BUDGETS.map(([bytes, what]) => (
                    <option value={String(bytes)}>
                      at most {formatBytes(bytes)}, about {timeOn2G(bytes)} on 2G: {what}
                    </option>
                  ))}
                </select>
              </div>
              <div class="field">
                <label for="place">Where are you?</label>
                <select id="place" name="place">
                  <option value="">I do not say: show it to me alone</option>
                  <option value="near">About here: my position, rounded to some 25 km</option>
                  <Places places={places} />
                </select>
              </div>
              <p class="acts">
                <button type="submit">Measure</button>
              </p>
            </section>
          </form>
          <p id="said" role="status"></p>
          <ul class="lines field" id="seen">
            <li>
              <b>round trip, down, up</b>
              <span>not measured yet</span>
            </li>
          </ul>
          <p id="waiting" hidden>
            <span id="waits"></span>. It is sent when there is a connection.{" "}
            <button class="quiet" type="button" id="send">
              Send now
            </button>
          </p>
        </div>
      </section>
      <Typed places={places} />
      <How />
      <Kept enough={ENOUGH_PHONES} to={to} />
    </>
  );
}

function Typed({ places }: { readonly places: readonly PlaceCard[] }) {
  return (
    <section aria-labelledby="typed">
      <h2 class="knot" id="typed">
        Or type in what you saw
      </h2>
      <p>
        A figure from another test, or from the box on the wall. We count it as typed in. It enters
        no median, because nobody measured it here.
      </p>
      <form method="post" action="/measurements">
        <section>
          <div class="field">
            <label for="at">Where?</label>
            <select id="at" name="place">
              <Places places={places} />
            </select>
          </div>
          <Figure name="down" words="Down, in Mbit/s" />
          <Figure name="up" words="Up, in Mbit/s" />
          <Figure name="latency" words="Round trip, in ms" />
          <p class="acts">
            <button type="submit">Send</button>
          </p>
        </section>
      </form>
    </section>
  );
}

const Figure = ({ name, words }: { readonly name: string; readonly words: string }) => (
  <div class="field">
    <label for={name}>
      {words} <span class="hint">Leave it empty if you do not know.</span>
    </label>
    <input id={name} name={name} inputmode="decimal" autocomplete="off" />
  </div>
);

const Places = ({ places }: { readonly places: readonly PlaceCard[] }) => (
  <>
    {places.map(({ slug, name, countryName }) => (
      <option value={slug}>
        {name}, {countryName}
      </option>
    ))}
  </>
);
