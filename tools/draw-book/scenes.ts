/** The twelve pages and the cover, as SVG. */
import { blob, chance, curve, cut, limb, pen, type Point, put, round } from "./ink.ts";
import { GIRL, type Person, person, seat, walker, WOMAN } from "./people.ts";
import {
  CORAL,
  DAWN,
  everywhere,
  farLight,
  glow,
  HEIGHT,
  hill,
  lantern,
  LINE,
  mast,
  meadow,
  mountains,
  NIGHT,
  sky,
  stars,
  flame,
  tent,
  topOf,
  tree,
  village,
  WARM,
  WIDTH,
} from "./things.ts";

const ROOM = { wall: "#1d2a58", low: "#162148", wood: "#3a3358", edge: "#5b5685" };
const front = (y: number, bend: number): Point[] =>
  [-20, 120, 260, 400, 540, 660, 760].map((x, i): Point => [
    x,
    y + bend * Math.sin(i * 1.3) + (i % 2) * 3,
  ]);

/** Somebody with a lantern in a hand: the hand holds its handle. */
function withLantern(
  x: number,
  y: number,
  scale: number,
  who: Person,
  hand: Point,
  isLit = true,
): string {
  const [hx, hy] = [x + hand[0] * scale, y + hand[1] * scale];
  return (
    put(hx, hy + 70 * scale * 0.72, scale * 0.72, lantern(isLit)) + put(x, y, scale, person(who))
  );
}
/** Where its light is. */
const flameOf = (x: number, y: number, scale: number, [hx, hy]: Point): Point => [
  x + hx * scale,
  y + (hy + 70 * 0.72 - 28 * 0.72) * scale,
];

function cover(): string {
  const foot: Point = [150, 400];
  const top = topOf(foot, 640, 280);
  const light: Point = [top[0], top[1] - 9];
  return (
    sky(NIGHT, 400) +
    stars(7, 34, 200) +
    glow(light, 230, 0.9) +
    mountains(NIGHT, 330, 90, [0, 1]) +
    hill(NIGHT, foot, 640, 280) +
    flame(light, 9) +
    put(236, 418, 0.82, village()) +
    meadow(NIGHT.near, NIGHT.ink, front(420, 7), 3) +
    glow(flameOf(136, 462, 1.6, [-46, -62]), 110, 0.9) +
    withLantern(
      136,
      462,
      1.6,
      {
        ...GIRL,
        hands: "-46,-62 44,-150",
        open: "right",
        lit: "#ffb37a",
      },
      [-46, -62],
    )
  );
}

/** 1. It is night. The village is dark. */
const asleep = (): string =>
  sky(NIGHT, 380) +
  stars(11, 46, 190) +
  mountains(NIGHT, 290, 120) +
  put(20, 396, 1.62, village()) +
  meadow(NIGHT.near, NIGHT.ink, front(420, 6), 5);

/** What is seen through the window of pages 2 and 3. */
const outside = (more = ""): string =>
  sky(NIGHT, 400) + stars(23, 40, 240) + mountains(NIGHT, 340, 110, [0, 1]) + more;

/** 2. A girl is awake. She looks out of the window. */
function awake(): string {
  const frame = "300,62 604,58 608,344 297,346";
  const d = `M${frame}Z`;
  return (
    everywhere(ROOM.wall) +
    cut("0,392 720,384 720,480 0,480", ROOM.low) +
    `<clipPath id="pane"><path d="${d}"/></clipPath><g clip-path="url(#pane)">${outside()}</g>` +
    `<path d="${d}M452 60L454 345M299 196L606 192" fill="none" stroke="${ROOM.wood}" stroke-width="13" stroke-linejoin="round"/>` +
    cut("278,342 628,340 634,362 272,364", ROOM.edge) +
    blob("0,330 70,318 180,330 236,372 244,480 -30,500", "#3f4f93") +
    blob("-20,322 40,296 110,312 104,346 20,356", "#8ea2d8") +
    pen("30,372 110,384 228,400", 4, "#7f93d0", 'opacity="0.6"') +
    pen("20,420 120,428 236,436", 4, "#7f93d0", 'opacity="0.6"') +
    put(
      452,
      470,
      1.75,
      person({
        ...GIRL,
        dress: "#d25a4c",
        hands: "-46,-66 46,-66",
        lit: "#8fa6e6",
      }),
    ) +
    cut("60,172 214,168 216,182 58,186", ROOM.edge) +
    put(170, 168, 0.9, lantern(false)) +
    [
      [74, 40, "#2f8f86"],
      [88, 48, "#c98a3a"],
      [104, 34, "#7d5aa6"],
    ]
      .map(([x, h, c]) =>
        cut(
          [
            [+x!, 172],
            [+x! + 2, 172 - +h!],
            [+x! + 13, 172 - +h!],
            [+x! + 12, 172],
          ],
          String(c),
        ),
      )
      .join("")
  );
}

