/** `cnd import-site FILE|URL --into DIR`: posts of an earlier site come into a campaign folder. */
import { features } from "../app.ts";
import { dayAt } from "../engines/calendar/day.ts";
import { folderParts } from "../folder-parts.ts";
import { bringOver, type Arrived } from "../importers/import-site.ts";
import { ArrivalError } from "../importers/site.ts";
import { agentOf } from "../platform/federation/asking.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { version } from "./version.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd import-site FILE|URL --into DIR [--media FOLDER] [--fetch] [--site URL] [--dry-run]
Bring an earlier site's posts and pages into a campaign folder, which is created if needed. FILE is a WordPress
export (Tools, Export, All content), a Ghost export (JSON), or a feed; URL is the address of a feed. Then read
the result, correct it, and import it: cnd import DIR
  --into DIR       the campaign folder; what it already contains does not change
  --media FOLDER   the folder with the site's files: wp-content/uploads, or content/images
  --fetch          fetch pictures missing from that folder from the site itself; addresses in private networks are
                   refused unless CND_ALLOW_PRIVATE=1
  --site URL       the earlier site's address, if the export does not give it
  --dry-run        read, convert and count; write nothing
Running it again adds only what is new. A report of what was left out is written to DIR.`;

export async function run(
  { allowPrivate = false, url }: Settings,
  args: readonly string[],
): Promise<void> {
  const texts = ["into", "media", "site"] as const;
  const { on, of, rest: sources } = switches("import-site", args, ["fetch", "dry-run"], texts);
  const { into, media, site } = of;
  if (sources.length === 0 || into === undefined)
    throw new CommandError(
      "Expected an export and a campaign folder: cnd import-site export.xml --into my-campaign",
    );
  if (site !== undefined && !/^https?:\/\//.test(site))
    throw new CommandError(`--site: expected an address such as https://example.org, got ${site}.`);
  const ours = new Set(features.flatMap((f) => f.routes.map(({ path }) => path)));
  const dryRun = on.has("dry-run");
  for (const from of sources) {
    const bar = progressBar("Reading");
    const arrived = await bringOver({
      from,
      into,
      parts: folderParts,
      ...(media !== undefined && { media }),
      ...(site !== undefined && { site }),
      fetch: on.has("fetch"),
      outside: { agent: agentOf(version(), url), allowPrivate },
      dryRun,
      today: dayAt(timeNow()),
      isOurs: (path) => ours.has(path),
      progress: bar.report,
    }).catch(oneLine);
    bar.end();
    tell(arrived, { from, into, dryRun });
  }
}

function oneLine(error: unknown): never {
  if (error instanceof ArrivalError) throw new CommandError(error.message, { cause: error });
  throw error;
}

const SHOWN = 5; // lines; the rest stands in the report

function tell(
  { counts, leftOut, warnings, noted, report }: Arrived,
  { from, into, dryRun }: { from: string; into: string; dryRun: boolean },
): void {
  const { alreadyThere, ...came } = counts;
  const there = alreadyThere > 0 ? `, ${alreadyThere} already there` : "";
  const some = (["pages", "drafts", "sounds"] as const).filter((what) => came[what] > 0);
  const parts = [
    `${came.stories} stories${there}`,
    ...some.map((what) => `${came[what]} ${what}`),
    `${came.pictures} pictures`,
    `${came.comments} comments`,
    `${came.addresses} old addresses`,
  ];
  console.log(`${dryRun ? "Would bring" : "Brought"} ${from} into ${into}: ${parts.join(", ")}.`);
  for (const line of warnings) console.log(line);
  if (leftOut.length > 0) console.log(`Left out: ${leftOut.length}`);
  for (const { what, why } of leftOut.slice(0, SHOWN)) console.log(`  ${what}: ${why}`);
  if (leftOut.length > SHOWN) console.log(`  … and ${leftOut.length - SHOWN} more`);
  if (noted > 0) console.log(`${noted} of them have notes to check.`);
  if (report !== undefined)
    console.log(`Read ${into}/${report}, correct what you like, then: cnd import ${into}`);
}
