/** The page of the desk on which it is said how many finished: first what would be said, then the button. Rules BA40 to BA45. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { EvidenceForm } from "../../pledges/api.ts";
import { LEAST, type Counts } from "./counts.ts";
import type { Countable } from "./say.ts";
import type { EvidenceWords } from "./words.ts";

export interface Chosen {
  /** `slug month` */
  readonly of: string;
  readonly pledge: string;
}

interface Shown {
  readonly counts: Counts;
  readonly by: string;
  readonly rule: { readonly name: string; readonly criteria: string };
}

interface EvidenceProps {
  readonly words: EvidenceWords;
  readonly part: string;
  readonly countable: readonly Countable[];
  readonly pledges: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen: Chosen;
  readonly trouble?: string | undefined;
  readonly shown?: Shown | undefined;
}

export function EvidenceMain({ words, countable, shown, ...form }: EvidenceProps): Html {
  const options = countable.flatMap(({ course, months }) =>
    months.map(({ month, said }) => {
      const name = `${course.thing.title}, ${formatDay(month, words.lang)}`;
      return [`${course.slug} ${month}`, said ? `${name} (${words.saidMark})` : name] as const;
    }),
  );
  const isNotSaid = shown !== undefined && shown.counts.finished < LEAST;
  return (
    <EvidenceForm words={words} options={options} isNotSaid={isNotSaid} {...form}>
      {shown && (isNotSaid ? <p>{words.small}</p> : <WouldSay words={words} {...shown} />)}
    </EvidenceForm>
  );
}

function WouldSay({ words, counts, by, rule }: Pick<EvidenceProps, "words"> & Shown) {
  const rows = [
    ...counts.places.map(({ place, finished }) => [place, finished] as const),
    ...(counts.others > 0 ? [[words.others, counts.others] as const] : []),
  ];
  return (
    <>
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
    </>
  );
}
