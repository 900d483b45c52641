/** A newsletter at the desk, as it stands or with what was typed and not taken. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { PageReply } from "../../../platform/web/reply.ts";
import { askNewsletters, type DraftRow } from "../private/drafts.ts";
import { askSubscribers } from "../private/subscribers.ts";
import { newslettersBySubject } from "../queries.ts";
import { saidIn, type Draft } from "./draft.ts";
import { titlesOf } from "./finding.ts";
import { Compose } from "./pages/compose.tsx";
import { DONE, type ComposeProps } from "./pages/props.ts";
import { wordsIn } from "./words.ts";

/** Where newsletters stand at the desk. */
export const AT = "/desk/newsletters";

/** What came and was not taken, or was looked for. */
type Came = Partial<Pick<ComposeProps, "problems" | "trouble" | "draft" | "found" | "typed">> & {
  readonly status?: number;
};
export type Show = (visit: DeskVisit, row: DraftRow, came?: Came) => Promise<PageReply>;

/** By whose clocks it is sent. */
export const zoneOf = ({ timeZone = "UTC" }: Pick<Frame, "timeZone">): string => timeZone;

export const draftOf = ({ body }: Pick<DraftRow, "body">): Draft => JSON.parse(body) as Draft;

export const findRow = ({ instance }: Serving, { params }: DeskVisit) =>
  askNewsletters(instance.log.private).byId(params["id"]!.split("/")[0]!);

export const showing =
  ({ instance, now, mail }: Serving): Show =>
  async (visit, row, came = {}) => {
    const { account, lang, frame, search } = visit;
    const words = wordsIn(lang);
    const draft = came.draft ?? draftOf(row);
    const asked = came.typed?.lang ?? search.get("lang");
    const { titles, standing } = await instance.snapshot(async (db) => ({
      titles: await titlesOf(db, draft.parts, { lang, today: dayAt(now()) }),
      standing: row.subject === null ? [] : await newslettersBySubject(db, [row.subject]),
    }));
    const { active } = await askSubscribers(instance.log.private).numbers();
    const { status, ...more } = came;
    const main = Compose({
      words,
      lang,
      row,
      draft,
      writing: frame.languages.find((one) => one === asked) ?? draft.language,
      languages: frame.languages,
      titles,
      zone: zoneOf(frame),
      whom: active,
      mails: mail !== undefined,
      slug: standing[0]?.slug,
      problems: {},
      done: status === undefined ? DONE.find((one) => one === search.get("done")) : undefined,
      ...more,
    });
    const title = saidIn(draft, draft.language).title || words.desk.untitled;
    const page = deskPage({ account, lang, part: AT, title, main });
    return { ...(status !== undefined && { status }), page };
  };
