/** The addresses of people. */
import { LADDER_USE, rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import type { Answer, PageRequest, Related, Route } from "../../platform/web/route.ts";
import { partnersBySubject } from "../partners/api.ts";
import { placesBySubject } from "../places/api.ts";
import { pictureRules } from "../pictures/api.ts";
import { consentChanges, mayBeShown, restsOnConsent } from "./consent.ts";
import { PersonPage } from "./pages.tsx";
import { photosAgreed } from "./photos.ts";
import { wordsIn } from "./words.ts";
import { personAt } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = ["people", "pictures", "places", "partners", "stories", "addresses"];

export const peopleRoutes: readonly Route[] = [{ path: "/authors/:slug", answer: author }];

async function author(request: PageRequest): Promise<Answer> {
  const { db, params, frame, lang, today } = request;
  const found = await personAt(db, params["slug"] ?? "");
  if (!found) return undefined;
  const photo = found.photo?.file.media;
  const asked = { today, lang: frame.language };
  const rules = await pictureRules(db, [photo], asked, photosAgreed(db, asked));
  const { photo: _hidden, ...rest } = found;
  const person = photo === undefined || rules.shows(photo) ? found : rest;
  // Who is known by a consent alone is not shown after its end.
  const named = mayBeShown(person, "story", frame.language, today);
  if (restsOnConsent(person) && !named) return undefined;
  if (person.slug !== params["slug"])
    return {
      kind: "redirect",
      uses: { projections: ["addresses"] },
      to: `/authors/${person.slug}`,
    };

  const related = await request.related(person.subject);
  // Neither a role nor a consent: a desk, say, which is known by what it signs.
  if (!named && !(await saysSomething(related))) return undefined;
  const places = await placesBySubject(db, person.place ? [person.place] : [], lang);
  const partners = await partnersBySubject(db, person.partner ? [person.partner] : []);
  const ladders = await rungsOf(db, [photo]);
  const [change] = [consentChanges(person, today), rules.until]
    .filter((one) => one !== undefined)
    .toSorted();
  return {
    kind: "page",
    uses: { projections: [...RELATED, LADDER_USE] },
    ...(change !== undefined && { until: change }),
    title: person.name,
    description: person.bio ?? person.role?.text ?? person.title ?? person.name,
    lang: wordsIn(lang).lang,
    current: "/stories",
    main: PersonPage({
      person,
      place: [...places.values()][0],
      partner: [...partners.values()][0],
      request,
      related,
      ladder: ladders.get(photo ?? ""),
    }),
    feeds: [{ title: `${person.name}, ${frame.name}`, path: `/authors/${person.slug}/feed.xml` }],
  };
}

/** Another feature may hold a section open that has nothing to show today. */
async function saysSomething(related: readonly Related[]): Promise<boolean> {
  const sections = await Promise.all(related.map(async ({ html }) => String(await html)));
  return sections.some((section) => section.trim() !== "");
}
