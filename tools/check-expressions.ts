/**
 * Part of `npm run check`: no regular expression takes more than time in proportion to the text that it meets, by
 * going back over it or by searching from each of its characters again. What scslre, the library behind
 * eslint-plugin-regexp, does not see `tests/expressions.test.ts` finds by trying. An expression whose text is bounded
 * by something else says so: `// bounded: at most 200 characters (MAX_NAME)`.
 */
import { RegExpParser } from "@eslint-community/regexpp";
import { analyse } from "scslre";
import { expressionsOf, sources, type Expression } from "./expressions.ts";

/** Fewer would mean that the parser saw nothing: there were 632 when this was written. */
const LEAST = 400;

const WHY = {
  Self: "what it repeats can be read in more than one way",
  Trade: "two of its repetitions can take the same characters",
  Move: "where it fails it begins again at each character of a run (`/x+$/`: look from the end, or bound the run)",
} as const;

/** Why its time grows faster than the text; undefined where it does not. */
export function troubleIn({
  pattern,
  flags,
}: Pick<Expression, "pattern" | "flags">): string | undefined {
  if (pattern === undefined)
    return "it is put together while the program runs, so nothing can be said of it";
  const parser = new RegExpParser();
  const modes = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
  const literal = {
    pattern: parser.parsePattern(pattern, 0, pattern.length, modes),
    flags: parser.parseFlags(flags),
  };
  try {
    const [report] = analyse(literal, { maxReports: 1 }).reports;
    return report && WHY[report.type];
  } catch (error) {
    return `it cannot be judged (${(error as Error).message})`; // a short name of a property, say: write the long one
  }
}

if (import.meta.main) {
  const found = expressionsOf(sources());
  const wrong = found.flatMap((one) => {
    const why = one.bounded === undefined ? troubleIn(one) : undefined;
    return why === undefined ? [] : [`${one.place}: /${one.pattern ?? "…"}/${one.flags}: ${why}.`];
  });
  if (found.length < LEAST)
    wrong.push(`Expected ${LEAST} regular expressions in src or more, saw ${found.length}.`);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exit(1);
  const bounded = found.filter((one) => one.bounded !== undefined).length;
  console.log(
    `${found.length} regular expressions take time in proportion; ${bounded} of them say what bounds their text.`,
  );
}
