/**
 * Who is signed in at the watch: an account's own sign-in by PIN, with its own limits for guesses, its end and its line on the
 * account's page. Its cookie goes to the pages of the watch in each language, and to nothing else. Rule LW2.
 */
import type { Frame } from "../../../platform/web/frame.ts";
import { pathIn } from "../../../platform/web/frame.ts";

/** bounded: a path of a cookie that we made ourselves. */
const OF_DESK = /;\s*Path=\/desk(?=;|$)/i;

/** @param cookies as the accounts set them, for the desk */
export const cookiesAtWatch = (
  cookies: readonly string[],
  frame: Pick<Frame, "language" | "languages">,
): string[] =>
  [...new Set([frame.language, ...frame.languages])].flatMap((lang) =>
    cookies.map((cookie) =>
      cookie.replace(OF_DESK, `; Path=${pathIn(frame as Frame, lang, "/watch")}`),
    ),
  );
