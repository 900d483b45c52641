/** Plans at the desk: made a project, taken back. Rules PN19 and PN20. */
import { dayAt } from "../../engines/calendar/day.ts";
import { SLUG_BOUND, subjectAt } from "../../platform/addresses/addresses.ts";
import { fieldsOf, type Visit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord, type SignedRecord } from "../../platform/records/record.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { partnerList } from "../partners/api.ts";
import { placeList } from "../places/api.ts";
import {
  placeOpening,
  placesOf,
  pledgeOpening,
  projectOpening,
  slugsFor,
  standingFor,
  unnamedOf,
  type Chosen,
  type Opening,
} from "./become.ts";
import { chosenFrom, FIELDS, typedFor, type Problems, type Typed } from "./desk-form.ts";
import { deskWordsIn } from "./desk-words.ts";
import { PlanDesk, PlansDesk } from "./pages/desk.tsx";
import { planAt, planList, type PlanCard } from "./queries.ts";
import { PLAN_WITHDRAWN, type PlannedPlace } from "./records.ts";

const PART = "/desk/plans";

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker, base } = serving;
  const { snapshot } = instance;
  const clock = new Clock(now);
  const inTurn = openTurn(); // a form that is sent twice at once finds what its first copy said
  const find = (path: string) =>
    snapshot((db) => planAt(db, decodeURIComponent(path.slice(`${PART}/`.length))));

  async function formPage(
    { account, lang, frame }: Pick<Visit, "account" | "lang" | "frame">,
    card: PlanCard,
    about: { readonly typed: Typed; readonly problems?: Problems },
  ) {
    const words = deskWordsIn(lang);
    const partners = await snapshot((db) => partnerList(db));
    const pages = await placePages();
    const isBare = (place: PlannedPlace) => !standingFor(card, place, pages);
    const bare = unnamedOf(card.plan, card.plan.steps.length).filter(isBare).length;
    const main = PlanDesk({ words, own: frame.language, card, partners, bare, ...about });
    return deskPage({ account, lang, part: PART, title: card.plan.title, main });
  }

  /** An opening and its address. @returns the subject */
  function open(said: SignedRecord[], { space, slug, kind, body }: Opening): string {
    const opened = signRecord({ kind, at: clock.tick(), body }, speaker.key);
    const bound = { kind: SLUG_BOUND, subject: opened.id, body: { space, slug } };
    said.push(opened, signRecord({ ...bound, at: clock.tick() }, speaker.key));
    return opened.id;
  }

  async function become(card: PlanCard, chosen: Chosen & { slug: string }, lang: string) {
    const { slug } = chosen;
    const said: SignedRecord[] = [];
    const pages = await placePages();
    const named: string[] = [];
    for (const place of unnamedOf(card.plan, chosen.steps)) {
      const page = standingFor(card, place, pages);
      const free = !page && chosen.namesPlaces ? await freeSlug(card, place) : undefined;
      if (page) named.push(page.subject);
      else if (free !== undefined)
        named.push(open(said, { ...placeOpening(card, place, base), slug: free }));
    }
    const today = dayAt(now());
    const { pledge: promised } = chosen;
    const pledge =
      promised &&
      open(said, {
        ...pledgeOpening(card, { ...chosen, pledge: promised }, { today, lang }),
        slug,
      });
    const known = placesOf(card.plan, chosen.steps).flatMap(({ place }) => place ?? []);
    const made = { places: [...known, ...named], pledge, base, lang };
    open(said, { ...projectOpening(card, chosen, made), slug });
    await sayAll(speaker, said);
  }

  const placePages = async () =>
    new Map((await snapshot((db) => placeList(db))).map((page) => [page.slug, page]));

  async function freeSlug(card: PlanCard, place: PlannedPlace): Promise<string | undefined> {
    for (const slug of slugsFor(card, place))
      if (!(await snapshot((db) => subjectAt(db, "places", slug)))) return slug;
    return undefined;
  }

  return {
    [`GET ${PART}`]: door.of("plan", async ({ account, search, lang, frame }) => {
      const words = deskWordsIn(lang);
      const plans = await snapshot((db) => planList(db, frame.language));
      const main = PlansDesk({ words, own: frame.language, plans });
      const done = doneIn(search, lang);
      return { page: deskPage({ account, lang, part: PART, title: words.title, main, done }) };
    }),
    [`GET ${PART}/*`]: door.of("plan", async (visit) => {
      const card = await find(visit.path);
      if (!card) return { to: PART };
      return { page: await formPage(visit, card, { typed: typedFor(card.plan, card.slug) }) };
    }),
    [`POST ${PART}/*`]: door.of("plan", async (visit) => {
      const { req, path, lang, frame } = visit;
      const words = deskWordsIn(lang);
      const form = await fieldsOf(req, ["do", "sure", ...FIELDS]);
      if ("refused" in form) return form.refused;
      const card = await find(path);
      if (!card) return { to: PART };
      const { subject, plan } = card;
      if (form.fields.do === "withdraw") {
        if (form.fields.sure !== "yes") return { to: path };
        const last = (await snapshot((db) => recordsAbout(db, subject))).at(-1)?.at;
        const draft = { kind: PLAN_WITHDRAWN, subject, at: clock.tick(last), body: {} };
        await sayAll(speaker, [signRecord(draft, speaker.key)]);
        return after(PART);
      }
      const typed: Typed = form.fields;
      const today = dayAt(now());
      return inTurn(async () => {
        const read = await snapshot((db) => chosenFrom(db, { plan, typed, words, today }));
        if (!read.chosen) {
          const about = { typed, problems: read.problems };
          return { status: 422, page: await formPage(visit, card, about) };
        }
        await become(card, read.chosen, frame.language);
        return { to: `/projects/${read.chosen.slug}` };
      });
    }),
  };
}
