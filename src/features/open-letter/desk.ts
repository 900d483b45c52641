/** The letter at the desk: names to read and to add, lists that were signed on paper, and taking a signature off. Rules OL5, OL6 and OL10. */
import { dayAt } from "../../engines/calendar/day.ts";
import { after, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import { askSignatures, type Signature } from "./private.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { DISCARD_WHYS, MAX_NAME, MAX_PAPER } from "./records.ts";
import { letterDeskPage, PART } from "./desk-page.ts";
import { PAPER_FIELDS, readPaper } from "./form.ts";
import { decideName, sayConfirmed, sayPaper, takeOff } from "./commands.ts";
import { wordsIn } from "./words.ts";

const MAX_REASON = 500; // characters
/** Bytes: every line as long as it may be, nine for each character of a script that forms percent-encode. */
const MAX_PAPER_FORM = MAX_PAPER * (2 * MAX_NAME + 10) * 9;
const DOES = new Set(["show", "without", "leave"]);

export function letterDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, speaker, now } = serving;
  const ask = instance.log.private;
  const signer = { speaker, private: ask };
  const list = besideData(instance.folder.dir).withdrawn;
  const show = letterDeskPage(serving);

  /** What was looked at and waits still; who signed without a mail address is counted by that. */
  const takenUp = async (looked: ReadonlyMap<string, string | undefined>) => {
    const isLooked = ({ id, version }: Signature) => looked.get(id) === String(version);
    const counted = (await askSignatures(ask).open()).filter(isLooked).map(({ id }) => id);
    for (const { id } of (await askSignatures(ask).byHand(now())).filter(isLooked))
      if (await askSignatures(ask).confirmByHand({ id, now: now() })) counted.push(id);
    await sayConfirmed(signer);
    return (await askSignatures(ask).open()).filter(({ id }) => counted.includes(id));
  };

  /** One that waits to be added, or all that have waited for more than a day. */
  const discard = door.of("moderate", ["do", "id", "why"], async (visit) => {
    const { desk } = wordsIn(visit.lang);
    const { do: what, id, why } = visit.fields;
    const isOld = what === "old";
    if (!DISCARD_WHYS.some((one) => one === why) || (!isOld && id === ""))
      return show(visit, { status: 422, trouble: isOld ? desk.whyExpected : desk.chooseExpected });
    const gone = await askSignatures(ask).discardByHand({
      ...(!isOld && { id }),
      now: now(),
    });
    if (gone === 0) return show(visit, { status: 409, trouble: desk.late });
    return {
      ...(await show(visit, { done: desk.discarded(gone) })),
      noted: { detail: `${why} ${gone}` },
    };
  });

  /** One name, or all that stood on the page. */
  const decide = door.of("moderate", ["do", "which", "reason"], async (visit) => {
    const { desk } = wordsIn(visit.lang);
    const { do: what, which, reason } = visit.fields;
    if (!DOES.has(what))
      return {
        unread: { status: 400, message: `Expected show, without or leave, got "${what}".` },
      };
    const looked = new Map(
      which.split(" ").map((one) => one.split(":") as [id: string, version: string]),
    );
    if (what === "leave" && (reason === "" || reason.length > MAX_REASON || /\n/.test(reason)))
      return show(visit, { status: 422, trouble: desk.reasonExpected });
    const rows = await takenUp(looked);
    const by = { by: visit.account.id, day: dayAt(now()) };
    let late = looked.size - rows.length;
    for (const row of rows) {
      const decision =
        what === "leave"
          ? ({ ...by, state: "unnamed", reason, withWords: false } as const)
          : ({ ...by, state: "named", withWords: what === "show" } as const);
      if (!(await decideName(signer, row, decision))) late += 1;
    }
    return late > 0 ? show(visit, { status: 409, trouble: desk.late }) : after(PART);
  });

  const paper = door.of(
    "moderate",
    { fields: PAPER_FIELDS, most: MAX_PAPER_FORM },
    async (visit) => {
      const words = wordsIn(visit.lang);
      const typed = visit.fields;
      const read = readPaper(typed, words);
      if ("problems" in read) return show(visit, { status: 422, typed, problems: read.problems });
      const added = await sayPaper(signer, read.paper, dayAt(now()));
      return show(visit, { done: words.paper.added(added) });
    },
  );

  const off = door.of("moderate", ["subject", "reason"], async (visit) => {
    const { desk } = wordsIn(visit.lang);
    const { subject, reason } = visit.fields;
    if (reason === "" || reason.length > MAX_REASON || /\n/.test(reason))
      return show(visit, { status: 422, trouble: desk.reasonExpected });
    const isOff = await takeOff(signer, subject, reason, (hash) => keepWithdrawn(list, hash));
    return isOff ? after(PART) : show(visit, { status: 404, trouble: desk.late });
  });

  return {
    [`GET ${PART}`]: door.of("moderate", (visit) =>
      show(visit, { done: doneIn(visit.search, visit.lang) }),
    ),
    [`POST ${PART}`]: decide,
    [`POST ${PART}/paper`]: paper,
    [`POST ${PART}/discard`]: discard,
    [`POST ${PART}/off`]: off,
  };
}

export const letterWaits: NonNullable<Feature["waits"]> = async (
  { instance, now },
  { role },
  lang,
) => {
  if (!may(role, "moderate")) return [];
  const ask = askSignatures(instance.log.private);
  const count = (await ask.open()).length + (await ask.byHand(now())).length;
  return count === 0 ? [] : [{ words: wordsIn(lang).desk.waits, count, path: PART }];
};
