/** Plans at the desk: made a project, taken back. Rules PN19 and PN20. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { partnerList } from "../partners/api.ts";
import { standingFor, unnamedOf } from "./project-bodies.ts";
import { becomeProject, placePages, withdrawPlan } from "./commands.ts";
import { chosenFrom, FIELDS, typedFor, type Problems, type Typed } from "./desk-form.ts";
import { deskWordsIn } from "./desk-words.ts";
import { PlanDesk, PlansDesk } from "./pages/desk.tsx";
import { planAt, planList, type PlanCard } from "./queries.ts";
import type { PlannedPlace } from "./records.ts";

const PART = "/desk/plans";

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker, base } = serving;
  const { snapshot } = instance;
  const inTurn = openTurn(); // a form that is sent twice at once finds what its first copy said
  const find = ({ params }: DeskVisit) => snapshot((db) => planAt(db, params["slug"]!));

  async function formPage(
    { account, lang, frame }: Pick<DeskVisit, "account" | "lang" | "frame">,
    card: PlanCard,
    about: { readonly typed: Typed; readonly problems?: Problems },
  ) {
    const words = deskWordsIn(lang);
    const partners = await snapshot((db) => partnerList(db));
    const pages = await placePages(speaker);
    const isBare = (place: PlannedPlace) => !standingFor(card, place, pages);
    const bare = unnamedOf(card.plan, card.plan.steps.length).filter(isBare).length;
    const main = PlanDesk({ words, own: frame.language, card, partners, bare, ...about });
    return deskPage({ account, lang, part: PART, title: card.plan.title, main });
  }

  return {
    [`GET ${PART}`]: door.of("plan", async ({ account, search, lang, frame }) => {
      const words = deskWordsIn(lang);
      const plans = await snapshot((db) => planList(db, frame.language));
      const main = PlansDesk({ words, own: frame.language, plans });
      const done = doneIn(search, lang);
      return { page: deskPage({ account, lang, part: PART, title: words.title, main, done }) };
    }),
    [`GET ${PART}/:slug`]: door.of("plan", async (visit) => {
      const card = await find(visit);
      if (!card) return { to: PART };
      return { page: await formPage(visit, card, { typed: typedFor(card.plan, card.slug) }) };
    }),
    [`POST ${PART}/:slug`]: door.of("plan", ["do", "sure", ...FIELDS], async (visit) => {
      const { path, lang, frame } = visit;
      const words = deskWordsIn(lang);
      const card = await find(visit);
      if (!card) return { to: PART };
      const { subject, plan } = card;
      if (visit.fields.do === "withdraw") {
        if (visit.fields.sure !== "yes") return { to: path };
        await withdrawPlan(speaker, subject);
        return after(PART);
      }
      const typed: Typed = visit.fields;
      const today = dayAt(now());
      return inTurn(async () => {
        const read = await snapshot((db) => chosenFrom(db, { plan, typed, words, today }));
        if (!read.chosen) {
          const about = { typed, problems: read.problems };
          return { status: 422, page: await formPage(visit, card, about) };
        }
        await becomeProject(card, read.chosen, { speaker, base, lang: frame.language, today });
        return { to: `/projects/${read.chosen.slug}` };
      });
    }),
  };
}
