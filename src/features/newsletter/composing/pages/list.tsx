/** The list of newsletters at the desk. */
import { PlainHead } from "../../../../platform/web/heads.tsx";
import { Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { DraftRow } from "../../private/drafts.ts";
import type { NewsletterWords } from "../words.ts";

export function NewslettersDesk({
  words: { desk: words },
  rows,
  full,
}: {
  readonly words: NewsletterWords;
  readonly rows: readonly (DraftRow & { readonly title: string })[];
  readonly full: boolean;
}): Html {
  return (
    <>
      <PlainHead title={words.title} stand={words.lead} />
      {full && <Said isWrong>{words.full}</Said>}
      <form method="post" action="/desk/newsletters">
        <p class="acts">
          <button type="submit">{words.make}</button>
        </p>
      </form>
      {rows.length === 0 ? (
        <p class="wanted">{words.none}</p>
      ) : (
        <ul class="lines">
          {rows.map(({ id, title, state, due }) => (
            <li>
              <a href={`/desk/newsletters/${id}`} dir="auto">
                {title === "" ? words.untitled : title}
              </a>
              <small>
                {due === null
                  ? words.states[state]
                  : words.atTime(words.states[state], timeIn(due))}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** `2026-12-05 18:30`, in UTC. */
export const timeIn = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replace("T", " ");
