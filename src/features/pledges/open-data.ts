/** The open data of pledges: one table of promises, one of every figure ever said. */
import { csv, type Cell } from "../../platform/web/csv.ts";
import { entryOf } from "./goal.ts";
import type { Entry } from "./ledger.ts";
import type { PledgeLine } from "./queries.ts";
import { stateWord } from "./status.ts";

/** A column: its name and what stands in it. */
type Columns<T> = readonly (readonly [name: string, value: (of: T) => Cell])[];

const PLEDGES = (base: string): Columns<PledgeLine> => [
  ["pledge", ({ slug }) => slug],
  ["title", ({ pledge }) => pledge.title],
  ["kind", ({ pledge }) => pledge.kind],
  ["pledger", ({ pledger }) => pledger.name],
  ["with", (line) => line.with.map(({ name }) => name).join("; ")],
  ["metric", ({ pledge }) => pledge.metric],
  ["unit", ({ pledge }) => pledge.unit],
  ["target", ({ pledge }) => pledge.target],
  ["baseline", ({ pledge }) => pledge.baseline?.value],
  ["baseline_as_of", ({ pledge }) => pledge.baseline?.asOf],
  ["from", ({ pledge }) => pledge.from],
  ["by", ({ pledge }) => pledge.by],
  ["status", ({ status }) => status?.state],
  ["claimed", ({ pledge }) => entryOf(pledge, pledge.numbers.claimed)?.value],
  ["claimed_as_of", ({ pledge }) => entryOf(pledge, pledge.numbers.claimed)?.asOf],
  ["evidenced", ({ pledge }) => entryOf(pledge, pledge.numbers.evidenced)?.value],
  ["evidenced_as_of", ({ pledge }) => entryOf(pledge, pledge.numbers.evidenced)?.asOf],
  ["attested", ({ pledge }) => entryOf(pledge, pledge.numbers.attested)?.value],
  ["goal", ({ pledge }) => pledge.goal],
  ["historical", ({ pledge }) => pledge.historical],
  ["counts_towards", ({ towards }) => towards?.slug],
  ["worded_differently", ({ pledge }) => pledge.wordings.length > 1],
  ["searched_on", ({ pledge }) => pledge.searched?.on],
  ["searched_where", ({ pledge }) => pledge.searched?.where.join("; ")],
  ["note", ({ pledge }) => pledge.note],
  ["where", ({ pledge }) => pledge.where],
  ["counting", ({ pledge }) => pledge.counting],
  ["checking", ({ pledge }) => pledge.checking],
  ["url", ({ slug }) => `${base}/pledges/${slug}`],
];

const CLAIMS = (base: string): Columns<{ readonly slug: string; readonly entry: Entry }> => [
  ["pledge", ({ slug }) => slug],
  ["claim", ({ entry }) => entry.id],
  ["value", ({ entry }) => entry.value],
  ["at_least", ({ entry }) => entry.atLeast ?? false],
  ["unit", ({ entry }) => entry.unit],
  ["text", ({ entry }) => entry.text],
  ["measure", ({ entry }) => entry.measure],
  ["as_of", ({ entry }) => entry.asOf],
  ["said_on", ({ entry }) => entry.saidOn],
  ["said_by", ({ entry }) => entry.saidBy],
  ["by", ({ entry }) => entry.by],
  ["state", ({ entry }) => stateWord(entry)],
  ["evidence", ({ entry }) => entry.evidence.map(({ url }) => url).join(" ")],
  ["revises", ({ entry }) => entry.revises],
  ["revised_by", ({ entry }) => entry.revisedBy.join(" ")],
  ["checked", ({ entry }) => entry.checked],
  ["note", ({ entry }) => entry.note],
  ["source_title", ({ entry }) => entry.source.title],
  ["source_url", ({ entry }) => entry.source.url],
  ["source_publisher", ({ entry }) => entry.source.publisher],
  ["source_date", ({ entry }) => entry.source.date],
  ["proof", ({ entry }) => `${base}/log/records/${entry.record}`],
];

export const pledgesCsv = (lines: readonly PledgeLine[], base: string): string =>
  written(PLEDGES(base), lines);

export const claimsCsv = (lines: readonly PledgeLine[], base: string): string =>
  written(
    CLAIMS(base),
    lines.flatMap(({ slug, pledge }) => pledge.ledger.map((entry) => ({ slug, entry }))),
  );

const written = <T>(columns: Columns<T>, rows: readonly T[]): string =>
  csv(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, value]) => value(row))),
  );
