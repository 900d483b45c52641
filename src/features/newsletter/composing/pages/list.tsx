/** The list of newsletters at the desk. */
import { shownAt } from "../../../../engines/calendar/zone.ts";
import { PlainHead } from "../../../../platform/web/heads.tsx";
import { Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { DraftRow } from "../../private/drafts.ts";
import type { NewsletterWords } from "../words.ts";

export function NewslettersDesk({
  words: { desk: words },
  rows,
  full,
  zone,
}: {
  readonly words: NewsletterWords;
  readonly rows: readonly (DraftRow & { readonly title: string })[];
  readonly full: boolean;
  /** Of the campaign’s clocks. */
  readonly zone: string;
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
                  : words.stateAt(words.states[state], shownAt(due, zone), nameOf(zone))}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** `2026-12-05 18:30`, in UTC. */
/** Of a zone, as people read it. */
export const nameOf = (zone: string): string => zone.replaceAll("_", " ");
