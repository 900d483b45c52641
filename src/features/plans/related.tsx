/** Plans on the page of a place that they name. Rule PN15. */
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { PlanIndex } from "./list.tsx";
import { plansAbout } from "./queries.ts";
import { wordsIn } from "./words.ts";

export async function relatedPlans(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const plans = await plansAbout(db, subject, frame.language);
  if (plans.length === 0) return undefined;
  const words = wordsIn(lang);
  const to = (path: string) => pathIn(frame, lang, path);
  return {
    uses: { projections: ["plans"] },
    html: (
      <Section id="plans-here" title={words.here} mini>
        <PlanIndex plans={plans} words={words} own={frame.own} to={to} />
        <p class="chips">
          {plans.flatMap(({ slug, plan }) =>
            plan.places
              .filter(({ place }) => place === subject)
              .map(({ id }) => <a href={to(`/plans/${slug}/places/${id}`)}>{words.inPlan}</a>),
          )}
        </p>
      </Section>
    ),
  };
}
