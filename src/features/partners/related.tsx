/** Partners on a place's page. */
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
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
      <section aria-labelledby="partners-here">
        <h2 class="knot mini" id="partners-here">
          {wordsIn(lang).here}
        </h2>
        <PartnerIndex
          partners={partners}
          lang={lang}
          own={frame.own}
          to={(path) => pathIn(frame, lang, path)}
        />
      </section>
    ),
  };
}
