/** What an erasure did, for whoever asked for it and for whoever has to answer for it. It holds no name. Rule HD6. */
import { unfrozen } from "../../platform/private/freezing.ts";
import type { FoundBackup, Held } from "./found.ts";
import type { Anew } from "./said-anew.ts";

export interface Receipt {
  /** ISO 8601. */
  readonly erased: string;
  /** How many of each place went: kinds of record, private tables, tables and indexes made anew, files. */
  readonly went: Readonly<Record<string, number>>;
  /** What others said goes on standing without the name; an editor should read it: by subject, the kinds. */
  readonly saidAnew: Readonly<Record<string, readonly string[]>>;
  /** What ended, as nothing could stand in its place: by subject, the kinds. */
  readonly ended: Readonly<Record<string, readonly string[]>>;
  /** What is there still, by place, and why. */
  readonly remains: readonly { readonly place: string; readonly n: number; readonly why: string }[];
  readonly backups: readonly FoundBackup[];
  /** Servers that were sent it, and were told that it is taken back. */
  readonly servers: readonly string[];
  /** Mails to readers that may hold it. */
  readonly mails: number;
}

interface Done {
  readonly before: Held;
  readonly after: Held;
  readonly anew: readonly Anew[];
  readonly now: number;
}

export function receiptOf({ before, after, anew, now }: Done): Receipt {
  const [was, is] = [placesOf(before), placesOf(after)];
  const went = Object.entries(was).map(([place, n]) => [place, n - (is[place] ?? 0)] as const);
  const kindsBy = (of: (one: Anew) => readonly string[]) =>
    Object.fromEntries(anew.flatMap((one) => (of(one).length > 0 ? [[one.subject, of(one)]] : [])));
  return {
    erased: new Date(now).toISOString(),
    went: Object.fromEntries(went.filter(([, n]) => n > 0)),
    saidAnew: kindsBy(({ says }) => says.map(({ kind }) => kind)),
    ended: kindsBy(({ ends }) => ends),
    remains: Object.entries(is).map(([place, n]) => ({ place, n, why: whyOf(place) })),
    backups: before.backups,
    ...before.told,
  };
}

/** How many there are of each place. */
export function placesOf({ records, rows, made, files }: Held): Record<string, number> {
  const places = [
    ...records.map(({ isWaiting, kind }) => (isWaiting ? `waiting ${kind}` : `log ${kind}`)),
    ...rows.map(({ table, row }) => `private ${unfrozen(table, row).table}`),
    ...made.flatMap(({ table, rows: n }) => Array.from({ length: n }, () => `table ${table}`)),
    ...files.map(({ sort }) => `file ${sort}`),
  ];
  const counts: Record<string, number> = {};
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

function whyOf(place: string): string {
  if (place.startsWith("log "))
    return "says no name: that somebody was here, agreed, and was taken back, under an id that means nothing now";
  if (place.startsWith("private ")) return "holds a random id alone, which leads to nobody now";
  if (place.startsWith("file "))
    return "a file that this program cannot change: look at it, and delete it";
  return "follows from what remains";
}

/** As lines of text. */
export function receiptText(receipt: Receipt): string {
  const { erased, went, saidAnew, ended, remains, backups, servers, mails } = receipt;
  const lines = (of: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(of).map(([subject, kinds]) => `  ${subject}: ${kinds.join(", ")}`);
  return [
    `Erased ${erased}.`,
    "What went:",
    ...Object.entries(went).map(([place, n]) => `  ${place}: ${n}`),
    ...titled(
      "What others said, which stands without the name; an editor should read it:",
      lines(saidAnew),
    ),
    ...titled("What ended, as nothing could stand in its place:", lines(ended)),
    ...titled(
      "What remains, and why:",
      remains.map(({ place, n, why }) => `  ${place}: ${n} (${why})`),
    ),
    "  The log keeps of each record when it was said, by which key, and the hash of what it said; that hash is salted, and nobody can guess the words from it.",
    ...titled(
      "Backups made before hold it still:",
      backups.map(
        ({ file, until }) =>
          `  ${file}, ${until === undefined ? "until somebody deletes it" : `until ${until} at the latest`}`,
      ),
    ),
    "  A backup that was taken elsewhere holds it until whoever keeps it deletes it. A restore of any of them forgets again what the log erased and every row that went. It brings the name back into rows of others that only lost it: erase this person once more after such a restore.",
    ...titled(
      "Servers that were sent it, and were asked to forget it:",
      servers.map((one) => `  ${one}`),
    ),
    ...titled(
      "Mails that went to readers, told of it, and cannot be called back:",
      mails > 0 ? [`  ${mails} at most`] : [],
    ),
  ].join("\n");
}

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [title, ...lines] : [];
