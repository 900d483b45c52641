/** Of a story's photos those that may be shown today, each with what it shows in the language of the page. Rules PH3 and PH5. */
import type { Db } from "../../platform/db/store.ts";
import { photosAgreed, type Channel, type PersonCard } from "../people/api.ts";
import { pictureRules, type PictureRules } from "../pictures/api.ts";
import type { Story } from "./fold.ts";

interface Asked {
  readonly today: string;
  /** Of the text that is shown. */
  readonly lang: string;
  readonly channel?: Channel;
}

/** @param people who may be seen beside it, too */
export const rulesFor = (
  db: Db,
  stories: readonly Pick<Story, "cover" | "pictures">[],
  people: readonly Pick<PersonCard, "photo">[],
  asked: Asked,
): Promise<PictureRules> =>
  pictureRules(
    db,
    [
      ...stories.flatMap(({ cover, pictures = [] }) => [
        cover?.file.media,
        ...pictures.map((one) => one.file.media),
      ]),
      ...people.map(({ photo }) => photo?.file.media),
    ],
    asked,
    photosAgreed(db, asked),
  );

/** The story without what may not be seen; its text says what a picture showed that is gone. */
export function withShown<S extends Pick<Story, "cover" | "pictures" | "language">>(
  story: S,
  rules: PictureRules,
  lang: string,
): S {
  const { cover, pictures, ...rest } = story;
  type Own = NonNullable<Story["cover"]>;
  const inWords = <P extends Own>(picture: P): P => {
    const alt = lang === story.language ? undefined : rules.alt(picture.file.media);
    return alt === undefined ? picture : { ...picture, alt };
  };
  const shown = pictures?.filter(({ file }) => rules.shows(file.media)).map(inWords);
  return {
    ...rest,
    ...(cover && rules.shows(cover.file.media) && { cover: inWords(cover) }),
    ...(shown && shown.length > 0 && { pictures: shown }),
  } as S;
}

/** The person without a photo that may not be seen. */
export function withPhoto<P extends Pick<PersonCard, "photo">>(person: P, rules: PictureRules): P {
  if (!person.photo || rules.shows(person.photo.file.media)) return person;
  const { photo: _photo, ...rest } = person;
  return rest as P;
}
