/** The page of a person: who, in which role, what was agreed, and what the person tells or is told of. */
import { pathIn } from "../../platform/web/frame.ts";
import { Picture } from "../../platform/web/picture.tsx";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { SourceLink } from "../../platform/web/sources.tsx";
import { formatDay } from "../../platform/web/words.ts";
import type { PartnerCard } from "../partners/feature.ts";
import type { PlaceCard } from "../places/feature.ts";
import { personCovers } from "./cover.ts";
import type { PersonCard } from "./queries.ts";

export interface PersonProps {
  readonly person: PersonCard;
  readonly place: PlaceCard | undefined;
  readonly partner: PartnerCard | undefined;
  readonly request: PageRequest;
  readonly related: readonly Related[];
}

export function PersonPage(props: PersonProps): Html {
  const { person, place, request, related } = props;
  const { frame, lang, today } = request;
  const walk = frame.walks.find(({ id }) => id === person.walk);
  const photo = person.photo && personCovers(person, "photo", frame.language, today);
  return (
    <article>
      <header class="row head">
        <p class="meta c8">
          {walk && <a href={pathIn(frame, lang, `/stories?walk=${walk.id}`)}>{walk.one}</a>}
          {place && (
            <a href={pathIn(frame, lang, `/places/${place.slug}`)}>
              {place.name}, {place.countryName}
            </a>
          )}
        </p>
        <h1 class="c10">{person.name}</h1>
        {person.bio && <p class="stand c8">{person.bio}</p>}
      </header>
      {photo && person.photo && <Picture picture={person.photo} title="Photo" />}
      <Facts {...props} />
      {related.map((section) => section.html)}
    </article>
  );
}

function Facts({ person, partner, request }: PersonProps) {
  const { frame, lang } = request;
  const { title, organisation, role, consent } = person;
  if (title === undefined && organisation === undefined && !role && !consent && !partner)
    return <></>;
  return (
    <dl class="facts">
      {title !== undefined && (
        <>
          <dt>Title</dt>
          <dd>{title}</dd>
        </>
      )}
      {(partner || organisation !== undefined) && (
        <>
          <dt>Organisation</dt>
          <dd>
            {partner ? (
              <a href={pathIn(frame, lang, `/partners/${partner.slug}`)}>{partner.name}</a>
            ) : (
              organisation
            )}
          </dd>
        </>
      )}
      {person.chosen && (
        <>
          <dt>Name</dt>
          <dd>chosen by the person</dd>
        </>
      )}
      {role && (
        <>
          <dt>Public role</dt>
          <dd>
            {role.text}
            <br />
            <small>
              <SourceLink source={role.source} lang={frame.language} />
            </small>
          </dd>
        </>
      )}
      {consent && (
        <>
          <dt>Own consent</dt>
          <dd>
            {consent.purposes.join(", ")}: {formatDay(consent.given, frame.language)} to{" "}
            {formatDay(consent.until, frame.language)}
          </dd>
        </>
      )}
    </dl>
  );
}
