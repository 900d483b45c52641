/** Addresses at which other places take a text to pass on: pressed, they say it there; unpressed, nothing is asked of them. */
import type { Frame } from "../../platform/web/frame.ts";
import { waysToPassOn } from "../../platform/web/share.tsx";

/** The text that is passed on, with the hashtag where the campaign has one. */
export const shareText = ({ base, hashtag, name }: Frame, path: string): string =>
  `${hashtag === "" ? name : `#${hashtag}`} ${base}${path}`;

/** Name and address, in the order in which they are shown. */
export function shareLinks(
  frame: Frame,
  path: string,
): readonly (readonly [name: string, url: string])[] {
  const title = frame.hashtag === "" ? frame.name : `#${frame.hashtag}`;
  const text = encodeURIComponent(shareText(frame, path));
  const url = encodeURIComponent(frame.base + path);
  const only = encodeURIComponent(title);
  return [
    ...Object.entries(waysToPassOn(title, frame.base + path, frame.name)),
    ["Bluesky", `https://bsky.app/intent/compose?text=${text}`],
    ["Facebook", `https://www.facebook.com/sharer/sharer.php?u=${url}&hashtag=${only}`],
    ["LinkedIn", `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ["X", `https://x.com/intent/post?text=${text}`],
  ];
}

/** Where one's own server in the fediverse takes a text; undefined where that is no server's name. */
export function fediverseShare(server: string, text: string): string | undefined {
  const typed = server.trim().toLowerCase();
  const host = typed
    .replace(/^https?:\/\//, "")
    .split("/", 1)[0]!
    .replace(/^.*@/, "");
  if (
    host.length > 253 ||
    !/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host)
  )
    return undefined;
  return `https://${host}/share?text=${encodeURIComponent(text)}`;
}
