/** Programmes as IATI activities. */
import { firstDay } from "../../pledges/api.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { PartnerCard } from "../../partners/api.ts";
import type { PlaceCard } from "../../places/api.ts";
import type { Programme } from "../../programmes/api.ts";
import { DATE, identifierOf, ROLE, STATUS, type Reporter } from "./activity.ts";
import { documentLink, narrated, type Element } from "./elements.ts";
import { organisationType, type Reported } from "./pledges.ts";
import { programmeResult } from "./results.ts";
import { sectorOf, whereOf } from "./where.ts";

/**
 * The standard asks when an activity began, and a programme here does not say. The earliest day of which a
 * figure speaks is a day on which it was under way, and is called so; without any, the programme is left out.
 */
export function programmeActivity(
  subject: string,
  programme: Programme,
  page: string,
  by: {
    readonly reporter: Reporter;
    readonly partners: readonly PartnerCard[];
    readonly places: readonly PlaceCard[];
  },
): Reported | undefined {
  const { reporter, partners, places } = by;
  const { title, figures = [], sources = [], topics = [] } = programme;
  const earliest = figures.map(({ asOf }) => firstDay(asOf)).toSorted()[0];
  if (earliest === undefined) return undefined;
  const identifier = identifierOf(reporter, subject);
  return {
    activity: {
      identifier,
      page,
      title,
      descriptions: [
        { words: programme.summary, type: "1" },
        { words: programme.purpose, type: "2" },
      ],
      organisations: partners.map(({ name, kind, reference }) => {
        return { name, role: ROLE.implementing, type: organisationType(kind), ref: reference };
      }),
      status: STATUS.underway,
      dates: [{ type: DATE.start, day: earliest, words: UNDER_WAY }],
      where: [
        ...whereOf(places, { language: reporter.frame.language, whole: true }),
        sectorOf(programme.sector),
        ...topics.map((topic) => tagOf(topic, reporter.frame)),
      ],
      documents: [
        documentLink({ title, url: page }, "A12"),
        ...sources.map((source) => documentLink(source, "A08")),
      ],
      result: programmeResult(title, figures),
    },
    shows: { subjects: [subject, ...[...partners, ...places].map((one) => one.subject)] },
    counted: {
      identifier,
      organisations: [],
      units: [],
      documents: [...new Set(figures.map(({ source }) => source.url))],
    },
  };
}

const UNDER_WAY =
  "On this day or before: the earliest day of which a figure here speaks. The day on which it began is not known to us.";

/** A topic is the campaign's own word, so the list of words is the campaign's too. */
function tagOf(topic: string, frame: Frame): Element {
  const name = frame.topics.find(({ id }) => id === topic)?.name ?? topic;
  return narrated("tag", name, {
    code: topic,
    vocabulary: "99",
    "vocabulary-uri": `${frame.base}/conversation`,
  });
}
