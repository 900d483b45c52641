/** The page of the desk on which it is said under a pledge how right listeners were: first what would be said, then the button. Rule LT9. */
import { Choice } from "../../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatDay } from "../../../../platform/web/words.ts";
import type { ListeningWords } from "../../words.ts";
import type { PlaceReports } from "../places-told.ts";
import { RightWords } from "../right-words.tsx";
import { claimText, type Chosen } from "./file.ts";
import type { EvidenceWords } from "./words.ts";

interface EvidenceProps {
  readonly words: EvidenceWords;
  /** Of how right it was. */
  readonly right: ListeningWords;
  readonly part: string;
  readonly places: readonly PlaceReports[];
  readonly pledges: readonly { readonly slug: string; readonly name: string }[];
  readonly typed: { readonly of: string; readonly pledge: string };
  readonly by: string;
  /** What would be said, unless it was. */
  readonly chosen?: Chosen | undefined;
  readonly trouble?: string | undefined;
}

export function EvidenceMain(props: EvidenceProps): Html {
  const { words, part, places, pledges, typed, trouble } = props;
  const form = { typed: { ...typed }, problems: {}, lang: words.lang };
  const months = places.flatMap(({ slug, name, reports }) =>
    reports.map(
      ({ month }) => [`${slug} ${month}`, `${name}, ${formatDay(month, words.lang)}`] as const,
    ),
  );
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {trouble !== undefined && (
        <p class="status" role="alert">
          {trouble}
        </p>
      )}
      {months.length === 0 && <p>{words.none}</p>}
      {pledges.length === 0 && <p>{words.noPledge}</p>}
      {months.length > 0 && pledges.length > 0 && (
        <form method="get" action={part}>
          <Choice {...form} name="of" options={months} required none={words.choose}>
            {words.which}
          </Choice>
          <Choice
            {...form}
            name="pledge"
            options={pledges.map(({ slug, name }) => [slug, name] as const)}
            required
            none={words.choose}
          >
            {words.pledge}
          </Choice>
          <p class="acts">
            <button class="button quiet" type="submit">
              {words.look}
            </button>
          </p>
        </form>
      )}
      <WouldSay {...props} />
    </>
  );
}

function WouldSay({ words, right, part, typed, by, chosen }: EvidenceProps) {
  if (!chosen) return undefined;
  const { value, text } = claimText(chosen);
  return (
    <Section id="would" title={words.wouldSay}>
      <p>
        <span lang="en" dir="ltr">
          <strong>{value}</strong> {text}
        </span>{" "}
        {words.by(by)}
      </p>
      <RightWords reports={chosen.reports} words={right} />
      <p>{words.file}</p>
      <form method="post" action={part}>
        <input type="hidden" name="of" value={typed.of} />
        <input type="hidden" name="pledge" value={typed.pledge} />
        <p class="acts">
          <button class="button" type="submit">
            {words.publish}
          </button>
        </p>
      </form>
    </Section>
  );
}
