/** Whether a page is offered in the language that a reader's browser asks for first. Rule WB11 of README.md. */

const MAX_READ = 200; // characters; browsers name a handful of languages
const MAX_REMEMBERED = 500; // what browsers say is much alike; a flood of others is not kept

const remembered = new Map<string, readonly string[]>();

/**
 * The language of the page to offer; none where the page is in it, or does not exist in it.
 * @param accepted an Accept-Language
 * @param tongues languages in which the page exists, its own first: `en ar fr`
 */
export function offerOf(accepted: string | undefined, tongues = ""): string | undefined {
  if (accepted === undefined || tongues === "") return undefined;
  const all = tongues.split(" ");
  for (const asked of firstAsked(accepted.slice(0, MAX_READ))) {
    const found = all.find((one) => one.toLowerCase() === asked);
    if (found !== undefined) return found === all[0] ? undefined : found;
  }
  return undefined;
}

/** The tag that is asked for before all others, then each that is wider: `fr-ca`, `fr` (RFC 4647, lookup). */
function firstAsked(accepted: string): readonly string[] {
  let found = remembered.get(accepted);
  if (found) return found;
  const wishes = accepted.toLowerCase().split(",").map(wishOf);
  const most = Math.max(...wishes.map(({ weight }) => weight));
  const parts = wishes.find(({ weight }) => weight > 0 && weight === most)?.tag.split("-") ?? [];
  found = parts.map((_, i) => parts.slice(0, parts.length - i).join("-"));
  if (remembered.size < MAX_REMEMBERED) remembered.set(accepted, found);
  return found;
}

function wishOf(wish: string): { readonly tag: string; readonly weight: number } {
  const [tag = "", ...said] = wish.split(";").map((part) => part.trim());
  const weight = Number(said.find((one) => one.startsWith("q="))?.slice(2) ?? 1);
  return { tag, weight: tag === "" || Number.isNaN(weight) ? 0 : weight };
}
