/** `cnd serve [DIR]`: the instance for its readers, until it is told to stop. */
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { A_DAY, dayAt } from "../engines/calendar/day.ts";
import { campaignFrame, theCampaign } from "../features/campaign/feature.ts";
import { speakingIn } from "../features/translations/feature.ts";
import { features, sentSorts } from "../app.ts";
import { registry } from "../models.ts";
import { speaks } from "../speaks.ts";
import { openAccounts } from "../platform/accounts/accounts.ts";
import { takenBackAt } from "../platform/addresses/taken-back.ts";
import { deskDoor } from "../platform/accounts/door.ts";
import { openNotes, openSignInNotes } from "../platform/accounts/trail.ts";
import { openBudgets, type Budgets } from "../platform/budget/budget.ts";
import { readLimits } from "../platform/budget/settings.ts";
import type { Db } from "../platform/db/store.ts";
import type { Serving } from "../platform/feature.ts";
import type { FederationData } from "../platform/federation/federating.ts";
import {
  federationAddresses,
  mayFederate,
  openFederation,
  type Federation,
} from "../platform/federation/door.ts";
import { fediverseFollower, fediverseHourly } from "../platform/federation/follow.ts";
import type { Heard } from "../platform/federation/speaking.ts";
import { federationThread } from "../platform/federation/thread.ts";
import { openFollowers } from "../platform/followers/followers.ts";
import { openJobs } from "../platform/jobs/jobs.ts";
import { openCards } from "../platform/media/cards/kept.ts";
import { followMedia } from "../platform/media/ladder/follow.ts";
import { LADDER, ladderWork } from "../platform/media/ladder/ladder.ts";
import { openMail } from "../platform/mail/mail.ts";
import { freshness } from "../platform/log/state.ts";
import { logRoutes } from "../platform/log/page.tsx";
import { serveControl } from "../platform/process/control.ts";
import { isOn } from "../platform/private/blocks.ts";
import { besideData, hasData } from "../platform/process/data-folder.ts";
import { keepWithdrawn } from "../platform/process/kept.ts";
import { sweepMedia, type Instance } from "../platform/process/instance.ts";
import { clearWhenQuiet } from "../platform/process/quiet.ts";
import { noteSeen, readLastSeen, steadyClock } from "../platform/process/steady-clock.ts";
import { onStray } from "../platform/process/strays.ts";
import { sentHandlers } from "../platform/sent/handlers.ts";
import { translatedAt } from "../platform/words/translations.ts";
import { cardAddresses } from "../platform/web/cards.ts";
import { named } from "../platform/web/extra.ts";
import { listen } from "../platform/web/listen.ts";
import { openTally } from "../platform/web/tally.ts";
import { createWeb } from "../platform/web/server.ts";
import { openHeldBack } from "../held-back.ts";
import { machineRoutes } from "../serving.ts";
import {
  baseOf,
  CommandError,
  dataDir,
  entryOf,
  heardAt,
  originFor,
  openLocked,
  reachOf,
  requireCampaign,
  switches,
  type Settings,
} from "./context.ts";
import { namePapers } from "./key-change.ts";

export const help = `cnd serve [DIR] [--adopt] [--new-log]
Serve the campaign on PORT (8080), for this machine alone unless HOST says otherwise. With DIR, import that campaign folder
where nothing is served from it yet; files that change later come in with cnd import DIR.
Stop it with SIGINT or SIGTERM; what was acknowledged is durable at any moment.
  --adopt     the data folder and the database belong together from now on, though one of them knows another; its keys must
              be those of the log
  --new-log   the log is lost and no backup is left: begin anew from DIR, in a log with a new name, whose first record
              names the newest checkpoint of the lost one`;

const RETRY_EVERY = 30_000; // ms; records that were early become due

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, rest } = switches("serve", args, ["adopt", "new-log"]);
  const [campaign, ...others] = rest;
  if (others.length > 0)
    throw new CommandError(`Expected one campaign folder or none, got ${rest.join(" and ")}.`);
  const dir = dataDir(settings, campaign);
  if (campaign !== undefined && !hasData(dir)) requireCampaign(campaign);
  if (campaign === undefined && !settings.database && !existsSync(join(dir, "keys")))
    throw new CommandError(
      `Expected a campaign in ${dir}, found none. Make one (cnd init DIR) and serve it: cnd serve DIR`,
    );
  const origin = await originOf(settings, campaign);
  const how = { adopt: on.has("adopt"), newLog: on.has("new-log") };
  const opened = await openLocked(settings, dir, origin, how);
  if (!opened) throw new CommandError(`Another process serves ${dir} already. Stop it first.`);
  await using instance = opened;
  const isNew = (await instance.snapshot(theCampaign)) === undefined;
  if (campaign !== undefined && isNew) {
    const { importInto } = await import("./import.ts");
    await importInto(instance, campaign);
  } else if (campaign !== undefined)
    console.log(`Serving what is here. Changed files come in with: bin/cnd.js import ${campaign}`);
  else if (isNew) throw new CommandError(`${dir} holds no campaign yet. Serve one: cnd serve DIR`);
  const ofKeys = await namePapers(instance);
  await serveUntilStopped(instance, settings, ofKeys);
}

