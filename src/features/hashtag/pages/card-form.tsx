/** The form by which a page elsewhere is shown here, by a reader or by the desk: its words are typed, nothing of it is loaded. */
import { Choice, Hint, Line, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import { LanguageLine } from "../../../platform/web/language-field.tsx";
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { cardAbouts, MAX_QUOTE, type CardProblems, type TypedCard } from "../card.ts";
import type { HashtagWords } from "../words.ts";

interface CardFormProps {
  readonly frame: Frame;
  readonly typed: TypedCard;
  readonly problems?: CardProblems;
  readonly trouble?: string | undefined;
  readonly action: string;
  readonly send: string;
  /** What becomes of it. */
  readonly next: string;
  readonly words: HashtagWords;
}

export function CardForm(props: CardFormProps): Html {
  const { frame, typed, problems = {}, trouble, action, send, next, words } = props;
  const say = words.card;
  const field = { typed, problems };
  return (
    <>
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <form class="c7" method="post" action={action}>
        <input type="hidden" name="id" value={typed.id ?? ""} />
        <Line name="url" type="url" maxlength={2000} required {...field}>
          {say.url}
        </Line>
        <Line name="title" required {...field}>
          {say.title}
        </Line>
        <Line name="by" {...field}>
          {say.by}
          <Hint>{say.byHint}</Hint>
        </Line>
        <div class="field">
          <label for="text">
            {say.text}
            <Hint>{say.textHint}</Hint>
          </label>
          <Problem of="text" called={say.text} problems={problems} />
          <textarea id="text" name="text" rows={4} maxlength={MAX_QUOTE} required dir="auto">
            {typed.text ?? ""}
          </textarea>
        </div>
        <Choice
          name="about"
          options={cardAbouts(frame, words)}
          lang={words.lang}
          required
          {...field}
        >
          {say.about}
        </Choice>
        <LanguageLine name="language" lang={words.lang} own={frame.languages} {...field}>
          {say.language}
          <Hint>{say.languageHint}</Hint>
        </LanguageLine>
        <p class="acts field">
          <button type="submit">{send}</button>
          <span class="small">{next}</span>
        </p>
      </form>
    </>
  );
}

/** For readers: at an address of its own. */
export function ProposeMain(props: CardFormProps): Html {
  const { words } = props;
  return (
    <>
      <PageHead title={words.propose} stand={words.card.lead} />
      <CardForm {...props} />
    </>
  );
}