/** 3. She sees one light. It is on the hill. */
function seen(): string {
  const foot: Point = [150, 420];
  const top = topOf(foot, 560, 245);
  const light: Point = [top[0], top[1] - 8];
  return (
    outside() +
    glow(light, 190, 0.95) +
    hill(NIGHT, foot, 560, 245) +
    flame(light, 8) +
    `<path d="M0 0H720V480H0ZM40 34L42 404L682 402L678 36Z" fill="${ROOM.wall}" fill-rule="evenodd"/>` +
    `<path d="M41 35L43 403L681 401L677 37Z" fill="none" stroke="${ROOM.wood}" stroke-width="14" stroke-linejoin="round"/>` +
    cut("16,398 704,396 712,424 8,426", ROOM.edge) +
    put(
      206,
      596,
      2.75,
      person({
        ...GIRL,
        dress: "#d25a4c",
        hands: "-50,-68 50,-68",
        legs: false,
        lit: "#ffb37a",
      }),
    )
  );
}

/** 4. She waves. The hill is too far away. */
function waves(): string {
  const foot: Point = [430, 352];
  const top = topOf(foot, 270, 118);
  return (
    sky(NIGHT, 400) +
    stars(31, 50, 220) +
    glow([top[0], top[1] - 5], 64, 0.9) +
    mountains(NIGHT, 300, 80, [0, 1]) +
    hill(NIGHT, foot, 270, 118, 4) +
    farLight([top[0], top[1] - 5], 4) +
    put(380, 384, 0.5, village()) +
    meadow(NIGHT.near, NIGHT.ink, front(372, 9), 8) +
    put(
      176,
      462,
      2.05,
      person({
        ...GIRL,
        hands: "-36,-50 46,-154",
        open: "right",
        lit: "#8fa6e6",
      }),
    ) +
    limb("308,104 318,120 320,142", 4, NIGHT.ink) +
    limb("326,92 341,114 343,144", 4, NIGHT.ink) +
    limb("236,96 227,108 224,124", 4, NIGHT.ink)
  );
}

/** 5. She takes her lamp. On, off, on. */
function flashes(): string {
  const hand: Point = [50, -118];
  const panel = (x: number, isLit: boolean): string => {
    const colours = isLit
      ? { lit: WARM }
      : { dress: "#41346a", skin: "#2c2a50", hair: "#0c1030", hem: "#55467e" };
    const edge = `M${x + 6} 12L${x + 228} 9L${x + 226} 470L${x + 8} 468Z`;
    const ground: Point[] = [
      [x - 30, 520],
      [x - 20, 424],
      [x + 80, 416],
      [x + 180, 424],
      [x + 270, 418],
      [x + 270, 520],
    ];
    return (
      `<clipPath id="p${x}"><path d="${edge}"/></clipPath><g clip-path="url(#p${x})">` +
      `<rect x="${x}" width="240" height="480" fill="${isLit ? "#1b2f68" : "#0d1840"}"/>` +
      (isLit ? glow(flameOf(x + 84, 446, 1.8, hand), 240, 0.95) : "") +
      blob(ground, isLit ? "#14265a" : "#091231") +
      withLantern(
        x + 84,
        446,
        1.8,
        { ...GIRL, hands: [[-34, -50], hand], ...colours },
        hand,
        isLit,
      ) +
      "</g>"
    );
  };
  return everywhere("#070f2b") + panel(3, true) + panel(243, false) + panel(483, true);
}

