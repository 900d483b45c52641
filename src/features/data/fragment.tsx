/**
 * A pledge as a piece of HTML to copy into another page: no script, no frame, nothing fetched. Its few styles
 * stand in it, because it comes without a style sheet. Rule D11.
 */
import { pathIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { formatDay } from "../../platform/web/words.ts";
import { figureWords, NUMBERS, type PledgeLine, stateWord } from "../pledges/feature.ts";
import { numbersOf, type Figure } from "./figures.ts";

/** The textures of the three numbers wherever they stand; the word stands beside each. */
const TEXTURE = {
  claimed: "repeating-linear-gradient(-45deg,currentColor 0 1px,transparent 1px 4px)",
  evidenced: "radial-gradient(circle,currentColor 1px,transparent 1.4px) 0 0/4px 4px",
  attested: "currentColor",
} as const;
const WORDS = {
  claimed: "Claimed (drawn hatched)",
  evidenced: "Evidenced (drawn half-tone)",
  attested: "Attested (drawn solid)",
} as const;

export function PledgeFragment(props: {
  readonly line: PledgeLine;
  readonly request: Pick<PageRequest, "frame" | "lang" | "today">;
}): Html {
  const { line, request } = props;
  const { pledge, status, pledger } = line;
  const { frame, lang, today } = request;
  const url = `${frame.base}${pathIn(frame, lang, `/pledges/${line.slug}`)}`;
  const numbers = numbersOf(pledge);
  const others = line.with.map(({ name }) => name);
  return (
    <blockquote
      lang={frame.language}
      cite={url}
      style="border-inline-start:2px solid;margin:0;padding-inline-start:1em"
    >
      <p>
        <strong>
          <a href={url}>{pledge.title}</a>
        </strong>
        <br />
        {pledger.name}
        {others.length > 0 && ` with ${others.join(", ")}`}, {formatDay(pledge.from, lang)}
      </p>
      {status && <p>{sentence(status.words)}</p>}
      <ul>
        {NUMBERS.map((kind) => (
          <li>
            <span
              style={`display:inline-block;width:1.8em;height:.8em;border:1px solid;background:${TEXTURE[kind]}`}
            ></span>{" "}
            {WORDS[kind]}: {numberWords(numbers[kind], lang)}
          </li>
        ))}
      </ul>
      <p>
        <small>
          <a href={frame.base}>{frame.name}</a>, as it stood on {formatDay(today, lang)}. The
          numbers contain one another. <a href={url}>Newest figures and every source</a>
        </small>
      </p>
    </blockquote>
  );
}

function numberWords(figure: Figure | undefined, lang: string): string {
  if (!figure) return "none filed here";
  const { asOf, saidBy } = figure;
  return `${figureWords(figure, lang)}, ${formatDay(asOf, lang)} (${stateWord(figure)}, ${saidBy})`;
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;
