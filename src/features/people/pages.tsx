/** The page of a person: who, in which role, what was agreed, and what the person tells or is told of. */
import { pathIn } from "../../platform/web/frame.ts";
import { Picture } from "../../platform/web/picture.tsx";
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { SourceLink } from "../../platform/web/sources.tsx";
import { formatDay } from "../../platform/web/words.ts";
import { foreign, listedWords } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import { partnerPath, type PartnerCard } from "../partners/api.ts";
import type { PlaceCard } from "../places/api.ts";
import { mayBeShown } from "./consent.ts";
import type { PersonCard } from "./queries.ts";

interface PersonProps {
  readonly person: PersonCard;
  readonly place: PlaceCard | undefined;
  readonly partner: PartnerCard | undefined;
  readonly request: PageRequest;
  readonly related: readonly Related[];
  /** Lighter files of the photo. */
  readonly ladder?: Ladder | undefined;
}

export function PersonPage(props: PersonProps): Html {
  const { person, place, request, related } = props;
  const { frame, lang, today } = request;
  const words = wordsIn(lang);
  const own = foreign(frame.own, words.lang);
  const walk = frame.walks.find(({ id }) => id === person.walk);
  const photo = person.photo && mayBeShown(person, "photo", frame.language, today);
  return (
    <article>
      <header class="row head">
        <p class="meta c8">
          {walk && (
            <a href={pathIn(frame, lang, `/stories?walk=${walk.id}`)} {...own}>
              {walk.one}
            </a>
          )}
          {place && (
            <a href={pathIn(frame, lang, `/places/${place.slug}`)}>
              {place.name}, {place.countryName}
            </a>
          )}
        </p>
        <h1 class="c10">{person.name}</h1>
        {person.bio && (
          <p class="stand c8" {...own}>
            {person.bio}
          </p>
        )}
      </header>
      {photo && person.photo && (
        <Picture
          picture={person.photo}
          title={words.photo}
          lang={words.lang}
          ladder={props.ladder}
        />
      )}
      <Facts {...props} />
      {related.map((section) => section.html)}
      <p class="meta">
        <a
          href={pathIn(frame, lang, `/rights/ask?for=object&about=/authors/${person.slug}`)}
          rel="nofollow"
        >
          {words.aboutMe}
        </a>
      </p>
    </article>
  );
}

function Facts({ person, partner, request }: PersonProps) {
  const { frame, lang } = request;
  const words = wordsIn(lang);
  const own = foreign(frame.own, words.lang);
  const { title, organisation, role } = person;
  const consent = person.refused ? undefined : (person.consents?.at(-1) ?? person.consent);
  if (title === undefined && organisation === undefined && !role && !consent && !partner)
    return <></>;
  return (
    <dl class="facts">
      {title !== undefined && (
        <>
          <dt>{words.title}</dt>
          <dd {...own}>{title}</dd>
        </>
      )}
      {(partner || organisation !== undefined) && (
        <>
          <dt>{words.organisation}</dt>
          <dd>
            {partner ? (
              <a href={pathIn(frame, lang, partnerPath(partner))}>{partner.name}</a>
            ) : (
              organisation
            )}
          </dd>
        </>
      )}
      {person.chosen && (
        <>
          <dt>{words.name}</dt>
          <dd>{words.chosen}</dd>
        </>
      )}
      {role && (
        <>
          <dt>{words.publicRole}</dt>
          <dd {...own}>
            {role.text}
            <br />
            <small>
              <SourceLink source={role.source} lang={frame.language} />
            </small>
          </dd>
        </>
      )}
      {role?.weighed !== undefined && (
        <>
          <dt>{words.weighed}</dt>
          <dd {...own}>{role.weighed}</dd>
        </>
      )}
      {consent && (
        <>
          <dt>{words.consent}</dt>
          <dd>
            {words.agreed(
              listedWords(
                consent.purposes.map((one) => words.purposes[one]),
                words.lang,
                "unit",
              ),
              formatDay(consent.given, words.lang),
              formatDay(consent.until, words.lang),
            )}
          </dd>
        </>
      )}
    </dl>
  );
}
