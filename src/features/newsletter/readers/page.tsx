/** Subscribers at the desk: in and out as tables, for owners. */
import { NothingSent, Problem, Said } from "../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Why } from "./reading.ts";
import type { ReadersWords } from "./words.ts";

/** What became of a file. */
export interface Came {
  readonly taken: number;
  readonly back: number;
  readonly known: number;
  readonly stopped: number;
  readonly full: number;
  readonly wrong: readonly { readonly line: number; readonly why: Why }[];
}
const SHOWN = 20; // rows that stay out; more are counted

export function ReadersMain(props: {
  readonly words: ReadersWords;
  readonly lang: string;
  readonly active: number;
  readonly waiting: number;
  readonly mails: boolean;
  readonly came?: Came | undefined;
  readonly problem?: string | undefined;
}): Html {
  const { words, lang, active, waiting, mails, came, problem } = props;
  const problems = problem === undefined ? {} : { file: problem };
  return (
    <>
      <PlainHead title={words.title} stand={words.lead} />
      {came && <Report words={words} came={came} />}
      <NothingSent heading={words.nothing} problems={problems} lang={lang} />
      <p>{words.numbers(active)}</p>
      <Section id="in" title={words.in} mini>
        {!mails && <p class="aside">{words.noServer}</p>}
        {[words.inWhat, words.proof, words.pace, words.own].map((line) => (
          <p>{line}</p>
        ))}
        <form method="post" action="/desk/subscribers/import" enctype="multipart/form-data">
          <div class="field">
            <label for="file">{words.file}</label>
            <Problem of="file" called={words.file} problems={problems} />
            <input
              id="file"
              name="file"
              type="file"
              accept=".csv,text/csv"
              required
              aria-invalid={problem === undefined ? undefined : "true"}
              aria-describedby={problem === undefined ? undefined : "file-problem"}
            />
          </div>
          <p class="acts">
            <button type="submit">{words.send}</button>
          </p>
        </form>
        {waiting > 0 && (
          <form method="post" action="/desk/subscribers/forget">
            <p class="acts">
              <span>{words.waiting(waiting)}</span>
              <button type="submit" class="quiet">
                {words.forget}
              </button>
            </p>
          </form>
        )}
      </Section>
      <Section id="out" title={words.out} mini>
        <p>{words.outWhat}</p>
        <p class="acts">
          <a class="button" href="/desk/subscribers/subscribers.csv">
            {words.take}
          </a>
        </p>
      </Section>
    </>
  );
}

function Report({ words, came }: { readonly words: ReadersWords; readonly came: Came }): Html {
  const { wrong } = came;
  const lines = (["taken", "back", "known", "stopped", "full"] as const).filter(
    (one) => came[one] > 0,
  );
  return (
    <Said isWrong={lines.length === 0 || came.full > 0}>
      {lines.map((one) => (
        <p>{words[one](came[one])}</p>
      ))}
      {wrong.length > 0 && (
        <>
          <p>{words.wrong(wrong.length)}</p>
          <ul>
            {wrong.slice(0, SHOWN).map(({ line, why }) => (
              <li>{words.wrongLine(String(line), words.whys[why])}</li>
            ))}
            {wrong.length > SHOWN && <li>{words.more(wrong.length - SHOWN)}</li>}
          </ul>
        </>
      )}
    </Said>
  );
}
