/** The addresses in a text: where they stand, where they lead, and how they are shown. Rules PX9 to PX11. */
import { isPieced, passesForLatin } from "./look.ts";
import { meant } from "./punycode.ts";

export interface Address {
  /** Where it leads; the host as it travels. */
  readonly href: string;
  readonly host: string;
  /** As it is shown: short, the host whole, and as it travels where it could be taken for another. */
  readonly shown: string;
  /** Its host could be taken for another. */
  readonly looksAlike: boolean;
}

/** Characters of an address that is shown whole; a line of a narrow screen twice. */
const MAX_SHOWN = 60;
const LAST = 12; // characters of its end that stay
const MAX_ADDRESS = 2000; // characters; longer ones no browser of old took
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** One address in a text; what ends a sentence does not belong to it. */
const FOUND = /https?:\/\/[^\s<>"`]{1,2001}/giu;
const AFTER = /[.,;:!?'…。、！？،؛؟।\p{Pe}\p{Pi}\p{Pf}]$/u;

interface Part {
  readonly text: string;
  /** Present where the text is an address that is shown as a link. */
  readonly address?: Address;
}

/** A text in its parts; one with a name and a password before its host, or a broken one, is shown as text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    const typed = withoutEnd(found[0]);
    const address = readAddress(typed);
    if (!address) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push({ text: typed, address });
    at = found.index + typed.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** What ends a sentence or a bracket goes, unless the bracket was opened in the address. */
function withoutEnd(found: string): string {
  const opened = found.split("(").length; // none of them is at the end: it ends nothing
  let closed = found.split(")").length;
  let end = found.length;
  for (; end > 0 && AFTER.test(found[end - 1]!); end--)
    if (found[end - 1] === ")") {
      if (opened >= closed) break;
      closed -= 1;
    }
  return found.slice(0, end);
}

/** @returns undefined where it is no address of the web, or names somebody before its host */
export function readAddress(typed: string): Address | undefined {
  const url = typed.length > MAX_ADDRESS ? null : URL.parse(typed);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return undefined;
  const { href, hostname: host } = url;
  const looksAlike = hostLooksAlike(host);
  const name = looksAlike ? host : host.split(".").map(meant).join(".");
  const port = url.port === "" ? "" : `:${url.port}`;
  const rest = restOf(href.slice(url.origin.length), name);
  return { href, host, looksAlike, shown: shorten(`${url.protocol}//${name}${port}`, rest) };
}

/** Whether a host, as it travels, could be taken for another. */
function hostLooksAlike(host: string): boolean {
  const labels = host.split(".").map(meant);
  const endsOurs = /^[a-z0-9-]*$/.test(labels.at(-1)!);
  return labels.some(
    (label) =>
      isPieced(label) ||
      (endsOurs && passesForLatin(label)) ||
      /[\p{DI}\u2044\u2215\u29f8\u3003]|[\u{335}-\u{338}]/u.test(label) ||
      label.startsWith("xn--"), // it could not be read
  );
}

/** What follows the host, in letters where these can mislead nobody about where the host ends. */
function restOf(coded: string, name: string): string {
  if (coded === "/") return "";
  try {
    const rest = decodeURI(coded);
    const isUnclear = /[\s\p{C}\p{DI}]/u.test(rest);
    return isUnclear || (RIGHT_TO_LEFT.test(name) && RIGHT_TO_LEFT.test(rest)) ? coded : rest;
  } catch {
    return coded;
  }
}

function shorten(host: string, rest: string): string {
  const letters = Array.from(rest);
  const room = Math.max(MAX_SHOWN - host.length, 2 * LAST);
  if (letters.length <= room) return host + rest;
  return `${host}${letters.slice(0, room - LAST - 1).join("")}…${letters.slice(-LAST).join("")}`;
}
