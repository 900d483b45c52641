/** The regions that are being prepared, and the form that begins one. */
import { Hint, Line, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { RegionAtDesk } from "../regions-kept.ts";
import type { Problems } from "../regions-settings.ts";
import type { RegionWords } from "../region-words.ts";

export const REGIONS = "/desk/plans/regions";

/** @property making the ones that are planned now */
export function RegionList(props: {
  readonly words: RegionWords;
  readonly all: readonly RegionAtDesk[];
  readonly making: ReadonlySet<string>;
  readonly title?: string;
  readonly problems?: Problems;
}): Html {
  const { words, all, making, title = "", problems = {} } = props;
  const stateOf = ({ id, published, runs }: RegionAtDesk): keyof RegionWords["states"] => {
    if (making.has(id)) return "making";
    return published !== undefined ? "published" : runs ? "made" : "sent";
  };
  return (
    <>
      <PageHead title={words.title} stand={words.lead} tight />
      <NothingSent problems={problems} lang={words.lang} />
      {all.length > 0 && (
        <Section id="regions" title={words.regions} mini>
          <ul class="lines">
            {all.map((region) => (
              <li>
                <a
                  href={`${REGIONS}/${region.id}${region.runs || making.has(region.id) ? "/plan" : ""}`}
                >
                  <bdi>{region.about.title}</bdi>
                </a>{" "}
                <small>{words.states[stateOf(region)]}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <form method="post" action={REGIONS} enctype="multipart/form-data">
        <h2 class="knot mini">{words.begin}</h2>
        <Line name="title" typed={{ title }} problems={problems} required>
          {words.name}
        </Line>
        <FileFields words={words} problems={problems} />
        <p class="acts">
          <button type="submit">{words.send}</button>
        </p>
      </form>
    </>
  );
}

export function FileFields(props: {
  readonly words: RegionWords;
  readonly problems: Problems;
}): Html {
  const { words, problems } = props;
  return (
    <>
      <div class="field">
        <label for="places">
          {words.placesFile} <Hint>{words.placesHint}</Hint>
        </label>
        <Problem of="places" called={words.placesFile} problems={problems} />
        <input id="places" name="places" type="file" />
      </div>
      <div class="field">
        <label for="terrain">
          {words.tiles} <Hint>{words.tilesHint}</Hint>
        </label>
        <Problem of="terrain" called={words.tiles} problems={problems} />
        <input id="terrain" name="terrain" type="file" multiple />
      </div>
    </>
  );
}
