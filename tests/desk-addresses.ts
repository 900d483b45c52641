/** The addresses of the desk as every feature makes them, with a door that is real and work that does nothing. */
import { features } from "../src/app.ts";
import type { Visitor } from "../src/platform/accounts/account.ts";
import { type Back, deskDoor, type DeskDoor } from "../src/platform/accounts/door.ts";
import type { Serving } from "../src/platform/feature.ts";
import type { Extra } from "../src/platform/web/extra.ts";

type May = Parameters<DeskDoor["of"]>[0];
interface DeskAddress {
  readonly extra: Extra;
  /** Which way through the door it was made; undefined for what has none: a script. */
  readonly by: keyof DeskDoor | undefined;
  /** Where it is for some. */
  readonly permission?: May;
}

const anything: never = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything),
  apply: () => anything,
}) as never;

/** @param who asks @returns by method and path, `GET /desk/queue/:id` */
export function deskAddresses(who: () => Visitor): ReadonlyMap<string, DeskAddress> {
  const real = deskDoor({
    accounts: { who: async () => who() } as never,
    snapshot: (work) => work(anything),
    frame: async () => ({ language: "en", base: "http://localhost" }) as never,
    menu: [],
    note: async () => undefined,
  });
  const made = new Map<Extra, Omit<DeskAddress, "extra">>();
  const kept = (extra: Extra, by: keyof DeskDoor, permission?: May) => {
    made.set(extra, { by, ...(permission && { permission }) });
    return extra;
  };
  const nothing = async () => ({ json: "done" });
  const door: DeskDoor = {
    of: (permission: May) => kept(real.of(permission, nothing), "of", permission),
    sure: (permission: May, back: Back) =>
      kept(real.sure(permission, back, nothing), "sure", permission),
    early: () => kept(real.early(nothing), "early"),
    open: () => kept(real.open(nothing), "open"),
  };
  const serving = servingOf(door);
  const all = features.flatMap((feature) => Object.entries(feature.machine?.(serving) ?? {}));
  return new Map(
    all
      .filter(([name]) => /^\w+ \/desk(?:\/|$)/.test(name))
      .map(([name, extra]) => [name, { extra, by: undefined, ...made.get(extra) }]),
  );
}

/** @returns every address of a feature to which something is posted that is not the desk's: `/letter/sign` */
export function publicPosts(): string[] {
  const serving = servingOf(anything);
  const names = features.flatMap((feature) => [
    ...Object.keys(feature.machine?.(serving) ?? {}),
    ...(feature.sent ?? []).flatMap(({ at }) => at ?? []),
  ]);
  return names.flatMap((name) => /^POST (?!\/desk(?:\/|$))(.*)/.exec(name)?.[1] ?? []).toSorted();
}

function servingOf(door: DeskDoor): Serving {
  const folder = new Proxy({}, { get: (_, name) => `/nowhere/${String(name)}` });
  const instance = new Proxy({}, { get: (_, name) => (name === "folder" ? folder : anything) });
  const known: Record<string, unknown> = { door, instance, base: "http://localhost" };
  return new Proxy({} as Serving, { get: (_, name) => known[String(name)] ?? anything });
}
