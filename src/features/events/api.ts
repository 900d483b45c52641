/** What other features and commands ask of events. */
export { eventList } from "./queries.ts";
export { nextEvent } from "./related.tsx";
export { timeWords as eventTime } from "./words.ts";
