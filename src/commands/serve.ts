/** `cnd serve [DIR]`: the instance for its readers, until it is told to stop. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { theCampaign } from "../features/campaign/api.ts";
import { features } from "../app.ts";
import { speaks } from "../speaks.ts";
import { whenUnanswered } from "../platform/db/unanswered.ts";
import { fediverseFollower, fediverseHourly } from "../platform/federation/follow.ts";
import { openFollowers } from "../platform/followers/followers.ts";
import { followMedia } from "../platform/media/ladder/follow.ts";
import { LADDER, ladderWork } from "../platform/media/ladder/ladder.ts";
import { serveControl } from "../platform/process/control.ts";
import { isOn } from "../platform/private/blocks.ts";
import { hasData } from "../platform/process/data-folder.ts";
import { clearWork, sweepMedia, type Instance } from "../platform/process/instance.ts";
import { clearWhenQuiet } from "../platform/process/quiet.ts";
import { tidyStaging } from "../platform/process/restore-staging.ts";
import { ownClock, noteSeen, timeNow } from "../platform/process/steady-clock.ts";
import { onStray } from "../platform/process/strays.ts";
import { listen } from "../platform/web/listen.ts";
import {
  CommandError,
  dataDir,
  heardAt,
  originFor,
  openLocked,
  reachOf,
  requireCampaign,
  switches,
  type Settings,
} from "./context.ts";
import { namePapers } from "./key-change.ts";
import { keepUp } from "./going-on.ts";
import { setUp, waitsForBackup } from "./serve-setup.ts";
import { servicesOf } from "./serve-services.ts";
import { todayUtc, webOf } from "./serve-web.ts";

export const help = `cnd serve [DIR] [--adopt] [--new-log] [--setup] [--set-back]
Serve the campaign on PORT (8080), for this machine only unless HOST says otherwise. With DIR, import that campaign folder
if it has not been served yet; import files that change later with cnd import DIR.
If the data folder exists and is empty, and nothing beside it remembers a campaign, you can restore a backup at /setup with a
code that is shown here once.
Stop it with SIGINT or SIGTERM; what was acknowledged is durable at any moment.
  --adopt     treat the data folder and the database as a pair from now on, though one of them knows another; its keys must
              be the log's keys
  --new-log   the log is lost and no backup is left: start again from DIR, in a log with a new name, whose first record
              names the newest checkpoint of the lost one
  --set-back  the machine's clock is right, though behind the last time seen here: that time came from a clock set ahead
  --setup     restore a backup at /setup even if the folder is absent, or is empty though it held a campaign`;

const RETRY_EVERY = 30_000; // ms; records that were early become due

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, rest } = switches("serve", args, ["adopt", "new-log", "setup", "set-back"]);
  const [campaign, ...others] = rest;
  if (others.length > 0)
    throw new CommandError(`Expected one campaign folder or none, got ${rest.join(" and ")}.`);
  const dir = dataDir(settings, campaign);
  if (campaign !== undefined && !hasData(dir)) requireCampaign(campaign);
  if (campaign !== undefined && on.has("setup"))
    throw new CommandError("Expected a campaign folder or --setup, got both.");
  const waits = campaign === undefined && waitsForBackup(settings, dir, on.has("setup"));
  if (waits && !(await setUp(settings, dir))) return; // it was told to stop
  if (campaign === undefined && !settings.database && !existsSync(join(dir, "keys")))
    throw new CommandError(
      `Expected a campaign in ${dir}, found none. Make one (cnd init DIR) and serve it: cnd serve DIR. Or restore a backup with a browser: cnd serve --setup`,
    );
  const origin = await originOf(settings, campaign);
  const how = { adopt: on.has("adopt"), newLog: on.has("new-log"), setBack: on.has("set-back") };
  const stop = new AbortController();
  using _ = whenUnanswered(settings.database, stop.signal, leave);
  const opened = await openLocked(settings, dir, origin, how);
  if (!opened) throw new CommandError(`Another process serves ${dir} already. Stop it first.`);
  await using instance = opened;
  tidyStaging(instance.folder.dir);
  const isNew = (await instance.snapshot(theCampaign)) === undefined;
  if (campaign !== undefined && isNew) {
    const { importInto } = await import("./import.ts");
    await importInto(instance, campaign);
  } else if (campaign !== undefined)
    console.log(`Serving what is here. To import changed files: bin/cnd.js import ${campaign}`);
  else if (isNew) throw new CommandError(`${dir} holds no campaign yet. Serve one: cnd serve DIR`);
  const ofKeys = await namePapers(instance);
  await serveUntilStopped(instance, settings, stop, ofKeys);
}

async function originOf(settings: Settings, campaign: string | undefined): Promise<string> {
  if (campaign === undefined) return originFor(settings, "cnd"); // a log that exists keeps its own name
  const { campaignId } = await import("./import.ts");
  return originFor(settings, campaignId(campaign));
}

/** What was acknowledged is durable; what was not is refused, or taken up at the next start, as after a kill. */
function leave(): void {
  console.error(
    "Stopped without the database, which does not answer. What was acknowledged is saved. Jobs that waited for it will run at the next start; anyone who got no answer must send again.",
  );
  process.exit(0); // its threads and lines would wait on
}

