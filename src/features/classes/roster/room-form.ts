/** What a class is called, where it is and when: read from a form, at its opening and later. */
import * as v from "valibot";
import { A_DAY, daysAfter } from "../../../engines/calendar/day.ts";
import { day } from "../../../platform/folder/fields.ts";
import { KEPT, type Room } from "../private/rows.ts";
import { faultIn, tidyLine } from "./names.ts";
import type { RosterWords } from "./words.ts";

export const ROOM_FIELDS = ["name", "place", "starts", "ends"] as const;
type RoomField = (typeof ROOM_FIELDS)[number];
export type TypedRoom = Readonly<Record<RoomField, string>>;
export type Said = Pick<Room, RoomField>;
export type Problems = Readonly<Partial<Record<string, string>>>;

export const LASTS = 5; // days, where nobody says otherwise: a week of lessons
const MOST_DAYS = 366; // it is forgotten so long after its end, and nobody is kept longer by a wrong year
/** No class is earlier than this program: a clock that says so has lost its battery. */
const EARLIEST = "2026-01-01";

export const isClockLost = (today: string): boolean => today < EARLIEST;

export const freshDays = (today: string): Pick<TypedRoom, "starts" | "ends"> =>
  isClockLost(today) ? { starts: "", ends: "" } : { starts: today, ends: daysAfter(today, LASTS) };

/** The last day on which something is kept of it. */
export const keptUntil = ({ ends }: Pick<Room, "ends">): string => daysAfter(ends, KEPT);

/** @returns the class as it is kept, and for each field that does not fit a word */
export function readRoom(
  typed: TypedRoom,
  { wrong }: RosterWords,
): { readonly said: Said; readonly problems: Problems } {
  const said = {
    name: tidyLine(typed.name),
    place: tidyLine(typed.place),
    starts: typed.starts,
    ends: typed.ends,
  };
  const problems: Record<string, string> = {};
  for (const field of ["name", "place"] as const) {
    const why = faultIn(typed[field]);
    if (why) problems[field] = wrong.line[why];
  }
  if (said.name === "") problems["name"] = wrong.name;
  for (const field of ["starts", "ends"] as const)
    if (!v.is(day, said[field]) || said[field] < EARLIEST) problems[field] = wrong.day;
  if (problems["starts"] === undefined && problems["ends"] === undefined) {
    if (said.ends < said.starts) problems["ends"] = wrong.before;
    else if (Date.parse(said.ends) - Date.parse(said.starts) > MOST_DAYS * A_DAY)
      problems["ends"] = wrong.lasts;
  }
  return { said, problems };
}

type State = "running" | "coming" | "over";
/** Where a class is on this day. */
export function stateOf({ starts, ends, closed }: Room, today: string): State {
  if (closed !== null || ends < today) return "over";
  return starts > today ? "coming" : "running";
}
