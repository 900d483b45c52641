/**
 * Texts that a regular expression may choke on, made from its own parts: what comes before, a piece that is repeated,
 * and an end that fits nothing.
 */
import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** Characters of one text. What takes the square of it takes some 100 ms, what is in proportion a hundredth of that. */
const LENGTH = 16_000;
const MOST_PARTS = 12; // of a row that is cut in pieces; the rest of a longer one is left out
const ENDS = ["", "\u0000", "\n\u0000!"];
const SAMPLES = Array.from(
  "aA0 \t\n-_.,:;/\\\"'<>()[]{}@#=!|+*&%éж文あ\u0301\u200d\u202e😀\u0000\u00a0",
);
const ALL = Array.from({ length: 0x2fff }, (_, code) => String.fromCharCode(code));

/** Each as a quarter of it and, where that is not enough, as a whole. */
export function* textsAgainst(
  pattern: string,
  flags: string,
): Generator<readonly [quarter: string, whole: () => string]> {
  const modes = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
  const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, modes);
  const pick = picker(flags);
  const seen = new Set<string>();
  for (const row of rowsIn(parsed))
    for (const which of [0, 1])
      for (let from = 0; from < row.length; from++)
        for (let to = from + 1; to <= row.length; to++) {
          const piece = said(row.slice(from, to), which, pick);
          if (piece === "") continue;
          const before = said(row.slice(0, from), which, pick);
          for (const start of new Set(["", before, `\u0000${before}`]))
            for (const end of ENDS) {
              const key = `${start}\u0001${piece}\u0001${end}`;
              if (seen.has(key)) continue;
              seen.add(key);
              const long = (length: number) =>
                start + piece.repeat(Math.ceil(length / piece.length)) + end;
              yield [long(LENGTH / 4), () => long(LENGTH)];
            }
        }
}

type Row = readonly AST.Element[];
type Pick = (raw: string, which: number) => string;

/** Every row of elements: those of the whole, and those within its groups. */
function* rowsIn(node: AST.Node): Generator<Row> {
  if (node.type === "Quantifier") yield* rowsIn(node.element);
  if (!("alternatives" in node)) return;
  for (const alternative of node.alternatives) {
    if (!("elements" in alternative)) continue;
    yield alternative.elements.slice(0, MOST_PARTS);
    for (const element of alternative.elements) yield* rowsIn(element);
  }
}

const said = (row: Row, which: number, pick: Pick): string =>
  row.map((element) => sample(element, which, pick)).join("");

function sample(node: AST.Element, which: number, pick: Pick): string {
  if (node.type === "Quantifier")
    return sample(node.element, which, pick).repeat(Math.max(1, Math.min(node.min, 64)));
  if (node.type === "Group" || node.type === "CapturingGroup") {
    const { elements } = node.alternatives[which % node.alternatives.length]!;
    return said(elements, which, pick);
  }
  if (node.type === "Backreference") {
    const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
    return group ? sample(group, which, pick) : "";
  }
  return node.type === "Assertion" ? "" : pick(node.raw, which);
}

/** A character that one part of the expression takes: the first that it can be, or the last. */
function picker(flags: string): Pick {
  const known = new Map<string, readonly string[]>();
  return (raw, which) => {
    let fitting = known.get(raw);
    if (fitting === undefined) {
      const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gym]/g, ""));
      const common = SAMPLES.filter((sign) => one.test(sign));
      fitting = common.length > 0 ? common : ALL.filter((sign) => one.test(sign));
      known.set(raw, fitting);
    }
    return fitting.at(which === 0 ? 0 : -1) ?? "";
  };
}
