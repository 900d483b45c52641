/** The page of the desk on which it is said how many finished: first what would be said, then the button. Rules BA40 to BA45. */
import { Choice } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { LEAST, type Counts } from "./counts.ts";
import type { Countable } from "./say.ts";
import type { EvidenceWords } from "./words.ts";

export interface Chosen {
  /** `slug month` */
  readonly of: string;
  readonly pledge: string;
}

interface EvidenceProps {
  readonly words: EvidenceWords;
  readonly part: string;
  readonly countable: readonly Countable[];
  readonly pledges: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen: Chosen;
  readonly trouble?: string | undefined;
  readonly shown?:
    | {
        readonly counts: Counts;
        readonly by: string;
        readonly rule: { readonly name: string; readonly criteria: string };
      }
    | undefined;
}

export function EvidenceMain(props: EvidenceProps): Html {
  const { words, part, countable, pledges, chosen, trouble } = props;
  const form = { typed: { ...chosen }, problems: {}, lang: words.lang };
  const months = countable.flatMap(({ course, months: all }) =>
    all.map(({ month, said }) => {
      const name = `${course.thing.title}, ${formatDay(month, words.lang)}`;
      return [`${course.slug} ${month}`, said ? `${name} (${words.saidMark})` : name] as const;
    }),
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

function WouldSay({ words, part, chosen, shown }: EvidenceProps) {
  if (!shown) return undefined;
  const { counts, by, rule } = shown;
  if (counts.finished < LEAST)
    return (
      <Section id="would" title={words.wouldSay}>
        <p>{words.small}</p>
      </Section>
    );
  const rows = [
    ...counts.places.map(({ place, finished }) => [place, finished] as const),
    ...(counts.others > 0 ? [[words.others, counts.others] as const] : []),
  ];
  return (
    <Section id="would" title={words.wouldSay}>
      <p>
        <strong>{words.finished(counts.finished)}</strong> {words.by(by)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.people}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([place, finished]) => (
            <tr>
              <th scope="row" dir="auto">
                {place}
              </th>
              <td>{formatNumber(finished, words.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.rule(rule.name, rule.criteria)}</p>
      <p>{words.names}</p>
      <p>{words.leftOut}</p>
      <p>{words.file}</p>
      <form method="post" action={part}>
        <input type="hidden" name="of" value={chosen.of} />
        <input type="hidden" name="pledge" value={chosen.pledge} />
        <p class="acts">
          <button class="button" type="submit">
            {words.publish}
          </button>
        </p>
      </form>
    </Section>
  );
}
