/** All pledges and programmes as one IATI 2.03 file. Rules OD7 to OD9 and OD13 to OD15. */
import { lastSaidAbout } from "../../../platform/log/reading.ts";
import type { PageRequest } from "../../../platform/web/route.ts";
import { openedCampaign } from "../../campaign/api.ts";
import { allPartners, partnersBySubject } from "../../partners/api.ts";
import { placesBySubject } from "../../places/api.ts";
import { pledgeLedger } from "../../pledges/api.ts";
import { allProgrammes } from "../../programmes/api.ts";
import { thingOf } from "../things.ts";
import { activityElement, identifierOf, reporterId, type Reporter } from "./activity.ts";
import { goalActivity, pledgeActivity, type Reported } from "./pledges.ts";
import { programmeActivity } from "./programmes.ts";
import { relatedActivities } from "./related.ts";

/** `undefined` while there is nothing to report: the standard knows no empty file. */
export async function iatiFile(
  asked: PageRequest,
): Promise<{ body: string; until?: string } | undefined> {
  const { db, frame, today } = asked;
  const request = { ...asked, lang: frame.language }; // one file, in the campaign's own language
  const opened = await openedCampaign(db);
  if (!opened) return undefined;
  const { subject, campaign } = opened;
  const { reference, sector } = campaign.iati ?? {};
  const reporter: Reporter = { id: reporterId(subject), reference, frame };
  const goal = campaign.goal && {
    identifier: identifierOf(reporter, subject),
    unit: campaign.goal.unit,
  };
  const all: Reported[] = [
    ...(campaign.goal
      ? [goalActivity(campaign.goal, subject, `${frame.base}/`, { reporter, today, sector })]
      : []),
    ...(await pledges(request, reporter, goal)),
    ...(await programmes(request, reporter)),
  ];
  if (all.length === 0) return undefined;
  const related = relatedActivities(all.map(({ counted }) => counted));
  const updated = await updates(request, subject, all);
  const activities = all.map(({ activity }) => {
    const { identifier } = activity;
    const beside = { related: related.get(identifier) ?? [], updated: updated.get(identifier) };
    return activityElement(activity, beside, reporter).xml;
  });
  const until = all.flatMap((one) => one.until ?? []).toSorted()[0];
  return {
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${activities.join("\n")}\n</iati-activities>\n`,
    ...(until !== undefined && { until }),
  };
}

async function pledges(
  request: PageRequest,
  reporter: Reporter,
  goal: Parameters<typeof pledgeActivity>[2]["goal"],
): Promise<Reported[]> {
  const { db, lang, today } = request;
  const lines = (await pledgeLedger(db, today, lang)).pledges;
  const partners = new Map((await allPartners(db)).map((one) => [one.subject, one.thing]));
  const named = lines.map(({ pledge }) => [
    ...new Set(pledge.ledger.flatMap((figure) => figure.places ?? [])),
  ]);
  const cards = await placesBySubject(db, named.flat(), lang);
  return lines.map((line, i) => {
    const { page } = thingOf(request, "pledges", line);
    const places = named[i]!.flatMap((one) => cards.get(one) ?? []);
    return pledgeActivity(line, page, { reporter, today, partners, places, goal });
  });
}

async function programmes(request: PageRequest, reporter: Reporter): Promise<Reported[]> {
  const { db, lang } = request;
  const all = await allProgrammes(db);
  const partners = await partnersBySubject(
    db,
    all.flatMap(({ thing }) => thing.partners ?? []),
  );
  const places = await placesBySubject(
    db,
    all.flatMap(({ thing }) => thing.places ?? []),
    lang,
  );
  return all.flatMap(({ thing: programme, ...address }) => {
    const { page } = thingOf(request, "programmes", address);
    const by = {
      reporter,
      partners: (programme.partners ?? []).flatMap((one) => partners.get(one) ?? []),
      places: (programme.places ?? []).flatMap((one) => places.get(one) ?? []),
    };
    return programmeActivity(address.subject, programme, page, by) ?? [];
  });
}

/** By identifier, the moment of the newest record of what each shows, or the latest of its days that has come. */
async function updates(
  { db, today }: PageRequest,
  campaign: string,
  all: readonly Reported[],
): Promise<Map<string, string>> {
  const said = await lastSaidAbout(db, [campaign, ...all.flatMap(({ shows }) => shows.subjects)]);
  return new Map(
    all.flatMap(({ activity: { identifier }, shows: { subjects, days = [] } }) => {
      const moments = [
        ...[campaign, ...subjects].flatMap((one) => said.get(one) ?? []),
        ...days.filter((day) => day <= today).map((day) => `${day}T00:00:00.000Z`),
      ];
      const last = moments.toSorted().at(-1);
      return last === undefined ? [] : [[identifier, last] as const];
    }),
  );
}
