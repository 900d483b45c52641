/** What a class is called, where it is and when: read from a form, at its opening and later. */
import * as v from "valibot";
import { A_DAY, daysAfter } from "../../../engines/calendar/day.ts";
import { day } from "../../../platform/folder/fields.ts";
import { HOWS, KEPT, type Room } from "../private/rows.ts";
import { faultIn, tidyLine } from "./names.ts";
import type { RosterWords } from "./words.ts";

const CARED = ["youngest", "oldest", "guardians", "agreed"] as const;
export const ROOM_FIELDS = ["name", "place", "starts", "ends", ...CARED] as const;
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

const OF_AGE = 18; // years, where nobody else agrees for them
const OLDEST = 120;

/** As a form has it. */
export const typedOf = (room: Room): TypedRoom => {
  const text = (field: RoomField): [RoomField, string] => [field, String(room[field] ?? "")];
  return Object.fromEntries(ROOM_FIELDS.map(text)) as TypedRoom;
};

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
    youngest: yearsIn(typed.youngest),
    oldest: yearsIn(typed.oldest),
    guardians: typed.guardians,
    agreed: typed.guardians === "grown" ? null : typed.agreed,
  };
  const problems: Record<string, string> = { ...careProblems(said, wrong) };
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

/** @returns null where it is no number of years */
const yearsIn = (typed: string): number | null =>
  /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;

/** What does not fit in how old they are, and in who agreed. */
function careProblems(
  { youngest, oldest, guardians, agreed, ends }: Said,
  { care }: RosterWords["wrong"],
): Record<string, string> {
  const problems: Record<string, string> = {};
  const isAge = (years: number | null | undefined): years is number =>
    typeof years === "number" && years >= 1 && years <= OLDEST;
  if (!isAge(youngest)) problems["youngest"] = care.age;
  if (!isAge(oldest)) problems["oldest"] = care.age;
  else if (isAge(youngest) && oldest < youngest) problems["oldest"] = care.older;
  if (!HOWS.some((how) => how === guardians)) problems["guardians"] = care.how;
  else if (guardians === "grown" && isAge(youngest) && youngest < OF_AGE)
    problems["guardians"] = care.grown;
  if (agreed !== null && (!v.is(day, agreed) || agreed > ends)) problems["agreed"] = care.agreed;
  return problems;
}

type State = "running" | "coming" | "over";
/** Where a class is on this day. */
export function stateOf({ starts, ends, closed }: Room, today: string): State {
  if (closed !== null || ends < today) return "over";
  return starts > today ? "coming" : "running";
}
