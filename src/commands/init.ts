/** `cnd init DIR`: a campaign folder of one's own, by five questions. */
import { createInterface } from "node:readline";
import { dayAt } from "../engines/calendar/day.ts";
import { folderParts } from "../folder-parts.ts";
import { initFolder, questions, type Answers } from "../platform/folder/init.ts";
import { CommandError, dataDir, switches, type Settings } from "./context.ts";
import { preparePaper } from "./key-change.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd init DIR [--yes]
Make a new, empty campaign folder by asking five questions; --yes takes the suggested answers. Then: cnd serve DIR
It prints the campaign's recovery key once: keep it on paper.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, rest } = switches("init", args, ["yes"]);
  const [dir, ...others] = rest;
  if (!dir || others.length > 0)
    throw new CommandError("Expected one folder to make: cnd init DIR");
  const answers = on.has("yes") ? await answersBy(suggested) : await asked();
  const today = dayAt(timeNow());
  const files = await initFolder(dir, { answers, parts: folderParts, today });
  const paper = preparePaper(dataDir(settings, dir));
  console.log(
    `Made ${dir} with ${files.length} files. See it: bin/cnd.js serve ${dir}\n` +
      `To publish it, from its first start: CND_URL=https://your-domain bin/cnd.js serve ${dir}\n` +
      `For a link to its desk, where you make the logo, colours and stories: bin/cnd.js account invite owner`,
  );
  if (paper !== undefined) console.log(`\n${paper}`);
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
      if (done) throw new CommandError("Expected five answers, but the input ended early.");
      return value.trim() || suggestion;
    });
  } finally {
    lines.close();
  }
}
