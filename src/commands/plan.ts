/** `cnd plan REGION.yaml`: which places to connect next, by which masts and hops, for how much. */
import { availableParallelism } from "node:os";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { dayAt } from "../engines/calendar/day.ts";
import { totalsOf } from "../features/plans/numbers.ts";
import { Stopped } from "../features/plans/planning/breath.ts";
import { PlanningError } from "../features/plans/planning/region.ts";
import { makePlan, type Made } from "../features/plans/planning/run.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd plan REGION.yaml [--out DIR] [--into CAMPAIGN] [--threads N]
Plan which places in a region to connect, in which order, by which masts and radio links, at what cost per person, and say
how good the plan is. REGION.yaml names terrain, places, gateways, radios and money (src/features/plans/planning/README.md).
  --out DIR         the plan's folder: SLUG.yaml, SLUG.geojson, SLUG.kml, SLUG-antennas.csv, SLUG-materials.csv,
                    SLUG-coverage.tif and .png, SLUG-report.html, pictures. By default, plan-SLUG here
  --into CAMPAIGN   put the plan into this campaign folder too: plans/SLUG.yaml and its pictures in media/
  --threads N       threads for the terrain sweep; by default, one per processor
Ctrl-C stops it; run the same command again to continue.`;

export async function run(_: Settings, args: readonly string[]): Promise<void> {
  const { file, out, into, threads } = parsed(args);
  const slug = basename(file).replace(/\.ya?ml$/i, "");
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug))
    throw new CommandError(
      `Expected a file named <slug>.yaml (a slug is a-z, 0-9 and -), got ${basename(file)}.`,
    );
  if (into !== undefined && !existsSync(join(into, "campaign.yaml")))
    throw new CommandError(
      `--into: expected a campaign folder, found no campaign.yaml in ${into}.`,
    );
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const bars = new Map<string, ReturnType<typeof progressBar>>();
  const tell = (what: string, share: number) => {
    let bar = bars.get(what);
    if (!bar) {
      for (const before of bars.values()) before.end();
      bars.set(what, (bar = progressBar(what)));
    }
    bar.report(Math.round(share * 100), 100);
  };
  try {
    const made = await makePlan(
      {
        file,
        slug,
        out: out ?? join(".", `plan-${slug}`),
        ...(into !== undefined && { into }),
        threads,
        today: dayAt(timeNow()),
      },
      { signal: stop.signal, tell },
    );
    say(made);
  } catch (error) {
    throw oneLine(error);
  } finally {
    for (const bar of bars.values()) bar.end();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function parsed(args: readonly string[]) {
  const { of, rest } = switches("plan", args, [], ["out", "into", "threads"]);
  const [file, ...others] = rest;
  if (file === undefined || others.length > 0)
    throw new CommandError("Expected one region file: cnd plan REGION.yaml");
  const threads = Number(of.threads ?? availableParallelism());
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= 64))
    throw new CommandError(`--threads: expected a whole number from 1 to 64, got ${of.threads}.`);
  return { file, out: of.out, into: of.into, threads };
}

function oneLine(error: unknown): unknown {
  if (error instanceof Stopped)
    return new CommandError("Stopped. Run the same command again to continue.", { cause: error });
  if (error instanceof PlanningError) return new CommandError(error.message, { cause: error });
  return error;
}

function say({ plan, files, seconds }: Made): void {
  const { people, places, sites } = totalsOf(plan);
  const { presentValue, currency, perPerson, priceMonth, subscribers, years } = plan.money;
  const { gap, bound, value } = plan.proof;
  console.log(
    `${people} people in ${places} places, by ${sites} masts, for ${presentValue} ${currency} over ${years} years${perPerson === undefined ? "" : ` (${perPerson} per person covered)`}.`,
  );
  if (priceMonth !== undefined)
    console.log(
      `${priceMonth} ${currency} a month from each of ${subscribers} households that subscribe pays for it, for their equipment and for transit.`,
    );
  console.log(
    `No plan within these limits weighs more than ${bound}; this one weighs ${value} (gap ${(gap * 100).toFixed(2)} %).`,
  );
  for (const sentence of plan.open) console.log(`Not resolved: ${sentence}`);
  console.log(`Wrote ${files.join(", ")} in ${seconds.toFixed(1)} s.`);
}
