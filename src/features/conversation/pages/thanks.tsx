/** After the press of "This helped me". Rule CO12. */
import type { Html } from "../../../platform/web/route.ts";
import type { ConversationWords } from "../words.ts";

export function Thanks(props: { readonly words: ConversationWords; readonly back: string }): Html {
  const { thanks } = props.words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{thanks.title}</h1>
        <p class="stand c8">{thanks.text}</p>
      </header>
      <p>
        <a class="more" href={props.back}>
          {thanks.back}
        </a>
      </p>
    </>
  );
}
