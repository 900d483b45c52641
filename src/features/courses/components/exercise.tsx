/** An exercise as a form: what is asked, where it is answered, and what is said to the answer. */
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { aroundGaps, gapsOf, type Exercise } from "../exercises/form.ts";
import { shuffled } from "../exercises/answer.ts";
import { verdictOf, type Judged } from "../exercises/judge.ts";
import { sealed } from "../exercises/sealing.ts";
import type { CourseWords } from "../words.ts";

/** What somebody answered, and how it was judged; undefined where it was none. */
export interface Tried {
  readonly id: string;
  readonly values: (name: string) => readonly string[];
  readonly judged: Judged | undefined;
}

interface Props {
  readonly exercise: Exercise;
  /** Where its form is sent. */
  readonly action: string;
  /** Where answers are kept: the form is posted, with these fields beside the answer. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What stands below the verdict. */
  readonly below?: unknown;
  readonly words: CourseWords;
  /** Of the lesson. */
  readonly lang: string;
  readonly tried?: Tried | undefined;
}

export function ExerciseForm(props: Props): Html {
  const { exercise, action, kept, words, lang, tried } = props;
  const { id } = exercise;
  if (exercise.sort === "task") return <Task {...props} />;
  return (
    <form
      class="exercise"
      id={id}
      method={kept ? "post" : "get"}
      action={`${action}#${id}`}
      autocomplete={kept && "off"}
      data-exercise={JSON.stringify(sealed(exercise))}
    >
      {Object.entries(kept ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="exercise" value={id} />
      <fieldset>
        <legend lang={lang}>
          {exercise.sort === "gap" ? words.yourAnswer : questionOf(exercise)}
        </legend>
        <Fields {...props} />
      </fieldset>
      <p class="acts">
        <button class="quiet">{words.check}</button>
      </p>
      <div class="verdict" role="status" lang={lang} data-later="is-right b">
        {tried && <Verdict {...props} tried={tried} />}
      </div>
      {props.below}
    </form>
  );
}

const questionOf = (one: Exercise): string => (one as unknown as Record<string, string>)[one.sort]!;

function Task({ exercise, words, lang, below }: Props): Html {
  if (exercise.sort !== "task") return <></>;
  return (
    <div class="exercise" id={exercise.id}>
      <div lang={lang}>
        <Markdown text={exercise.task} lang={lang} />
      </div>
      <p class="small">
        {words.shown} <span lang={lang}>{exercise.shown}</span> {words.shownBy}
      </p>
      {below}
    </div>
  );
}

function Fields({ exercise, words, lang, tried }: Props): Html {
  const values = tried?.values ?? (() => []);
  switch (exercise.sort) {
    case "choice":
    case "several": {
      const type = exercise.sort === "choice" ? "radio" : "checkbox";
      return (
        <>
          {shuffled(exercise.id, exercise.answers.length).map((n, at) => (
            <div>
              <label class="tick">
                <input type={type} name="o" value={at} checked={values("o").includes(String(at))} />
                <span lang={lang}>{exercise.answers[n]!.text}</span>
              </label>
            </div>
          ))}
        </>
      );
    }
    case "gap":
      return <Gaps text={exercise.gap} words={words} lang={lang} values={values("a")} />;
    case "number":
      return (
        <p>
          <input
            class="brief"
            name="a"
            inputmode="decimal"
            maxlength={40}
            autocomplete="off"
            aria-label={words.yourAnswer}
            value={values("a")[0] ?? ""}
          />{" "}
          <span lang={lang}>{exercise.unit}</span>
        </p>
      );
    case "order":
      return (
        <>
          <p class="hint">{words.first}</p>
          {shuffled(exercise.id, exercise.items.length).map((n, at) => (
            <div>
              <label>
                <span lang={lang}>{exercise.items[n]}</span>{" "}
                <Numbered
                  name={`o${at}`}
                  of={exercise.items}
                  {...{ words, lang, values }}
                  isNumber
                />
              </label>
            </div>
          ))}
        </>
      );
    case "match":
      return (
        <>
          {exercise.pairs.map(({ of }, n) => (
            <div>
              <label>
                <span lang={lang}>{of}</span>{" "}
                <Numbered
                  name={`o${n}`}
                  of={exercise.pairs.map(({ is }) => is)}
                  order={shuffled(exercise.id, exercise.pairs.length)}
                  {...{ words, lang, values }}
                />
              </label>
            </div>
          ))}
        </>
      );
    case "cards":
      return <Cards {...{ sides: exercise.sides, words, lang, values }} />;
    default:
      return <></>;
  }
}

function Cards(props: {
  readonly sides: readonly { readonly front: string; readonly back: string }[];
  readonly words: CourseWords;
  readonly lang: string;
  readonly values: (name: string) => readonly string[];
}): Html {
  const { sides, words, lang, values } = props;
  return (
    <>
      {sides.map(({ front, back }, n) => (
        <div class="card">
          <details>
            <summary>
              <b lang={lang}>{front}</b> <span class="small">{words.turn}</span>
            </summary>
            <p lang={lang}>{back}</p>
          </details>
          <label class="tick">
            <input type="checkbox" name="a" value={n} checked={values("a").includes(String(n))} />
            {words.known}
          </label>
        </div>
      ))}
    </>
  );
}

function Numbered(props: {
  readonly name: string;
  readonly of: readonly string[];
  readonly order?: readonly number[];
  readonly isNumber?: boolean;
  readonly words: CourseWords;
  readonly lang: string;
  readonly values: (name: string) => readonly string[];
}): Html {
  const { name, of, words, lang, values, isNumber } = props;
  const { order = of.map((_, i) => i) } = props;
  const [now = ""] = values(name);
  return (
    <select name={name}>
      <option value="">{words.choose}</option>
      {order.map((n, at) => (
        <option value={at} selected={now === String(at)} {...(!isNumber && { lang })}>
          {isNumber ? words.place(n + 1) : of[n]}
        </option>
      ))}
    </select>
  );
}

function Gaps(props: {
  readonly text: string;
  readonly words: CourseWords;
  readonly lang: string;
  readonly values: readonly string[];
}): Html {
  const { text, words, lang, values } = props;
  const gaps = gapsOf(text);
  return (
    <p class="gaps" lang={lang}>
      {aroundGaps(text).map((piece, i) => (
        <>
          {piece}
          {i < gaps.length && (
            <input
              class="brief"
              name="a"
              maxlength={100}
              autocomplete="off"
              aria-label={words.gap(i + 1)}
              value={values[i] ?? ""}
            />
          )}
        </>
      ))}
    </p>
  );
}

function Verdict({ exercise, words, tried }: Props & { readonly tried: Tried }): Html {
  const { first, more } = verdictOf(exercise, tried.judged, words);
  return (
    <p class={tried.judged?.isRight ? "is-right" : "is-not"}>
      <b>{first}</b>
      {more !== undefined && ` ${more}`}
    </p>
  );
}
