/** The places in which a photo stands, each with the way there. */
import type { Html } from "../../../../platform/web/route.ts";
import type { Standing } from "../standing.ts";
import type { PhotoWords } from "../words.ts";

export function Everywhere({
  words,
  standing: { uses, drafts, hasMore },
}: {
  readonly words: PhotoWords;
  readonly standing: Standing;
}): Html {
  if (uses.length + drafts.length === 0) return <p>{words.unused}</p>;
  return (
    <ul class="lines">
      {uses.map(({ path, title }) => (
        <li>{path === undefined ? <bdi>{title}</bdi> : <a href={path}>{title}</a>}</li>
      ))}
      {drafts.map(({ id, slug }) => (
        <li>
          <a href={`/desk/stories/${id}`}>{slug}</a> <small>{words.draft}</small>
        </li>
      ))}
      {hasMore && <li>{words.moreUses}</li>}
    </ul>
  );
}
