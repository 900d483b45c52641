/**
 * A pledge as a piece of HTML to copy into another page: no script, no frame, nothing fetched. Its few styles
 * stand in it, because it comes without a style sheet. Rule OD11.
 */
import { pathIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { directionOf, formatDay } from "../../platform/web/words.ts";
import { foreign, listedWords } from "../../platform/words/inline.tsx";
import { figureWords, NUMBERS, type PledgeLine, stateWord } from "../pledges/api.ts";
import { numbersOf, type Figure } from "./figures.ts";
import { wordsIn } from "./words.ts";

/** The textures of the three numbers wherever they stand; the word stands beside each. */
const TEXTURE = {
  claimed: "repeating-linear-gradient(-45deg,currentColor 0 1px,transparent 1px 4px)",
  evidenced: "radial-gradient(circle,currentColor 1px,transparent 1.4px) 0 0/4px 4px",
  attested: "currentColor",
} as const;

export function PledgeFragment(props: {
  readonly line: PledgeLine;
  readonly request: Pick<PageRequest, "frame" | "lang" | "today">;
}): Html {
  const { line, request } = props;
  const { pledge, status, pledger } = line;
  const { frame, today } = request;
  const all = wordsIn(request.lang);
  const { lang, fragment: words } = all;
  const url = `${frame.base}${pathIn(frame, request.lang, `/pledges/${line.slug}`)}`;
  const numbers = numbersOf(pledge);
  const others = line.with.map(({ name }) => name);
  return (
    <blockquote
      lang={lang}
      dir={directionOf(lang) === "rtl" ? "rtl" : undefined}
      cite={url}
      style="border-inline-start:2px solid;margin:0;padding-inline-start:1em"
    >
      <p>
        <strong>
          <a href={url} {...foreign(frame.own, lang)}>
            {pledge.title}
          </a>
        </strong>
        <br />
        {pledger.name}
        {others.length > 0 && ` ${words.with(listedWords(others, lang))}`},{" "}
        {formatDay(pledge.from, lang)}
      </p>
      {status && <p>{sentence(status.words)}</p>}
      <ul>
        {NUMBERS.map((kind) => (
          <li>
            <span
              style={`display:inline-block;width:1.8em;height:.8em;border:1px solid;background:${TEXTURE[kind]}`}
            ></span>{" "}
            {words[kind]}: {numberWords(numbers[kind], lang)}
          </li>
        ))}
      </ul>
      <p>
        <small>
          <a href={frame.base}>{frame.name}</a>, {words.asOf(formatDay(today, lang))}{" "}
          {words.contain} <a href={url}>{words.newest}</a>
        </small>
      </p>
    </blockquote>
  );
}

function numberWords(figure: Figure | undefined, lang: string): string {
  if (!figure) return wordsIn(lang).fragment.none;
  const { asOf, saidBy } = figure;
  return `${figureWords(figure, lang)}, ${formatDay(asOf, lang)} (${stateWord(figure, lang)}, ${saidBy})`;
}

const sentence = (words: string): string =>
  `${words[0]!.toUpperCase()}${words.slice(1)}${/[.\u3002\u0964]$/.test(words) ? "" : "."}`;
