/** One request about talking, and a page for it. */
import type { Serving } from "../../platform/feature.ts";
import { inPublic, type PublicVisit } from "../../platform/web/handler.ts";
import { unkeptPage } from "../../platform/web/reply.ts";
import type { Page } from "../../platform/web/route.ts";
import { wordsIn, type ConversationWords } from "./words.ts";

/** Where the author of something comes back to it. */
export const MINE = "/c/";

export type Visit = PublicVisit<ConversationWords>;

export const visitor = (serving: Serving) => inPublic(serving, { words: wordsIn, unlisted: true });

export const pageOf = (
  { words }: Visit,
  about: Pick<Page, "title" | "main"> & Partial<Pick<Page, "script">>,
): Page => unkeptPage(words.lang, { ...about, current: "/conversation" });
