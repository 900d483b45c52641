/** A campaign folder of many stories: made-up filler for measuring, never content. Seeded, so runs compare. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cnd } from "../tools/program.ts";

const WORDS = (
  "the a village school line mast water road valley teacher child phone signal roof market river " +
  "morning price hour letter neighbour network power battery hill far near long first second new old " +
  "reads speaks builds carries walks writes calls waits learns opens gives finds keeps sends brings"
).split(" ");

/** Make `dir` a campaign folder with `stories` stories of about 600 words each. */
export function manyStories(dir: string, stories: number): void {
  const made = cnd(["init", dir, "--yes"]);
  if (made.code !== 0) throw new Error(made.err);
  const random = seeded(7);
  const sentence = () => {
    const words = Array.from(
      { length: 8 + Math.floor(random() * 12) },
      () => WORDS[Math.floor(random() * WORDS.length)]!,
    );
    return `${words[0]![0]!.toUpperCase()}${words.join(" ").slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 5 }, sentence).join(" ");
  mkdirSync(join(dir, "stories"), { recursive: true });
  for (let i = 0; i < stories; i++) {
    const body = Array.from({ length: 9 }, paragraph).join("\n\n");
    writeFileSync(
      join(dir, "stories", `filler-${i}.md`),
      `---\ntitle: Filler ${i}\nsummary: ${sentence()}\nlanguage: en\ncategory: Filler\npublished: 2026-01-01\nauthors: [campaign-desk]\n---\n\n${body}\n`,
    );
  }
}

/** A small linear congruential generator (Numerical Recipes' constants): the same numbers every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}
