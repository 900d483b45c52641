/** All pledges and programmes as one IATI 2.03 file. Rules OD7 to OD9. */
import type { PageRequest } from "../../../platform/web/route.ts";
import { openedCampaign } from "../../campaign/feature.ts";
import { allPartners, partnersBySubject } from "../../partners/feature.ts";
import { placesBySubject } from "../../places/feature.ts";
import { pledgeLedger } from "../../pledges/feature.ts";
import { allProgrammes } from "../../programmes/feature.ts";
import { thingOf } from "../things.ts";
import { activityElement, identifierOf, reporterRef, type Reporter } from "./activity.ts";
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
  const reporter: Reporter = { ref: reporterRef(subject), frame };
  const { pledges } = await pledgeLedger(db, today, frame.language);
  const kinds = new Map((await allPartners(db)).map((one) => [one.subject, one.partner.kind]));
  const goal = campaign.goal && {
    identifier: identifierOf(reporter, subject),
    unit: campaign.goal.unit,
  };
  const all: Reported[] = [
    ...(campaign.goal
      ? [goalActivity(campaign.goal, subject, `${frame.base}/`, reporter, today)]
      : []),
    ...pledges.map((line) => {
      const { page } = thingOf(request, "pledges", line);
      return pledgeActivity(line, page, { reporter, today, kinds, goal });
    }),
    ...(await programmes(request, reporter)),
  ];
  if (all.length === 0) return undefined;
  const related = relatedActivities(all.map(({ counted }) => counted));
  const activities = all.map(
    ({ activity }) =>
      activityElement(activity, related.get(activity.identifier) ?? [], reporter).xml,
  );
  const until = all.flatMap((one) => one.until ?? []).toSorted()[0];
  return {
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${activities.join("\n")}\n</iati-activities>\n`,
    ...(until !== undefined && { until }),
  };
}

async function programmes(request: PageRequest, reporter: Reporter): Promise<Reported[]> {
  const { db, lang } = request;
  const all = await allProgrammes(db);
  const partners = await partnersBySubject(
    db,
    all.flatMap(({ programme }) => programme.partners ?? []),
  );
  const places = await placesBySubject(
    db,
    all.flatMap(({ programme }) => programme.places ?? []),
    lang,
  );
  return all.flatMap(({ programme, ...address }) => {
    const { page } = thingOf(request, "programmes", address);
    const by = {
      reporter,
      partners: (programme.partners ?? []).flatMap((one) => partners.get(one) ?? []),
      places: (programme.places ?? []).flatMap((one) => places.get(one) ?? []),
    };
    return programmeActivity(address.subject, programme, page, by) ?? [];
  });
}
