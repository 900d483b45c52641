/** `cnd import-book FILE|DIR --into DIR`: picture books of other systems come into a campaign folder. */
import { dayAt } from "../engines/calendar/day.ts";
import { folderParts } from "../folder-parts.ts";
import { languageTag, type ArrivedBooks } from "../importers/books/arriving.ts";
import { bringBooks } from "../importers/books/import-books.ts";
import { ArrivalError } from "../importers/site.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd import-book FILE|DIR --into DIR [--signer ID [--sign TAG]]
Bring picture books into a campaign folder, which is created if needed. FILE is a Bloom book (.bloompub, or the .htm in
its folder) or an African Storybook text (.md), with its pictures and other languages beside it; DIR holds one book or
thousands. Then read the result, correct it, and import it: cnd import DIR
  --into DIR   the campaign folder; what it already contains does not change
  --signer ID  the signer in its films: someone in DIR's people.yaml who agrees to a film
  --sign TAG   the sign language (xki, ase, …), if the book does not say
A book without a licence is refused. Running it again adds only what is new. A report of what was left out, by page,
is written to DIR. Without --signer, films of someone signing are set aside: they are shown only once the signer is named
and agrees.`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest: sources } = switches("import-book", args, [], ["into", "signer", "sign"]);
  const { into, signer } = of;
  const sign = of.sign === undefined ? undefined : languageTag(of.sign);
  if (of.sign !== undefined && sign === undefined)
    throw new CommandError(`--sign: expected a sign language such as xki, got ${of.sign}.`);
  if (sources.length === 0 || into === undefined)
    throw new CommandError(
      "Expected a book and a campaign folder: cnd import-book two-hills.bloompub --into my-campaign",
    );
  for (const from of sources) {
    const bar = progressBar("Books");
    const arrived = await bringBooks({
      from,
      into,
      parts: folderParts,
      today: dayAt(timeNow()),
      ...(signer !== undefined && { signer }),
      ...(sign !== undefined && { sign }),
      progress: bar.report,
    }).catch(oneLine);
    bar.end();
    tell(arrived, from, into);
    if (arrived.books.length === 0 && arrived.alreadyThere === 0)
      throw new CommandError(`No book from ${from} could be imported.`);
  }
}

function oneLine(error: unknown): never {
  if (error instanceof ArrivalError) throw new CommandError(error.message, { cause: error });
  throw error;
}

const SHOWN = 5; // lines; the rest stands in the report

function tell(
  { books, alreadyThere, leftOut, report }: ArrivedBooks,
  from: string,
  into: string,
): void {
  const sum = (of: (one: (typeof books)[number]) => number) =>
    books.reduce((all, one) => all + of(one), 0);
  const there = alreadyThere > 0 ? `, ${alreadyThere} already there` : "";
  console.log(
    `Brought ${from} into ${into}: ${books.length} books in ${sum(({ languages }) => languages.length)} texts, ${sum(({ pages }) => pages)} pages, ${sum(({ pictures }) => pictures)} pictures${there}.`,
  );
  if (leftOut.length > 0) console.log(`Left out: ${leftOut.length}`);
  for (const { what, why } of leftOut.slice(0, SHOWN)) console.log(`  ${what}: ${why}`);
  if (leftOut.length > SHOWN) console.log(`  … and ${leftOut.length - SHOWN} more`);
  const noted = books.filter(({ notes }) => notes.length > 0).length;
  if (noted > 0) console.log(`${noted} of them have notes to check.`);
  if (report !== undefined)
    console.log(`Read ${into}/${report}, correct what you like, then: cnd import ${into}`);
}
