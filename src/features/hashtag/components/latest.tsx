/** The latest words about a topic, each in a few lines: the thread has the rest. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import {
  Card,
  commentPath,
  conversationWordsIn,
  Origin,
  type LatestComment,
} from "../../conversation/api.ts";
import type { HashtagWords } from "../words.ts";

const LENGTH = 240; // characters of each: three lines

export function Latest(props: {
  readonly latest: readonly LatestComment[];
  /** The address of the thread. */
  readonly thread: string;
  readonly words: HashtagWords;
}): Html {
  const { latest, thread, words } = props;
  const said = conversationWordsIn(words.lang);
  return (
    <ul class="talk">
      {latest.map(({ comment }) => {
        const { id, name, text, language, said: day } = comment;
        const short = shortened(text);
        const speech =
          language === undefined ? { dir: "auto" as const } : foreign(language, words.lang);
        return (
          <li>
            <p class="by">
              <b>
                <bdi>{name ?? said.somebody}</bdi>
              </b>{" "}
              <a href={commentPath({ thread }, id)}>
                <time datetime={day}>{formatDay(day, words.lang)}</time>
              </a>{" "}
              <Origin comment={comment} words={said} />
            </p>
            <p {...speech}>{short}</p>
            <Card comment={comment} />
          </li>
        );
      })}
    </ul>
  );
}

const A_LINE = 120; // characters

/** The last word about a topic in one line, on a page that leads there. */
export function LastWord(props: {
  readonly latest: LatestComment;
  /** Of what is around it. */
  readonly lang: string;
}): Html {
  const { latest, lang } = props;
  const { name, text, language } = latest.comment;
  const { somebody } = conversationWordsIn(lang);
  const speech = language === undefined ? { dir: "auto" as const } : foreign(language, lang);
  return (
    <small>
      <br />
      <bdi>{name ?? somebody}</bdi>: <q {...speech}>{shortened(text, A_LINE)}</q>
    </small>
  );
}

/** By whole words, in scripts with and without blanks; no character is cut in two. */
function shortened(text: string, most = LENGTH): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= most) return line;
  const cut = line
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const blank = cut.lastIndexOf(" ");
  return `${blank > most / 2 ? cut.slice(0, blank) : cut} …`;
}
