/** For owners, after a restore without its lists: whose pages are closed, what to look at, and that it was looked at. Rule V87. */
import { deskPage } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { NothingSent, Tick } from "../../platform/web/form-fields.tsx";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Reply } from "../../platform/web/reply.ts";
import { peopleBySubject } from "../people/api.ts";
import { askUnlooked, unlookedPart } from "./private/unlooked.ts";
import { openLooked } from "./unlooked.ts";
import { wordsIn } from "./words.ts";

const AT = "/desk/run/restored";

export function unlookedAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, speaker } = serving;
  const ask = instance.log.private;
  async function show(
    visit: DeskVisit,
    problems: { readonly looked?: string } = {},
  ): Promise<Reply> {
    const { lang, account, search } = visit;
    const { restored: words } = wordsIn(lang);
    const people = await instance.snapshot(async (db) => {
      const closed = await unlookedPart.questions.all(db);
      const cards = await peopleBySubject(
        db,
        closed.map(({ person }) => person),
      );
      return [...cards.values()].toSorted((a, b) => a.name.localeCompare(b.name, lang));
    });
    const main = (
      <>
        <PlainHead title={words.title} stand={people.length === 0 ? words.none : words.lead} />
        <NothingSent heading={words.notOpened} problems={problems} lang={lang} />
        {people.length > 0 && (
          <>
            <p>{words.why}</p>
            <ul class="lines">
              {people.map(({ name, slug }) => (
                <li>
                  <a href={`/desk/content/people/${slug}`}>
                    <bdi>{name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
            <form method="post" action={AT}>
              <Tick name="looked" typed={{}} problems={problems} required>
                {words.looked}
              </Tick>
              <p class="acts">
                <button type="submit">{words.open}</button>
              </p>
            </form>
          </>
        )}
      </>
    );
    const done = search.has("opened") ? words.opened : undefined;
    const page = deskPage({ account, lang, part: "/desk/run", title: words.title, main, done });
    return { page, status: problems.looked === undefined ? 200 : 422 };
  }
  return {
    [`GET ${AT}`]: door.of("settings", (visit) => show(visit)),
    [`POST ${AT}`]: door.of("settings", ["looked"], async (visit) => {
      if (visit.fields.looked !== "yes")
        return show(visit, { looked: wordsIn(visit.lang).restored.expected });
      await openLooked({ speaker, private: ask });
      return { to: `${AT}?opened` };
    }),
  };
}

export const unlookedWaits: NonNullable<Feature["waits"]> = async (
  { instance },
  { role },
  lang,
) => {
  if (!may(role, "settings")) return [];
  const count = await askUnlooked(instance.log.private).count();
  return count === 0 ? [] : [{ words: wordsIn(lang).restored.waits, count, path: AT }];
};
