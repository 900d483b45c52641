/** What the desk is asked about photos, films and sounds before a story is published (features/editor/README.md, W40). */
import type { Page } from "playwright-core";
import { press } from "./clicks.ts";

/** On the page of publishing: nobody is recognisable in any of them. Where nothing is asked, nothing is answered. */
export async function answerNobody(page: Page): Promise<void> {
  const form = page.locator("form#asked");
  if (!(await form.isVisible())) return;
  for (const field of await form.locator('select[name$=".known"]').all())
    await field.selectOption("no");
  await press(page, "Save answers");
}

/** The same as the fields of its form, which goes to `…/asked`; empty where nothing is asked any more. @param html the page of publishing */
export function nobodyIn(html: string): Record<string, string> {
  if (html.includes("<summary>Answers about")) return {};
  const names = [...html.matchAll(/name="(asked\.[^"]+\.known)"/g)];
  return Object.fromEntries(names.map(([, name]) => [name!, "no"]));
}
