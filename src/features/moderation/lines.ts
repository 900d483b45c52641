/** What waits at the desk, as one list: new words, changed ones, appeals, and what readers reported. Rules MO7 and MO9. */
import type { Account } from "../../platform/accounts/account.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { thingAbout, type Thing } from "../conversation/api.ts";
import {
  notesOf,
  openReports,
  type Note,
  type Report,
  type Talker,
  talkersOf,
  mayDecide,
  remarksByIds,
  firstOpenRemarks,
  type Remark,
} from "../conversation/model.ts";

const MOST = 1000; // that are looked through at once, the oldest: a flood must not hold up the desk
const FIRST_OF_ALL = 3; // reports from as many windows put what is shown before everything else

type LineKind = "new" | "edit" | "appeal" | "second" | "reported";
export interface Line {
  /** Of the remark, or the subject of a story or a pledge that readers reported. */
  readonly id: string;
  readonly kind: LineKind;
  readonly remark?: Remark;
  readonly thing?: Thing;
  /** What it answers. */
  readonly answered?: Pick<Remark, "name" | "text">;
  readonly talker?: Talker;
  readonly signals: readonly string[];
  readonly reports: readonly Report[];
  readonly notes: readonly (Note & { readonly who: string })[];
  /** Somebody else decides: whoever looks asked another person, or refused what is appealed. */
  readonly isHeld: boolean;
}

interface Looking {
  readonly db: Db;
  readonly frame: Frame;
  readonly lang: string;
  readonly today: string;
  readonly account: Account;
  /** Of everybody, for the names in notes. */
  readonly accounts: readonly Account[];
}

/** All that waits: what many reported first, then in the order in which it came; last what came without a proof. */
export async function linesFor(looking: Looking): Promise<readonly Line[]> {
  const { db } = looking;
  const [waiting, reports] = [await firstOpenRemarks(db, MOST), await openReports(db)];
  const byAbout = Map.groupBy(reports, ({ about }) => about);
  const isOpen = new Set(waiting.map(({ id }) => id));
  const others = [...byAbout.keys()].filter((about) => !isOpen.has(about));
  const shown = await remarksByIds(
    db,
    others.filter((about) => about.length === 32),
  );
  const found = new Set(shown.map(({ id }) => id));
  const things = others.filter((about) => !found.has(about)); // or what is not here at all
  const lines = await withContext(looking, [...waiting, ...shown], byAbout);
  const reported = await Promise.all(things.map((about) => thingLine(looking, about, byAbout)));
  const weight = ({ kind, reports: said, signals }: Line) =>
    kind === "reported" && voices(said) >= FIRST_OF_ALL ? 0 : signals.includes("unproven") ? 2 : 1;
  return [...lines, ...reported].toSorted((a, b) => weight(a) - weight(b));
}

/** One server is one voice, however much it sends; here each window is one. */
const voices = (reports: readonly Report[]): number =>
  new Set(reports.map(({ host, n }) => host ?? n)).size;

async function withContext(
  looking: Looking,
  remarks: readonly Remark[],
  reports: ReadonlyMap<string, readonly Report[]>,
): Promise<Line[]> {
  const { db, accounts } = looking;
  const abouts = [...new Set(remarks.map(({ about }) => about))];
  const things = new Map(
    await Promise.all(abouts.map(async (one) => [one, await thingAbout(looking, one)] as const)),
  );
  const parents = await remarksByIds(db, [
    ...new Set(remarks.flatMap(({ answers }) => answers ?? [])),
  ]);
  const parentOf = new Map(parents.map((one) => [one.id, one]));
  const authors = [...new Set(remarks.flatMap(({ author }) => author ?? []))];
  const talkers = new Map((await talkersOf(db, authors)).map((one) => [one.who, one]));
  const notes = await notesOf(
    db,
    remarks.map(({ id }) => id),
  );
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return remarks.map((remark): Line => {
    const { id, answers, about, author, signals } = remark;
    const parent = answers === null ? undefined : parentOf.get(answers);
    const thing = things.get(about);
    const talker = author === null ? undefined : talkers.get(author);
    return {
      id,
      kind: kindOf(remark),
      remark,
      ...(thing && { thing }),
      ...(parent && { answered: parent }),
      ...(talker && { talker }),
      signals: JSON.parse(signals) as string[],
      reports: reports.get(id) ?? [],
      notes: notes
        .filter((note) => note.remark === id)
        .map((note) => ({ ...note, who: names.get(note.by) ?? "" })),
      isHeld: !isFor(looking, remark),
    };
  });
}

async function thingLine(
  looking: Looking,
  about: string,
  reports: ReadonlyMap<string, readonly Report[]>,
): Promise<Line> {
  const thing = await thingAbout(looking, about);
  const said = reports.get(about) ?? [];
  const rest = { signals: [], notes: [], isHeld: false };
  return { id: about, kind: "reported", ...(thing && { thing }), reports: said, ...rest };
}

function kindOf({ state, edit, appeal }: Remark): LineKind {
  if (edit !== null) return "edit";
  if (state === "second") return appeal === null ? "second" : "appeal";
  return state === "waiting" ? "new" : "reported";
}

/** Whether nobody but this account can decide. */
export const isAlone = (accounts: readonly Account[], id: string): boolean =>
  !accounts.some((one) => one.id !== id && !one.closed && may(one.role, "moderate"));

/** Whether whoever looks may decide about it today. */
export function isFor(
  { account, accounts, today }: Pick<Looking, "account" | "accounts" | "today">,
  remark: Remark,
): boolean {
  const alone = isAlone(accounts, account.id);
  return mayDecide(remark, { by: account.id, day: today, alone });
}

/** What a list can be narrowed to: where it came from, or what spoke for a closer look. */
export const SIGNAL_SORTS = [
  "person",
  "word",
  "first",
  "links",
  "before",
  "trouble",
  "slow",
  "unproven",
] as const;
type SignalSort = (typeof SIGNAL_SORTS)[number];

export function sortOfSignal(signal: string): SignalSort | undefined {
  const [code] = signal.split(":");
  if (code === "hold" || code === "second" || code === "refuse") return "word";
  return code === "named" ? "person" : SIGNAL_SORTS.find((one) => one === code);
}

/** `web`, `voice`, `fediverse` …, `reported`, `appeal`; or `signal-first` and the like. */
export function isIn(line: Line, filter: string): boolean {
  if (filter === "") return true;
  if (filter === "reported") return line.reports.length > 0;
  if (filter === "appeal" || filter === "second" || filter === "edit") return line.kind === filter;
  if (filter.startsWith("signal-"))
    return line.signals.some((one) => `signal-${sortOfSignal(one)}` === filter);
  return line.remark?.came === filter;
}