/** @param stop aborted when it stops @param advice said once it serves, so that what hinders it stands alone */
async function serveUntilStopped(
  instance: Instance,
  settings: Settings,
  stop: AbortController,
  advice: string | undefined,
): Promise<void> {
  const stopped = once(stop.signal, "abort"); // it may be told to while it still starts
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const serving = servicesOf(instance, settings, () => (web.counters.unnoted += 1));
  const { web, cards } = webOf(instance, serving, settings.dev);
  clearWhenQuiet();
  using _ = onStray((line) => {
    web.counters.strays += 1;
    console.error(line);
  });
  instance.onErased(() => {
    web.cache.clear();
    cards.clear();
  });
  instance.onTakenBack(() => {
    web.takenBack();
    cards.clear();
  });
  const { media, snapshot, log, folder } = instance;
  const { commits, writes } = log;
  const following = { snapshot, commits, writes, log: console.error };
  const followers = openFollowers({ ...following, private: log.private });
  for (const one of features.flatMap((f) => f.follows?.(serving) ?? []))
    await followers.follow(one);
  const { federation } = serving;
  if (federation) federation.on = await snapshot(isOn);
  const spoken = [...new Set(speaks.flatMap(({ kinds }) => kinds))];
  if (federation) await followers.follow(fediverseFollower({ federation, snapshot }, spoken));
  await clearWork(instance.folder.dir); // before anybody can send
  const server = await listen(web, serving.budgets, settings);
  const control = await serveControl(instance.folder.socket, {
    ...instance.log,
    base: async () => serving.base,
  });
  const retry = setInterval(() => void instance.log.retryHeld().catch(complain), RETRY_EVERY);
  const { clock } = serving;
  const hourly = () => {
    if (!clock.isSettled()) return; // the next hour does what is left
    cards.expire(todayUtc());
    features.forEach((f) => void f.hourly?.(serving).catch(complain));
    log.private("end", clock.aged()).catch(complain);
    if (federation)
      fediverseHourly({ federation, snapshot, private: log.private }, timeNow()).catch(complain);
  };
  const hour = setInterval(hourly, HOUR);
  const minutely = () => {
    try {
      noteSeen(folder.seen, clock); // and a jump is seen when it happens
    } catch (error) {
      complain(error as Error);
    }
    if (clock.behindBy() > 0) snapshot((db) => keepUp(ownClock(), db)).catch(complain);
  };
  const minute = setInterval(minutely, MINUTE);
  minutely();
  hourly();
  const works = features.map((f) => f.works?.(serving));
  const quick = features.map((f) => f.quick?.(serving));
  const ladder = {
    [LADDER]: ladderWork({
      media,
      work: folder.ladder,
      private: log.private,
      touch: (names) => log.touch(names),
    }),
  };
  await serving.jobs.start(Object.assign(ladder, ...works), Object.assign({}, ...quick));
  const apart = features.flatMap((f) => f.laddersOf ?? []);
  const { jobs } = serving;
  const ladders = followMedia({ ...following, jobs, apart });
  const beside = features.map((f) => f.beside?.(serving, stop.signal).catch(complain));
  if (clock.isSettled()) sweepMedia(instance).catch(complain);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : settings.port;
  const { host } = settings;
  console.log(`Serving on ${heardAt({ host, port })}, ${reachOf(host)}`);
  if (advice !== undefined) console.error(advice);
  await Promise.race([stopped, instance.log.failed]);
  stop.abort(); // also where the log failed
  clearInterval(retry);
  clearInterval(hour);
  clearInterval(minute);
  minutely();
  web.close();
  await serving.federation?.close();
  await Promise.allSettled([serving.jobs.close(), followers.close(), ladders.close(), ...beside]);
  serving.mail?.close();
  control.close();
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE).unref();
  if (server.listening) await once(server, "close");
}

const HOUR = 3_600_000; // ms
const MINUTE = 60_000; // ms
const GRACE = 3000; // ms for answers that are on their way
const complain = (error: Error): void => console.error(error.message);
