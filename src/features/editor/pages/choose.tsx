/** The photos that are here, to choose one for a story; and the one that was chosen, with its words. */
import { Choice, Line, NothingSent, Words } from "../../../platform/web/form-fields.tsx";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { FindPhotos, Gallery, type Pickable, type PictureWords } from "../../pictures/api.ts";
import type { WritingWords } from "../words.ts";

interface ChooseProps {
  /** Of the draft. */
  readonly path: string;
  readonly words: WritingWords;
  readonly look: PictureWords;
  readonly photo: Pickable | undefined;
  readonly find: string;
  readonly found: readonly Pickable[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly typed: Readonly<Record<"alt" | "credit" | "as", string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export function ChoosePage(props: ChooseProps): Html {
  const { path, words, photo } = props;
  return (
    <>
      <PlainHead title={words.choosePhoto} stand={<a href={path}>{words.backToStory}</a>} />
      {photo ? <Chosen {...props} photo={photo} /> : <Choosing {...props} />}
    </>
  );
}

function Chosen({
  path,
  words,
  photo,
  typed,
  problems,
}: ChooseProps & { readonly photo: Pickable }) {
  const { picture } = photo;
  const fields = { typed, problems };
  return (
    <div class="two">
      <div>
        <img
          src={`/media/${picture.media}`}
          alt={photo.alt}
          width={picture.width}
          height={picture.height}
        />
        <p>
          <a href={`${path}/photos?as=${typed.as === "cover" ? "cover" : "picture"}`}>
            {words.otherPhoto}
          </a>
        </p>
      </div>
      <form class="branch" method="post" action={`${path}/choose`}>
        <NothingSent problems={problems} lang={words.lang} heading={words.nothingAdded} />
        <input type="hidden" name="photo" value={picture.media} />
        <Words {...fields} name="alt" rows={3}>
          {words.pictureAlt}
        </Words>
        <Line {...fields} name="credit" maxlength={500}>
          {words.pictureCredit}
        </Line>
        <Choice
          {...fields}
          name="as"
          options={[
            ["picture", words.asPicture],
            ["cover", words.asCover],
          ]}
          lang={words.lang}
          required
        >
          {words.pictureAs}
        </Choice>
        <p class="acts">
          <button type="submit">{words.addIt}</button>
        </p>
      </form>
    </div>
  );
}

function Choosing({ path, words, look, find, found, page, pages, typed }: ChooseProps) {
  const keep = { as: typed.as };
  const to = (n: number) =>
    `${path}/photos?${new URLSearchParams({ ...(find !== "" && { find }), ...keep, page: String(n) })}`;
  return (
    <>
      <FindPhotos action={`${path}/photos`} find={find} lang={words.lang} keep={keep} />
      {found.length === 0 && <p role="status">{find === "" ? look.none : look.noneSo}</p>}
      <Gallery
        photos={found}
        to={({ picture }) =>
          `${path}/photos?${new URLSearchParams({ photo: picture.media, ...keep })}`
        }
        lang={words.lang}
      />
      {pages > 1 && (
        <nav class="chips" aria-label={words.choosePhoto}>
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
      )}
    </>
  );
}
