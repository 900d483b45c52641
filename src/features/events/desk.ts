/** Events at the desk: announced, changed and withdrawn by forms. Rule E6. */
import { dayAt } from "../../engines/calendar/day.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { freeName } from "../../platform/addresses/short-name.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { placeList } from "../places/api.ts";
import { announceEvent, changeEvent, withdrawEvent } from "./commands.ts";
import { bodyFrom, FIELDS, slugFrom, typedOf, type Typed } from "./form.ts";
import { EventForm, EventsDesk } from "./pages/desk.tsx";
import { eventAt, eventList } from "./queries.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/events";

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker } = serving;
  const { snapshot } = instance;
  const inTurn = openTurn(); // a form that is sent twice at once finds its own event the second time

  /** @param slug of the event that is changed; none where one is announced */
  async function formPage(
    { account, lang }: Pick<DeskVisit, "account" | "lang">,
    about: {
      readonly slug?: string;
      readonly typed: Typed;
      readonly problems?: Readonly<Record<string, string>>;
    },
  ) {
    const places = await snapshot((db) => placeList(db, lang));
    const options = places.map(({ slug, name }) => [slug, name] as const);
    const words = wordsIn(lang).desk;
    const main = EventForm({ words, lang, places: options, ...about });
    const title = about.slug === undefined ? words.announce : words.edit;
    return deskPage({ account, lang, part: PART, title, main });
  }
  const find = ({ params }: DeskVisit) => snapshot((db) => eventAt(db, params["slug"]!));

  const made = (title: string) => snapshot((db) => freeName(db, ["events"], title));

  return {
    [`GET ${PART}`]: door.of("publish", async ({ account, search, lang, frame }) => {
      const words = wordsIn(lang).desk;
      const today = dayAt(now());
      const events = await snapshot((db) => eventList(db, today));
      const { none } = wordsIn(lang);
      const main = EventsDesk({ words, none, lang, own: frame.language, events });
      const done = doneIn(search, lang);
      return { page: deskPage({ account, lang, part: PART, title: words.title, main, done }) };
    }),
    [`GET ${PART}/new`]: door.of("publish", async (visit) => ({
      page: await formPage(visit, { typed: { zone: visit.frame.timeZone ?? "" } }),
    })),
    [`POST ${PART}/new`]: door.of("publish", ["slug", ...FIELDS], async (visit) => {
      const words = wordsIn(visit.lang).desk;
      const { slug: asked } = visit.fields;
      return inTurn(async () => {
        const read = await snapshot((db) => bodyFrom(db, visit.fields, words, visit.lang));
        const slug = asked === "" ? await made(visit.fields.title) : asked;
        const problems = { ...read.problems, ...slugFrom(slug, words) };
        const known = await snapshot((db) => subjectAt(db, "events", slug));
        const stands = await snapshot((db) => eventAt(db, slug));
        if (stands || (known && known.slug !== slug)) problems["slug"] = words.taken;
        if (!read.body || Object.keys(problems).length > 0)
          return { status: 422, page: await formPage(visit, { typed: visit.fields, problems }) };
        await announceEvent(speaker, slug, read.body);
        return after(PART);
      });
    }),
    [`GET ${PART}/:slug`]: door.of("publish", async (visit) => {
      const card = await find(visit);
      if (!card) return { to: PART };
      return { page: await formPage(visit, { slug: card.slug, typed: typedOf(card) }) };
    }),
    [`POST ${PART}/:slug`]: door.of("publish", ["do", "sure", ...FIELDS], async (visit) => {
      const { path, lang } = visit;
      const words = wordsIn(lang).desk;
      const card = await find(visit);
      if (!card) return { to: PART };
      const { subject, slug } = card;
      if (visit.fields.do === "withdraw") {
        if (visit.fields.sure !== "yes") return { to: path };
        await withdrawEvent(speaker, subject);
        return after(PART);
      }
      const read = await snapshot((db) => bodyFrom(db, visit.fields, words, lang));
      if (!read.body) {
        const about = { slug, typed: visit.fields, problems: read.problems };
        return { status: 422, page: await formPage(visit, about) };
      }
      await changeEvent(speaker, subject, read.body);
      return after(PART);
    }),
  };
}
