/** `cnd init DIR`: a campaign folder of one's own, by five questions. */
import { createInterface } from "node:readline";
import { folderParts } from "../app.ts";
import { initFolder, questions, type Answers } from "../platform/folder/init.ts";
import { CommandError, type Settings } from "./context.ts";

export const help = `cnd init DIR [--yes]
Make a new, empty campaign folder by asking five questions; --yes takes the suggested answers. Then: cnd serve DIR`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const [dir] = args.filter((arg) => !arg.startsWith("--"));
  if (!dir) throw new CommandError("Expected a folder to make: cnd init DIR");
  const answers = args.includes("--yes") ? await answersBy(suggested) : await asked();
  const today = new Date().toISOString().slice(0, 10);
  const files = await initFolder(dir, { answers, parts: folderParts, today });
  console.log(
    `Made ${dir} with ${files.length} files. See it: npx cnd serve ${dir}\n` +
      `Then change its words: begin with ${dir}/campaign.yaml and ${dir}/stories/our-first-story.md\n` +
      `A logo, a colour, photos, and other people's eyes: docs/operating.md, “The first ten minutes”`,
  );
}

type Answer = (text: string, suggestion: string) => Promise<string>;
const suggested: Answer = async (_text, suggestion) => suggestion;

async function answersBy(answer: Answer): Promise<Answers> {
  const given: Partial<Record<keyof Answers, string>> = {};
  for (const { id, text, default: suggest } of questions)
    given[id] = await answer(text, suggest(given));
  return given as Answers;
}

/** Line by line from standard input, so that answers may also be piped in. */
async function asked(): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const next = lines[Symbol.asyncIterator]();
  try {
    return await answersBy(async (text, suggestion) => {
      process.stdout.write(`${text}\n  [${suggestion}] `);
      const { value, done } = await next.next();
      if (done) throw new CommandError("Expected five answers, the input ended early.");
      return value.trim() || suggestion;
    });
  } finally {
    lines.close();
  }
}
