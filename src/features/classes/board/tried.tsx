/** What a row says of those who have nothing right yet, so that whoever tries is not taken for one who has not begun. */
import type { Html } from "../../../platform/web/route.ts";
import { triedOf } from "../standing.ts";
import type { Row } from "./board.ts";
import type { BoardWords } from "./words.ts";

export function Tried({
  row: { standing, last },
  words,
}: {
  readonly row: Pick<Row, "standing" | "last">;
  readonly words: BoardWords;
}): Html {
  const { tried, wrong } = triedOf(standing);
  if (tried > 0) return <Marked mark="◐">{`${words.tried(tried)} (${words.wrong(wrong)})`}</Marked>;
  if (last === undefined && standing.done === 0) return <Marked mark="○">{words.notBegun}</Marked>;
  return <></>;
}

const Marked = ({ mark, children }: { readonly mark: string; children?: unknown }): Html => (
  <p class="small">
    <span aria-hidden="true">{mark}</span> {children}
  </p>
);
