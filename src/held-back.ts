/**
 * What nobody but the desk may have: bodies and files of what the log holds before its day (docs/decisions/0033-embargo.md), and
 * every file that nothing shows to the public today, or whose people do not agree to it any more. Rules M28 to M31 of
 * platform/media.
 */
import type { IncomingMessage } from "node:http";
import type { Db } from "./platform/db/store.ts";
import type { Feature } from "./platform/feature.ts";
import type { Kept } from "./platform/media/serve.ts";
import { namingFile } from "./platform/media/showing.ts";
import type { Instance } from "./platform/process/instance.ts";

/** Who may have a file, and for how long whoever is sent it keeps it. */
export type Reach = Kept | "nobody";

export interface HeldBack {
  /** The subjects of which nothing may be read today. */
  readonly subjects: (db: Db) => Promise<ReadonlySet<string>>;
  /** Names of which nothing may be read today, whoever says them. */
  readonly names: (db: Db) => Promise<readonly string[]>;
  /** Of this file, where somebody asks for it; `never` is for the desk alone. */
  readonly reachOf: (name: string, req: IncomingMessage) => Promise<Reach>;
}

/** What the house asks of its features. */
type Asked = Pick<Feature, "heldBack" | "heldNames" | "agreedFiles" | "hidesFiles" | "model">;

interface HoldingOptions {
  readonly features: readonly Asked[];
  readonly snapshot: Instance["snapshot"];
  readonly commits: { current(): number };
  readonly today: () => string;
  readonly isAtDesk: (req: IncomingMessage) => Promise<boolean>;
}

const MOST = 20_000; // names that are known at once, of some 200 bytes each

export function openHeldBack(options: HoldingOptions): HeldBack {
  const { features, snapshot, commits, today, isAtDesk } = options;
  const subjects: HeldBack["subjects"] = async (db) => {
    const all: string[] = [];
    for (const { heldBack } of features) all.push(...((await heldBack?.(db, today())) ?? []));
    return new Set(all);
  };
  const names: HeldBack["names"] = async (db) => {
    const all: string[] = [];
    for (const { heldNames } of features) all.push(...((await heldNames?.(db)) ?? []));
    return all;
  };
  // What is shown is shown until the next commit or the next day; what is not is looked up whenever it is asked for.
  let known = new Map<string, Promise<Kept | undefined>>();
  let since = "";
  function shownFor(name: string): Promise<Kept | undefined> {
    const day = today();
    const now = `${commits.current()} ${day}`;
    if (now !== since || known.size >= MOST) known = new Map();
    since = now;
    const at = known;
    const found = at.get(name) ?? snapshot((db) => keptFor(db, features, name, day));
    at.set(name, found);
    const forget = () => at.delete(name);
    found.then((kept) => kept ?? forget(), forget);
    return found;
  }
  return {
    subjects,
    names,
    async reachOf(name, req) {
      const shown = await shownFor(name);
      return shown ?? ((await isAtDesk(req)) ? "never" : "nobody");
    },
  };
}

/** The rule: something that stands shows it, and everybody in it agrees to that. Undefined where not. */
export async function keptFor(
  db: Db,
  features: readonly Asked[],
  name: string,
  today: string,
): Promise<Kept | undefined> {
  const all = await namingFile(db, name);
  if (all.length === 0) return undefined;
  const shown = all.filter(({ files }) => files !== "agreed");
  for (const { agreedFiles, model } of features) {
    const asked = all.filter(({ kind, files }) => files === "agreed" && model?.kinds[kind]);
    if (asked.length === 0) continue;
    const agreed = new Set(await agreedFiles?.(db, today, asked));
    shown.push(...asked.filter((one) => agreed.has(one)));
  }
  if (shown.length === 0) return undefined;
  const names = [name, ...new Set(all.map(({ media }) => media))];
  for (const { hidesFiles } of features) if (await hidesFiles?.(db, today, names)) return undefined;
  return all.every(({ files }) => files === "things") ? "year" : "day";
}
