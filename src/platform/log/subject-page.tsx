/** `/log/subjects/:subject`: every entry about one thing, in the order in which they are read. */
import { kindWords, minuteOf, type Said } from "./history.ts";
import { wordsIn } from "./words.ts";

export function SubjectPage(props: {
  readonly history: readonly Said[];
  readonly lang: string;
  readonly to: (path: string) => string;
}) {
  const { history, lang, to } = props;
  const all = wordsIn(lang);
  const words = all.subject;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.about}</p>
        <div class="c8">
          <p class="meta">
            <a href={to("/log")}>{all.log.title}</a>
          </p>
        </div>
      </header>
      <ul class="lines">
        {history.map(({ id, kind, at, text }) => (
          <li>
            <span>
              {minuteOf(at, lang)}: <a href={to(`/log/records/${id}`)}>{kindWords(kind, all)}</a>
              {(text.is === "erased" || text.is === "idle") && ` (${words[text.is]})`}
            </span>
            <a href={`/log/proof/${id}.json`} aria-label={words.proofOf(kindWords(kind, all))}>
              {words.proof}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
