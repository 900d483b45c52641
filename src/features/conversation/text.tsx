/** The words of a comment as they are shown: plain text, its paragraphs, and the addresses in it as links. Rules PX7 and PX8 of plaintext. */
import { partsOf } from "../../engines/plaintext/address.ts";
import type { Html } from "../../platform/web/route.ts";

export function Said({ text }: { readonly text: string }): Html {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph.split("\n").map((one, i) => [i > 0 && <br />, ...withLinks(one)])}</p>
      ))}
    </>
  );
}

/** Nothing that people wrote is followed by a search engine, and no page there learns where its reader came from. */
function withLinks(text: string): unknown[] {
  return partsOf(text).map(({ text: words, address }) =>
    address ? (
      <a
        href={address.href}
        rel="nofollow ugc noreferrer"
        dir="ltr"
        title={address.shown === words ? undefined : address.href}
      >
        {address.shown}
      </a>
    ) : (
      words
    ),
  );
}
