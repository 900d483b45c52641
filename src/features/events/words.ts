/** The words of events by language, and times as people read them. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { Event } from "./records.ts";

const en = {
  lang: "en",
  title: "Events",
  lead: "Where people meet about it, here and online. Times are by the clock of the place.",
  description: "Where people meet, by place and day, to keep in a calendar.",
  none: "No event is announced.",
  invite: "Do you meet, near a mast or online? Tell us, and it can stand here.",
  inviteLink: "Tell us",
  coming: "Coming",
  past: "Over",
  calendar: "All in your calendar",
  oneCalendar: "Keep it in your calendar",
  feed: "Feed of events",
  when: "When",
  where: "Where",
  who: "Who invites",
  language: "Language",
  link: say("More, and how to join: {site}"),
  cancelled: "Cancelled",
  /** Of one event, on its page. */
  over: "Over",
  /** Before the summary, in a list. */
  cancelledThen: "Cancelled.",
  here: "Events here",
  next: "Next event",
  /** Times of one day, by the clock there. */
  onDay: say("{day}, {from}–{to}", "day", "from", "to"),
  overDays: say("{day}, {from} – {last}, {to}", "day", "from", "last", "to"),
  clock: say("by the clock of {zone}"),
  utc: say("{time} UTC"),
  desk: {
    title: "Events",
    lead: "What is announced here is public at once.",
    help: "Announce where and when people meet, and it stands on the site at once. Change an event here when it moves, say when it is cancelled, or take it off. Times are those of the clock at the place.",
    announce: "Announce an event",
    edit: "Change it",
    name: "What is it called?",
    summary: "What happens there, in a few sentences",
    slug: "Its address",
    slugHint: "Left empty, one is made of the words of this form.",
    start: "Begins",
    end: "Ends",
    whenHint: "By the clock of the place",
    zone: "Time zone",
    zoneHint:
      "Left empty, it is that of the place. Or type a large city of the zone, such as Johannesburg, and choose it.",
    place: "Place with a page",
    noPlace: "None of these",
    address: "Or else: where, in a line",
    language: "In which language?",
    link: "An address on the web",
    partners: "Partners who invite",
    otherPartners: "Others who invite",
    partnersHint: "Their names, with commas between",
    cancelled: "It is cancelled",
    send: "Announce",
    save: "Save",
    withdraw: "Withdraw",
    withdrawSure: "Take it off the site",
    taken: "Another event stands at this address already.",
    needed: "This is needed.",
    where: "Expected a place or a line that says where.",
    order: "Expected an end after the start.",
    badSlug: "Expected small letters, digits and hyphens.",
    badZone: "Type a large city of the zone, such as Johannesburg, and choose it.",
    badTime: "Expected a day and a time.",
    badLink: "Expected an address that begins with https:// or http://.",
    badLanguage: "Type the name of a language, and choose it.",
    badPartner: say("{name} is no partner that is known here: add it first, or type another name."),
  },
};

export const wordsIn = catalogue("events", en);

export type Words = typeof en;

/** `5 December 2026, 18:30–20:00`, by the clock there. */
export function timeWords({ start, end }: Event, lang: string): string {
  const [day = "", from = ""] = start.split(" ");
  const [last = "", to = ""] = end.split(" ");
  const words = wordsIn(lang);
  const said = (one: string) => formatDay(one, words.lang);
  return day === last
    ? words.onDay(said(day), from, to)
    : words.overDays(said(day), from, said(last), to);
}

/** The offset is said by the zone's own name: a city people know. */
export const zoneWords = (zone: string): string => zone.split("/").at(-1)!.replaceAll("_", " ");
