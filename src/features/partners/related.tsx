/** Partners on a place's page. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { PartnerIndex } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { partnersOfPlace } from "./queries.ts";

export async function relatedPartners(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const partners = await partnersOfPlace(db, subject, lang);
  if (partners.length === 0) return undefined;
  return {
    uses: { projections: ["partners"] },
    html: (
      <Section id="partners-here" title={wordsIn(lang).here} mini>
        <PartnerIndex partners={partners} lang={lang} own={frame.own} to={toIn({ frame, lang })} />
      </Section>
    ),
  };
}
