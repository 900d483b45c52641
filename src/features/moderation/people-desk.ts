/** How people stand with the desk, and threads that were slowed down. Rules MO5 and MO6. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { intakeOf, thingAbout } from "../conversation/api.ts";
import { brakes, STANDINGS, standings, askConversation } from "../conversation/model.ts";
import { DeskPeople } from "./pages/desk-people.tsx";
import { wordsIn } from "./words.ts";

const PART = "/desk/conversation";
const AT = `${PART}/people`;
const MAX_ADDRESS = 2000; // characters

type Texts = Readonly<Record<string, string>>;

export function peopleDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, now } = serving;
  const day = () => dayAt(now());

  async function show(visit: DeskVisit, typed: Texts, problems: Texts = {}): Promise<Reply> {
    const { account, lang, frame, search } = visit;
    const words = wordsIn(lang);
    const today = day();
    const { people, slow } = await instance.snapshot(async (db) => ({
      people: await standings(db),
      slow: await Promise.all(
        (await brakes(db)).map(async (brake) => ({
          ...brake,
          thing: await thingAbout({ db, frame, lang, today }, brake.about),
        })),
      ),
    }));
    const main = DeskPeople({ people, slow, typed, problems, words });
    const { title } = words.people;
    return {
      ...(Object.keys(problems).length > 0 && { status: 422 }),
      page: deskPage({ account, lang, part: PART, title, main, done: doneIn(search, lang) }),
    };
  }

  const stand = door.of("moderate", ["who", "standing"], async (visit) => {
    const { who } = visit.fields;
    if (!who.startsWith("https://") || who.length > MAX_ADDRESS || !URL.parse(who))
      return show(visit, visit.fields, { who: wordsIn(visit.lang).people.whoExpected });
    const standing = STANDINGS.find((one) => one === visit.fields.standing) ?? null;
    const said = { who, standing, by: visit.account.id, day: day() };
    await askConversation(instance.log.private).stand(said);
    return after(AT);
  });

  const end = door.of("moderate", ["about"], async (visit) => {
    await intakeOf(serving).pace.end(visit.fields.about);
    return after(AT);
  });

  return {
    [`GET ${AT}`]: door.of("moderate", (visit) =>
      show(visit, { who: visit.search.get("who") ?? "" }),
    ),
    [`POST ${AT}`]: stand,
    [`POST ${AT}/end`]: end,
  };
}
