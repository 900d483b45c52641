/** The campaign, its places, partners and programmes, as the API gives them. */
import { countryName } from "../../../platform/web/words.ts";
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import { openedCampaign } from "../../campaign/api.ts";
import { allPartners, partnersBySubject } from "../../partners/api.ts";
import { allPlaces, placesBySubject } from "../../places/api.ts";
import { allProgrammes } from "../../programmes/api.ts";
import { namedThings, recordOf, thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, sliced } from "./answer.ts";

export async function campaignAnswer({ db, frame }: PageRequest): Promise<Answer> {
  const opened = await openedCampaign(db);
  if (!opened) return undefined;
  const { subject, campaign } = opened;
  const { id, name, claim, purpose, hashtag, language, languages, goal, topics, walks } = campaign;
  return jsonFile(
    {
      subject,
      slug: id,
      page: `${frame.base}/`,
      record: recordOf(frame.base, subject),
      name,
      claim,
      purpose,
      hashtag,
      language,
      languages,
      goal,
      topics,
      walks,
      independence: campaign.independence,
      disclaimer: campaign.disclaimer,
      legal: campaign.legal,
      credits: campaign.credits,
      licence: campaign.licence,
    },
    { projections: ["campaign"] },
  );
}

export async function placesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const all = await allPlaces(request.db);
  const items = sliced(all, page).map(({ subject, slug, thing: place }) => {
    const { name, country, region, note, population, sources = [], lat, lon } = place;
    return {
      ...thingOf(request, "places", { subject, slug }),
      name,
      country,
      countryName: countryName(country, request.lang),
      region,
      lat,
      lon,
      note,
      population,
      sources,
    };
  });
  return answered(request, "/api/places", { items, total: all.length, page }, ["places"]);
}

export async function partnersAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, lang } = request;
  const all = await allPartners(db);
  const here = sliced(all, page);
  const places = await placesBySubject(
    db,
    here.flatMap(({ thing }) => thing.place ?? []),
    lang,
  );
  const items = here.map(({ subject, slug, thing: partner }) => {
    const { name, kind, summary, standing, country, url, since, sources = [] } = partner;
    const place = partner.place === undefined ? undefined : places.get(partner.place);
    return {
      ...thingOf(request, "partners", { subject, slug }),
      name,
      kind,
      summary,
      standing,
      country,
      url,
      since,
      sources,
      ...(place && { place: namedThings(request, "places", [place])[0] }),
    };
  });
  const uses = ["partners", "places"];
  return answered(request, "/api/partners", { items, total: all.length, page }, uses);
}

export async function programmesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, lang } = request;
  const all = await allProgrammes(db);
  const here = sliced(all, page).map(({ thing, ...address }) => ({ address, ...thing }));
  const places = await placesBySubject(
    db,
    here.flatMap((one) => one.places ?? []),
    lang,
  );
  const partners = await partnersBySubject(
    db,
    here.flatMap((one) => one.partners ?? []),
  );
  const known = <T>(subjects: readonly string[] = [], of: ReadonlyMap<string, T>) =>
    subjects.flatMap((subject) => of.get(subject) ?? []);
  const items = here.map((one) => ({
    ...thingOf(request, "programmes", one.address),
    title: one.title,
    summary: one.summary,
    purpose: one.purpose,
    order: one.order,
    partners: namedThings(request, "partners", known(one.partners, partners)),
    places: namedThings(request, "places", known(one.places, places)),
    topics: one.topics ?? [],
    figures: one.figures ?? [],
    sources: one.sources ?? [],
    markdown: one.markdown,
  }));
  const uses = ["programmes", "partners", "places"];
  return answered(request, "/api/programmes", { items, total: all.length, page }, uses);
}

function answered(
  request: PageRequest,
  path: string,
  of: Parameters<typeof listOf>[2],
  projections: readonly string[],
): Answer {
  const body = listOf(request, path, of);
  return body && jsonFile(body, { projections: [...projections, "addresses", "campaign"] });
}