/** 6. The light goes off and on. Somebody sees her! */
function answered(): string {
  const ground = "-20,300 90,282 230,276 360,300 470,356 560,420 660,470 760,500";
  return (
    sky(NIGHT, 360) +
    stars(41, 40, 150) +
    mountains(NIGHT, 220, 80, [0, 1]) +
    blob("200,520 300,330 460,322 760,316 760,520", "#122251") +
    put(470, 372, 0.46, village()) +
    farLight([594, 366], 4.5) +
    glow(flameOf(250, 300, 1.45, [48, -122]), 200, 1) +
    meadow(NIGHT.near, NIGHT.ink, ground, 12) +
    put(96, 290, 1.5, tent("#8a5f3c", "#5e4350", "#ffcf7a")) +
    withLantern(
      250,
      300,
      1.45,
      {
        ...WOMAN,
        hands: "-34,-50 48,-122",
        lit: WARM,
      },
      [48, -122],
    )
  );
}

/** 7. In the morning she climbs the hill. Everybody comes with her. */
function climbs(): string {
  const foot: Point = [-90, 470];
  const top = topOf(foot, 900, 350);
  const path: Point[] = [
    [60, 470],
    [190, 428],
    [320, 396],
    [250, 346],
    [330, 296],
    [420, 262],
    [370, 214],
    [top[0] - 10, top[1] + 6],
  ];
  return (
    sky(DAWN, 330) +
    round(596, 200, 66, "#fff1c4") +
    round(596, 200, 92, "#fff1c4", 'opacity="0.35"') +
    mountains(DAWN, 320, 100, [0, 1]) +
    hill(DAWN, foot, 900, 350, 4) +
    limb(path, 15, "#e9cfa0", 'opacity="0.9"') +
    put(top[0] + 20, top[1] + 10, 0.5, tent("#c98a5a", "#8f5f50", "#6d4634")) +
    put(
      386,
      262,
      0.52,
      person({
        ...GIRL,
        hands: "-34,-50 42,-146",
      }),
    ) +
    put(330, 304, 0.6, walker("#f0c35a", "curls")) +
    put(272, 342, 0.66, walker("#5a3f78", "scarf", { hair: "#7a559c" })) +
    put(306, 388, 0.74, walker("#f4f0e2", "hat", { trousers: "#394a70" })) +
    put(222, 420, 0.82, walker("#c9504a", "plait")) +
    put(
      150,
      446,
      0.9,
      walker("#2f4d86", "short", { trousers: "#1d2a4c", hands: "-25,-134 25,-134" }) +
        put(
          0,
          -114,
          0.6,
          person({
            dress: "#f0c35a",
            skin: "#6d4634",
            hair: "#1d1a33",
            style: "curls",
            hands: "-34,-140 34,-140",
            legs: false,
          }),
        ),
    ) +
    limb("104,420 112,478", 4, "#6b4a34") +
    put(66, 476, 1, walker("#d9903a", "bun", { hair: "#b9b6c6", hands: "-34,-50 39,-60" }))
  );
}

/** 8. A woman waits at the top. Her hands say hello. */
function hello(): string {
  const ground = "-20,400 100,384 240,366 380,352 520,350 640,362 760,384";
  return (
    sky(DAWN, 400) +
    round(560, 214, 58, "#fff1c4") +
    round(560, 214, 82, "#fff1c4", 'opacity="0.35"') +
    mountains(DAWN, 320, 90, [0, 1]) +
    meadow(DAWN.hill, DAWN.ink, ground, 15) +
    put(604, 366, 1.7, tent("#c98a5a", "#9a6a55", "#5e4350")) +
    put(
      404,
      376,
      1.62,
      person({
        ...WOMAN,
        facing: true,
        open: true,
        hands: "-52,-148 52,-148",
      }),
    ) +
    put(22, 566, 1.95, walker("#5a3f78", "scarf", { hair: "#7a559c" })) +
    put(
      170,
      562,
      2.1,
      person({
        ...GIRL,
        hands: "-36,-50 36,-50",
        lit: "#ffd9a8",
      }),
    )
  );
}

