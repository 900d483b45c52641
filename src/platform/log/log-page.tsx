/** `/log`: how we keep this honest, in plain words first, then what a verifier needs. */
import { filled, linked } from "../words/inline.tsx";
import { HowHonest } from "../web/honest.tsx";
import { formatNumber } from "../web/words.ts";
import type { LogCounts, LogHead } from "./reading.ts";
import { wordsIn } from "./words.ts";

export function LogPage(props: {
  readonly head: LogHead;
  readonly counts: LogCounts;
  readonly base: string;
  readonly lang: string;
}) {
  const { head, counts, base, lang } = props;
  const words = wordsIn(lang).log;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.about}</p>
      </header>
      <section aria-labelledby="now">
        <h2 class="knot" id="now">
          {words.today}
        </h2>
        <dl class="facts">
          <dt>{words.entries}</dt>
          <dd>{formatNumber(head.size, lang)}</dd>
          <dt>{words.erased}</dt>
          <dd>{formatNumber(counts.erased, lang)}</dd>
          <dt>{words.name}</dt>
          <dd>{code(head.origin)}</dd>
        </dl>
        <p>{words.stays}</p>
      </section>
      <HowHonest lang={lang} />
      <section aria-labelledby="check">
        <h2 class="knot" id="check">
          {words.check}
        </h2>
        <div class="prose">
          <p>{linked(words.keep, "/log/checkpoint", "/log/vkey")}</p>
          <p>
            {filled(words.form, {
              entries: code(`${base}/log/tile/entries/…`),
              hashes: code(`${base}/log/tile/…`),
              texts: code(`${base}/log/body/…`),
              reader: code("golang.org/x/mod/sumdb"),
            })}
          </p>
          <p>
            {filled(words.pages, {
              page: code(`${base}/log/records/…`),
              proof: code(`${base}/log/proof/….json`),
            })}
          </p>
          <p>{filled(words.verify, { command: code("cnd verify") })}</p>
        </div>
      </section>
    </>
  );
}

/** Written from left to right in every language. */
const code = (text: string) => <code dir="ltr">{text}</code>;
