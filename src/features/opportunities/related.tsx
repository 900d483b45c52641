/** What is asked and offered, on a place's page. Rule O11. */
import { pathIn } from "../../platform/web/frame.ts";
import { foreign } from "../../platform/words/inline.tsx";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { OpportunityIndex } from "./pages/list.tsx";
import { opportunitiesAt } from "./queries.ts";

export async function relatedOpportunities(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const cards = await opportunitiesAt(db, subject, "en");
  if (cards.length === 0) return undefined;
  return {
    uses: { projections: ["opportunities"] },
    html: (
      <section aria-labelledby="asked-here" {...foreign("en", lang)}>
        <h2 class="knot mini" id="asked-here">
          Asked and offered here
        </h2>
        <OpportunityIndex cards={cards} lang="en" to={(path) => pathIn(frame, lang, path)} />
      </section>
    ),
  };
}
