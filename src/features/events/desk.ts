/** Events at the desk: announced, changed and withdrawn by forms. Rule E6. */
import { dayAt } from "../../engines/calendar/day.ts";
import { slugsOf, subjectAt } from "../../platform/addresses/addresses.ts";
import { freeName } from "../../platform/addresses/short-name.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { callable, namesOf } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { placeList } from "../places/api.ts";
import { announceEvent, changeEvent, withdrawEvent } from "./commands.ts";
import {
  bodyFrom,
  FIELDS,
  slugFrom,
  TICKS,
  tickedIn,
  typedOf,
  type Typed,
  type Typing,
} from "./form.ts";
import { EventForm, EventsDesk } from "./pages/desk.tsx";
import { eventAt, eventList } from "./queries.ts";
import { wordsIn } from "./words.ts";
import { zoneOfCountry } from "./zones.ts";

const PART = "/desk/events";
const MOST_TICKS = 100; // partners with a tick; of more than that the others are typed

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker } = serving;
  const { snapshot } = instance;
  const inTurn = openTurn(); // a form that is sent twice at once finds its own event the second time

  /** @param slug of the event that is changed; none where one is announced */
  async function formPage(
    { account, lang, frame }: Pick<DeskVisit, "account" | "lang" | "frame">,
    about: {
      readonly slug?: string;
      readonly typed: Typed;
      readonly problems?: Readonly<Record<string, string>>;
    },
  ) {
    const [places, partners] = await snapshot(async (db) => [
      (await placeList(db, lang)).map(({ slug, name }) => [slug, name] as const),
      await ticksOf(db, about.typed),
    ]);
    const words = wordsIn(lang).desk;
    const main = EventForm({ words, lang, own: frame.language, places, partners, ...about });
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
      page: await formPage(visit, {
        typed: { zone: visit.frame.timeZone ?? (await snapshot(onlyZone)) ?? "" },
      }),
    })),
    [`POST ${PART}/new`]: door.of(
      "publish",
      { fields: ["slug", ...FIELDS], rows: [TICKS] },
      async (visit) => {
        const words = wordsIn(visit.lang).desk;
        const { slug: asked } = visit.fields;
        return inTurn(async () => {
          const read = await snapshot((db) => bodyFrom(db, visit.fields, typingIn(visit)));
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
      },
    ),
    [`GET ${PART}/:slug`]: door.of("publish", async (visit) => {
      const card = await find(visit);
      if (!card) return { to: PART };
      return { page: await formPage(visit, { slug: card.slug, typed: typedOf(card) }) };
    }),
    [`POST ${PART}/:slug`]: door.of(
      "publish",
      { fields: ["do", "sure", ...FIELDS], rows: [TICKS] },
      async (visit) => {
        const { path } = visit;
        const card = await find(visit);
        if (!card) return { to: PART };
        const { subject, slug } = card;
        if (visit.fields.do === "withdraw") {
          if (visit.fields.sure !== "yes") return { to: path };
          await withdrawEvent(speaker, subject);
          return after(PART);
        }
        const read = await snapshot((db) => bodyFrom(db, visit.fields, typingIn(visit)));
        if (!read.body) {
          const about = { slug, typed: visit.fields, problems: read.problems };
          return { status: 422, page: await formPage(visit, about) };
        }
        await changeEvent(speaker, subject, read.body);
        return after(PART);
      },
    ),
  };
}

const typingIn = ({ lang, frame }: Pick<DeskVisit, "lang" | "frame">): Typing => ({
  words: wordsIn(lang).desk,
  lang,
  timeZone: frame.timeZone,
});

/** The clock of every place that the campaign has, where they all go by one. */
async function onlyZone(db: Db): Promise<string | undefined> {
  const zones = new Set((await placeList(db)).map(({ country }) => zoneOfCountry(country)));
  return zones.size === 1 ? [...zones][0] : undefined;
}

/** Partners by their names, and those that are ticked beyond them. */
async function ticksOf(db: Db, typed: Typed) {
  const named = await callable(db, { space: "partners", most: MOST_TICKS });
  const slugs = await slugsOf(
    db,
    named.map(({ subject }) => subject),
  );
  const ticks = new Map(
    named.flatMap(({ subject, name }) => {
      const slug = slugs.get(subject);
      return slug === undefined ? [] : [[slug, name] as const];
    }),
  );
  for (const one of tickedIn(typed))
    if (!ticks.has(one)) {
      const address = await subjectAt(db, "partners", one);
      const name = address && (await namesOf(db, [address.subject])).get(address.subject)?.name;
      if (name !== undefined) ticks.set(one, name);
    }
  return { ticks: [...ticks], isMore: named.length === MOST_TICKS };
}
