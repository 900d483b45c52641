/** `/log`: how we keep this honest, in plain words first, then what a verifier needs. */
import { filled, linked } from "../words/inline.tsx";
import { HowHonest } from "../web/honest.tsx";
import { formatNumber } from "../web/words.ts";
import type { LogCounts, LogHead } from "./reading.ts";
import { wordsIn } from "./words.ts";
import { PageHead, Section } from "../web/heads.tsx";

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
      <PageHead title={words.title} stand={words.about} />
      <Section id="now" title={words.today}>
        <dl class="facts">
          <dt>{words.entries}</dt>
          <dd>{formatNumber(head.size, lang)}</dd>
          <dt>{words.erased}</dt>
          <dd>{formatNumber(counts.erased, lang)}</dd>
          <dt>{words.name}</dt>
          <dd>{code(head.origin)}</dd>
        </dl>
        <p>{words.stays}</p>
      </Section>
      <HowHonest lang={lang} />
      <Section id="check" title={words.check}>
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
          <p>{words.verify}</p>
        </div>
      </Section>
    </>
  );
}

/** Written from left to right in every language. */
const code = (text: string) => <code dir="ltr">{text}</code>;
