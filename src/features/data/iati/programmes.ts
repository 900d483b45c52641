/** Programmes as IATI activities. */
import { firstDay } from "../../pledges/feature.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { PartnerCard } from "../../partners/feature.ts";
import type { PlaceCard } from "../../places/feature.ts";
import type { Programme } from "../../programmes/feature.ts";
import { identifierOf, ROLE, STATUS, type Reporter } from "./activity.ts";
import { documentLink, element, narrated, text, type Element } from "./elements.ts";
import { organisationType, type Reported } from "./pledges.ts";
import { programmeResult } from "./results.ts";

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
      organisations: partners.map(({ name, kind }) => {
        return { name, role: ROLE.implementing, type: organisationType(kind) };
      }),
      status: STATUS.underway,
      dates: [{ type: "2", day: earliest, words: UNDER_WAY }],
      where: [...whereOf(places), ...topics.map((topic) => tagOf(topic, reporter.frame))],
      documents: [
        documentLink({ title, url: page }, "A12"),
        ...sources.map((source) => documentLink(source, "A08")),
      ],
      result: programmeResult(title, figures),
    },
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

/** One country is the recipient; of several, the shares are not known, so the places alone are said. */
function whereOf(places: readonly PlaceCard[]): Element[] {
  const countries = [...new Set(places.map(({ country }) => country))];
  return [
    ...(countries.length === 1 ? [element("recipient-country", { code: countries[0] })] : []),
    ...places.map(({ name, lat, lon }) =>
      element(
        "location",
        {},
        element("location-reach", { code: "1" }), // where the activity is
        narrated("name", name),
        element("point", { srsName: WGS84 }, element("pos", {}, text(`${lat} ${lon}`))),
        element("exactness", { code: "2" }), // approximate
      ),
    ),
  ];
}

const WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";

/** A topic is the campaign's own word, so the list of words is the campaign's too. */
function tagOf(topic: string, frame: Frame): Element {
  const name = frame.topics.find(({ id }) => id === topic)?.name ?? topic;
  return narrated("tag", name, {
    code: topic,
    vocabulary: "99",
    "vocabulary-uri": `${frame.base}/conversation`,
  });
}
