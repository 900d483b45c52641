/** What other features ask of classes. */
export { shutFor } from "./access.ts";
export { askTeaching } from "./private/teaching.ts";
export { RoomHead } from "./components/room-head.tsx";
export { askClasses } from "./private/classes.ts";
export { isOwnName } from "./roster/card-address.ts";
export { codeHash } from "./secrets.ts";
export { seatOf, type Seat } from "./learning/seat.ts";
export type { Learner, Room } from "./private/rows.ts";
export { classAt, standingsOf, type HeldClass } from "./room.ts";
export type { Standing } from "./standing.ts";
export { MOST_BYTES, readClass, StatementError, type ReadClass } from "./xapi/reading.ts";
export { statementsOf } from "./xapi/statements.ts";
