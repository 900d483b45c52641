/** What is still missing, for whoever sent a story and for the desk. Rule T33. */
import type { Html } from "../../../platform/web/route.ts";
import { lackingIn, type Told } from "../lacking.ts";
import type { TellWords } from "../words.ts";

export function Lacking({ told, words }: { readonly told: Told; readonly words: TellWords }): Html {
  const lines = lackingIn(told, words);
  if (lines.length === 0) return <></>;
  return (
    <>
      <h3 class="mini">{words.lacking.title}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
