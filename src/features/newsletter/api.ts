/** What who runs the instance asks of the newsletter: what is still to go out. */
export { askOutbox } from "./private/outbox.ts";
