/** Newsletters at the desk: written, looked at, sent or put off, and taken back. Rules U16 to U19. */
import { randomBytes } from "node:crypto";
import { after, deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { toIn } from "../../../platform/web/frame.ts";
import { askNewsletters } from "../private/drafts.ts";
import { changing } from "./changing.ts";
import { newDraft, saidIn } from "./draft.ts";
import { FIELDS } from "./form.ts";
import { NewslettersDesk } from "./pages/list.tsx";
import { Preview } from "./pages/preview.tsx";
import { previewOf } from "./preview.ts";
import { takeBack } from "./say.ts";
import { SEND_FIELDS, sending, testing } from "./sending.ts";
import { AT, draftOf, findRow, showing, zoneOf } from "./showing.ts";
import { wordsIn } from "./words.ts";

const MAX_FORM = 600_000; // bytes: twenty parts of 3,000 characters, of which many are nine bytes in a form

export function newsletterAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, speaker } = serving;
  const drafts = askNewsletters(instance.log.private);
  const show = showing(serving);
  return {
    [`GET ${AT}`]: door.of("publish", async ({ account, lang, search, frame }) => {
      const words = wordsIn(lang);
      const rows = (await drafts.list()).map((row) => {
        const draft = draftOf(row);
        return { ...row, title: saidIn(draft, draft.language).title };
      });
      const main = NewslettersDesk({ words, rows, full: search.has("full"), zone: zoneOf(frame) });
      const { title } = words.desk;
      return { page: deskPage({ account, lang, part: AT, title, main }) };
    }),
    [`POST ${AT}`]: door.of("publish", [], async ({ frame }) => {
      const id = randomBytes(6).toString("hex");
      const body = JSON.stringify(newDraft(frame.language));
      const isMade = await drafts.make({ id, body, saved: now() });
      return isMade ? { to: `${AT}/${id}`, noted: { about: id } } : { to: `${AT}?full` };
    }),
    [`GET ${AT}/:id`]: door.of("publish", async (visit) => {
      const row = await findRow(serving, visit);
      return row ? show(visit, row) : { to: AT };
    }),
    [`POST ${AT}/:id`]: door.of(
      "publish",
      { fields: FIELDS, most: MAX_FORM },
      changing(serving, show),
    ),
    [`GET ${AT}/:id/preview`]: door.of("publish", async (visit) => {
      const row = await findRow(serving, visit);
      if (!row) return { to: AT };
      const { account, frame, lang, search } = visit;
      const draft = draftOf(row);
      const read = frame.languages.find((one) => one === search.get("lang")) ?? draft.language;
      const preview = await previewOf(serving, frame, draft, read);
      const words = wordsIn(lang);
      const [to, { languages }] = [toIn({ frame, lang: read }), frame];
      const main = Preview({ words, lang, read, languages, id: row.id, preview, to });
      return { page: deskPage({ account, lang, part: AT, title: words.desk.preview, main }) };
    }),
    [`POST ${AT}/:id/send`]: door.of("publish", SEND_FIELDS, sending(serving, show)),
    [`POST ${AT}/:id/test`]: door.of("publish", testing(serving, show)),
    [`POST ${AT}/:id/delete`]: door.sure("publish", AT, ["sure"], async (visit) => {
      const row = await findRow(serving, visit);
      if (row && visit.fields.sure === "yes") await drafts.remove(row.id);
      return after(AT);
    }),
    [`POST ${AT}/:id/withdraw`]: door.sure("publish", AT, ["sure"], async (visit) => {
      const row = await findRow(serving, visit);
      if (!row || row.subject === null || visit.fields.sure !== "yes") return { to: AT };
      await takeBack(speaker, row.subject);
      await drafts.emptied({ id: row.id, body: JSON.stringify(newDraft(visit.frame.language)) });
      return { to: `${AT}/${row.id}?done=withdrawn` };
    }),
  };
}
