/** What the book is made of: sky, hills, houses, a lamp, a mast, a tent. Each is drawn around its own foot. */
import { ridge, type Look } from "./ground.ts";
import {
  blob,
  chance,
  curve,
  cut,
  egg,
  limb,
  pen,
  listed,
  type Point,
  type Points,
  put,
  round,
} from "./ink.ts";

export const WIDTH = 720;
export const HEIGHT = 480;

export const NIGHT = {
  high: "#0b1434",
  middle: "#172a5e",
  low: "#2b4a8c",
  far: "#2c4888",
  mid: "#1f3770",
  hill: "#16295a",
  near: "#0d1a40",
  ink: "#6d8fd0",
  stars: "#dfe8ff",
};
export const DAWN = {
  high: "#86aed2",
  middle: "#d8bfd0",
  low: "#ffd9a8",
  far: "#9fb4c9",
  mid: "#6f93a8",
  hill: "#3f7480",
  near: "#2a5560",
  ink: "#d7eceb",
  stars: "none",
};
export type Colours = typeof NIGHT;

export const WARM = "#ffd27a";
export const FLAME = "#fff3cf";
export const AMBER = "#ffa94d";
export const CORAL = "#e8604a";
export const LINE = "#ff7a4f";

const MOUNTAINS: readonly Look[] = [
  { from: [500, 420], towards: 10, near: 14, far: 34 },
  { from: [500, 420], towards: 350, near: 6, far: 13 },
  { from: [620, 400], towards: 300, near: 3, far: 7 },
];

export const everywhere = (fill: string): string =>
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="${fill}"/>`;

export function sky({ high, middle, low }: Colours, ends = HEIGHT): string {
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="${ends}" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="${high}"/><stop offset=".6" stop-color="${middle}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>${everywhere("url(#sky)")}`;
}

export function stars(seed: number, count: number, under = 230): string {
  const rand = chance(seed);
  return Array.from({ length: count }, () => {
    const [x, y] = [rand() * WIDTH, rand() * under];
    return round(
      x,
      y,
      0.9 + rand() * rand() * 2.2,
      NIGHT.stars,
      `opacity="${(0.5 + rand() * 0.5).toFixed(2)}"`,
    );
  }).join("");
}

/** Ridges one behind the other, from `foot` upwards; each has a line along its crest. */
export function mountains(colours: Colours, foot: number, rise: number, of = [0, 1, 2]): string {
  const fills = [colours.far, colours.mid, colours.hill];
  return of
    .map((i) => {
      const line = ridge(MOUNTAINS[i]!, foot + i * 26, rise * (1 - i * 0.2));
      return (
        blob([[-60, HEIGHT + 60], ...line, [WIDTH + 60, HEIGHT + 60]], fills[i]!) +
        pen(line, 2.4, colours.ink, `opacity="${0.35 + i * 0.1}"`)
      );
    })
    .join("");
}

/** The height of the hill of this book at `u`, 0 to 1 from its left foot to its right one: it has a shoulder on the left. */
export const hillAt = (u: number): number => {
  const dome = (m: number, w: number) => Math.exp(-(Math.abs((u - m) / w) ** 2.3));
  const edge = Math.min(1, u / 0.16, (1 - u) / 0.16);
  return Math.min(1, dome(0.56, 0.25) + dome(0.2, 0.12) * 0.3) * edge;
};

/** The hill, with lines that follow the ground. `at` is its left foot. */
export function hill(
  colours: Colours,
  [x, y]: Point,
  width: number,
  height: number,
  lines = 6,
): string {
  const profile = (share: number, from = 0, to = 1): Point[] =>
    Array.from({ length: 33 }, (_, i): Point => {
      const u = from + ((to - from) * i) / 32;
      return [
        x + width * u,
        y - height * hillAt(u) * share - (1 - share) * 6 * Math.sin(u * 19 + share * 9),
      ];
    });
  let svg = blob(
    [[x - 40, HEIGHT + 80], ...profile(1), [x + width + 40, HEIGHT + 80]],
    colours.hill,
  );
  svg += pen(profile(1), 3, colours.ink, 'opacity="0.75"');
  for (let k = 1; k <= lines; k++) {
    const inset = 0.03 * k;
    svg += pen(
      profile(1 - (k / (lines + 1)) * 0.9, 0.14 + inset, 0.93 - inset),
      2,
      colours.ink,
      'opacity="0.32"',
    );
  }
  return svg;
}
/** Where the top of that hill is. */
export const topOf = ([x, y]: Point, width: number, height: number): Point => [
  x + width * 0.56,
  y - height * hillAt(0.56),
];

