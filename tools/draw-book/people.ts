/** People, mostly from behind, so that every child may be them. Each stands on 0, 0 and is about 150 high. */
import { blob, cut, egg, limb, pen, type Point, type Points, listed, round } from "./ink.ts";

export type Hair = "puffs" | "bun" | "scarf" | "hat" | "short" | "curls" | "plait";

export interface Person {
  readonly dress: string;
  readonly skin: string;
  readonly hair: string;
  readonly style: Hair;
  /** Where the hands are; the shoulders are at (∓20, -96). */
  readonly hands: Points;
  /** Trousers in place of a dress. */
  readonly trousers?: string;
  /** Sees us: eyes and a mouth. */
  readonly facing?: boolean;
  /** A light on one side of it: the colour of that edge. */
  readonly lit?: string;
  /** The colour of a line near the hem of a dress. */
  readonly hem?: string;
  /** Hands with fingers spread. */
  readonly open?: boolean | "right";
  readonly legs?: boolean;
}

export const GIRL = {
  dress: "#e8604a",
  skin: "#8a553a",
  hair: "#1b1230",
  style: "puffs",
  hem: "#ffc79a",
} as const;
export const WOMAN = {
  dress: "#e3a53a",
  skin: "#a86a45",
  hair: "#2a1a2e",
  style: "bun",
  trousers: "#3a4a6e",
} as const;

/** An arm from the shoulder to a hand, its elbow a little out. */
function arm(
  [sx, sy]: Point,
  [hx, hy]: Point,
  sleeve: string,
  skin: string,
  out: number,
  open = false,
): string {
  const [mx, my] = [(sx + hx) / 2 + out, (sy + hy) / 2 + 5];
  const fingers = open
    ? [-0.9, -0.45, 0, 0.45, 0.95]
        .map((turn) => {
          const up = Math.atan2(hy - my, hx - mx) * 0.25 - (Math.PI / 2) * 0.75 + turn * 0.75;
          return limb(
            [
              [hx, hy],
              [hx + Math.cos(up) * 14, hy + Math.sin(up) * 14],
            ],
            3.8,
            skin,
          );
        })
        .join("")
    : "";
  const [ex, ey] = [sx + (mx - sx) * 0.85, sy + (my - sy) * 0.85];
  return (
    limb(
      [
        [sx, sy],
        [mx, my],
        [hx, hy],
      ],
      10.5,
      skin,
    ) +
    limb(
      [
        [sx, sy],
        [ex, ey],
      ],
      14.5,
      sleeve,
    ) +
    round(hx, hy, open ? 7.5 : 7, skin) +
    fingers
  );
}

