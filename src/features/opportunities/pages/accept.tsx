/** What an ask or an offer becomes, as the desk chooses: one small form for each way, and links between them. */
import {
  Choice,
  Hint,
  Line,
  Words as Text,
  type FieldProps,
} from "../../../platform/web/form-fields.tsx";
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm, Typed } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { KINDS_IN_ORDER, kindWords } from "../../partners/api.ts";
import { acceptWordsIn, type AcceptWords } from "../accept-words.ts";
import { slugFrom } from "../accepting.ts";
import type { Sent } from "../sent.ts";

type Way = keyof AcceptWords["ways"];
type Fields = FieldProps & { readonly words: AcceptWords };

export function AcceptOpportunity(
  { about }: Submission,
  { action, to, lang, typed, problems }: AcceptForm,
): Html {
  const words = acceptWordsIn(lang);
  const sent = JSON.parse(about) as Sent;
  const ways = waysFor(sent);
  const way = ways.find((one) => one === typed["as"]) ?? ways[0]!;
  const isPosted = Object.keys(typed).length > 1; // what was typed comes back; a link names the way alone
  const fields = isPosted ? { typed, problems } : { typed: begunWith(sent, way), problems };
  const Fields = FIELDS[way];
  return (
    <>
      {!sent.agreed && <p class="aside">{words.notAgreed}</p>}
      <p class="chips" role="group" aria-label={words.becomes}>
        {ways.map((one) => (
          <a href={to(one)} aria-current={one === way ? "true" : undefined}>
            {words.ways[one]}
          </a>
        ))}
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="as" value={way} />
        <Fields {...fields} words={words} />
        <p class="acts">
          <button type="submit">{words.ways[way]}</button>
        </p>
      </form>
    </>
  );
}

/** What its sender has not agreed to is not said anew, and who wants to join is no place. */
function waysFor({ agreed, kind }: Sent): readonly Way[] {
  if (!agreed) return ["standing"];
  return kind === "partner"
    ? ["partner", "standing"]
    : ["opportunity", "place", "project", "standing"];
}

function begunWith(sent: Sent, way: Way): Typed {
  return {
    words: sent.words,
    near: sent.place,
    country: sent.country ?? "",
    lat: sent.lat === undefined ? "" : String(sent.lat),
    lon: sent.lon === undefined ? "" : String(sent.lon),
    slug: slugFrom(sent),
    name: way === "place" ? sent.place : "",
  };
}

const Named = (props: Fields): Html => (
  <>
    <Said {...props} />
    <Line name="near" {...props}>
      {props.words.near}
    </Line>
    <PlaceSlug {...props} />
    <Where {...props} />
  </>
);

const NewPlace = (props: Fields): Html => (
  <>
    <Slug space="places" {...props} />
    <Line name="name" {...props} required>
      {props.words.placeName}
    </Line>
    <Where {...props} />
  </>
);

const NewProject = (props: Fields): Html => (
  <>
    <Slug space="projects" {...props} />
    <Line name="name" {...props} required>
      {props.words.projectTitle}
    </Line>
    <Said {...props} />
    <PlaceSlug {...props} />
    <Where {...props} />
  </>
);

const NewPartner = (props: Fields): Html => (
  <>
    <Slug space="partners" {...props} />
    <Line name="name" {...props} required>
      {props.words.partnerName}
    </Line>
    <Choice
      name="kind"
      options={KINDS_IN_ORDER.map((kind) => [kind, kindWords(kind, props.words.lang)])}
      required
      lang={props.words.lang}
      {...props}
    >
      {props.words.partnerSort}
    </Choice>
    <Said {...props} />
    <PlaceSlug {...props} />
  </>
);

const Standing = (props: Fields): Html => (
  <Line name="path" {...props} required>
    {props.words.path}
    <Hint>{props.words.pathHint}</Hint>
  </Line>
);

const Said = (props: Fields): Html => (
  <Text name="words" rows={5} {...props}>
    {props.words.text}
    <Hint>{props.words.textHint}</Hint>
  </Text>
);

const PlaceSlug = (props: Fields): Html => (
  <Line name="place" {...props}>
    {props.words.place}
    <Hint>{props.words.placeHint}</Hint>
  </Line>
);

const Slug = ({ space, ...props }: Fields & { readonly space: string }): Html => (
  <Line name="slug" {...props} required>
    {props.words.slug(`/${space}/…`)}
  </Line>
);

const Where = (props: Fields): Html => (
  <>
    <Line name="country" {...props}>
      {props.words.country}
    </Line>
    <Line name="lat" inputmode="decimal" {...props}>
      {props.words.lat}
      <Hint>{props.words.latHint}</Hint>
    </Line>
    <Line name="lon" inputmode="decimal" {...props}>
      {props.words.lon}
    </Line>
  </>
);

const FIELDS: Readonly<Record<Way, (props: Fields) => Html>> = {
  opportunity: Named,
  place: NewPlace,
  project: NewProject,
  partner: NewPartner,
  standing: Standing,
};
