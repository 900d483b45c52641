/** The numbered list of sources to which the raised numbers in a text lead. */
import { unmarked } from "../words/fallback.ts";
import { safeLink } from "./links.ts";
import type { Html } from "./route.ts";
import { directionOf, formatDay } from "./words.ts";

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string | undefined;
  /** A day, a month or a year. */
  readonly date?: string | undefined;
  readonly note?: string | undefined;
  readonly facts?: readonly string[] | undefined;
}

/** `first` is the number of the first source, where one page carries several lists. */
export function Sources(props: {
  readonly sources: readonly Source[];
  readonly lang: string;
  readonly first?: number;
}): Html {
  const first = props.first ?? 1;
  return (
    <ol class="notes" start={first === 1 ? undefined : first}>
      {props.sources.map((source, i) => (
        <li id={`s${first + i}`}>
          <SourceLink source={source} lang={props.lang} />
          {source.note && ` ${sentence(source.note)}`}
        </li>
      ))}
    </ol>
  );
}

/** A source in one line: its linked title, its publisher, its date. */
export function SourceLink({
  source,
  lang,
}: {
  readonly source: Source;
  readonly lang: string;
}): Html {
  const href = safeLink(source.url);
  const said = [
    source.publisher && named(source.publisher, lang),
    source.date && formatDay(source.date, lang),
  ].filter(Boolean);
  return (
    <>
      {href ? <a href={href}>{source.title}</a> : source.title}
      {said.length > 0 ? `. ${sentence(said.join(", "))}` : "."}
    </>
  );
}

/** On a page from right to left a name is apart from what stands around it: `1 World Connected` keeps its order. */
const named = (name: string, lang: string): string =>
  directionOf(lang) === "rtl" ? `\u2068${name}\u2069` : name;

const sentence = (text: string): string =>
  /[.!?\u2026]$/.test(unmarked(text)) ? text : `${text}.`;
