/** After the press of "This helped me". Rule CO12. */
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { ConversationWords } from "../words.ts";

export function Thanks(props: { readonly words: ConversationWords; readonly back: string }): Html {
  const { thanks } = props.words;
  return (
    <>
      <PageHead title={thanks.title} stand={thanks.text} />
      <p>
        <a class="more" href={props.back}>
          {thanks.back}
        </a>
      </p>
    </>
  );
}
