/** The status of a pledge as every page sets it: in ink, in the same place, in the same words (P13). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";

export interface Shown {
  readonly lang: string;
  /** The campaign's language, in which pledges are written; that of the page where it is not said. */
  readonly own?: string | undefined;
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
}

/** On the pledge's own page the sources that were searched follow; elsewhere a link leads to them. */
export function StatusLine(
  props: Shown & {
    readonly line: Pick<PledgeLine, "slug" | "status">;
    readonly isOwnPage?: boolean;
  },
): Html {
  const { line, lang, to } = props;
  const say = wordsIn(lang).status;
  const { status, slug } = line;
  if (!status) return <></>;
  const { words, searched, wanted } = status;
  return (
    <p class="status">
      {searched ? <Searched {...props} on={searched.on} /> : words}
      {wanted && (
        <>
          <br />
          <a href={to(sendPath(slug, "figure"))}>{say.send}</a>
        </>
      )}
    </p>
  );
}

function Searched({
  line: { slug },
  lang,
  isOwnPage,
  to,
  on,
}: Parameters<typeof StatusLine>[0] & { readonly on: string }) {
  const words = wordsIn(lang).status.notFoundIn.replace("{day}", formatDay(on, lang, "short"));
  return linked(words, `${isOwnPage ? "" : to(`/pledges/${slug}`)}#searched`);
}
