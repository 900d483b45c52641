/** The plan of a region as a job: made in a thread of its own, told how far it is, stopped, and begun again where it was. Rule PN94. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob, type Work } from "../../platform/jobs/jobs.ts";
import { totalsOf } from "./numbers.ts";
import type { PlanFields } from "./planning/plan-of.ts";
import type { Figures, Layers, RegionAtDesk, RegionFile } from "./regions-kept.ts";
import { filesPath, noteRegion, outPath, readRegion, regionPath } from "./regions-store.ts";

export const MAKE = "plans.make";

export type Asking =
  | { readonly look: string; readonly files: readonly RegionFile[] }
  | { readonly make: string; readonly dir: string; readonly today: string };
export type Answer =
  | { readonly layers: Layers }
  | { readonly plan: PlanFields; readonly seconds: number }
  | { readonly refused: string }
  | { readonly what: string; readonly share: number };

/** In the order in which a plan is made: each as long as its bar. */
export const STEPS = [
  "What each mast would reach",
  "Which masts see one another",
  "Which of them to build",
  "How well the ground is served",
];

/** @throws the signal's reason; RefusedJob for inputs that make no plan */
async function inThread(
  asking: Asking,
  signal?: AbortSignal,
  tell?: (what: string, share: number) => void,
): Promise<Answer> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const thread = new Worker(new URL(`./regions-thread.${ending}`, import.meta.url), {
    workerData: asking,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const leave = () => reject(signal!.reason as Error);
  if (signal?.aborted) leave();
  signal?.addEventListener("abort", leave, { once: true });
  thread.on("message", (answer: Answer) =>
    "share" in answer ? tell?.(answer.what, answer.share) : resolve(answer),
  );
  thread.once("error", reject);
  thread.once("exit", () => reject(new Error("The thread of a region ended without an answer.")));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", leave);
    await thread.terminate();
  }
}

const looks = new Map<string, Promise<void>>();

/** Looks at the files of a region once, whoever asks. */
export function lookOver(dir: string, region: RegionAtDesk): Promise<void> {
  const key = `${dir} ${region.id} ${namesOf(region)}`;
  const begun = looks.get(key) ?? look(dir, region).finally(() => looks.delete(key));
  looks.set(key, begun);
  return begun;
}

async function look(dir: string, { id, files }: RegionAtDesk): Promise<void> {
  const answer = await inThread({ look: filesPath(dir, id), files });
  const now = readRegion(dir, id); // it may be forgotten meanwhile, or have other files
  if (now && namesOf(now) === namesOf({ files }) && "layers" in answer)
    noteRegion(dir, id, "layers", answer.layers);
}

const namesOf = ({ files }: Pick<RegionAtDesk, "files">): string =>
  files.map(({ name }) => name).join();

/** The plans that are made now, by region; one at a time in an instance. */
const running = new Map<string, AbortController>();
export const stopMaking = (dir: string, id: string): void => running.get(`${dir} ${id}`)?.abort();

const SELDOM = 1500; // ms between two notes of how far it is

export function makeWork({ instance, now }: Pick<Serving, "instance" | "now">): Work {
  const { dir } = instance.folder;
  return async (argument, { progress, signal }) => {
    const id = String(argument);
    const region = readRegion(dir, id);
    if (!region || region.stopped) return;
    const stop = new AbortController();
    running.set(`${dir} ${id}`, stop);
    try {
      let last = 0;
      const answer = await inThread(
        { make: id, dir, today: dayAt(now()) },
        AbortSignal.any([signal, stop.signal]),
        (what, share) => {
          const at = performance.now();
          if (at - last < SELDOM) return;
          last = at;
          const step = Math.max(0, STEPS.indexOf(what));
          void progress(step * 100 + Math.floor(share * 99), STEPS.length * 100).catch(
            () => undefined,
          );
        },
      );
      if ("refused" in answer) throw new RefusedJob(plain(dir, id, answer.refused));
      if ("plan" in answer) await keep(dir, region, answer, now());
    } catch (error) {
      if (!stop.signal.aborted || signal.aborted) throw error;
    } finally {
      running.delete(`${dir} ${id}`);
    }
  };
}

/** Without where it lies here. */
const plain = (dir: string, id: string, message: string): string =>
  message
    .replaceAll(`${regionPath(dir, id)}/`, "")
    .replaceAll(/\b(?:files\/[0-9a-f]{8}|run)\//g, "");

async function keep(
  dir: string,
  { id }: RegionAtDesk,
  { plan, seconds }: { readonly plan: PlanFields; readonly seconds: number },
  at: number,
): Promise<void> {
  await writeFile(join(outPath(dir, id), "plan.json"), JSON.stringify(plan), { flush: true });
  const { people, places, sites } = totalsOf(plan);
  const { currency, presentValue, perPerson, priceMonth } = plan.money;
  const figures: Figures = {
    at,
    people,
    places,
    masts: sites,
    hops: plan.hops.length,
    currency,
    cost: presentValue,
    ...(perPerson !== undefined && { perPerson }),
    ...(priceMonth !== undefined && { priceMonth }),
    gap: plan.proof.gap,
    seconds,
    open: plan.open,
  };
  const before = readRegion(dir, id)?.runs ?? [];
  noteRegion(dir, id, "runs", [figures, ...before].slice(0, 2));
}
