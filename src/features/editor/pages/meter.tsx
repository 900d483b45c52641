/** What the story will weigh on the wire, what to trim, and what stands in the way of publishing it. */
import { listedWords } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, timeOn2G } from "../../../platform/web/words.ts";
import { STORY_BUDGET } from "../../../platform/web/wire.ts";
import type { Checked } from "../check.ts";
import type { Looked } from "../preview.ts";
import type { WritingWords } from "../words.ts";

const WIDE = 400; // of the drawing; the budget stands at its end

const FIRST_VIEW = 30_000; // bytes: the page with what comes by itself

type Weighed = Pick<Looked, "bytes" | "heaviest" | "open">;

export function Meter({ bytes, heaviest, open, words }: Weighed & { words: WritingWords }): Html {
  const { line, trim } = weightWords({ bytes, heaviest, open }, words);
  const at = Math.min(WIDE - 2, Math.round((bytes / STORY_BUDGET) * WIDE));
  return (
    <div class="field" id="meter">
      <p>
        <b>{words.weight}</b> <output id="weight">{line}</output>
      </p>
      <svg class="weight" viewBox={`0 0 ${WIDE} 26`} aria-hidden="true">
        <path class="axis" d={`M0 13H${WIDE}`} />
        <path class="thread" id="needle" vector-effect="non-scaling-stroke" d={`M0 13H${at}`} />
        <path class="rule" d={`M${WIDE - 1} 2v22`} />
      </svg>
      <p class="status" id="trim">
        {trim}
      </p>
    </div>
  );
}

/** The same in words, which the page's script puts in. */
export function weightWords({ bytes, heaviest, open }: Weighed, words: WritingWords) {
  const kB = (n: number) => formatBytes(n, words.lang);
  const seen = bytes + open.bytes;
  const own = words.weightLine(
    words.weightOf(kB(bytes), kB(STORY_BUDGET)),
    words.on2G(timeOn2G(bytes, words.lang)),
  );
  const photos = words.openPhotos(open.count);
  const line =
    open.count === 0
      ? own
      : `${own} ${words.withPhotos(photos, words.weightOf(kB(seen), kB(FIRST_VIEW)))}`;
  const tooMany = seen > FIRST_VIEW ? words.tooManyOpen : "";
  if (bytes <= STORY_BUDGET) return { line, trim: tooMany };
  const parts = heaviest.map((one) => `${words.trims[one.part]} (${kB(one.bytes)})`);
  const over = words.tooHeavy(kB(bytes - STORY_BUDGET));
  return {
    line,
    trim: [
      parts.length === 0 ? over : `${over} ${words.trim} ${listedWords(parts, words.lang)}.`,
      tooMany,
    ]
      .filter(Boolean)
      .join(" "),
  };
}

export function Findings(props: {
  readonly checked: Checked;
  readonly words: WritingWords;
  /** On the page of publishing. */
  readonly isHere?: boolean;
}): Html {
  const { checked, words, isHere } = props;
  const { problems, warnings } = checked;
  return (
    <div id="findings">
      {problems.length === 0 ? (
        <p>{words.noProblems}</p>
      ) : (
        <>
          <h2 class="knot mini">{words.problems}</h2>
          <ul class="lines">
            {problems.map((one) => (
              <li>{findingWords(isHere ? { ...one, where: "" } : one, words)}</li>
            ))}
          </ul>
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h2 class="knot mini">{words.warnings}</h2>
          <ul class="lines">
            {warnings.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** `Sources: expected …, found …` */
export function findingWords(
  { field, message, where = "" }: Checked["problems"][number],
  { fields }: WritingWords,
): string {
  const name = (fields as Readonly<Record<string, unknown>>)[field];
  const said = typeof name === "string" ? `${name}: ${message}` : message;
  return where === "" ? said : `${said} ${where}`;
}
