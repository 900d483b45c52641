/** What there is to be told of, counted for one account: the same numbers as the first page of the desk shows, and no words of anybody. */
import { statfs } from "node:fs/promises";
import type { Account } from "../../../platform/accounts/account.ts";
import { may, type Permission } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import { askSubmissions } from "../../../platform/private/submissions.ts";
import { newerThan, type Release } from "../../../platform/process/releases.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Counted, Sort } from "./private.ts";
import { wordsIn } from "./words.ts";

/** Who is told of it: whoever may do something about it. What waits is counted for each by what they may take up. */
const FOR: Readonly<Record<Exclude<Sort, "waits">, Permission>> = {
  takenBack: "queue",
  mail: "settings",
  work: "settings",
  disk: "settings",
  release: "settings",
};

export const isFor = ({ role }: Pick<Account, "role">, sort: Sort): boolean =>
  sort === "waits" || may(role, FOR[sort]);

const GB = 1_000_000_000; // bytes
const LEAST = 1 * GB; // free; below it a day of films fills it
const SHARE = 0.05; // of the disk, but never more than this:
const MOST = 10 * GB;

/** Whether little is left of the disk on which this folder lies. */
export async function isFilling(dir: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(dir);
  return isLittle(bavail * bsize, blocks * bsize);
}

/** @param free bytes @param size of the disk, bytes */
export const isLittle = (free: number, size: number): boolean =>
  free < Math.max(LEAST, Math.min(SHARE * size, MOST));

/** What is told of and stands in no database, as one text. */
export const beside = async ({
  instance: { folder },
  mail,
  house,
}: Pick<Serving, "instance" | "mail" | "house">): Promise<string> =>
  JSON.stringify([
    mail?.failures(),
    await isFilling(folder.dir),
    newerThan(folder.dir, house.version)?.version,
  ]);

/** @param sorts those that the account chose */
export async function counted(
  serving: Pick<Serving, "waits" | "instance" | "mail" | "jobs" | "house" | "base">,
  account: Account,
  lang: string,
  sorts: readonly Sort[],
): Promise<Counted[]> {
  const words = wordsIn(lang);
  const all: Counted[] = [];
  const { log, folder } = serving.instance;
  for (const sort of sorts.filter((one) => isFor(account, one))) {
    if (sort === "waits")
      for (const { words: said, count, path, each } of await serving.waits(account, lang))
        if (each)
          for (const id of each)
            all.push({ what: EACH + id, words: said, path, count: 1, before: 0 });
        else all.push({ what: `waits ${path}`, words: said, path, count, before: count });
    else if (sort === "release") {
      const newer = newerThan(folder.dir, serving.house.version);
      if (newer) all.push(toldOf(newer, lang, serving.base));
    } else {
      const count = await {
        takenBack: async () => askSubmissions(log.private).withdrawals(),
        mail: async () => serving.mail?.failures() ?? 0,
        work: async () => (await serving.jobs.overview(0)).failed,
        disk: async () => Number(await isFilling(folder.dir)),
      }[sort]();
      const before = sort === "disk" ? 0 : count;
      all.push({ what: sort, words: words.told[sort], path: WHERE[sort], count, before });
    }
  }
  return all;
}

/** What to do about it. */
const WHERE = {
  takenBack: "/desk/queue",
  mail: "/desk/updates",
  work: "/desk/run",
  disk: "/desk",
} as const;

/** Before what is told once for itself. */
export const EACH = "each ";
export const RELEASE = "release ";
const RUN = "/desk/run#newer";

/** Each version is a thing of its own, so that it is told once. Nothing that the list says of it goes out in our mail. */
function toldOf({ version, day }: Release, lang: string, base: string): Counted {
  const words = wordsIn(lang).told.release(version, formatDay(day, lang), base + RUN);
  return { what: `${RELEASE}${version}`, words, path: RUN, count: 1, before: 0 };
}
