/** The words of events by language, and times as people read them. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { Event } from "./records.ts";

const en = {
  lang: "en",
  title: "Events",
  lead: "Where people meet, in person and online. Times are local.",
  description: "Where people meet, by place and day, for your calendar.",
  none: "No events announced.",
  invite: "Are you meeting, near a mast or online? Tell us, and we can list it here.",
  inviteLink: "Tell us",
  coming: "Upcoming",
  past: "Past",
  calendar: "Add all to your calendar",
  oneCalendar: "Add it to your calendar",
  feed: "Feed of events",
  when: "When",
  where: "Where",
  who: "Hosted by",
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
  clock: say("{zone} time"),
  utc: say("{time} UTC"),
  desk: {
    title: "Events",
    lead: "What is announced here is public at once.",
    help: "Announce where and when people meet, and it appears on the site at once. Change an event here if it moves, mark it as cancelled, or take it off. Times are local.",
    announce: "Announce an event",
    edit: "Change it",
    name: "What is it called?",
    summary: "What happens there, in a few sentences",
    slug: "Its address",
    slugHint: "If you leave it empty, we make one from this form.",
    start: "Begins",
    end: "Ends",
    whenHint: "Local time",
    zone: "Time zone",
    zoneHint:
      "If you leave it empty, we use the place’s. Or type a large city in the zone, such as Johannesburg, and choose it.",
    place: "Place with a page",
    noPlace: "None of these",
    address: "Or say where, in one line",
    language: "In which language?",
    link: "An address on the web",
    partners: "Partners who host it",
    otherPartners: "Other hosts",
    partnersHint: "Names separated by commas",
    cancelled: "It is cancelled",
    send: "Announce",
    save: "Save",
    withdraw: "Withdraw",
    withdrawSure: "Take it off the site",
    taken: "Another event already has this address.",
    needed: "Please fill this in.",
    where: "Expected a place or a line that says where.",
    order: "Expected an end after the start.",
    badSlug: "Expected small letters, digits and hyphens.",
    badZone: "Type a large city in the zone, such as Johannesburg, and choose it.",
    badTime: "Expected a day and a time.",
    badLink: "Expected an address that begins with https:// or http://.",
    badLanguage: "Type the name of a language, and choose it.",
    badPartner: say("{name} is not a partner here yet: add it first, or type another name."),
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