async function originOf(settings: Settings, campaign: string | undefined): Promise<string> {
  if (campaign === undefined) return originFor(settings, "cnd"); // a log that exists keeps its own name
  const { campaignId } = await import("./import.ts");
  return originFor(settings, campaignId(campaign));
}

/** @param advice said once it serves, so that what hinders it stands alone */
async function serveUntilStopped(
  instance: Instance,
  settings: Settings,
  advice: string | undefined,
): Promise<void> {
  const stop = new AbortController();
  const stopped = once(stop.signal, "abort"); // it may be told to while it still starts
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const base = baseOf(settings);
  const serving = servingOf(instance, settings, base, () => (web.counters.unnoted += 1));
  const held = openHeldBack({
    hooks: features.flatMap((f) => (f.heldBack ? [(db, today) => f.heldBack!(db, today)] : [])),
    snapshot: instance.snapshot,
    today: todayUtc,
    isAtDesk: async (req) => (await serving.accounts.who(req)) !== undefined,
  });
  const cards = openCards({
    dir: join(instance.folder.cache, "cards"),
    fonts: join(instance.folder.cache, "fonts"),
    pathOf: async (name) =>
      (await instance.media.has(name)) ? instance.media.path(name) : undefined,
  });
  const web = createWeb({
    routes: [
      ...logRoutes(registry, instance.folder.keys.log.name),
      ...features.flatMap((f) => f.routes),
    ],
    related: serving.related,
    base,
    budgets: serving.budgets,
    readMedia: (name) => instance.media.read(name),
    frame: serving.frame,
    speaking: speakingIn,
    former,
    takenBack: takenBackAt,
    snapshot: instance.snapshot,
    commits: instance.log.commits,
    freshness,
    today: todayUtc,
    cache: { dir: instance.folder.cache, build: buildId() },
    dev: settings.dev,
    tally: serving.tally,
    ...(serving.federation && { alternate: serving.federation.alternate }),
    extra: {
      ...machineRoutes(instance, serving.budgets, () => web.counters, serving.clock, held),
      ...(serving.federation && federationAddresses(serving.federation)),
      ...cardAddresses({
        look: (path, lang) => web.lookAt(path, lang),
        cards,
        budgets: serving.budgets,
      }),
      ...named(Object.assign({}, ...features.map((f) => f.machine?.(serving)))),
      ...sentHandlers({
        sorts: sentSorts,
        budgets: serving.budgets,
        speaker: serving.speaker,
        private: instance.log.private,
        frame: serving.frame,
        keepWithdrawn: (hash) => keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash),
        takenBack: async () => {
          for (const feature of features) await feature.takenBack?.(serving);
        },
        now: Date.now,
      }),
    },
  });
  clearWhenQuiet();
  using _ = onStray((line) => {
    web.counters.strays += 1;
    say(line);
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
  const { commits } = log;
  const followers = openFollowers({ private: log.private, snapshot, commits, log: say });
  for (const one of features.flatMap((f) => f.follows?.(serving) ?? []))
    await followers.follow(one);
  const { federation } = serving;
  if (federation) federation.on = await snapshot(isOn);
  const spoken = [...new Set(speaks.flatMap(({ kinds }) => kinds))];
  if (federation) await followers.follow(fediverseFollower({ federation, snapshot }, spoken));
  const server = await listen(web, serving.budgets, settings);
  const control = await serveControl(instance.folder.socket, {
    ...instance.log,
    base: async () => base,
  });
  const retry = setInterval(() => void instance.log.retryHeld().catch(complain), RETRY_EVERY);
  const { clock } = serving;
  const hourly = () => {
    if (!clock.isSettled()) return; // the next hour does what is left
    try {
      noteSeen(folder.seen, clock);
    } catch (error) {
      complain(error as Error);
    }
    cards.expire(todayUtc());
    features.forEach((f) => void f.hourly?.(serving).catch(complain));
    if (federation)
      fediverseHourly({ federation, snapshot, private: log.private }, Date.now()).catch(complain);
  };
  const hour = setInterval(hourly, HOUR);
  const minute = setInterval(() => clock.isSettled(), MINUTE); // a jump is seen when it happens
  hourly();
  const works = features.map((f) => f.works?.(serving));
  const ladder = {
    [LADDER]: ladderWork({
      media,
      work: folder.ladder,
      private: log.private,
      touch: (names) => log.touch(names),
    }),
  };
  await serving.jobs.start(Object.assign(ladder, ...works));
  const ladders = followMedia({ snapshot, commits, jobs: serving.jobs, log: say });
  const beside = features.map((f) => f.beside?.(serving, stop.signal).catch(complain));
  if (clock.isSettled()) sweepMedia(instance).catch(complain);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : settings.port;
  const { host } = settings;
  console.log(`Serving on ${heardAt({ host, port })}, ${reachOf(host)}`);
  if (advice !== undefined) say(advice);
  await Promise.race([stopped, instance.log.failed]);
  stop.abort(); // also where the log failed
  clearInterval(retry);
  clearInterval(hour);
  clearInterval(minute);
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

/** What features are given. */
function servingOf(
  instance: Instance,
  settings: Settings,
  base: string,
  unnoted: () => void,
): Serving {
  const { snapshot } = instance;
  const note = openNotes(instance.log.private, unnoted);
  const clock = steadyClock({
    wall: Date.now,
    passed: () => performance.now(),
    lastSeen: readLastSeen(instance.folder.seen),
    say,
  });
  const isTrial = settings.dev;
  const frame = async (db: Db) => ({ ...(await campaignFrame(db, base)), isTrial });
  const limits = readLimits(instance.folder.dir);
  const accounts = openAccounts({
    private: instance.log.private,
    base,
    key: instance.folder.keys.owner,
    sealing: instance.folder.keys.log,
    idle: limits.signIn.seconds * 1000,
    aheadBy: () => clock.aheadBy(),
    notes: openSignInNotes(note),
  });
  const budgets = openBudgets(limits);
  const federation = federationOf(instance, settings, {
    base,
    budgets,
    hears: (heard) => hearing(heard),
  });
  const serving: Serving = {
    instance,
    base,
    budgets,
    frame,
    sorts: sentSorts,
    waits: async (account, lang) => {
      const all = features.map(async (f) => (await f.waits?.(serving, account, lang)) ?? []);
      return (await Promise.all(all)).flat();
    },
    steps: async (account, lang) => {
      const all = features.map(async (f) => (await f.steps?.(serving, account, lang)) ?? []);
      return (await Promise.all(all)).flat();
    },
    speaker: {
      append: (records) => instance.log.append(records),
      key: instance.folder.keys.owner,
      snapshot,
    },
    accounts,
    door: deskDoor({ accounts, snapshot, frame, note }),
    jobs: openJobs({
      private: instance.log.private,
      now: Date.now,
      log: say,
    }),
    related: features.map((f) => async (request, about) => f.related?.(request, about)),
    ...(federation && { federation }),
    ...(settings.mail !== undefined && {
      mail: openMail(settings.mail, async () => (await snapshot(frame)).name),
    }),
    tally: openTally(new URL(base).hostname),
    now: Date.now,
    clock,
    trailDays: settings.trailDays,
  };
  const hears = features.flatMap((f) => f.hears?.(serving) ?? []);
  const hearing = async (heard: Heard) => {
    for (const each of hears) await each(heard);
  };
  return serving;
}

/** Nothing of it runs yet: its thread begins with the first thing that is asked of it. */
function federationOf(
  { log, folder }: Instance,
  settings: Settings,
  {
    base,
    budgets,
    hears,
  }: {
    readonly base: string;
    readonly budgets: Budgets;
    readonly hears: (heard: Heard) => Promise<void>;
  },
): Federation | undefined {
  const allowPrivate = settings.allowPrivate === true;
  if (!mayFederate(base, allowPrivate)) return undefined;
  const data: FederationData = {
    database: settings.database ?? folder.database,
    base,
    version: versionOf(),
    allowPrivate,
  };
  const thread = federationThread(
    entryOf("federation"),
    { ...data },
    {
      private: log.private,
      hears,
      log: say,
    },
  );
  return openFederation(thread, budgets);
}

/** Where an address of an earlier site leads now, by the first feature that knows it. */
async function former(db: Db, addresses: readonly string[]): Promise<string | undefined> {
  for (const feature of features) {
    const to = await feature.former?.(db, addresses, todayUtc());
    if (to !== undefined) return to;
  }
  return undefined;
}

const HOUR = 3_600_000; // ms
const MINUTE = 60_000; // ms
const GRACE = 3000; // ms for answers that are on their way
const say = (line: string): void => console.error(line);
const complain = (error: Error): void => say(error.message);

/** Names this program and its words for the page cache: pages that an old build made, or of old words, are not shown. */
function buildId(): string {
  const own = process.argv[1]!; // what was started
  return own.endsWith(".ts")
    ? `sources ${Date.now()}`
    : `built ${statSync(own).mtimeMs} ${translatedAt()}`;
}

/** Of the package, wherever the program was built to. */
function versionOf(): string {
  const about = readFileSync(findPackageJSON("..", import.meta.url)!, "utf8");
  return (JSON.parse(about) as { readonly version: string }).version;
}

let day = "";
let dayEnds = 0;
/** Today in UTC; asked for with every answer, so it is worked out once a day. */
function todayUtc(): string {
  const now = Date.now();
  if (now >= dayEnds) {
    day = dayAt(now);
    dayEnds = Date.parse(day) + A_DAY;
  }
  return day;
}
