/** Below what people say: how we talk, the numbers, and that a thread takes less just now. */
import type { Html } from "../../../platform/web/route.ts";
import { linked } from "../../../platform/words/inline.tsx";
import type { ConversationWords } from "../words.ts";

export function Foot(props: {
  readonly words: ConversationWords;
  readonly to: (path: string) => string;
}): Html {
  const { words, to } = props;
  return (
    <p class="small">
      {linked(words.foot, to("/conversation/rules"), to("/conversation/numbers"))}
    </p>
  );
}