function head({ hair, skin, style, facing }: Person): string {
  const [x, y] = [0, -124];
  const face = facing
    ? egg(x, y + 2, 19.5, 22, skin) +
      `<path d="M-11 ${y + 1}q4 -4 7 0M4 ${y + 1}q4 -4 7 0" fill="none" stroke="#2a1420" stroke-width="2.4" stroke-linecap="round"/>` +
      `<path d="M-8 ${y + 10}q8 8 16 0" fill="none" stroke="#2a1420" stroke-width="2.4" stroke-linecap="round"/>`
    : "";
  const cap = facing
    ? `<path d="M-21 ${y + 4}C-26 ${y - 34} 26 ${y - 34} 21 ${y + 4}C14 ${y - 14} -4 ${y - 16} -21 ${y + 4}Z" fill="${hair}"/>`
    : blob(
        [
          [-21, y + 4],
          [-22, y - 8],
          [-14, y - 21],
          [0, y - 26],
          [14, y - 21],
          [22, y - 8],
          [21, y + 4],
          [13, y + 15],
          [0, y + 18],
          [-13, y + 15],
        ],
        hair,
      );
  const ears = facing ? "" : round(-21, y + 1, 4.5, skin) + round(21, y + 1, 4.5, skin);
  const extra: Readonly<Record<Hair, string>> = {
    puffs: round(-27, y - 13, 13, hair) + round(27, y - 13, 13, hair),
    bun: round(0, y - 29, 11, hair),
    curls:
      [-18, -6, 8, 19].map((at, i) => round(at, y - 15 - (i % 3 ? 6 : 0), 11, hair)).join("") +
      round(-20, y, 9, hair) +
      round(20, y, 9, hair),
    short: "",
    plait:
      limb(
        [
          [0, y + 14],
          [3, y + 34],
          [-1, y + 52],
        ],
        9,
        hair,
      ) + round(-1, y + 56, 5, "#ffd27a"),
    scarf: "",
    hat:
      egg(0, y - 14, 31, 7, "#c98a3a") +
      blob(
        [
          [-17, y - 15],
          [-13, y - 31],
          [0, y - 35],
          [13, y - 31],
          [17, y - 15],
        ],
        "#d99c4a",
      ),
  };
  if (style === "scarf")
    return (
      blob(
        [
          [-23, y + 4],
          [-21, y - 18],
          [0, y - 28],
          [21, y - 18],
          [23, y + 4],
          [27, y + 32],
          [0, y + 40],
          [-27, y + 32],
        ],
        hair,
      ) + face.replace("19.5", "15").replace('ry="22"', 'ry="18"')
    );
  const over = style === "plait" || style === "hat" ? extra[style] : "";
  if (facing) return extra[style] + face + cap;
  if (over) return ears + cap + over;
  const parted =
    style === "puffs"
      ? limb(
          [
            [0, y - 25],
            [1, y - 4],
            [0, y + 15],
          ],
          1.6,
          "#5a3a52",
        ) +
        limb(
          [
            [-18, y - 17],
            [-20, y - 7],
          ],
          4,
          "#ffd27a",
        ) +
        limb(
          [
            [18, y - 17],
            [20, y - 7],
          ],
          4,
          "#ffd27a",
        )
      : "";
  return ears + extra[style] + cap + parted;
}

/** Somebody who stands. */
export function person(who: Person): string {
  const { dress, skin, trousers, hands, open = false, legs = true, lit } = who;
  const below = legs
    ? limb("-10,-34 -10,-4", 10, trousers ?? skin) +
      limb("10,-34 10,-4", 10, trousers ?? skin) +
      egg(-12, -2, 9, 5, "#1b1430") +
      egg(12, -2, 9, 5, "#1b1430")
    : "";
  const body = trousers
    ? blob("-22,-100 0,-106 22,-100 25,-60 22,-28 0,-25 -22,-28 -25,-60", dress)
    : blob("-20,-100 0,-106 20,-100 24,-70 36,-26 0,-21 -36,-26 -24,-70", dress);
  const side = trousers
    ? "21,-92 23.5,-76 23.5,-60 22,-44 19,-31"
    : "20,-88 22.5,-72 26.5,-56 30.5,-41 33.5,-28";
  const edge =
    (who.hem ? limb("-30,-35 -14,-31 0,-30 14,-31 30,-35", 2.6, who.hem) : "") +
    (lit ? pen(side, 3.4, lit) : "");
  const [left, right] = listed(hands) as [Point, Point];
  const arms =
    arm([-19, -94], left, dress, skin, left[1] < -100 ? -7 : -4, open === true) +
    arm([19, -94], right, dress, skin, right[1] < -100 ? 7 : 4, open !== false);
  const neck = cut("-7,-112 7,-112 8,-98 -8,-98", skin);
  return who.facing
    ? below + neck + body + edge + head(who) + arms
    : below + neck + body + edge + arms + head(who);
}

/** Somebody small on the way, all in one colour or two. */
export const walker = (dress: string, style: Hair, more: Partial<Person> = {}): string =>
  person({
    dress,
    skin: "#6d4634",
    hair: "#1d1a33",
    style,
    hands: "-34,-50 34,-52",
    ...more,
  });

/** A head and shoulders from behind: whoever sits in front of us. */
export const seat = (dress: string, hair: string, style: Hair, skin = "#8a553a"): string =>
  blob("-46,10 -42,-66 -22,-92 0,-100 22,-92 42,-66 46,10", dress) +
  cut("-7,-112 7,-112 9,-94 -9,-94", skin) +
  head({
    dress,
    skin,
    hair,
    style,
    hands: "0,0 0,0",
  });
