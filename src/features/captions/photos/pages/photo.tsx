/** One photo: what it shows, who is on it, which point matters, where it stands, and what can be done with it. */
import { Hint, Line, NothingSent, Said } from "../../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { dayAt } from "../../../../engines/calendar/day.ts";
import { directionOf, formatBytes, formatDay, localeOf } from "../../../../platform/web/words.ts";
import { isHidden } from "../../../pictures/model.ts";
import { AskedForm } from "../../asked.tsx";
import { PHOTO_PART, photoPath } from "../paths.ts";
import type { PhotoWords } from "../words.ts";
import { HideFaces } from "./hide-faces.tsx";
import { Cutting, Focus, LetGo, Replace } from "./changes.tsx";
import type { PhotoProps } from "./props.ts";
import { Everywhere } from "./standing.tsx";

export function PhotoPage(props: PhotoProps): Html {
  const { words, photo, problems, trouble, said, mayPublish } = props;
  const { picture } = photo;
  const isGone = isHidden(picture);
  const mayChange = mayPublish && !isGone;
  return (
    <>
      <PlainHead title={<Title {...props} />} />
      {said !== undefined && <Said>{said}</Said>}
      <NothingSent
        problems={problems}
        trouble={trouble}
        lang={words.lang}
        heading={words.notSaved}
      />
      <Behind {...props} />
      <div class="two">
        <div>
          {!isGone && (
            <img
              src={`/media/${picture.media}`}
              alt={photo.alt}
              width={picture.width}
              height={picture.height}
            />
          )}
          <p class="small">
            {words.size(picture.width, picture.height, formatBytes(picture.bytes, words.lang))}
            {picture.added_by !== "" && (
              <>
                {" · "}
                {words.by(picture.added_by, formatDay(dayAt(picture.at), words.lang))}
              </>
            )}
            <Kin media={picture.cut_of}>{words.cutOf}</Kin>
            <Kin media={picture.replaced_by}>{words.replacedBy}</Kin>
          </p>
          {!isGone && (
            <Section id="uses" title={words.uses} mini>
              <Everywhere {...props} />
            </Section>
          )}
        </div>
        <section class="branch" aria-label={words.photos}>
          {mayChange && <Details {...props} />}
          {mayChange && (
            <AskedForm
              {...props}
              action={`${photoPath(picture.media)}/asked`}
              media={picture.media}
              lang={words.lang}
            />
          )}
          {mayChange && <HideFaces {...props} />}
          {mayChange && <Focus {...props} />}
          {!isGone && <Cutting {...props} />}
          {mayChange && <Replace {...props} />}
          {mayPublish && <LetGo {...props} />}
        </section>
      </div>
    </>
  );
}

/** Hidden on its page, but not gone from the disk. Rule PH11. */
const Behind = ({ behind, words }: PhotoProps) =>
  behind.length === 0 ? (
    <></>
  ) : (
    <div class="aside">
      <p>{words.behind}</p>
      <p class="chips">
        {behind.map((media) => (
          <a href={photoPath(media)}>{words.letBehind}</a>
        ))}
      </p>
    </div>
  );

function Title({ photo, words }: PhotoProps): Html {
  if (isHidden(photo.picture)) return <>{words.before}</>;
  if (photo.alt === "") return <bdi>{photo.picture.name}</bdi>;
  return (
    <bdi lang={photo.lang} dir={directionOf(photo.lang)}>
      {photo.alt}
    </bdi>
  );
}

const Kin = ({ media, children }: { readonly media: string | null; readonly children: unknown }) =>
  media === null ? (
    <></>
  ) : (
    <>
      <br />
      <a href={photoPath(media)}>{children}</a>
    </>
  );

function Alt({ words, typed, problems, of }: PhotoProps & { readonly of: string }) {
  const called = new Intl.DisplayNames(localeOf(words.lang), { type: "language" }).of(of) ?? of;
  return (
    <Line typed={typed} problems={problems} name={`alt_${of}`} maxlength={2000}>
      {words.altIn(called)}
    </Line>
  );
}

function Details(props: PhotoProps) {
  const { words, photo, languages, people, names, typed, problems } = props;
  const fields = { typed, problems };
  return (
    <form method="post" action={photoPath(photo.picture.media)} id="details">
      <h2 class="knot mini">{words.details}</h2>
      <Alt {...props} of={languages[0] ?? "en"} />
      {languages.length > 1 && (
        <details open={languages.slice(1).some((one) => problems[`alt_${one}`] !== undefined)}>
          <summary>{words.others}</summary>
          {languages.slice(1).map((one) => (
            <Alt {...props} of={one} />
          ))}
        </details>
      )}
      <Line {...fields} name="credit" maxlength={500}>
        {words.credit}
      </Line>
      <fieldset>
        <legend>
          {words.people}
          <Hint>{words.peopleHint}</Hint>
        </legend>
        {people.map(({ subject, name, until }, i) => (
          <div class="field">
            <label class="tick">
              <input type="checkbox" name={`on${i + 1}`} value={subject} checked />{" "}
              {words.isOn(name)}
            </label>
            <p class="hint">
              {until === undefined
                ? words.notAgreed(name)
                : words.agreed(name, formatDay(until, words.lang))}
            </p>
          </div>
        ))}
        <Line {...fields} name="add">
          {words.addPerson}
        </Line>
        {names.length > 0 && (
          <details>
            <summary>{words.known}</summary>
            <ul class="lines">
              {names.map((name) => (
                <li>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </details>
        )}
      </fieldset>
      <Line {...fields} name="until" type="date">
        {words.until}
        <Hint>{words.untilHint}</Hint>
      </Line>
      <Line {...fields} name="notes" maxlength={2000}>
        {words.notes}
        <Hint>{words.notesHint}</Hint>
      </Line>
      <p class="acts">
        <button type="submit">{words.save}</button>
      </p>
    </form>
  );
}

/** Where none of them stands. */
export const PhotoGone = ({ words }: { readonly words: PhotoWords }): Html => (
  <PlainHead title={words.noSuch} stand={<a href={PHOTO_PART}>{words.photos}</a>} />
);
