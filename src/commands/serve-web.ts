/** The pages and addresses of an instance that serves, and the share cards of its pages. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { A_DAY, dayAt } from "../engines/calendar/day.ts";
import { speakingIn } from "../features/translations/api.ts";
import { features, sentSorts } from "../app.ts";
import { addressesOf } from "../own/features.ts";
import { registry } from "../models.ts";
import { ownLoaded } from "../own/models.ts";
import { takenBackAt } from "../platform/addresses/taken-back.ts";
import type { Db } from "../platform/db/store.ts";
import type { Serving } from "../platform/feature.ts";
import { federationAddresses } from "../platform/federation/door.ts";
import { openCards, type Cards } from "../platform/media/cards/kept.ts";
import { freshness } from "../platform/log/state.ts";
import { logRoutes } from "../platform/log/page.tsx";
import { besideData } from "../platform/process/data-folder.ts";
import { keepWithdrawn } from "../platform/process/kept.ts";
import type { Instance } from "../platform/process/instance.ts";
import { sentHandlers } from "../platform/sent/handlers.ts";
import { translatedAt } from "../platform/words/translations.ts";
import { cardAddresses } from "../platform/web/cards.ts";
import { createWeb, type Web } from "../platform/web/server.ts";
import { openHeldBack } from "../held-back.ts";
import { machineRoutes } from "../serving.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export function webOf(
  instance: Instance,
  serving: Serving,
  dev: boolean,
): { readonly web: Web; readonly cards: Cards } {
  const held = openHeldBack({
    features,
    snapshot: instance.snapshot,
    commits: instance.log.commits,
    today: todayUtc,
    async isAtDesk(req) {
      const visitor = await serving.accounts.who(req);
      return visitor !== undefined && !visitor.must;
    },
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
    base: serving.base,
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
    dev,
    tally: serving.tally,
    ...(serving.federation && { alternate: serving.federation.alternate }),
    extra: {
      ...machineRoutes(
        instance,
        serving.budgets,
        () => web.counters,
        serving.clock,
        held,
        async () =>
          Object.assign({}, ...(await Promise.all(features.map(async (f) => f.gauges?.(serving))))),
      ),
      ...(serving.federation && federationAddresses(serving.federation)),
      ...cardAddresses({
        look: (reader, path, lang) => web.lookAt(reader, path, lang),
        cards,
        budgets: serving.budgets,
      }),
      ...addressesOf(features, serving),
      ...sentHandlers({
        sorts: sentSorts,
        budgets: serving.budgets,
        speaker: serving.speaker,
        private: instance.log.private,
        files: { media: instance.media, dir: instance.folder.dir },
        frame: serving.frame,
        keepWithdrawn: (hash) => keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash),
        takenBack: async () => {
          for (const feature of features) await feature.takenBack?.(serving);
        },
        now: timeNow,
      }),
    },
  });
  return { web, cards };
}

/** Where an address of an earlier site leads now, by the first feature that knows it. */
async function former(db: Db, addresses: readonly string[]): Promise<string | undefined> {
  for (const feature of features) {
    const to = await feature.former?.(db, addresses, todayUtc());
    if (to !== undefined) return to;
  }
  return undefined;
}

/** Names this program and its words for the page cache: pages that an old build made, or of old words, are not shown. */
function buildId(): string {
  const own = process.argv[1]!; // what was started
  const others = ownLoaded().map(({ path }) => statSync(path).mtimeMs);
  return own.endsWith(".ts")
    ? `sources ${timeNow()}`
    : `built ${[statSync(own).mtimeMs, translatedAt(), ...others].join(" ")}`;
}

let day = "";
let dayEnds = 0;
/** Today in UTC; asked for with every answer, so it is worked out once a day. */
export function todayUtc(): string {
  const now = timeNow();
  if (now >= dayEnds) {
    day = dayAt(now);
    dayEnds = Date.parse(day) + A_DAY;
  }
  return day;
}
