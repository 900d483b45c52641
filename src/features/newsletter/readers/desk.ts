/** Subscribers in and out, for owners: what comes in is asked first, what goes out is asked for anew. Rules U20 to U22. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { askErased } from "../../../platform/private/erased.ts";
import { besideData } from "../../../platform/process/data-folder.ts";
import { readWithdrawnList } from "../../../platform/process/kept.ts";
import { csv } from "../../../platform/web/csv.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { smallFile } from "../../../platform/web/small-file.ts";
import { choicesIn } from "../choice.ts";
import { askImported } from "../private/imported.ts";
import { askSubscribers } from "../private/subscribers.ts";
import { hashOf, stopToken } from "../secrets.ts";
import { wordsIn as updatesWordsIn } from "../words.ts";
import { ReadersMain, type Came } from "./page.tsx";
import { MAX_FILE, readSubscribers } from "./reading.ts";
import { COLUMNS, rowOf, type Own } from "./rows.ts";
import { wordsIn } from "./words.ts";

const AT = "/desk/subscribers";

export function readersAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, mail } = serving;
  const { secrets } = instance.folder.keys;
  const imported = askImported(instance.log.private);

  async function show(
    { account, lang }: DeskVisit,
    more: { readonly came?: Came; readonly problem?: string; readonly status?: number } = {},
  ): Promise<Reply> {
    const { status = 200, came, problem } = more;
    const words = wordsIn(lang);
    const { active } = await askSubscribers(instance.log.private).numbers();
    const waiting = await imported.waiting();
    const mails = mail !== undefined;
    const main = ReadersMain({ words, lang, active, waiting, mails, came, problem });
    return { status, page: deskPage({ account, lang, part: AT, title: words.title, main }) };
  }

  async function bringIn(visit: DeskVisit): Promise<Reply> {
    const { unread } = wordsIn(visit.lang);
    const file = await smallFile(visit.req, "file", MAX_FILE);
    const refused = (problem: string): Promise<Reply> => show(visit, { status: 422, problem });
    if (file === "large") return refused(unread.large);
    if (!file || file.size === 0) return refused(unread.none);
    const { frame } = visit;
    const asked = { what: "", today: dayAt(now()) };
    const choices = await instance.snapshot((db) =>
      choicesIn(db, frame, updatesWordsIn(frame.language), asked),
    );
    const read = await readSubscribers(await file.bytes(), {
      key: secrets,
      languages: frame.languages,
      language: frame.language,
      whats: new Set(choices.what.map(([value]) => value)),
    });
    if ("is" in read)
      return refused(read.is === "csv" ? unread.csv(read.detail ?? "") : unread[read.is]);
    const gone = await stoppedOf([...read.own, ...read.asked]);
    const own = read.own.filter((one) => !gone.has(one));
    const { back, stopped: since } = await bringBack(own);
    const stopped = since + read.own.length - own.length;
    const { taken, known, full } = await imported.bring(read.asked.filter((one) => !gone.has(one)));
    const before = read.own.length - stopped - back;
    const left = [...gone].map((one) => ({ line: read.lines.get(one)!, why: "stopped" as const }));
    const wrong = [...read.wrong, ...left].toSorted((a, b) => a.line - b.line);
    return show(visit, {
      came: { taken, full, back, stopped, known: known + before, wrong },
    });
  }

  /** Whoever stopped here is asked by nobody else's list: their own form is where they say yes anew. */
  const stoppedOf = async <T extends Pick<Own, "address">>(rows: readonly T[]) =>
    new Set(
      await askErased(instance.log.private).erasedOf(rows, ({ address }) => ({
        sort: "subscriber",
        by: [address],
      })),
    );

  /** Whoever stopped after that table was made stays out: of each a hash is kept, as for a restore. */
  async function bringBack(own: readonly Own[]) {
    const gone = new Set(readWithdrawnList(besideData(instance.folder.dir).withdrawn));
    const rows = own.map((one) => ({ ...one, stop_hash: hashOf(stopToken(secrets, one.id)) }));
    const open = rows.filter(({ stop_hash }) => !gone.has(stop_hash));
    const back = await imported.bringBack(open);
    return { back, stopped: rows.length - open.length };
  }

  return {
    [`GET ${AT}`]: door.of("settings", (visit) => show(visit)),
    [`POST ${AT}/import`]: door.of("settings", bringIn),
    [`POST ${AT}/forget`]: door.of("settings", async () => {
      await imported.drop(null);
      return { to: AT };
    }),
    [`GET ${AT}/subscribers.csv`]: door.sure("settings", AT, async () => {
      const rows = (await imported.all()).map((one) => rowOf(secrets, one));
      return { csv: csv(COLUMNS, rows) };
    }),
  };
}
