/** What is asked and offered, on a place's page. Rule O11. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { OpportunityIndex } from "./pages/list.tsx";
import { opportunitiesAt } from "./queries.ts";
import { wordsIn } from "./words.ts";

export async function relatedOpportunities(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const words = wordsIn(lang);
  const cards = await opportunitiesAt(db, subject, words.lang);
  if (cards.length === 0) return undefined;
  return {
    uses: { projections: ["opportunities"] },
    html: (
      <Section id="asked-here" title={words.list.here} mini>
        <OpportunityIndex
          cards={cards}
          words={words}
          own={frame.language}
          to={toIn({ frame, lang })}
        />
      </Section>
    ),
  };
}
