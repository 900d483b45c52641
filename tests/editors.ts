/**
 * The law of every editor of its own (stories, pages, settings, events), as `unchanged.ts` has it for the forms of content: what
 * is opened in a browser and saved as it came is the same file, letter by letter (src/features/editor/README.md, W6).
 */
import type { Page } from "playwright-core";
import { answerNobody } from "./answering.ts";
import { click } from "./clicks.ts";

interface Editors {
  readonly base: string;
  /** Of an owner, with script. */
  readonly page: Page;
  /** How many of each sort. */
  readonly most: number;
}

/** Where its owner finds them: the links of these pages, and of the pages that they lead to, that match. */
const SORTS: Readonly<Record<string, { readonly from: string; readonly links: RegExp }>> = {
  "words of the campaign in other languages": {
    from: "/desk/settings",
    links: /^\/desk\/settings\/languages\/\w+$/,
  },
  pages: { from: "/desk/settings", links: /^\/desk\/settings\/pages\/[\w-]+$/ },
  "pages in other languages": {
    from: "/desk/settings/languages/fr",
    links: /^\/desk\/settings\/pages\/[\w-]+\/languages\/\w+$/,
  },
  events: { from: "/desk/events", links: /^\/desk\/events\/(?!new$)[\w-]+$/ },
};

/** Opens and saves them. @returns how many of each sort, and what did not go as it should */
export async function savedAsTheyCame({ base, page, most }: Editors) {
  const saved: Record<string, number> = {};
  const wrong: string[] = [];
  const save = async (sort: string, path: string) => {
    await page.goto(base + path);
    await click(page.locator("main form button[type=submit]").first());
    const trouble = await page.locator("ul.wrong li, [role=alert]").allInnerTexts();
    if (trouble.length > 0) wrong.push(`${path}: ${trouble.join(" ")}`);
    saved[sort] = (saved[sort] ?? 0) + 1;
  };
  await save("settings", "/desk/settings");
  for (const [sort, { from, links }] of Object.entries(SORTS)) {
    await page.goto(base + from);
    const all = await page.$$eval("main a", (some) => some.map((one) => one.getAttribute("href")));
    const paths = [...new Set(all.map((href) => (href ?? "").replace(/[?#].*/, "")))];
    for (const path of paths.filter((one) => links.test(one)).slice(0, most))
      await save(sort, path);
  }
  await page.goto(`${base}/desk/stories`);
  const stories = await page
    .locator("form:has([name=slug]) [name=slug]")
    .evaluateAll((some) => some.map((one) => (one as HTMLInputElement).value));
  for (const slug of stories.slice(0, most)) {
    await page.goto(`${base}/desk/stories`);
    await click(page.locator(`form:has([name=slug][value="${slug}"]) button`));
    await page.locator("#live[data-ready]").waitFor({ state: "attached" });
    const draft = page.url().replace(/[?#].*/, "");
    const summary = await page.locator("#summary").inputValue();
    // Nothing new is nothing to publish: one sentence is changed, and changed back.
    for (const [i, said] of [`${summary} And more.`, summary].entries()) {
      if (i > 0) await page.goto(draft);
      await page.locator("#live[data-ready]").waitFor({ state: "attached" });
      await page.locator("#summary").fill(said);
      await click(page.getByRole("button", { name: "Save, then publish …" }));
      const publish = page.getByRole("button", { name: "Publish", exact: true });
      await page.waitForURL(/\/publish/);
      await answerNobody(page);
      if ((await publish.count()) === 1) {
        await click(publish);
        await page.getByText("The story is published at").waitFor();
      } else wrong.push(`${slug}: ${await page.innerText("main")}`);
    }
    saved["stories"] = (saved["stories"] ?? 0) + 1;
  }
  return { saved, wrong };
}
