/** What came by SMS or radio is pasted: each line is taken, or told why not. Rule LW19. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { Hint, NothingSent, Said, Words } from "../../../platform/web/form-fields.tsx";
import type { Fields } from "../../../platform/web/handler.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { pasteLines, type Pasted } from "../sensors/paste.ts";
import { LINES } from "./path.ts";
import { Head, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

const MOST = 16_000; // characters: 200 lines of 80

export const showLines = (visit: DeskVisit): Reply => linesReply(visit, "", [], {});

/** Those that were not taken come back, to be put right. */
export const takeLines =
  (serving: Serving) =>
  async (visit: DeskVisit & Fields<"lines">): Promise<Reply> => {
    const { fields, lang } = visit;
    const words = wordsIn(lang);
    if (fields.lines.trim() === "") return linesReply(visit, "", [], { lines: words.wrong.lines });
    const pasted = await pasteLines(serving, fields.lines.slice(0, MOST), lang);
    const left = pasted.filter(({ isKept }) => !isKept).map(({ line }) => line);
    return linesReply(visit, left.join("\n"), pasted, {});
  };

function linesReply(
  visit: DeskVisit,
  lines: string,
  pasted: readonly Pasted[],
  problems: Readonly<Record<string, string>>,
): Reply {
  const words = wordsIn(visit.lang);
  const main = LinesMain({ visit, words, lines, pasted, problems });
  const kept = pasted.filter(({ isKept }) => isKept).length;
  const isWrong = kept < pasted.length || Object.keys(problems).length > 0;
  return {
    status: isWrong && kept === 0 ? 422 : 200,
    page: pageOf(visit, words.lines.title, main),
    noted: kept > 0 && { detail: String(kept) },
  };
}

function LinesMain(props: {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly lines: string;
  readonly pasted: readonly Pasted[];
  readonly problems: Readonly<Record<string, string>>;
}): Html {
  const { visit, words, lines, pasted, problems } = props;
  const { lines: w, lang } = words;
  const kept = pasted.filter(({ isKept }) => isKept).length;
  const wrong = pasted.length - kept;
  return (
    <>
      <Head visit={visit} here="lines" title={w.title} stand={w.lead} />
      <NothingSent heading={words.notDone} problems={problems} lang={lang} />
      {pasted.length > 0 && (
        <Said isWrong={wrong > 0}>
          {kept > 0 && <p>{w.kept(kept)}</p>}
          {wrong > 0 && <p>{w.wrong(wrong)}</p>}
        </Said>
      )}
      {pasted.length > 0 && (
        <Section id="became" title={w.became} mini>
          <ul class="lines">
            {pasted.map(({ line, isKept, words: why }) => (
              <li>
                <bdi dir="ltr">{line}</bdi>
                {isKept ? <small class="meta">{why}</small> : <strong>{why}</strong>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <form method="post" action={LINES}>
        <Words name="lines" rows={8} most={MOST} typed={{ lines }} problems={problems}>
          {w.field}
          <Hint>{w.hint}</Hint>
        </Words>
        <p class="acts">
          <button type="submit">{w.button}</button>
        </p>
      </form>
    </>
  );
}
