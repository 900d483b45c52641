/** Cards that were drawn, each once, on the disk: so many at most, and none longer than what it shows may be seen. Rules M25 to M27. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FIXED } from "../../budget/limits.ts";
import { MediaError } from "../media-error.ts";
import { askFor } from "../pictures/crew.ts";
import { openPlaces } from "../places.ts";
import { CARD_VERSION, type Card } from "./card.ts";

export interface Cards {
  /** A card that is kept; undefined where it has yet to be drawn. */
  kept(card: Card, until: string): Uint8Array | undefined;
  /**
   * Drawn, and kept unless something was taken back meanwhile. Who asks for the same at once shares one drawing.
   * @param until the first UTC day on which it may not be shown any more; empty where none is known
   * @throws MediaError `busy` where too many wait
   */
  draw(card: Card, until: string): Promise<Uint8Array>;
  /** Leave none on the disk: something of what they show was taken back. */
  clear(): void;
  /** How often that was done: what was looked up before must not be shown after. */
  readonly cleared: number;
  /** Delete those that may not be shown on this day. */
  expire(today: string): void;
  /** How many lie on the disk. */
  readonly count: number;
}

interface CardsOptions {
  /** Where they lie; nothing else does. */
  readonly dir: string;
  /** Where fonts are unpacked, which say nothing about anybody. */
  readonly fonts: string;
  /** The file of a picture in the store; undefined where it is gone. */
  readonly pathOf: (media: string) => Promise<string | undefined>;
  readonly most?: number;
}

const busy = () => new MediaError("busy", "More cards are waiting than can be drawn.");
const places = openPlaces(FIXED.card, busy);

/** A name for what it shows: the same words over the same picture are one card. */
export const cardName = (card: Card): string =>
  createHash("sha256")
    .update(JSON.stringify([CARD_VERSION, card]))
    .digest("hex")
    .slice(0, 32);

export function openCards({ dir, fonts, pathOf, most = 2000 }: CardsOptions): Cards {
  const flights = new Map<string, Promise<Uint8Array>>();
  // By name, the one first that was not asked for the longest. What an earlier run left may have been taken back since.
  const here = new Set<string>();
  let cleared = 0;
  clear();

  function clear(): void {
    cleared += 1;
    here.clear();
    mkdirSync(dir, { recursive: true });
    // The folder stays: what is being put there this moment must not stand in the way of the rest.
    for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true });
  }
  const forget = (name: string): void => {
    here.delete(name);
    rmSync(join(dir, name), { force: true });
  };

  async function drawn(card: Card, name: string): Promise<Uint8Array> {
    const { picture, ...words } = card;
    const before = cleared;
    const from = picture && (await pathOf(picture.media));
    const drawing = {
      card: words,
      fonts,
      ...(from !== undefined && {
        picture: { from, ...(picture?.isPlace && { isPlace: picture.isPlace }) },
      }),
    };
    const png = await places.hold(() => askFor({ do: "card", drawing }));
    if (cleared !== before) return png;
    const path = join(dir, name);
    try {
      await writeFile(`${path}.new`, png);
      if (cleared === before) await rename(`${path}.new`, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      return png; // deleted meanwhile
    }
    if (cleared !== before) {
      for (const left of [name, `${name}.new`]) forget(left);
      return png;
    }
    here.add(name);
    for (const oldest of here) {
      if (here.size <= most) break;
      forget(oldest);
    }
    return png;
  }

  return {
    kept(card, until) {
      const name = fileOf(card, until);
      if (!here.delete(name)) return undefined;
      try {
        const png = readFileSync(join(dir, name));
        here.add(name); // the latest now
        return png;
      } catch {
        return undefined; // somebody emptied the cache
      }
    },
    draw(card, until) {
      const name = fileOf(card, until);
      const flight = flights.get(name);
      if (flight) return flight;
      const drawing = drawn(card, name).finally(() => flights.delete(name));
      flights.set(name, drawing);
      return drawing;
    },
    clear,
    expire(today) {
      for (const name of here) {
        const until = untilOf(name);
        if (until !== "" && until <= today) forget(name);
      }
    },
    get cleared() {
      return cleared;
    },
    get count() {
      return readdirSync(dir).length;
    },
  };
}

/** The day stands in the name, by which it is found again. */
const fileOf = (card: Card, until: string): string =>
  `${cardName(card)}${until === "" ? "" : `-${until}`}.png`;
const untilOf = (name: string): string => /-(\d{4}-\d\d-\d\d)\.png$/.exec(name)?.[1] ?? "";
