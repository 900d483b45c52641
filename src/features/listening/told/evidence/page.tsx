/** The page of the desk on which it is said under a pledge how right listeners were: first what would be said, then the button. Rule LT9. */
import type { Html } from "../../../../platform/web/route.ts";
import { formatDay } from "../../../../platform/web/words.ts";
import { EvidenceForm } from "../../../pledges/api.ts";
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

export function EvidenceMain({
  words,
  right,
  by,
  chosen,
  places,
  typed,
  ...form
}: EvidenceProps): Html {
  const options = places.flatMap(({ slug, name, reports }) =>
    reports.map(
      ({ month }) => [`${slug} ${month}`, `${name}, ${formatDay(month, words.lang)}`] as const,
    ),
  );
  return (
    <EvidenceForm words={words} options={options} chosen={typed} {...form}>
      {chosen && <WouldSay {...{ words, right, by, chosen }} />}
    </EvidenceForm>
  );
}

function WouldSay(of: Pick<EvidenceProps, "words" | "right" | "by"> & { readonly chosen: Chosen }) {
  const { words, right, by, chosen } = of;
  const { value, text } = claimText(chosen);
  return (
    <>
      <p>
        <span lang="en" dir="ltr">
          <strong>{value}</strong> {text}
        </span>{" "}
        {words.by(by)}
      </p>
      <RightWords reports={chosen.reports} words={right} />
      <p>{words.file}</p>
    </>
  );
}
