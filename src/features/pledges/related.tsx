/** Pledges on a partner's page: those it made or joined. Rule P18. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { PledgeLedger } from "./pages/ledger.tsx";
import { wordsIn } from "./words.ts";
import { pledgesOfPartner } from "./queries.ts";

export async function relatedPledges(
  { db, frame, lang, today }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { pledges, series, until } = await pledgesOfPartner(db, subject, today, lang);
  const lines = [...pledges, ...series];
  if (lines.length === 0) return undefined;
  return {
    uses: { projections: ["pledges", "partners", "addresses"] },
    ...(until !== undefined && { until }),
    html: (
      <Section id="pledges-here" title={wordsIn(lang).list.title} mini>
        <PledgeLedger lines={lines} lang={lang} own={frame.own} to={toIn({ frame, lang })} />
      </Section>
    ),
  };
}