const RINGS = [
  [1, "#6c55b0", 0.3],
  [0.7, "#a8608c", 0.34],
  [0.45, "#ee8a55", 0.42],
  [0.25, WARM, 0.6],
] as const;
/** Light in rings, as a child draws it. */
export const glow = ([x, y]: Point, radius: number, strength = 1): string =>
  RINGS.map(([share, colour, opacity]) =>
    round(x, y, radius * share, colour, `opacity="${(opacity * strength).toFixed(2)}"`),
  ).join("");

/** A flame in the middle of rings that stand behind a hill. */
export const flame = ([x, y]: Point, size: number): string =>
  round(x, y, size * 2.6, WARM, 'opacity="0.55"') + round(x, y, size, FLAME);

/** A small light that is far away. */
export const farLight = (at: Point, size: number): string =>
  glow(at, size * 9) + round(at[0], at[1], size, FLAME);

/** A lantern with a handle; its foot is at 0, 0, and it is 60 high. */
export function lantern(isLit: boolean): string {
  const glass = isLit ? FLAME : "#33508c";
  return (
    limb("-13,-50 -10,-66 0,-72 10,-66 13,-50", 3, "#c98a3a") +
    cut("-15,-50 15,-50 11,-58 -11,-58", "#b3742c") +
    blob("-14,-49 14,-49 18,-28 14,-8 -14,-8 -18,-28", glass) +
    (isLit ? blob("0,-40 7,-25 5,-14 -5,-14 -7,-25", AMBER) : "") +
    cut("-17,-9 17,-9 20,1 -20,1", "#b3742c")
  );
}

/** A house; `kind` chooses its roof. Foot at 0, 0; about 60 wide. `window` is what its window is filled with. */
export function house(
  kind: 0 | 1 | 2,
  colours: { wall: string; roof: string; ink: string },
  window: string,
): string {
  const { wall, roof, ink } = colours;
  const pane = (x: number, y: number, w = 13, h = 14) =>
    cut(
      [
        [x, y],
        [x + w, y - 0.8],
        [x + w - 0.5, y + h],
        [x + 0.6, y + h],
      ],
      window,
    );
  if (kind === 0)
    // round, with a roof of grass
    return (
      cut("-26,2 -25,-34 25,-34 27,2", wall) +
      blob("-40,-31 -22,-48 0,-72 22,-48 40,-31 20,-27 -20,-27", roof) +
      pen("-38,-32 -20,-50 -1,-71", 2, ink, 'opacity="0.7"') +
      pane(-8, -23)
    );
  if (kind === 1)
    // with a gable
    return (
      cut("-32,2 -31,-36 31,-37 32,2", wall) +
      cut("-41,-33 -1,-68 41,-34", roof) +
      pen("-41,-34 -20,-52 -1,-69", 2, ink, 'opacity="0.7"') +
      pane(-20, -25) +
      pane(6, -25)
    );
  return (
    // with a flat roof
    cut("-36,2 -35,-46 35,-47 36,2", wall) +
    cut("-40,-44 -39,-53 40,-54 40,-45", roof) +
    pen("-40,-54 0,-55 40,-55", 2, ink, 'opacity="0.7"') +
    pane(-18, -34) +
    pane(8, -34)
  );
}

export function tree(fill: string, ink: string): string {
  return (
    limb("0,2 1,-22 0,-40", 5, fill) +
    blob("-22,-34 -26,-54 -10,-74 10,-76 26,-58 22,-36 0,-30", fill) +
    pen("-24,-52 -12,-72 8,-76", 1.8, ink, 'opacity="0.6"')
  );
}

