/** An event is announced under its address, changed, and withdrawn. Rule E6. */
import { sayUnder } from "../../platform/sent/opening.ts";
import { sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { EVENT_ANNOUNCED, EVENT_EDITED, EVENT_WITHDRAWN } from "./records.ts";

/** Where one was withdrawn, it comes back. */
export const announceEvent = (speaker: Speaker, slug: string, body: object): Promise<void> =>
  sayUnder(speaker, { space: "events", slug, kind: EVENT_ANNOUNCED, edit: EVENT_EDITED, body });

export const changeEvent = (speaker: Speaker, subject: string, body: object) =>
  sayAbout(speaker, subject, { kind: EVENT_EDITED, body });

export const withdrawEvent = (speaker: Speaker, subject: string) =>
  sayAbout(speaker, subject, { kind: EVENT_WITHDRAWN, body: {} });
