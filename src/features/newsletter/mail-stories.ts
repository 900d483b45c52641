/** From what the log says to what a mail tells: which stories may go out by mail today, and their words. */
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { withoutNames } from "../../platform/web/hidden-names.ts";
import { peopleBySubject } from "../people/api.ts";
import {
  placeLine,
  shownStories,
  storiesBySubject,
  storyCards,
  storyPath,
  textIn,
  walkName,
} from "../stories/api.ts";
import { toldOf } from "./composing/mail-text.ts";
import { shownNewsletter } from "./composing/parts.ts";
import { EVERYTHING, NEWSLETTERS } from "./private/subscribers.ts";
import { newslettersBySubject } from "./queries.ts";
import { commentsToldIn, mailableComments } from "./threads/telling.ts";
import type { MailStory } from "./mail-content.ts";

/** Of these stories those that may go out by mail today, with the choices that each fits. Rule U4. */
export async function mailable(
  db: Db,
  subjects: readonly string[],
  today: string,
): Promise<{ readonly subject: string; readonly fits: readonly string[] }[]> {
  const { stories } = await shownStories(db, today, "mail");
  const shown = new Set(stories.map((s) => s.subject));
  const told = await storiesBySubject(
    db,
    subjects.filter((one) => shown.has(one)),
  );
  const fit = [...told].map(([subject, { topics = [], places = [] }]) => ({
    subject,
    fits: [
      "all",
      EVERYTHING,
      ...topics.map((id) => `topic:${id}`),
      ...places.map((id) => `place:${id}`),
    ],
  }));
  const letters = (await newslettersBySubject(db, subjects)).map(({ subject }) => ({
    subject,
    fits: [EVERYTHING, NEWSLETTERS],
  }));
  return [...fit, ...letters, ...(await mailableComments(db, subjects))];
}

/** These stories in a language, in their order; one that may not go out by mail today is left out. */
export async function mailStoriesIn(
  db: Db,
  frame: Frame,
  subjects: readonly string[],
  lang: string,
  today: string,
): Promise<MailStory[]> {
  const { stories } = await shownStories(db, today, "mail");
  const shown = stories.filter((s) => subjects.includes(s.subject));
  const states = await storiesBySubject(db, subjects);
  const people = await peopleBySubject(
    db,
    [...states.values()].flatMap((story) => story.people ?? []),
  );
  const cards = await storyCards(db, shown, lang, today);
  const order = new Map(subjects.map((subject, i) => [subject, i]));
  const said = await commentsToldIn(db, frame, subjects, lang, today);
  const ofStories = cards
    .toSorted((a, b) => order.get(a.subject)! - order.get(b.subject)!)
    .flatMap((card) => {
      const story = states.get(card.subject);
      if (!story) return [];
      const everybody = (story.people ?? []).flatMap((one) => people.get(one) ?? []);
      const { title, summary, markdown, lang: told } = textIn(story, lang, everybody, today);
      const who = [
        card.person?.name,
        walkName(frame, card.walk),
        card.place && placeLine(card.place),
      ];
      return [
        {
          title,
          summary,
          markdown,
          lang: told,
          who: who.filter((part) => part !== undefined).join(", "),
          url: `${frame.base}${storyPath(frame, told, card.slug)}`,
        },
      ];
    });
  const letters: MailStory[] = [];
  for (const { slug, newsletter } of await newslettersBySubject(db, subjects)) {
    const letter = await shownNewsletter(db, newsletter, { lang, today, channel: "mail" });
    letters.push(toldOf(letter, slug, { frame, lang }));
  }
  return withoutNames([...ofStories, ...letters, ...said], frame.hidden);
}
