/** The form of the link page without a script: the server works the same out from the same ground. Rule PN18. */
import { MEDIAN_K } from "../../engines/propagation/clearance.ts";
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import type { Grid } from "../../engines/terrain/grid.ts";
import { pointFrom } from "../../engines/terrain/position.ts";
import { profileBetween } from "../../engines/terrain/profile.ts";
import type { Serving } from "../../platform/feature.ts";
import { pixelsOf } from "../../platform/media/pictures/pictures.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic } from "../../platform/web/handler.ts";
import { lost, unkeptPage } from "../../platform/web/reply.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { radioFor } from "./browser/budget.ts";
import { groundFrom } from "./browser/ground.ts";
import { hopOf } from "./browser/hop.ts";
import { verdictOf } from "./browser/verdict.ts";
import { endsOf } from "./ends.ts";
import { linkWords } from "./link-words.ts";
import { FIELDS, radiosOf, type Drawn, type Typed } from "./link-form.ts";
import { LinkMain } from "./pages/link.tsx";
import { planAt } from "./queries.ts";
import type { Plan } from "./records.ts";
import { linkScript } from "./script.ts";
import { wordsIn, type PlanWords } from "./words.ts";

/** Made for one request and kept nowhere: two positions give more pages than a disk holds. */
export function drawnAddress(serving: Serving): Extra {
  const { instance } = serving;
  const groundOf = lastGround((name) => instance.media.read(name));
  return inPublic(serving, { words: wordsIn })(async (visit) => {
    const { frame, words, search, to } = visit;
    const { slug = "" } = visit.params;
    const card = await instance.snapshot((db) => planAt(db, slug));
    if (!card) return lost(visit);
    if (card.slug !== slug) return { to: `${to(`/plans/${card.slug}/drawn`)}?${search}` };
    const typed = Object.fromEntries(
      FIELDS.map((name) => [name, (search.get(name) ?? "").slice(0, 200)]),
    ) as Typed;
    const grid = card.plan.ground && (await groundOf(card.plan.ground.media, card.plan.bounds));
    const drawn = grid ? workOut(card.plan, grid, typed, words) : { verdict: words.link.failed };
    const script = linkScript.path;
    return {
      page: unkeptPage(words.lang, {
        title: words.link.title,
        description: words.link.lead,
        current: "/do-good",
        main: LinkMain({ card, words, own: frame.language, to, script, typed, drawn }),
      }),
    };
  });
}

/**
 * Decodes a ground, and keeps the one that was asked for last, since to decode takes longer than to draw.
 * @returns undefined where it cannot be read now; the next one who asks tries again
 */
export function lastGround(
  read: (name: string) => Promise<AsyncIterable<Uint8Array> | undefined>,
): (name: string, bounds: Plan["bounds"]) => Promise<Grid | undefined> {
  let kept: { readonly key: string; readonly grid: Promise<Grid | undefined> } | undefined;
  return (name, bounds) => {
    const key = [name, ...bounds].join(); // two plans, or two versions of one, may lay one picture elsewhere
    if (kept?.key !== key) {
      const decoding = {
        key,
        grid: read(name)
          .then((chunks) => decodeGround(chunks, bounds))
          .catch(() => {
            if (kept === decoding) kept = undefined;
            return undefined;
          }),
      };
      kept = decoding;
    }
    return kept.grid;
  };
}

async function decodeGround(
  chunks: AsyncIterable<Uint8Array> | undefined,
  bounds: Plan["bounds"],
): Promise<Grid> {
  if (!chunks) throw new Error("Expected the ground among the stored files, found nothing.");
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return groundFrom(await pixelsOf(Buffer.concat(parts)), bounds);
}

function workOut(plan: Plan, grid: Grid, typed: Typed, words: PlanWords): Drawn {
  const ends = new Map(endsOf(plan));
  const endOf = (text: string) => {
    const known = ends.get(text.trim());
    return known ? { lat: known[0], lon: known[1] } : pointFrom(text);
  };
  const [from, to] = [endOf(typed.from), endOf(typed.to)];
  const number = (text: string) =>
    text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
  const [fromMast, toMast] = [number(typed["from-mast"]), number(typed["to-mast"])];
  const mhz = number(typed.mhz);
  const isIn = (mast: number) => mast >= 0 && mast <= 200;
  const fits = isIn(fromMast) && isIn(toMast) && mhz >= 30 && mhz <= 100_000;
  if (!from || !to || !fits || distanceKm(from, to) === 0) return { verdict: words.link.bad };
  const way = { ...profileBetween(grid, from, to), fromMast, toMast, frequency: mhz, k: MEDIAN_K };
  const hop = hopOf(way);
  if (!hop) return { verdict: words.link.unknownHeight };
  const radio = radioFor(radiosOf(plan), [typed.from, typed.to], mhz);
  const said = verdictOf(hop, linkWords(words), (n) => formatNumber(n, words.lang), radio);
  return { ...said, way, ends: [from, to] };
}
