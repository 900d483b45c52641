/** Mail at the desk: numbers, what goes out next, and holding it. Nobody's address. Rule U10. */
import { dayAt } from "../../engines/calendar/day.ts";
import { may } from "../../platform/accounts/roles.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Feature, Serving } from "../../platform/feature.ts";
import type { Doubts } from "./private/letters.ts";
import { askOutbox, type WaitingStory } from "./private/outbox.ts";
import { askSubscribers } from "./private/subscribers.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openMail } from "../../platform/mail/mail.ts";
import { bodyOf, messageId, messageTo } from "./compose.ts";
import { senderIn } from "./send.ts";
import { UpdatesDesk, type Doubt, type NextMail } from "./pages/desk.tsx";
import { mailable, mailStoriesIn } from "./mail-stories.ts";
import { wordsIn } from "./words.ts";

const MOST = 20; // stories shown as mails; more wait only where a desk holds them all

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, base } = serving;
  const privately = instance.log.private;
  return {
    "GET /desk/updates": door.of("publish", async ({ account, search, lang }) => {
      const words = wordsIn(lang).desk;
      const waiting = await askOutbox(privately).stories();
      const { count, letters } = await askOutbox(privately).doubts(MOST);
      const main = UpdatesDesk({
        words,
        lang,
        numbers: await askSubscribers(privately).numbers(),
        updates: await askOutbox(privately).updates(),
        doubts: { count, letters: letters.map((letter) => doubtOf(letter, base)) },
        next: await Promise.all(waiting.slice(0, MOST).map((story) => nextMail(serving, story))),
        mails: serving.mail !== undefined,
      });
      const done = doneIn(search, lang);
      return {
        page: deskPage({ account, lang, part: "/desk/updates", title: words.title, main, done }),
      };
    }),
    "POST /desk/updates": door.of("publish", ["story", "letter", "do"], async ({ fields }) => {
      const { story: subject, letter, do: what } = fields;
      if (what === "again" || what === "leave") {
        const which = letter === "" ? {} : { which: readWhich(letter) };
        await askOutbox(privately).decide({ ...which, is: what });
      }
      const changes: Readonly<Record<string, Partial<WaitingStory>>> = {
        now: { state: "waiting", due: now() },
        hold: { state: "held" },
        release: { state: "waiting" },
      };
      const change = changes[what];
      if (change) await askOutbox(privately).mark({ subject, ...change });
      return after("/desk/updates");
    }),
  };
}

/** How many letters are in doubt, for those who may decide. Rule U11. */
export const doubtWaits: NonNullable<Feature["waits"]> = async ({ instance }, { role }, lang) => {
  if (!may(role, "publish")) return [];
  const { count } = await askOutbox(instance.log.private).doubts(0);
  return [{ words: wordsIn(lang).desk.doubtWaits, count, path: "/desk/updates#doubt" }];
};

const doubtOf = ({ update_id, subscriber, due }: Doubts["letters"][0], base: string): Doubt => ({
  which: `${subscriber} ${update_id}`,
  messageId: messageId(update_id, subscriber, base),
  ended: due,
});

/** As `doubtOf` names it; an update's own name may hold blanks. */
function readWhich(typed: string) {
  const [subscriber = "", ...rest] = typed.split(" ");
  return { subscriber, update_id: rest.join(" ") };
}

/** The mail as a subscriber in the campaign's own language would get it, and its exact weight. */
async function nextMail(serving: Serving, story: WaitingStory): Promise<NextMail> {
  const { instance, frame: frameOf, now, base } = serving;
  const today = dayAt(now());
  const message = await instance.snapshot(async (db) => {
    const frame = await frameOf(db);
    const [told] = await mailStoriesIn(db, frame, [story.subject], frame.language, today);
    if (!told || (await mailable(db, [story.subject], today)).length === 0) return undefined;
    const stop = `${base}/updates/stop/${"x".repeat(22)}`;
    const address = "name@example.org";
    const whom = { id: "preview", address, lang: frame.language, since: today, stop };
    const from = senderIn(frame, frame.language);
    const body = bodyOf([told], frame.language, from);
    return messageTo(whom, story.subject, [told], body, from);
  });
  if (!message) return { story };
  const { subject, text } = message;
  const mail = serving.mail ?? openMail("smtp://localhost");
  return { story, mail: { subject, text, weight: await mail.weigh(message) } }; // not within: it asks who it is from
}
