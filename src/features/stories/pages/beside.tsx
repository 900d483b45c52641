/**
 * What stands around a story's text: the portrait and the film, which come first, and the facts and languages, which stand beside
 * it where there is room and behind it where there is none.
 */
import { pathIn } from "../../../platform/web/frame.ts";
import { Picture } from "../../../platform/web/picture.tsx";
import { OpenPicture } from "../../../platform/web/stills.tsx";
import { formatDay, languageName } from "../../../platform/web/words.ts";
import { foreign, linked } from "../../../platform/words/inline.tsx";
import { partnerPath } from "../../partners/api.ts";
import { mayBeShown, type PersonCard } from "../../people/api.ts";
import { Globe, skyOf as skyOfPlace } from "../../places/api.ts";
import { Film, Signed } from "../film.tsx";
import { filmPurpose } from "../film-purpose.ts";
import { stateWords } from "../words.ts";
import { isInline } from "./line.tsx";
import { storyPath, walkName } from "../naming.ts";
import type { StoryProps } from "./props.ts";

export function Beside(props: StoryProps) {
  return (
    <aside class="side" aria-label={props.words.about}>
      <Where {...props} />
      <Figure {...props} />
      <Facts {...props} />
      <Languages {...props} />
      <Lacking {...props} />
    </aside>
  );
}

/** What the person agreed to be seen on. */
export function photoOf({ view, request }: StoryProps) {
  const [person] = view.people;
  return person?.photo && mayBeShown(person, "photo", view.text.lang, request.today)
    ? person.photo
    : undefined;
}

/** What the story shows from space: its first place, or the Earth where it is of none. */
export const skyOf = ({ view, request }: StoryProps) =>
  skyOfPlace(view.places[0], request.frame.earth);

/** Whether the page opens with it: a photo of the person and a drawing of the story come first. */
export const opensWithSky = (props: StoryProps): boolean =>
  skyOf(props) !== undefined && !isInline(props.view) && photoOf(props) === undefined;

/** S31: with the page, or behind a button. */
const shownAs = ({ story }: StoryProps["view"]) =>
  story.photos === "open" ? OpenPicture : Picture;

export function Portrait(props: StoryProps) {
  const { view, words } = props;
  const photo = photoOf(props);
  if (!photo) return <></>;
  const Shown = shownAs(view);
  return (
    <div class="person">
      <Shown
        picture={photo}
        title={words.photo}
        lang={words.lang}
        ladder={view.ladders.get(photo.file.media)}
      />
    </div>
  );
}

function Where(props: StoryProps) {
  const [place] = props.view.places;
  if (!place || opensWithSky(props)) return <></>;
  return <Globe place={place} lang={props.words.lang} />;
}

/** S34: what the story is introduced by in lists. */
function Figure({ view }: StoryProps) {
  const { figure } = view.text;
  if (!figure) return <></>;
  return (
    <p class="figure">
      <b>{figure.number}</b> <span>{figure.says}</span>
    </p>
  );
}

function Facts({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const link = (path: string, text: string) => <a href={pathIn(frame, lang, path)}>{text}</a>;
  const topics = frame.topics.filter(({ id }) => view.story.topics?.includes(id));
  const walk = walkName(frame, view.walk);
  const campaigns = foreign(frame.own, view.text.lang);
  return (
    <dl class="facts">
      {view.people.map((person) => (
        <>
          <dt>{words.person}</dt>
          <dd>{link(`/authors/${person.slug}`, person.name)}</dd>
          <dt>{words.namedIn}</dt>
          <dd>
            {person.role ? (
              <>
                {words.publicRole}:{" "}
                <a href={person.role.source.url} {...campaigns}>
                  {person.role.text}
                </a>
              </>
            ) : (
              <>
                {words.consent}
                {agreed(person) && ` (${formatDay(agreed(person)!.given, view.text.lang)})`}
              </>
            )}
          </dd>
        </>
      ))}
      {walk !== undefined && <Fact name={words.walk} values={[walk]} attributes={campaigns} />}
      <Fact name={words.place} values={view.places.map((p) => link(`/places/${p.slug}`, p.name))} />
      <Fact name={words.partners} values={view.partners.map((p) => link(partnerPath(p), p.name))} />
      <Fact
        name={words.programmes}
        values={view.programmes.map((p) => link(`/programmes/${p.slug}`, p.title))}
        attributes={campaigns}
      />
      <Fact
        name={words.topics}
        values={topics.map((t) => link(`/topics/${t.id}`, t.name))}
        attributes={campaigns}
      />
    </dl>
  );
}

function Fact({
  name,
  values,
  attributes,
}: {
  name: string;
  values: readonly unknown[];
  attributes?: ReturnType<typeof foreign>;
}) {
  if (values.length === 0) return <></>;
  return (
    <>
      <dt>{name}</dt>
      <dd {...attributes}>{values.map((value, i) => [i > 0 && ", ", value])}</dd>
    </>
  );
}

export function Media({ view, request, words }: StoryProps) {
  const { film, cover, sign } = view.story;
  const { ladders } = view;
  const { lang } = view.text;
  const covered =
    film && view.people.every((p) => mayBeShown(p, filmPurpose(film), lang, request.today));
  const Shown = shownAs(view);
  return (
    <>
      {cover && !isInline(view) && (
        <Shown
          picture={cover}
          title={words.photo}
          lang={words.lang}
          ladder={ladders.get(cover.file.media)}
        />
      )}
      {covered && (
        <Film film={film} words={words} own={view.story.language} lang={lang} ladders={ladders} />
      )}
      {sign && <Signed sign={sign} title={view.text.title} lang={lang} ladders={ladders} />}
    </>
  );
}

/** S26: what it lacks, asked for once. */
function Lacking({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const isWhole =
    photoOf({ view, request, words }) !== undefined &&
    view.story.film !== undefined &&
    frame.languages.every((one) => view.languages.includes(one));
  if (isWhole || frame.unasked?.pages?.includes("lacking")) return <></>;
  return <p class="small">{linked(words.lacking, pathIn(frame, lang, "/take-part"))}</p>;
}

/** Every language there is, with its state, which is said once for all that have the same. */
function Languages({ view, request, words }: StoryProps) {
  const { frame } = request;
  const { story, text, languages } = view;
  if (languages.length < 2) return <></>;
  const stateOf = (one: string) => {
    const translation = story.translations[one];
    return (translation && stateWords(translation.state, words)) ?? "";
  };
  return (
    <div>
      {[...Map.groupBy(languages, stateOf)].map(([state, some]) => (
        <p class="chips">
          {some.map((one) => {
            const name = <span lang={one}>{languageName(one)}</span>;
            return (
              <span>
                {one === text.lang ? (
                  name
                ) : (
                  <a href={storyPath(frame, one, view.slug)} hreflang={one}>
                    {name}
                  </a>
                )}
              </span>
            );
          })}
          {state !== "" && <small>{state}</small>}
        </p>
      ))}
    </div>
  );
}

/** The consent that was given last. */
const agreed = ({ consent, consents }: PersonCard) => consents?.at(-1) ?? consent;
