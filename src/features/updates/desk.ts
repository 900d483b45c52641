/** Mail at the desk: numbers, what goes out next, and holding it. Nobody's address. Rule U10. */
import { fieldsOf } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Update, WaitingStory } from "../../platform/private/outbox.ts";
import type { SubscriberNumbers } from "../../platform/private/subscribers.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openMail } from "../../platform/mail/mail.ts";
import { bodyOf, messageTo } from "./compose.ts";
import { UpdatesDesk, type NextMail } from "./pages/desk.tsx";
import { mailable, toldIn } from "./telling.ts";
import { wordsIn } from "./words.ts";

const MOST = 20; // stories shown as mails; more wait only where a desk holds them all

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now } = serving;
  const words = wordsIn("en").desk;
  const privately = instance.log.private;
  return {
    "GET /desk/updates": door.of("publish", async ({ account }) => {
      const waiting = (await privately("outbox.stories", null)) as WaitingStory[];
      const main = UpdatesDesk({
        words,
        numbers: (await privately("subscribers.numbers", null)) as SubscriberNumbers,
        updates: (await privately("outbox.updates", null)) as Update[],
        next: await Promise.all(waiting.slice(0, MOST).map((story) => nextMail(serving, story))),
        mails: serving.mail !== undefined,
      });
      return { page: deskPage({ account, part: "/desk/updates", title: words.title, main }) };
    }),
    "POST /desk/updates": door.of("publish", async ({ req }) => {
      const form = await fieldsOf(req, ["story", "do"]);
      if ("refused" in form) return form.refused;
      const { story: subject, do: what } = form.fields;
      const change = {
        now: { state: "waiting", due: now() },
        hold: { state: "held" },
        release: { state: "waiting" },
      }[what];
      if (change) await privately("outbox.mark", { subject, ...change });
      return { to: "/desk/updates" };
    }),
  };
}

/** The mail as a subscriber in the campaign's own language would get it, and its exact weight. */
async function nextMail(serving: Serving, story: WaitingStory): Promise<NextMail> {
  const { instance, frame: frameOf, now, base } = serving;
  const today = new Date(now()).toISOString().slice(0, 10);
  return instance.snapshot(async (db) => {
    const frame = await frameOf(db);
    const [told] = await toldIn(db, frame, [story.subject], frame.language, today);
    if (!told || (await mailable(db, [story.subject], today)).length === 0) return { story };
    const stop = `${base}/updates/stop/${"x".repeat(22)}`;
    const address = "name@example.org";
    const whom = { id: "preview", address, lang: frame.language, since: today, stop };
    const body = bodyOf([told], frame.language, frame);
    const message = messageTo(whom, story.subject, [told], body, frame);
    const mail = serving.mail ?? openMail("smtp://localhost");
    const weight = await mail.weigh(message);
    return { story, mail: { subject: message.subject, text: message.text, weight } };
  });
}
