/** The addresses of classes at the desk. */
import type { Room } from "./private/rows.ts";

export const PART = "/desk/classes";

type Named = Pick<Room, "id">;

/** The board: who is where. */
export const boardOf = ({ id }: Named): string => `${PART}/${id}`;
export const rosterOf = (room: Named): string => `${boardOf(room)}/roster`;
export const cardsOf = (room: Named): string => `${boardOf(room)}/cards`;
export const settingsOf = (room: Named): string => `${boardOf(room)}/settings`;
export const teachersOf = (room: Named): string => `${settingsOf(room)}/teachers`;
/** Where an owner says why. */
export const lookOf = (room: Named): string => `${boardOf(room)}/look`;
/** Lists to print: who was there, who finished. */
export const listsOf = (room: Named): string => `${boardOf(room)}/list`;
/** Who gets a badge; another feature has it. */
export const badgesOf = ({ id }: Named): string => `/desk/badges/${id}`;
