/** The open data of listening: one line a place, month and detector, with what they were counted from. Rule LT6. */
import { csv } from "../../../platform/web/csv.ts";
import type { PlaceReports } from "./places-told.ts";

export const CSV = "/data/listening.csv";

/** What is of the month as a whole stands in the line of its first detector alone, so that sums are right. */
export const listeningCsv = (places: readonly PlaceReports[]): string =>
  csv(
    [
      "place",
      "month",
      "listeners",
      "listener_days",
      "minutes_until_answered_median",
      "muted",
      "silences",
      "detector",
      "alarms",
      "right",
      "wrong",
      "unknown",
      "record",
    ],
    places.flatMap(({ slug, reports }) =>
      reports.flatMap((report) => {
        const { month, sensors, sensorDays, minutes, muted, silences, subject } = report;
        const all = report.detectors.length > 0 ? report.detectors : [undefined];
        return all.map((one, i) => [
          slug,
          month,
          ...(i === 0
            ? [sensors, sensorDays, minutes, muted, silences]
            : Array.from({ length: 5 }, () => undefined)),
          one?.detector,
          one?.alarms ?? 0,
          one?.right ?? 0,
          one?.wrong ?? 0,
          one?.unknown ?? 0,
          subject,
        ]);
      }),
    ),
  );
