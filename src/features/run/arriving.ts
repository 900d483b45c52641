/** Bringing in an earlier site, as jobs: it is looked at, taken in, given its pictures, and taken out again. Each may run twice. Rules RN7, RN8 and RN14. */
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob, type Work } from "../../platform/jobs/jobs.ts";
import {
  arrivalPath,
  noteArrival,
  readArrival,
  type Arrival,
} from "../../platform/process/arrivals.ts";
import { NoArrival } from "../../platform/process/house.ts";
import { seldom } from "./seldom.ts";

export const LOOK = "run.look";
export const TAKE = "run.take";
export const PICTURES = "run.pictures";
export const UNDO = "run.undo";

export function arrivingWorks({ instance, house }: Serving): Readonly<Record<string, Work>> {
  const { dir } = instance.folder;
  const { arrivals } = house;

  /** What waited longer than its folder stood is done. */
  const about =
    (work: (of: Arrival, context: Parameters<Work>[1]) => Promise<void>): Work =>
    async (argument, context) => {
      const of = readArrival(dir, String(argument));
      if (!of) return;
      await work(of, context).catch((error: unknown) => {
        if (error instanceof NoArrival) throw new RefusedJob(error.message);
        throw error;
      });
    };

  return {
    [LOOK]: about(async ({ id, about: wish }, { progress, signal }) => {
      const how = { progress: seldom(progress), signal };
      noteArrival(dir, id, "looked", await arrivals.look(arrivalPath(dir, id), wish, how));
    }),
    [TAKE]: about(async ({ id, about: wish, came = [] }, { progress, signal }) => {
      const taken = await arrivals.take(arrivalPath(dir, id), wish, {
        progress: seldom(progress),
        signal,
        came,
        note: (all) => noteArrival(dir, id, "came", all),
      });
      if (taken.problems.length > 0) throw new RefusedJob(taken.problems.slice(0, 5).join(" "));
      noteArrival(dir, id, "taken", taken);
    }),
    [PICTURES]: about(async ({ id, about: wish, came = [] }, { progress, signal }) => {
      const how = { progress: seldom(progress), signal, came };
      noteArrival(dir, id, "late", await arrivals.pictures(arrivalPath(dir, id), wish, how));
    }),
    [UNDO]: about(async ({ id, came = [], undone = 0 }, { signal }) => {
      noteArrival(dir, id, "undone", undone + (await arrivals.undo(came, signal)));
    }),
  };
}
