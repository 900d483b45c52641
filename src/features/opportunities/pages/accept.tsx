/** What an ask or an offer becomes, as the desk chooses: one small form for each way, and links between them. */
import { Choice, Hint, Line, Words, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm, Typed } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { KINDS_IN_ORDER, kindWords } from "../../partners/feature.ts";
import { slugFrom } from "../accepting.ts";
import type { Sent } from "../sent.ts";

const WAYS = {
  opportunity: "Show it as an ask or an offer",
  place: "Make a place of it",
  project: "Make a project of it",
  partner: "Make a partner of it",
  standing: "It became something that stands here",
} as const;
type Way = keyof typeof WAYS;

export function AcceptOpportunity(
  { about }: Submission,
  { action, to, typed, problems }: AcceptForm,
): Html {
  const sent = JSON.parse(about) as Sent;
  const ways = waysFor(sent);
  const way = ways.find((one) => one === typed["as"]) ?? ways[0]!;
  const isPosted = Object.keys(typed).length > 1; // what was typed comes back; a link names the way alone
  const fields = isPosted ? { typed, problems } : { typed: begunWith(sent, way), problems };
  const Fields = FIELDS[way];
  return (
    <>
      {!sent.agreed && (
        <p class="aside">
          Its sender has not agreed to publishing. It can become something that stands here already,
          or be refused.
        </p>
      )}
      <p class="chips" role="group" aria-label="What it becomes">
        {ways.map((one) => (
          <a href={to(one)} aria-current={one === way ? "true" : undefined}>
            {WAYS[one]}
          </a>
        ))}
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="as" value={way} />
        <Fields {...fields} />
        <p class="acts">
          <button type="submit">{WAYS[way]}</button>
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

const Named = (props: FieldProps): Html => (
  <>
    <Said {...props} />
    <Line name="near" {...props}>
      Near
    </Line>
    <PlaceSlug {...props} />
    <Where {...props} />
  </>
);

const NewPlace = (props: FieldProps): Html => (
  <>
    <Slug space="places" {...props} />
    <Line name="name" {...props} required>
      Name of the place
    </Line>
    <Where {...props} />
  </>
);

const NewProject = (props: FieldProps): Html => (
  <>
    <Slug space="projects" {...props} />
    <Line name="name" {...props} required>
      Title of the project
    </Line>
    <Said {...props} />
    <PlaceSlug {...props} />
    <Where {...props} />
  </>
);

const NewPartner = (props: FieldProps): Html => (
  <>
    <Slug space="partners" {...props} />
    <Line name="name" {...props} required>
      Name of the partner
    </Line>
    <Choice
      name="kind"
      options={KINDS_IN_ORDER.map((kind) => [kind, kindWords(kind, "en")])}
      required
      {...props}
    >
      What sort of partner
    </Choice>
    <Said {...props} />
    <PlaceSlug {...props} />
  </>
);

const Standing = (props: FieldProps): Html => (
  <Line name="path" {...props} required>
    Its address
    <Hint>Such as /places/mankosi, or a whole address of this site. Its sender sees the link.</Hint>
  </Line>
);

const Said = (props: FieldProps): Html => (
  <Words name="words" rows={5} {...props}>
    Words that stand
    <Hint>As they were sent, or yours. Without any way to reach somebody.</Hint>
  </Words>
);

const PlaceSlug = (props: FieldProps): Html => (
  <Line name="place" {...props}>
    A place that has a page
    <Hint>The last part of its address, such as mankosi; or nothing.</Hint>
  </Line>
);

const Slug = ({ space, ...props }: FieldProps & { readonly space: string }): Html => (
  <Line name="slug" {...props} required>
    Its address: /{space}/…
  </Line>
);

const Where = (props: FieldProps): Html => (
  <>
    <Line name="country" {...props}>
      Country
    </Line>
    <Line name="lat" inputmode="decimal" {...props}>
      Degrees of latitude
      <Hint>Rounded to 0.1 degrees, some 11 km, before it is shown.</Hint>
    </Line>
    <Line name="lon" inputmode="decimal" {...props}>
      Degrees of longitude
    </Line>
  </>
);

const FIELDS: Readonly<Record<Way, (props: FieldProps) => Html>> = {
  opportunity: Named,
  place: NewPlace,
  project: NewProject,
  partner: NewPartner,
  standing: Standing,
};
