/** Events at the desk: announced, changed and withdrawn by forms. Rule E6. */
import { SLUG_BOUND, subjectAt } from "../../platform/addresses/addresses.ts";
import { fieldsOf } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord, type Draft } from "../../platform/records/record.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { placeList } from "../places/feature.ts";
import { bodyFrom, FIELDS, slugFrom, typedOf, type Typed } from "./form.ts";
import { EventForm, EventsDesk } from "./pages/desk.tsx";
import { eventAt, eventList } from "./queries.ts";
import { EVENT_ANNOUNCED, EVENT_EDITED, EVENT_WITHDRAWN } from "./records.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/events";

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker } = serving;
  const { snapshot } = instance;
  const words = wordsIn("en").desk;
  const clock = new Clock(now);
  const say = (drafts: readonly Omit<Draft, "at">[], after?: string) =>
    sayAll(
      speaker,
      drafts.map((draft) => signRecord({ ...draft, at: clock.tick(after) }, speaker.key)),
    );

  /** @param slug of the event that is changed; none where one is announced */
  async function formPage(
    account: Parameters<typeof deskPage>[0]["account"],
    about: {
      readonly slug?: string;
      readonly typed: Typed;
      readonly problems?: Readonly<Record<string, string>>;
    },
  ) {
    const places = await snapshot((db) => placeList(db));
    const options = places.map(({ slug, name }) => [slug, name] as const);
    const main = EventForm({ words, places: options, ...about });
    const title = about.slug === undefined ? words.announce : words.edit;
    return deskPage({ account, part: PART, title, main });
  }
  const find = (path: string) =>
    snapshot((db) => eventAt(db, decodeURI(path.slice(`${PART}/`.length))));

  return {
    [`GET ${PART}`]: door.of("publish", async ({ account }) => {
      const today = new Date(now()).toISOString().slice(0, 10);
      const events = await snapshot((db) => eventList(db, today));
      const main = EventsDesk({ words, events });
      return { page: deskPage({ account, part: PART, title: words.title, main }) };
    }),
    [`GET ${PART}/new`]: door.of("publish", async ({ account }) => ({
      page: await formPage(account, { typed: {} }),
    })),
    [`POST ${PART}/new`]: door.of("publish", async ({ req, account }) => {
      const form = await fieldsOf(req, ["slug", ...FIELDS]);
      if ("refused" in form) return form.refused;
      const { slug } = form.fields;
      const read = await snapshot((db) => bodyFrom(db, form.fields, words));
      const problems = { ...read.problems, ...slugFrom(slug, words) };
      const known = await snapshot((db) => subjectAt(db, "events", slug));
      if (known) problems["slug"] = words.taken;
      if (!read.body || Object.keys(problems).length > 0)
        return { status: 422, page: await formPage(account, { typed: form.fields, problems }) };
      const announced = signRecord(
        { kind: EVENT_ANNOUNCED, at: clock.tick(), body: read.body as JsonObject },
        speaker.key,
      );
      const body = { space: "events", slug };
      const bound = signRecord(
        { kind: SLUG_BOUND, subject: announced.id, at: clock.tick(), body },
        speaker.key,
      );
      await sayAll(speaker, [announced, bound]);
      return { to: PART };
    }),
    [`GET ${PART}/*`]: door.of("publish", async ({ path, account }) => {
      const card = await find(path);
      if (!card) return { to: PART };
      return { page: await formPage(account, { slug: card.slug, typed: typedOf(card) }) };
    }),
    [`POST ${PART}/*`]: door.of("publish", async ({ req, path, account }) => {
      const form = await fieldsOf(req, ["do", "sure", ...FIELDS]);
      if ("refused" in form) return form.refused;
      const card = await find(path);
      if (!card) return { to: PART };
      const { subject, slug } = card;
      const after = (await snapshot((db) => recordsAbout(db, subject))).at(-1)?.at;
      if (form.fields.do === "withdraw") {
        if (form.fields.sure !== "yes") return { to: path };
        await say([{ kind: EVENT_WITHDRAWN, subject, body: {} }], after);
        return { to: PART };
      }
      const read = await snapshot((db) => bodyFrom(db, form.fields, words));
      if (!read.body) {
        const about = { slug, typed: form.fields, problems: read.problems };
        return { status: 422, page: await formPage(account, about) };
      }
      const body = read.body as JsonObject;
      await say([{ kind: EVENT_EDITED, subject, body }], after);
      return { to: PART };
    }),
  };
}
