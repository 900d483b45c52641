/** What the features of an instance that serves are given: accounts, limits, jobs, mail, the federation. */
import { campaignFrame } from "../features/campaign/api.ts";
import { speakingIn } from "../features/translations/api.ts";
import { features, sentSorts } from "../app.ts";
import { openAccounts } from "../platform/accounts/accounts.ts";
import { deskDoor } from "../platform/accounts/door.ts";
import { openNotes, openSignInNotes } from "../platform/accounts/trail.ts";
import { openBudgets, type Budgets } from "../platform/budget/budget.ts";
import { readLimits } from "../platform/budget/settings.ts";
import type { Db } from "../platform/db/store.ts";
import type { Serving } from "../platform/feature.ts";
import type { FederationData } from "../platform/federation/federating.ts";
import { mayFederate, openFederation, type Federation } from "../platform/federation/door.ts";
import type { Heard } from "../platform/federation/speaking.ts";
import { federationThread } from "../platform/federation/thread.ts";
import { openJobs } from "../platform/jobs/jobs.ts";
import { openMail } from "../platform/mail/mail.ts";
import type { Instance } from "../platform/process/instance.ts";
import { ownClock, timeNow } from "../platform/process/steady-clock.ts";
import { chromeIn } from "../platform/web/chrome.ts";
import { pathIn, type Frame } from "../platform/web/frame.ts";
import { openTally } from "../platform/web/tally.ts";
import { isLoopback } from "../platform/web/forwarded.ts";
import { baseOf, entryOf, type Settings } from "./context.ts";
import { houseOf } from "./serve-house.ts";
import { version } from "./version.ts";

/** @param unnoted told of each line of the trail that could not be written */
export function servicesOf(instance: Instance, settings: Settings, unnoted: () => void): Serving {
  const base = baseOf(settings);
  const { snapshot } = instance;
  const note = openNotes(instance.log.private, unnoted);
  const clock = ownClock();
  const isTrial = settings.dev;
  const frame = async (db: Db, lang?: string) => {
    const own = await campaignFrame(db, base);
    const spoken = lang === undefined ? db : await speakingIn(db, lang, own.language);
    return { ...(spoken === db ? own : await campaignFrame(spoken, base)), isTrial };
  };
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
  const menu = features.flatMap((f) => f.desk ?? []);
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
    leads: async (account, lang) => {
      const all = features.map(async (f) => (await f.leads?.(serving, account, lang)) ?? []);
      return (await Promise.all(all)).flat();
    },
    speaker: {
      append: (records) => instance.log.append(records),
      key: instance.folder.keys.owner,
      snapshot,
    },
    accounts,
    menu,
    door: deskDoor({
      accounts,
      snapshot,
      frame,
      menu,
      note,
    }),
    jobs: openJobs({
      private: instance.log.private,
      writes: instance.log.writes,
      now: timeNow,
      log: console.error,
    }),
    house: houseOf(settings, instance, base),
    related: features.map((f) => async (request, about) => f.related?.(request, about)),
    ...(federation && { federation }),
    ...(settings.mail !== undefined && {
      mail: openMail(
        settings.mail,
        async () => (await snapshot(frame)).name,
        async (lang) => rightsLine(await snapshot(frame), lang),
      ),
    }),
    tally: openTally(new URL(base).hostname),
    now: timeNow,
    clock,
    trailDays: settings.trailDays,
    isShared: !isLoopback(settings.host),
  };
  const hears = features.flatMap((f) => f.hears?.(serving) ?? []);
  const hearing = async (heard: Heard) => {
    for (const each of hears) await each(heard);
  };
  return serving;
}

/** ML2: the last line of every letter. @param lang the letter's, where it names one */
function rightsLine(frame: Frame, lang = frame.language): string {
  const { rights } = chromeIn(lang);
  return `${rights}: ${frame.base}${pathIn(frame, lang, "/rights")}`;
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
    version: version(),
    allowPrivate,
  };
  const thread = federationThread(
    entryOf("federation"),
    { ...data },
    {
      private: log.private,
      hears,
      log: console.error,
    },
  );
  return openFederation(thread, budgets);
}