const AT_NIGHT = { wall: "#14245284", roof: "#0c1738", ink: NIGHT.ink };
/** The village, 420 wide, its foot about 0; `lit` are the houses whose windows shine. */
export function village(lit: readonly number[] = [], ink = AT_NIGHT): string {
  const walls = { wall: "#1a2c62", roof: "#0f1d49", ink: ink.ink };
  const dark = "#0a1233";
  const row: readonly (readonly [number, number, number, 0 | 1 | 2])[] = [
    [40, -22, 0.72, 1],
    [118, -30, 0.7, 0],
    [196, -26, 0.74, 2],
    [276, -30, 0.68, 1],
    [350, -22, 0.74, 0],
    [84, 6, 0.98, 2],
    [170, 12, 1, 1],
    [252, 10, 0.96, 0],
    [328, 14, 1.02, 1],
  ];
  const trees: readonly Point[] = [
    [2, 0],
    [212, 0],
    [392, 4],
  ];
  return (
    row
      .slice(0, 5)
      .map(([x, y, s, k], i) => put(x, y, s, house(k, walls, lit.includes(i) ? WARM : dark)))
      .join("") +
    trees.map(([x, y]) => put(x, y, 0.9, tree("#0c1839", ink.ink))).join("") +
    row
      .slice(5)
      .map(([x, y, s, k], i) => put(x, y, s, house(k, walls, lit.includes(i + 5) ? WARM : dark)))
      .join("")
  );
}

/** A tent, 80 wide. */
export const tent = (fill: string, side: string, inside: string): string =>
  cut("-46,2 -8,-50 34,-44 58,2", side) +
  cut("-46,2 -8,-50 18,2", fill) +
  cut("-22,2 -9,-36 3,2", inside) +
  limb("-8,-50 -11,-57", 2.5, side);

/** A mast of `tall`, with two dishes; its foot at 0, 0. */
export function mast(tall: number, colour: string, dish: string): string {
  const half = tall * 0.055;
  let svg =
    limb(
      [
        [-half, 0],
        [-2, -tall],
      ],
      3,
      colour,
    ) +
    limb(
      [
        [half, 0],
        [2, -tall],
      ],
      3,
      colour,
    );
  const steps = Math.max(4, Math.round(tall / 26));
  for (let i = 0; i < steps; i++) {
    const [y0, y1] = [(-tall * i) / steps, (-tall * (i + 1)) / steps];
    const wide = (y: number) => half + ((2 - half) * -y) / tall;
    svg +=
      limb(
        [
          [-wide(y0), y0],
          [wide(y1), y1],
        ],
        1.8,
        colour,
      ) +
      limb(
        [
          [-wide(y1), y1],
          [wide(y1), y1],
        ],
        1.8,
        colour,
      );
  }
  svg += egg(-tall * 0.05, -tall * 0.86, tall * 0.035, tall * 0.06, dish);
  svg += egg(tall * 0.05, -tall * 0.74, tall * 0.03, tall * 0.05, dish);
  return svg;
}

/** Ground in front, with grass. */
export function meadow(fill: string, ink: string, along: Points, seed: number): string {
  const line = listed(along);
  const rand = chance(seed);
  let svg = blob([[-60, HEIGHT + 80], ...line, [WIDTH + 60, HEIGHT + 80]], fill);
  svg += pen(line, 2.6, ink, 'opacity="0.6"');
  for (let i = 0; i < 16; i++) {
    const [x0, x1] = [line[0]![0], line.at(-1)![0]];
    const x = x0 + (x1 - x0) * rand();
    const after = Math.max(
      1,
      line.findIndex((p) => p[0] > x),
    );
    const [a, b] = [line[after - 1]!, line[after]!];
    const y = a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]) + 8 + rand() * 40;
    const h = 8 + rand() * 8;
    svg += `<path d="${curve([
      [x, y],
      [x + 2, y - h * 0.6],
      [x + 5, y - h],
    ])}${curve([
      [x + 1, y],
      [x - 2, y - h * 0.5],
      [x - 5, y - h * 0.8],
    ])}" fill="none" stroke="${ink}" stroke-width="1.6" stroke-linecap="round" opacity="0.45"/>`;
  }
  return svg;
}
