/** The follower that notes what was told, and what makes mails of it when its time has come. Rules U3 and U4. */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import type { Follower } from "../../platform/followers/followers.ts";
import type { Serving } from "../../platform/feature.ts";
import { askOutbox, type Announcement, type WaitingStory } from "./private/outbox.ts";
import { STORY_TOLD, storiesBySubject } from "../stories/api.ts";
import { mailable } from "./mail-stories.ts";

const GRACE = 10 * 60_000; // ms from the telling to the sending, for the desk to look and hold
const NEWS = 14; // days; a story that came out longer ago is brought in from elsewhere and is no news
const LOOK_AGAIN = 60_000; // ms; a story whose day or consent has not come
const DAILY_AT = 6; // o'clock UTC

export function storyFollower({ instance, now }: Serving): Follower {
  return {
    name: "updates",
    kinds: [STORY_TOLD],
    from: "now",
    async work(records) {
      const time = now();
      const oldest = dayBefore(time, NEWS);
      const fresh = records.filter(({ body }) => {
        const published = body?.["published"];
        return typeof published === "string" && published >= oldest;
      });
      await askOutbox(instance.log.private).note(
        fresh.map(({ subject }) => ({ subject, noted: time, due: time + GRACE })),
      );
    },
  };
}

/**
 * Announce the stories whose time has come; those that may not go out yet are looked at again later, for as long as they are
 * news: what was taken back, or nobody agreed to send, would wait for ever otherwise, and hide from the desk what goes out next.
 */
export async function announceDue({ instance, now }: Serving): Promise<void> {
  const waiting = await askOutbox(instance.log.private).stories();
  const time = now();
  const due = waiting.filter((story) => story.state === "waiting" && story.due <= time);
  if (due.length === 0) return;
  const today = dayBefore(time, 0);
  const subjects = due.map((story) => story.subject);
  const { stories, published } = await instance.snapshot(async (db) => {
    const states = await storiesBySubject(db, subjects);
    return {
      stories: await mailable(db, subjects, today),
      published: new Map([...states].map(([subject, story]) => [subject, story.published])),
    };
  });
  if (stories.length > 0) {
    const announcement: Announcement = { stories, now: time, daily: nextDaily(time) };
    await askOutbox(instance.log.private).announce(announcement);
  }
  const told = new Set(stories.map((s) => s.subject));
  const oldest = dayBefore(time, NEWS);
  for (const { subject, noted } of due) {
    if (told.has(subject)) continue;
    const isNews = dayBefore(noted, 0) >= oldest || (published.get(subject) ?? "") >= oldest;
    const becomes: Partial<WaitingStory> = isNews
      ? { due: time + LOOK_AGAIN }
      : { state: "dropped" };
    await askOutbox(instance.log.private).mark({ subject, ...becomes });
  }
}

/** UTC. */
const dayBefore = (time: number, days: number): string => dayAt(time - days * A_DAY);

/** The next gathering: always ahead, so that one which is being sent is added to no more. */
export function nextDaily(now: number): Announcement["daily"] {
  const today = Math.floor(now / A_DAY) * A_DAY + DAILY_AT * 3_600_000;
  const due = today > now ? today : today + A_DAY;
  return { id: `day ${dayAt(due)}`, due };
}
