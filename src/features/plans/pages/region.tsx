/** One region: what was sent, what is missing, and the one form with its settings. Rules PN92 and PN93. */
import { NothingSent } from "../../../platform/web/form-fields.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { RegionAtDesk, Typed } from "../regions-kept.ts";
import type { Problems } from "../regions-settings.ts";
import type { RegionWords } from "../region-words.ts";
import { RegionForm } from "./region-form.tsx";
import { isWhole, RegionLayers } from "./region-layers.tsx";
import { FileFields, REGIONS } from "./region-list.tsx";

interface Props {
  readonly words: RegionWords;
  readonly region: RegionAtDesk;
  readonly typed: Typed;
  readonly problems?: Problems;
  /** Of the files, in the other form. */
  readonly sent?: Problems;
  /** Why nothing was done, of no field. */
  readonly trouble?: string | undefined;
}

export function RegionMain(props: Props): Html {
  const { words, region, typed, problems = {}, sent = {}, trouble } = props;
  const { id, about, layers } = region;
  const at = `${REGIONS}/${id}`;
  return (
    <>
      <PageHead title={<bdi>{about.title}</bdi>} tight />
      <NothingSent problems={{ ...problems, ...sent }} trouble={trouble} lang={words.lang} />
      {layers ? (
        <RegionLayers words={words} layers={layers} title={about.title} />
      ) : (
        <p class="aside" role="status">
          {words.looking} <a href={at}>{words.again}</a>
        </p>
      )}
      <form method="post" action={`${at}/files`} enctype="multipart/form-data">
        <details open={!layers || !isWhole(layers) || Object.keys(sent).length > 0}>
          <summary>{words.more}</summary>
          <p>{words.moreIs}</p>
          <FileFields words={words} problems={sent} />
          <p class="acts">
            <button type="submit" class="quiet">
              {words.send}
            </button>
          </p>
        </details>
      </form>
      <Files {...props} at={at} />
      {layers && isWhole(layers) && (
        <RegionForm words={words} region={region} typed={typed} problems={problems} at={at} />
      )}
      <Forget words={words} at={at} />
      <p>
        <a href={REGIONS}>{words.back}</a>
      </p>
    </>
  );
}

function Files({ words, region, at }: Props & { readonly at: string }) {
  if (region.files.length < 2) return <></>;
  return (
    <form method="post" action={`${at}/remove`}>
      <p class="acts">
        {region.files.map(({ name, called }) => (
          <button type="submit" class="quiet" name="file" value={name}>
            {words.remove(called)}
          </button>
        ))}
      </p>
    </form>
  );
}

const Forget = ({ words, at }: { readonly words: RegionWords; readonly at: string }): Html => (
  <form method="post" action={`${at}/forget`}>
    <details>
      <summary>{words.forget}</summary>
      <p>{words.forgetIs}</p>
      <label class="tick">
        <input type="checkbox" name="sure" value="yes" required /> {words.forgetSure}
      </label>
      <p class="acts">
        <button type="submit" class="quiet">
          {words.forget}
        </button>
      </p>
    </details>
  </form>
);
