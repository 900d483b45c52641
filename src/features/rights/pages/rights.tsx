/** The page of everybody's rights, and the form by which one is asked for. */
import { Choice, Hint, Line, NothingSent, Words } from "../../../platform/web/form-fields.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { filled, linked } from "../../../platform/words/inline.tsx";
import { FOR, MAX_LINE, MAX_WORDS, type Typed } from "../asked.ts";
import { RIGHTS } from "../private.ts";
import type { Answerable } from "../answerable.ts";
import type { RightsWords } from "../words.ts";

interface Props {
  readonly words: RightsWords;
  readonly to: (path: string) => string;
  readonly answerable: Answerable;
}

export function RightsMain({ words, to, answerable }: Props): Html {
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      <dl class="facts">
        {RIGHTS.map((right) => (
          <>
            <dt>
              <a href={to(`/rights/ask?for=${right}`)}>{words.rights[right].name}</a>
            </dt>
            <dd>{words.rights[right].does}</dd>
          </>
        ))}
      </dl>
      <p>{linked(words.code, to("/withdraw"))}</p>
      <Answers words={words} answerable={answerable} />
    </>
  );
}

/** Who answers and by when, and where else somebody can complain. */
export function Answers({ words, answerable }: Omit<Props, "to">): Html {
  const { who, days, authority } = answerable;
  const named = authority && (
    <a href={authority.url} dir="auto">
      {authority.name}
    </a>
  );
  return (
    <>
      <p>{who === undefined ? words.nobody(days) : words.answers(days, who)}</p>
      <p>{named ? filled(words.authority, { authority: named }) : words.anyAuthority}</p>
    </>
  );
}

export function AskMain(
  props: Props & {
    /** A mail server is named. */
    readonly isMailing: boolean;
    readonly lang: string;
    readonly typed: Typed;
    readonly problems?: Readonly<Partial<Record<string, string>>>;
    readonly trouble?: string;
  },
): Html {
  const { words, to, answerable, isMailing, lang, typed, problems = {}, trouble } = props;
  const { form: w } = words;
  const field = { typed, problems };
  const right = RIGHTS.find((one) => one === typed.what);
  return (
    <>
      <PageHead
        title={right ? words.rights[right].name : words.title}
        stand={right ? words.rights[right].does : words.lead}
      />
      <NothingSent problems={problems} trouble={trouble} lang={lang} />
      <form class="c7" method="post" action={to("/rights/ask")}>
        <p>{w.lead}</p>
        <input type="hidden" name="id" value={typed.id ?? ""} />
        <Choice
          {...field}
          name="what"
          lang={words.lang}
          options={RIGHTS.map((one) => [one, words.rights[one].name] as const)}
          required
        >
          {w.what}
        </Choice>
        <Choice
          {...field}
          name="as"
          lang={words.lang}
          options={FOR.map((one) => [one, w.for[one]] as const)}
          required
        >
          {w.as}
        </Choice>
        <Line {...field} name="name" autocomplete="name" maxlength={MAX_LINE}>
          {w.name}
          <Hint>{w.nameHint}</Hint>
        </Line>
        <Line {...field} name="place" maxlength={MAX_LINE}>
          {w.place}
          <Hint>{w.placeHint}</Hint>
        </Line>
        <Words {...field} name="words" rows={4} most={MAX_WORDS} optional>
          {w.words}
          <Hint>{w.wordsHint}</Hint>
        </Words>
        <Line {...field} name="contact" maxlength={MAX_LINE}>
          {w.contact}
          <Hint>
            {w.contactHint}
            {isMailing && ` ${w.contactMail}`}
          </Hint>
        </Line>
        <p class="acts">
          <button type="submit">{w.send}</button>
        </p>
      </form>
      <Answers words={words} answerable={answerable} />
    </>
  );
}