/** 9. They build a tall mast. Now the hills can see each other. */
function built(): string {
  const ground = "-20,392 120,360 260,346 380,366 500,420 620,462 760,500";
  const foot: Point = [470, 420];
  const top = topOf(foot, 300, 170);
  const [from, to]: [Point, Point] = [
    [229, 120],
    [top[0] - 3, top[1] - 46],
  ];
  return (
    sky(DAWN, 400) +
    mountains(DAWN, 330, 90, [0, 1]) +
    hill(DAWN, foot, 300, 170, 3) +
    put(top[0], top[1] + 3, 1, mast(62, "#2a3a58", "#fff7e6")) +
    meadow(DAWN.near, DAWN.ink, ground, 18) +
    limb(between(from, to, 12), 3.6, CORAL) +
    put(216, 350, 1, mast(268, "#22304e", "#fff7e6")) +
    limb("214,110 156,210 107,288", 2.6, "#f4e6c8") +
    limb("218,110 310,220 374,306", 2.6, "#f4e6c8") +
    put(
      66,
      396,
      1.08,
      walker("#2f4d86", "short", {
        trousers: "#1d2a4c",
        hands: "-34,-50 38,-100",
      }),
    ) +
    put(
      160,
      384,
      1.08,
      person({
        ...WOMAN,
        hands: "-34,-50 44,-128",
      }),
    ) +
    put(
      416,
      418,
      1.12,
      walker("#f4f0e2", "hat", {
        trousers: "#394a70",
        hands: "-38,-100 34,-50",
      }),
    ) +
    put(
      310,
      398,
      0.9,
      person({
        ...GIRL,
        hands: "-42,-146 42,-146",
        open: true,
      }),
    )
  );
}

/** 10. At school the children see the sea. A whale swims past. */
function sea(): string {
  const screen = "110,40 612,34 616,322 106,326";
  const d = `M${screen}Z`;
  const rand = chance(77);
  const bubbles = Array.from({ length: 12 }, () =>
    round(480 + rand() * 90, 70 + rand() * 130, 2 + rand() * 5, "#d8f6ff", 'opacity="0.7"'),
  ).join("");
  const whale =
    blob(
      "-128,6 -96,-44 -20,-62 66,-46 126,-8 160,-20 196,-54 204,-30 186,-2 206,26 184,38 150,16 96,34 10,54 -80,48",
      "#2b5f9e",
    ) +
    blob("-124,16 -90,22 -20,30 40,34 10,52 -78,48", "#cfe9f5") +
    blob("-20,26 14,34 36,74 10,70 -16,48", "#234f86") +
    round(-86, 0, 5.5, "#0d1a40") +
    round(-87.5, -1.5, 1.8, "#fff") +
    pen("-126,12 -104,16 -76,14", 4, "#1b3f70") +
    [0, 1, 2]
      .map((i) =>
        pen(
          [
            [-84 + i * 26, 34],
            [-60 + i * 26, 38],
            [-40 + i * 26, 38],
          ],
          2,
          "#8fb8d2",
        ),
      )
      .join("");
  return (
    everywhere("#1a2553") +
    cut("0,400 720,396 720,480 0,480", "#141d45") +
    `<path d="M40 -20L680 -20L720 440L0 440Z" fill="#3d86b8" opacity="0.22"/>` +
    `<clipPath id="sea"><path d="${d}"/></clipPath><g clip-path="url(#sea)">` +
    `<rect width="720" height="480" fill="#3f9fc8"/><path d="${curve([
      [90, 96],
      [220, 84],
      [360, 100],
      [500, 84],
      [640, 98],
    ])}L640 20L90 20Z" fill="#a8e2ee"/>` +
    blob("80,250 230,268 380,252 520,270 660,254 660,350 80,350", "#2f86b4") +
    put(330, 196, 1.02, whale) +
    bubbles +
    `</g>` +
    `<path d="${d}" fill="none" stroke="#e8edf8" stroke-width="9" stroke-linejoin="round"/>` +
    put(
      78,
      470,
      1.9,
      person({
        dress: "#2f8f86",
        skin: "#7a4a32",
        hair: "#35543f",
        style: "scarf",
        hands: "-34,-50 42,-128",
        lit: "#a8e2ee",
      }),
    ) +
    put(238, 520, 1.2, seat("#d98f3a", "#1b1230", "curls")) +
    put(362, 524, 1.28, seat(GIRL.dress, GIRL.hair, "puffs")) +
    put(494, 520, 1.2, seat("#7d5aa6", "#5b3f86", "scarf")) +
    put(
      626,
      526,
      1.28,
      seat("#3f7fc0", "#231a2e", "short", "#b57a50") +
        limb("20,-130 26,-125 25,-117", 4.5, "#ffe2a0"),
    )
  );
}

