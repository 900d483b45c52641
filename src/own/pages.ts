/** What the pages of a feature of one's own are made with. Decision 46 says why it is given and not imported. */
import { html } from "hono/html";
import { after, deskPage, doneIn } from "../platform/accounts/pages.tsx";
import { sayOpening, sayUnder } from "../platform/sent/opening.ts";
import { say, sayAbout } from "../platform/sent/speaker.ts";
import { inPublic } from "../platform/web/handler.ts";

export const PAGES = {
  /** HTML as a tagged template; what is put in is escaped. */
  html,
  /** A page of the desk, where to go on after something was done, and the words for that. */
  deskPage,
  after,
  doneIn,
  /** Addresses in public that are made for one request. */
  inPublic,
  /** Says records with the campaign's key. */
  say,
  sayAbout,
  sayOpening,
  sayUnder,
};
export type Pages = typeof PAGES;
