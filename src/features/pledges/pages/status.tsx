/** The status of a pledge as every page sets it: in ink, in the same place, in the same words (P13). */
import type { Html } from "../../../platform/web/route.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";

export interface Shown {
  readonly lang: string;
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
}

/** On the pledge's own page the sources that were searched follow; elsewhere a link leads to them. */
export function StatusLine(
  props: Shown & { readonly line: Pick<PledgeLine, "slug" | "status">; readonly own?: boolean },
): Html {
  const { line, own, to } = props;
  const { status, slug } = line;
  if (!status) return <></>;
  const { words, searched, wanted } = status;
  return (
    <p class="status">
      {searched ? words.slice(0, -1) : words}
      {searched && (
        <>
          , <a href={`${own ? "" : to(`/pledges/${slug}`)}#searched`}>sources</a>)
        </>
      )}
      {wanted && (
        <>
          <br />
          <a href={to(sendPath(slug, "figure"))}>Have the figure? Send it</a>
        </>
      )}
    </p>
  );
}
