/** Other inputs out of valid ones, the same for the same seed: bytes and words moved, repeated, cut, joined with another's. */

type Chance = (below: number) => number;

/** mulberry32: whole numbers from 0, the same for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What parsers stumble over. */
const ODD = [
  "",
  "\0",
  "\n",
  "\r\n",
  " ",
  "\t",
  '"',
  "'",
  "\\",
  "<",
  ">",
  "<!--",
  "]]>",
  "&#0;",
  "&",
  "=",
  ";",
  ",",
  ":",
]
  .concat([
    "-",
    "--",
    "../",
    "/",
    "%",
    "%00",
    "%ff",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "*",
    "&a",
    "|",
    ">-",
    "#",
    "@",
  ])
  .concat([
    "0",
    "-1",
    "1e999",
    "9007199254740993",
    "NaN",
    "null",
    "true",
    "__proto__",
    "constructor",
    "\u202e",
    "é",
  ])
  .concat([
    "\ufeff",
    "\ud83d\ude00",
    "Infinity",
    "00:00:00.000",
    "-->",
    "NOTE",
    "http://",
    "xn--",
    "::1",
    "65536",
  ])
  .map((text) => Buffer.from(text))
  .concat(
    [
      [0xff],
      [0x80],
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xff, 0xff, 0xff, 0xff],
      [0, 0, 0, 0],
      [0x7f, 0xff],
    ].map((bytes) => Buffer.from(bytes)),
  );

/** @param most bytes */
export function mutated(samples: readonly Buffer[], chance: Chance, most: number): Buffer {
  let bytes = samples[chance(samples.length)]!;
  for (let times = 1 + chance(1 + chance(8)); times > 0; times--)
    bytes = CHANGES[chance(CHANGES.length)]!(bytes, chance, samples).subarray(0, most);
  return bytes;
}

type Change = (bytes: Buffer, chance: Chance, samples: readonly Buffer[]) => Buffer;

const join = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);
/** A stretch of it: mostly short, now and then anything. */
function stretch(bytes: Buffer, chance: Chance): [from: number, to: number] {
  const from = chance(bytes.length + 1);
  const longest = chance(4) === 0 ? bytes.length : 16;
  return [from, Math.min(bytes.length, from + chance(longest + 1))];
}
/** The places of a sign or of what is between signs: a number, a name, a value. */
function word(bytes: Buffer, chance: Chance): [from: number, to: number] {
  const isWord = (at: number) => /[\w.+-]/.test(String.fromCharCode(bytes[at] ?? 0));
  let from = chance(bytes.length + 1);
  let to = from;
  while (from > 0 && isWord(from - 1)) from--;
  while (to < bytes.length && isWord(to)) to++;
  return [from, to];
}

const CHANGES: readonly Change[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[chance(changed.length)]! ^= 1 << chance(8);
    return changed;
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance);
    const again = 2 ** chance(15); // up to 16,384 times
    const piece = bytes.subarray(from, to);
    const times = Math.min(again, Math.ceil(65_536 / Math.max(1, piece.length)));
    const many = Array.from({ length: times }, () => piece);
    return join(bytes.subarray(0, to), ...many, bytes.subarray(to));
  },
  (bytes, chance) => {
    const at = chance(bytes.length + 1);
    return join(bytes.subarray(0, at), ODD[chance(ODD.length)]!, bytes.subarray(at));
  },
  (bytes, chance) => {
    const at = chance(bytes.length + 1);
    const odd = ODD[chance(ODD.length)]!;
    const many = Array.from({ length: 2 ** chance(15) }, () => odd);
    return join(bytes.subarray(0, at), ...many, bytes.subarray(at));
  },
  (bytes, chance) => {
    const [from, to] = word(bytes, chance);
    return join(bytes.subarray(0, from), ODD[chance(ODD.length)]!, bytes.subarray(to));
  },
  (bytes, chance, samples) => {
    const other = samples[chance(samples.length)]!;
    const [from, to] = stretch(other, chance);
    const at = chance(bytes.length + 1);
    return join(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
  },
  (bytes, chance, samples) => {
    const other = samples[chance(samples.length)]!;
    const [from, to] = word(other, chance);
    const [start, end] = word(bytes, chance);
    return join(bytes.subarray(0, start), other.subarray(from, to), bytes.subarray(end));
  },
  (bytes, chance) => bytes.subarray(0, chance(bytes.length + 1)),
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    const [from, to] = stretch(bytes, chance);
    for (let at = from; at < to; at++) changed[at] = chance(256);
    return changed;
  },
];
