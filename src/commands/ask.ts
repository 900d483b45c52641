/** Ask the person at the keyboard, one question a line. */
import { createInterface } from "node:readline/promises";

export async function ask(
  questions: readonly { readonly id: string; readonly text: string; readonly preset: string }[],
): Promise<Record<string, string>> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Record<string, string> = {};
  try {
    for (const { id, text, preset } of questions)
      answers[id] = (await lines.question(`${text} [${preset}] `)).trim() || preset;
  } finally {
    lines.close();
  }
  return answers;
}
