/** Measure my connection: what happens, the button, the form without script, and what is kept. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, timeOn2G } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { linked } from "../../../platform/words/inline.tsx";
import type { PlaceCard } from "../../places/api.ts";
import type { Line } from "../queries.ts";
import { ENOUGH_PHONES } from "../records.ts";
import { wordsIn, type MeasureWords } from "../words.ts";
import { How, Kept } from "./how.tsx";
import { Measured } from "./list.tsx";

/** Bytes, the default first; the words say what each tells. */
const BUDGETS = [200_000, 120_000, 60_000];

export function MeasurePage(props: {
  readonly places: readonly PlaceCard[];
  /** What has been published, the newest month first. */
  readonly lines: readonly Line[];
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { places, lines, lang, to } = props;
  const all = wordsIn(lang);
  const words = all.measure;
  return (
    <>
      <PageHead title={words.title} stand={words.about} />
      <Section id="now" title={words.now}>
        <noscript>
          <p>{linked(words.noScript, "#typed")}</p>
        </noscript>
        <div class="c8" id="now-part" data-words={JSON.stringify(all.script)} hidden>
          <form id="measure">
            <section>
              <div class="field">
                <label for="budget">{words.budget}</label>
                <select id="budget" name="budget">
                  {BUDGETS.map((bytes, i) => (
                    <option value={String(bytes)}>
                      {words.atMost(
                        formatBytes(bytes, lang),
                        timeOn2G(bytes, lang),
                        words.tells[i]!,
                      )}
                    </option>
                  ))}
                </select>
              </div>
              <div class="field">
                <label for="place">{words.where}</label>
                <select id="place" name="place">
                  <option value="">{words.nowhere}</option>
                  <option value="near">{words.near}</option>
                  <Places places={places} />
                </select>
              </div>
              <p class="acts">
                <button type="submit">{words.button}</button>
              </p>
            </section>
          </form>
          <p id="said" role="status"></p>
          <ul class="lines field" id="seen">
            <li>
              <b>{words.figures}</b>
              <span>{words.notYet}</span>
            </li>
          </ul>
          <p id="waiting" hidden>
            <span id="waits"></span> {words.sentLater}{" "}
            <button class="quiet" type="button" id="send">
              {words.sendNow}
            </button>
          </p>
        </div>
      </Section>
      <Typed places={places} lang={lang} words={all.typed} />
      <Measured lines={lines} lang={lang} to={to} />
      <How words={all.how} />
      <Kept words={all.kept} enough={ENOUGH_PHONES} />
    </>
  );
}

function Typed(props: {
  readonly places: readonly PlaceCard[];
  readonly lang: string;
  readonly words: MeasureWords["typed"];
}) {
  const { places, lang, words } = props;
  return (
    <Section id="typed" title={words.title}>
      <p>{words.about}</p>
      <form method="post" action="/measurements">
        <input type="hidden" name="lang" value={lang} />
        <section>
          <div class="field">
            <label for="at">{words.where}</label>
            <select id="at" name="place">
              <Places places={places} />
            </select>
          </div>
          {(["down", "up", "latency"] as const).map((name) => (
            <Figure name={name} words={words} />
          ))}
          <p class="acts">
            <button type="submit">{words.send}</button>
          </p>
        </section>
      </form>
    </Section>
  );
}

const Figure = (props: {
  readonly name: "down" | "up" | "latency";
  readonly words: MeasureWords["typed"];
}) => (
  <div class="field">
    <label for={props.name}>
      {props.words[props.name]} <span class="hint">{props.words.hint}</span>
    </label>
    <input id={props.name} name={props.name} inputmode="decimal" autocomplete="off" />
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
