/** Agreeing with a code, without script: what is to be published, and the person's own yes. Rule T23. */
import type { Frame } from "../../../platform/web/frame.ts";
import { PassOn, Thanks } from "../../../platform/web/thanks.tsx";
import { Hint, Line, Tick } from "../../../platform/web/form-fields.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import { linked, listedWords } from "../../../platform/words/inline.tsx";
import type { ToAgree } from "../to-agree.ts";
import { wordsIn } from "../words.ts";

export interface CodeTyped {
  readonly code?: string;
  readonly problem?: string;
}

export const AGREE = "/agree";

/** The code is asked for. */
export function AgreeMain({ code = "", problem, lang, to }: CodeTyped & InLanguage): Html {
  const words = wordsIn(lang).agreeing;
  return (
    <>
      <PageHead title={words.title} stand={words.stand} />
      <form method="post" action={to(AGREE)}>
        <Problem problem={problem} />
        <Line name="code" required maxlength={20} typed={{ code }} problems={{}}>
          {words.code}
          <Hint>{words.codeHint}</Hint>
        </Line>
        <p class="acts field">
          <button type="submit">{words.show}</button>
        </p>
      </form>
    </>
  );
}

/** What is to be published is read, and agreed to. */
export function ReadMain({
  code = "",
  problem,
  what,
  lang,
  to,
}: CodeTyped & InLanguage & { readonly what: ToAgree }): Html {
  const all = wordsIn(lang);
  const words = all.agreeing;
  const { asked, name, title, paragraphs, language, digest, ends, isWritten } = what;
  const listed = (those: readonly string[]) => listedWords(those, all.lang, "unit");
  const facts = [
    ...(name === undefined ? [] : [[words.named, name] as const]),
    [words.uses, listed(asked.purposes.map((one) => all.purposeNames[one]))] as const,
    [words.where, listed(asked.channels.map((one) => all.channelNames[one]))] as const,
    [words.until, formatDay(asked.until, all.lang)] as const,
  ];
  return (
    <>
      <PageHead title={words.head} stand={isWritten ? words.headStand : words.unwritten} />
      {ends !== undefined && <p>{words.rest(formatDay(ends, all.lang))}</p>}
      <div class="prose" lang={language} dir="auto">
        {title !== undefined && <h2>{title}</h2>}
        {paragraphs.map((one) => (
          <p>{one}</p>
        ))}
      </div>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <form method="post" action={to(AGREE)}>
        <Problem problem={problem} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="seen" value={digest} />
        <Tick name="sure" typed={{}} problems={{}} required>
          {words.sure}
        </Tick>
        <p class="acts field">
          <button type="submit">{words.button}</button>
        </p>
      </form>
      <p>{linked(words.withdraw, to("/withdraw"))}</p>
    </>
  );
}

const Problem = ({ problem }: { readonly problem: string | undefined }): Html =>
  problem === undefined ? (
    <></>
  ) : (
    <p class="status" role="alert">
      {problem}
    </p>
  );

export function AgreedMain({ lang, frame }: Pick<InLanguage, "lang"> & { frame: Frame }): Html {
  const words = wordsIn(lang).agreeing;
  return (
    <>
      <Thanks title={words.done} next={words.doneStand} />
      <PassOn frame={frame} lang={lang} />
    </>
  );
}
