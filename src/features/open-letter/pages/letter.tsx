/** The open letter, the way to sign it, and who has. Rules OL1 and OL7. */
import { Line } from "../../../platform/web/form-fields.tsx";
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { WrittenPage, type FreePage } from "../../campaign/api.ts";
import { LETTER_FEED, LETTER_TABLE } from "../paths.ts";
import type { LetterCounts, NamesPage } from "../queries.ts";
import type { LetterWords } from "../words.ts";
import { Names } from "./names.tsx";

interface LetterProps {
  readonly letter: FreePage;
  readonly letterLang: string;
  /** The language of the address. */
  readonly lang: string;
  readonly behind: boolean | undefined;
  readonly counts: LetterCounts;
  readonly names: NamesPage;
  readonly page: number;
  readonly frame: Frame;
  readonly words: LetterWords;
  readonly to: (path: string) => string;
}

export function LetterMain(props: LetterProps): Html {
  const { letter, letterLang, behind, counts, page, words, to } = props;
  return (
    <>
      <WrittenPage
        page={letter}
        lang={letterLang}
        around={words.lang}
        asked={props.lang}
        behind={behind}
        to={to}
        beside={
          <p class="acts">
            <a class="button" href={to("/letter/sign")}>
              {words.share}
            </a>
            <span class="small">
              {counts.total === 0 ? words.nobody : words.signed(counts.total)}
            </span>
          </p>
        }
      />
      {counts.total > 0 && (
        <Section id="who" title={words.who}>
          <p>{words.selfReported}</p>
          {counts.byHand > 0 && <p>{words.byHand(counts.byHand)}</p>}
          {counts.total > counts.named && <p>{words.unread(counts.total - counts.named)}</p>}
          {page === 1 && <Numbers {...props} />}
          <NamesAndWays {...props} />
        </Section>
      )}
    </>
  );
}

function Numbers({ counts, words }: LetterProps) {
  return (
    <div class="row">
      <div class="c4">
        <h3>{words.byKind}</h3>
        <ul class="lines">
          {counts.kinds.map(([kind, n]) => (
            <li>
              <span>{words.kinds[kind]}</span> <b>{formatNumber(n, words.lang)}</b>
            </li>
          ))}
        </ul>
      </div>
      {counts.countries.length > 0 && (
        <div class="c4">
          <h3>{words.byCountry}</h3>
          <ul class="lines">
            {counts.countries.map(([code, n]) => (
              <li>
                <span>{countryName(code, words.lang)}</span> <b>{formatNumber(n, words.lang)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function NamesAndWays(props: LetterProps) {
  const { names, words, to } = props;
  if (names.total === 0) return <></>;
  return (
    <>
      <h3 id="names">{words.names}</h3>
      <Find {...props} find="" />
      <Names names={names.names} words={words} />
      <Pages {...props} at={(n) => to(n === 1 ? "/letter" : `/letter?page=${n}`)} />
      <p class="chips">
        <a href={to(LETTER_FEED)}>{words.feed}</a>
        <a href={LETTER_TABLE}>{words.table}</a>
      </p>
    </>
  );
}

function Pages({
  names,
  page,
  words,
  at,
}: Pick<LetterProps, "names" | "page" | "words"> & { readonly at: (page: number) => string }) {
  if (names.pages === 1) return <></>;
  return (
    <nav class="chips" aria-label={words.pages}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {words.newer}
        </a>
      )}
      <span aria-current="page">{words.pageOf(page, names.pages)}</span>
      {page < names.pages && (
        <a href={at(page + 1)} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
}

function Find(props: Pick<LetterProps, "words" | "to"> & { readonly find: string }) {
  const { words, to, find } = props;
  return (
    <form class="find" action={to("/letter/find")}>
      <Line name="name" maxlength={100} typed={{ name: find }} problems={{}}>
        {words.find}
      </Line>
      <p class="acts">
        <button class="quiet" type="submit">
          {words.findButton}
        </button>
      </p>
    </form>
  );
}

/** What was found of the names. */
export function FoundMain(
  props: Pick<LetterProps, "names" | "page" | "words" | "to"> & {
    readonly find: string;
    readonly title: string;
  },
): Html {
  const { names, words, to, find, title } = props;
  const at = (n: number) => to(`/letter/find?name=${encodeURIComponent(find)}&page=${n}`);
  return (
    <>
      <header class="row head">
        <h1 class="c10">{title}</h1>
        {find !== "" && <p class="stand c8">{words.found(names.total)}</p>}
      </header>
      <Find words={words} to={to} find={find} />
      {find !== "" && <Names names={names.names} words={words} />}
      {find !== "" && <Pages {...props} at={at} />}
      <p>
        <a class="more" href={to("/letter")}>
          {words.all}
        </a>
      </p>
    </>
  );
}
