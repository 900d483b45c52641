/** A newsletter is sent to oneself, to all at once, or at its hour; and stopped before that. Rules U17 and U18. */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { redacted } from "../../../platform/mail/redacted.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { isLocalTime, momentsShowing } from "../../../engines/calendar/zone.ts";
import { askNewsletters } from "../private/drafts.ts";
import { newsletterOf } from "./draft.ts";
import { noted } from "./noted.ts";
import type { DONE } from "./pages/props.ts";
import { previewOf } from "./preview.ts";
import { AT, draftOf, findRow, zoneOf, type Show } from "./showing.ts";
import { wordsIn } from "./words.ts";

const TESTS = 10; // mails an hour to one account
const AN_HOUR = 3_600_000; // ms
const A_YEAR = 366 * A_DAY;

export const SEND_FIELDS = ["version", "sure", "when", "do"] as const;

export const sending =
  (serving: Serving, show: Show) =>
  async (visit: DeskVisit & Fields<(typeof SEND_FIELDS)[number]>): Promise<Reply> => {
    const { instance, now } = serving;
    const row = await findRow(serving, visit);
    if (!row) return { to: AT };
    const drafts = askNewsletters(instance.log.private);
    const { fields } = visit;
    const { desk: words } = wordsIn(visit.lang);
    const { id, version } = row;
    const which = { id, version };
    const to = (done: (typeof DONE)[number]): Reply => ({ to: `${AT}/${id}?done=${done}` });
    const late = () => show(visit, row, { status: 409, trouble: words.late });
    if (fields.do === "stop") return (await drafts.stop(which)) ? to("stopped") : late();
    const again = (problems: Record<string, string>) => show(visit, row, { status: 422, problems });
    if (row.state !== "draft") return late();
    if (String(version) !== fields.version)
      return show(visit, row, { status: 409, trouble: words.changedBefore });
    if (!newsletterOf(draftOf(row), dayAt(now()))) return again({ title: words.lacks });
    if (fields.do === "later") {
      const due = timeOf(fields.when, zoneOf(visit.frame));
      if (due === undefined || due < now() || due > now() + A_YEAR)
        return again({ when: words.whenExpected });
      return (await drafts.schedule({ ...which, due })) ? to("scheduled") : late();
    }
    if (fields.sure !== "yes") return again({ sure: words.sureExpected });
    return (await drafts.schedule({ ...which, due: now() })) ? to("going") : late();
  };

/**
 * UTC milliseconds of `2026-12-05 18:30`, or with a `T` between: of two hours of that name, where clocks are put back, the first.
 * Undefined for one that the clocks leave out.
 */
export function timeOf(typed: string, zone: string): number | undefined {
  const local = typed.replace("T", " ");
  return isLocalTime(local) ? momentsShowing(local, zone)[0] : undefined;
}

/** The mail as a subscriber gets it, to whoever writes it. */
export function testing(serving: Serving, show: Show): (visit: DeskVisit) => Promise<Reply> {
  const { mail, now } = serving;
  const tests = noted(TESTS, AN_HOUR, now);
  return async (visit) => {
    const row = await findRow(serving, visit);
    if (!row) return { to: AT };
    const { account, lang, frame, search } = visit;
    const { desk: words } = wordsIn(lang);
    const back = (status: number, trouble: string) => show(visit, row, { status, trouble });
    if (!mail) return back(503, words.noServer);
    if (account.email === undefined) return back(422, words.testNoAddress);
    const draft = draftOf(row);
    const read = frame.languages.find((one) => one === search.get("lang")) ?? draft.language;
    const preview = await previewOf(serving, frame, draft, read);
    if (!preview) return back(422, words.lacks);
    if (!tests.take(account.id)) return back(429, words.testOften);
    const { id: _, ...message } = preview.message;
    try {
      await mail.send({
        ...message,
        to: account.email,
        subject: words.testSubject(message.subject),
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": read },
      });
    } catch (error) {
      return back(502, redacted(error as Error));
    }
    return { to: `${AT}/${row.id}?done=tested&lang=${read}` };
  };
}
