/** The photos of the desk: found by words, the newest first, and the form that adds one. */
import { RowTick } from "../../../../platform/accounts/several/parts.tsx";
import { CreditForm, rowOf } from "./several.tsx";
import { Line, NothingSent, Words } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatBytes } from "../../../../platform/web/words.ts";
import { FindPhotos, Gallery, type Pickable } from "../../../pictures/api.ts";
import { PHOTO_PART } from "../paths.ts";
import type { PhotoWords } from "../words.ts";

export interface PhotoListProps {
  readonly words: PhotoWords;
  readonly find: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly found: readonly Pickable[];
  /** The words for finding one. */
  readonly look: { readonly noneSo: string };
  readonly maxBytes: number;
  /** What was typed beside a photo that was not taken, and why it was not. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly trouble?: string | undefined;
  /** Whether whoever looks may change several at once. */
  readonly several?: boolean;
}

export function PhotoList(props: PhotoListProps): Html {
  const { words, find, total, found, look, several } = props;
  return (
    <Section id="photos" title={words.photos}>
      <p>{words.lead}</p>
      <Add {...props} />
      {(total > 0 || find !== "") && (
        <FindPhotos action={PHOTO_PART} find={find} lang={words.lang} />
      )}
      {find !== "" && <p role="status">{total === 0 ? look.noneSo : words.counted(total)}</p>}
      {found.length > 0 && (
        <Gallery
          photos={found}
          to={({ picture }) => `${PHOTO_PART}/photos/${picture.media}`}
          lang={words.lang}
          {...(several && {
            below: (one: Pickable, n: number, name: Html) => (
              <RowTick n={n} row={rowOf(one.picture)} name={name}>
                {words.tick}
              </RowTick>
            ),
          })}
        />
      )}
      {several && found.length > 0 && <CreditForm {...props} />}
      <Pager {...props} />
    </Section>
  );
}

function Add({ words, maxBytes, typed = {}, trouble, total }: PhotoListProps) {
  const problems = {};
  return (
    <details open={trouble !== undefined || total === 0}>
      <summary>{words.add}</summary>
      <NothingSent
        problems={problems}
        trouble={trouble}
        lang={words.lang}
        heading={words.nothingAdded}
      />
      <form method="post" action={PHOTO_PART} enctype="multipart/form-data">
        <div class="field">
          <label for="file">
            {words.file}
            <span class="hint">{words.addHint(formatBytes(maxBytes, words.lang))}</span>
          </label>
          <input
            id="file"
            name="file"
            type="file"
            accept="image/avif,image/webp,image/jpeg,image/png"
            required
          />
        </div>
        <Words name="alt" rows={2} most={2000} typed={typed} problems={problems}>
          {words.alt}
          <span class="hint">{words.altHint}</span>
        </Words>
        <Line name="credit" maxlength={500} typed={typed} problems={problems}>
          {words.credit}
        </Line>
        <p class="acts">
          <button type="submit">{words.addIt}</button>
        </p>
      </form>
    </details>
  );
}

function Pager({ words, find, page, pages }: PhotoListProps) {
  if (pages < 2) return <></>;
  const to = (n: number) => {
    const asked = new URLSearchParams({ ...(find !== "" && { find }), page: String(n) });
    return `${PHOTO_PART}?${asked}`;
  };
  return (
    <nav class="chips" aria-label={words.photos}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {words.later}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {words.earlier}
        </a>
      )}
    </nav>
  );
}