/** A raised hand with its sleeve; the wrist's foot at 0, 0. */
const hand = (skin: string, sleeve: string): string =>
  limb("-6,30 0,0 2,-26", 11, skin) +
  limb("-12,44 -4,6", 16, sleeve) +
  round(2, -32, 8.5, skin) +
  [-0.75, -0.3, 0.1, 0.5, 1.15]
    .map((turn, i) =>
      limb(
        [
          [2, -32],
          [2 + Math.sin(turn) * (i === 4 ? 15 : 19), -32 - Math.cos(turn) * (i === 4 ? 15 : 19)],
        ],
        4.4,
        skin,
      ),
    )
    .join("");

/** 11. Grandmother lives far away. Tonight her hands say good night. */
function grandmother(): string {
  const screen = "300,66 650,58 656,398 296,404";
  const d = `M${screen}Z`;
  const elder = person({
    dress: "#7a4f9a",
    skin: "#8a553a",
    hair: "#e8e4f0",
    style: "bun",
    facing: true,
    hands: "-26,-78 30,-100",
    open: true,
    legs: false,
  });
  return (
    everywhere("#172350") +
    glow([476, 230], 400, 0.95) +
    cut("0,404 720,398 720,480 0,480", "#3a3358") +
    `<path d="M276 44Q276 40 282 40L668 32Q674 32 675 40L680 416Q680 424 672 424L280 430Q272 430 272 422Z" fill="#0c1434"/>` +
    `<clipPath id="call"><path d="${d}"/></clipPath><g clip-path="url(#call)"><rect width="720" height="480" fill="#ffdf9e"/>` +
    blob("280,330 380,310 520,318 680,304 680,440 280,440", "#f4b968") +
    put(606, 334, 1.3, tree("#d9963f", "#fff1d0")) +
    put(478, 506, 2.5, elder) +
    "</g>" +
    put(150, 560, 2.7, seat("#c95548", GIRL.hair, "puffs")) +
    put(286, 470, 2.5, hand("#8a553a", "#c95548"))
  );
}

/** 12. It is night again. The light on the hill stays on. */
function stays(): string {
  const foot: Point = [250, 400];
  const top = topOf(foot, 540, 215);
  const lamp: Point = [top[0], top[1] - 66];
  const others: Point[] = [
    [318, 222],
    [190, 246],
    [66, 214],
  ];
  return (
    sky(NIGHT, 380) +
    stars(53, 44, 170) +
    glow(lamp, 170, 0.95) +
    mountains(NIGHT, 290, 110, [0, 1]) +
    hill(NIGHT, foot, 540, 215) +
    [lamp, ...others]
      .slice(1)
      .map((to, i) => limb(between([lamp, ...others][i]!, to), 2.6, LINE))
      .join("") +
    others.map((at) => farLight(at, 4)).join("") +
    put(top[0], top[1] + 3, 1, mast(68, NIGHT.ink, "#dfe8ff")) +
    flame(lamp, 7) +
    put(40, 410, 1.36, village([7])) +
    meadow(NIGHT.near, NIGHT.ink, front(426, 6), 5)
  );
}

/** A line that hangs a little. */
const between = (a: Point, b: Point, sag = 6): Point[] =>
  Array.from({ length: 17 }, (_, i): Point => {
    const t = i / 16;
    return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + sag * Math.sin(Math.PI * t)];
  });

const drawings = [
  asleep,
  awake,
  seen,
  waves,
  flashes,
  answered,
  climbs,
  hello,
  built,
  sea,
  grandmother,
  stays,
];

/** Each drawing and its name, 720 × 480. */
export const scenes: readonly { readonly name: string; readonly svg: string }[] = [
  cover,
  ...drawings,
].map((draw, page) => ({
  name: page === 0 ? "cover" : String(page).padStart(2, "0"),
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${draw()}</svg>`,
}));
