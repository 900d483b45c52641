/** After the press of "This helped me". Rule CO12. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { PassOn, Thanks } from "../../../platform/web/thanks.tsx";
import type { Thing } from "../things.ts";
import type { ConversationWords } from "../words.ts";

export function HelpedMain(props: {
  readonly words: ConversationWords;
  readonly back: string;
  /** Under which it was said. */
  readonly thing: Thing;
  readonly frame: Frame;
}): Html {
  const { words, back, thing, frame } = props;
  const { thanks, lang } = words;
  const { path, title } = thing;
  return (
    <>
      <Thanks title={thanks.title} next={thanks.text} />
      <p>
        <a class="more" href={back}>
          {thanks.back}
        </a>
      </p>
      <PassOn frame={frame} lang={lang} page={{ path, title, lang: thing.lang }} />
    </>
  );
}
