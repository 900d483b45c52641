/** What was said in a conversation that somebody follows, as mails tell it. Rule U13. */
import type { Db } from "../../../platform/db/store.ts";
import type { Followed } from "../../../platform/followers/given.ts";
import type { Follower } from "../../../platform/followers/followers.ts";
import type { Serving } from "../../../platform/feature.ts";
import { THREAD } from "../private/subscribers.ts";
import { askOutbox } from "../private/outbox.ts";
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import {
  COMMENT_SAID,
  commentPath,
  commentsBySubject,
  thingAbout,
} from "../../conversation/api.ts";
import type { MailStory } from "../mail-content.ts";
import { threadWordsIn } from "./words.ts";

const TOGETHER = 15 * 60_000; // ms; what is said within a quarter of an hour goes out as one mail

/** Notes what was said, to be mailed when the quarter of an hour is over. */
export function threadFollower({ instance, now }: Serving): Follower {
  return {
    name: "updates of conversations",
    kinds: [COMMENT_SAID],
    from: "now",
    async work(records: readonly Followed[]) {
      const time = now();
      const due = (Math.floor(time / TOGETHER) + 1) * TOGETHER;
      const fresh = records.map(({ subject }) => ({ subject, noted: time, due }));
      await askOutbox(instance.log.private).note(fresh);
    },
  };
}

/** Of these the comments that stand, with the choice that each fits. */
export async function mailableComments(db: Db, subjects: readonly string[]) {
  const found = await commentsBySubject(db, subjects);
  return [...found].map(([subject, { about }]) => ({ subject, fits: [THREAD + about] }));
}

/** These comments in a language, in their order; one that was taken back is left out. */
export async function commentsToldIn(
  db: Db,
  frame: Frame,
  subjects: readonly string[],
  lang: string,
  today: string,
): Promise<MailStory[]> {
  const found = await commentsBySubject(db, subjects);
  const words = threadWordsIn(lang);
  const told: MailStory[] = [];
  for (const subject of subjects) {
    const comment = found.get(subject);
    const thing = comment && (await thingAbout({ db, frame, lang, today }, comment.about));
    if (!comment || !thing) continue;
    told.push({
      title: thing.title,
      who: words.by(comment.name ?? words.somebody, thing.title),
      summary: comment.text,
      markdown: "",
      lang,
      url: frame.base + pathIn(frame, lang, commentPath(thing, comment.id)),
      isComment: true,
    });
  }
  return told;
}
