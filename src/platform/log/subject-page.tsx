/** `/log/subjects/:subject`: every entry about one thing, in the order in which they are read. */
import { kindWords, minuteOf, type Said } from "./history.ts";

const WORDS: Readonly<Record<Said["text"]["is"], string>> = {
  here: "",
  personal: "",
  erased: " (text withdrawn)",
  idle: " (shows nothing)",
};

export function SubjectPage({
  history,
  to,
}: {
  readonly history: readonly Said[];
  readonly to: (path: string) => string;
}) {
  return (
    <>
      <header class="row head">
        <h1 class="c10">Every entry about this</h1>
        <p class="stand c8">Signed and dated, oldest first. Each opens its text and its proof.</p>
        <div class="c8">
          <p class="meta">
            <a href={to("/log")}>How we keep this honest</a>
          </p>
        </div>
      </header>
      <ul class="lines">
        {history.map(({ id, kind, at, text }) => (
          <li>
            <span>
              {minuteOf(at)}: <a href={to(`/log/records/${id}`)}>{kindWords(kind)}</a>
              {WORDS[text.is]}
            </span>
            <a href={`/log/proof/${id}.json`} aria-label={`Proof of: ${kindWords(kind)}`}>
              proof
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
