/** The words of events by language, and times as people read them. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { Event } from "./records.ts";

const en = {
  lang: "en",
  title: "Events",
  lead: "See where people meet, in person and online. All times are local.",
  description: "Find events by place and day, and add them to your calendar.",
  none: "No events have been announced.",
  invite: "Are you holding a meeting near a mast or online? Tell us, and we can list it here.",
  inviteLink: "Tell us",
  coming: "Upcoming",
  past: "Past",
  calendar: "Add all events to your calendar",
  oneCalendar: "Add this event to your calendar",
  feed: "Feed of events",
  when: "When",
  where: "Where",
  who: "Hosted by",
  language: "Language",
  link: say("More information and how to join: {site}"),
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
    lead: "Events announced here become public at once.",
    help: "Announce where and when people meet, and the event appears on the site at once. Change an event here if it is moved, mark it as cancelled, or take it off the site. Times are local.",
    announce: "Announce an event",
    edit: "Change it",
    name: "What is the event called?",
    summary: "What happens at the event, in a few sentences",
    slug: "Its address",
    slugHint: "If you leave this empty, we create an address from the details in this form.",
    start: "Begins",
    end: "Ends",
    whenHint: "Local time",
    zone: "Time zone",
    zoneHint:
      "Leave this empty to use the place’s time zone, or enter a large city in the zone, such as Johannesburg, and select it from the list.",
    place: "Place with a page on this site",
    noPlace: "None of these",
    address: "Or describe the place in one line",
    language: "In which language?",
    link: "A web address",
    partners: "Partners hosting the event",
    otherPartners: "Other hosts",
    partnersHint: "Names separated by commas",
    cancelled: "The event is cancelled",
    send: "Announce",
    save: "Save",
    withdraw: "Withdraw",
    withdrawSure: "Take the event off the site",
    taken: "Another event already has this address.",
    needed: "Please fill this in.",
    where: "Choose a place, or say in one line where the event is.",
    order: "The event must end after it starts.",
    badSlug: "Use only lower-case letters, digits and hyphens.",
    badZone:
      "Enter a large city in the time zone, such as Johannesburg, and select it from the list.",
    badTime: "Enter a day and a time.",
    badLink: "Enter an address that begins with https:// or http://.",
    badLanguage: "Enter the name of a language, and select it from the list.",
    badPartner: say(
      "{name} is not a partner here yet. Add this partner first, or enter another name.",
    ),
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
