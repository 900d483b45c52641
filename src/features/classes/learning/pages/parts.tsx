/** What the pages of a learner share. */
import { languageName } from "../../../../platform/web/words.ts";
import { pathIn, type Frame as Site } from "../../../../platform/web/frame.ts";
import type { Html } from "../../../../platform/web/route.ts";
import { foreign } from "../../../../platform/words/inline.tsx";
import { Picture, pictureWord } from "../../pictures.tsx";
import { sendKey } from "../../secrets.ts";
import type { Seat } from "../seat.ts";
import type { LearnWords } from "../words.ts";

export interface Props {
  readonly words: LearnWords;
  /** A path of the site in the language of the page. */
  readonly to: (path: string) => string;
}

/** Around every page: what its script knows, and how many answers still wait on this device. */
export function Frame(props: Props & { readonly seat?: Seat | undefined; children: Html }): Html {
  const { words, to, seat, children } = props;
  const { waits, noLink, goneAway, notKept, notTaken } = words;
  const about = {
    to: to("/class/answers"),
    done: to("/class/done"),
    words: { waits, noLink, goneAway, notKept, notTaken },
    ...(seat && {
      me: {
        learner: seat.learner.id,
        room: seat.room.id,
        send: sendKey(seat.room, seat.learner.id),
        lang: words.lang,
      },
    }),
  };
  return (
    <div id="class" class="lessons-here" data-class={JSON.stringify(about)}>
      <p class="status" id="waits" role="status" hidden></p>
      <p class="status" id="link" role="status" hidden></p>
      {children}
    </div>
  );
}

/** The picture that stands on the card: who reads little sees whose page it is. */
export const WithPicture = ({
  words,
  learner: { picture },
}: Pick<Props, "words"> & Pick<Seat, "learner">): Html => (
  <p>
    <Picture n={picture} /> <span class="small">{pictureWord(picture, words.lang)}</span>
  </p>
);

export function DoneForm(props: Props & { readonly seat: Seat; readonly hint?: true }): Html {
  const { words, to, seat, hint } = props;
  return (
    <form method="post" action={to("/class/done")} class="done">
      <input type="hidden" name="learner" value={seat.learner.id} />
      <p class="acts">
        <button class="quiet">{words.done}</button>
        {hint && <span class="small">{words.doneHint}</span>}
      </p>
    </form>
  );
}

/** The same page in the site's other languages; whoever chooses one stays in it. */
export function Tongues(props: {
  readonly words: LearnWords;
  readonly frame: Site;
  readonly lang: string;
  readonly path: string;
}): Html {
  const { words, frame, lang, path } = props;
  const others = frame.languages.filter((one) => one !== lang);
  if (others.length === 0) return <></>;
  return (
    <nav aria-label={words.languages}>
      <p class="acts">
        {others.map((one) => (
          <a
            class="button quiet"
            href={pathIn(frame, one, path)}
            hreflang={one}
            {...foreign(one, words.lang)}
          >
            {languageName(one)}
          </a>
        ))}
      </p>
    </nav>
  );
}
