/** Every number on the front page of the first campaign is followed by a program to where it comes from (features/campaign/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();

for (const lang of ["", "ar"])
  test(`C29 every number on /${lang} leads to where it comes from in at most two clicks`, async () => {
    const context = await house.browser.newContext({ bypassCSP: true }); // it parses the pages behind the links
    const page = await context.newPage();
    await page.goto(`${house.base}/${lang}`);
    const found = await page.evaluate(followNumbers);
    assert.ok(found.length >= 25, `${found.length} numbers`);
    assert.deepEqual(
      found.filter(({ way }) => way === "").map(({ number, block }) => `${number} in: ${block}`),
      [],
    );
    for (const way of ["source", "record", "list", "file", "page"])
      assert.ok(
        found.some((one) => one.way === way),
        `no number leads to a ${way}`,
      );
    await context.close();
  });

/** Runs in the browser. `way` is what a number leads to, empty where it leads nowhere. */
async function followNumbers() {
  const NUMBER = /\d+(?:[.,]\d+)*/g;
  const NAMES = /2G|240p|480p|144p/g;
  const numbersIn = (text: string): readonly string[] =>
    text.replace(NAMES, "").match(NUMBER) ?? [];
  const parser = new DOMParser();
  const pages = new Map<string, Promise<{ path: string; main: Element }>>();
  const load = (path: string) => {
    const known =
      pages.get(path) ??
      fetch(path).then(async (answer) => ({
        path: new URL(answer.url).pathname,
        main: parser.parseFromString(await answer.text(), "text/html").querySelector("main")!,
      }));
    pages.set(path, known);
    return known;
  };
  const hrefs = (block: Element) =>
    [...block.querySelectorAll("a[href]"), ...(block.matches("a[href]") ? [block] : [])].map(
      (link) => link.getAttribute("href")!,
    );
  const isOutside = (href: string) => /^https?:/.test(href) && new URL(href).host !== location.host;
  const said = (block: Element) => numbersIn(block.textContent);
  const BLOCKS = "p, li, td, dd, figcaption, blockquote, h2, h3";

  /** Beside the number, or at the end of the note that stands beside it. */
  const hasSource = (block: Element, whole: Element) =>
    hrefs(block).some(
      (href) =>
        isOutside(href) ||
        (/^#s\d+$/.test(href) &&
          hrefs(whole.querySelector(`[id="${href.slice(1)}"]`)!).some(isOutside)),
    );

  /** How many a list has on all its pages, where it says so between the links to them: `36 stories, page 1 of 2`. */
  async function countedOver(main: Element): Promise<number | undefined> {
    let [all, page] = [0, main];
    for (;;) {
      const pager = page.querySelector("nav:has([rel=next], [rel=prev])");
      if (!pager) return undefined;
      all += page.querySelectorAll("ol.index > li").length;
      const next = pager.querySelector("[rel=next]")?.getAttribute("href");
      if (next == null) return said(pager).includes(String(all)) ? all : undefined;
      page = (await load(next)).main;
    }
  }

  async function wayOf(number: string, href: string): Promise<string> {
    if (isOutside(href)) return "source";
    const [path = "", id] = href.split("#");
    if (path === "") {
      const there = document.getElementById(id!);
      return there && hrefs(there).some(isOutside) ? "source" : "";
    }
    const there = await load(path);
    if (!there.main) return "";
    if (/^(\/\w\w)?\/log\/records\//.test(there.path)) {
      const words = there.main.querySelector("#said")!.textContent;
      return said(there.main).includes(number) || words.includes(number) ? "record" : "";
    }
    const scope = id === undefined ? there.main : there.main.querySelector(`[id="${id}"]`);
    if (!scope) return "";
    const isSection = scope.matches("[aria-labelledby] > h2");
    const part = isSection ? scope.parentElement! : scope;
    if (id !== undefined && !isSection)
      return said(part).includes(number) && hasSource(part, there.main) ? "source" : "";
    const lists = [...part.querySelectorAll("ol, ul")];
    if (lists.some((list) => String(list.children.length) === number)) return "list";
    const counted = await countedOver(there.main);
    if (counted !== undefined && String(counted) === number) return "list";
    const standing = [...part.querySelectorAll(BLOCKS)].filter((one) => said(one).includes(number));
    if (standing.some((one) => hasSource(one, there.main))) return "source";
    // Where we searched is said by the campaign; a page's title and its status rest on all of its sources.
    if (standing.some((one) => hrefs(one).includes("#searched")) && part.querySelector("#searched"))
      return "record";
    const told = [...part.querySelectorAll("header, .status")];
    const isTold = told.some((one) => said(one).includes(number));
    return isTold && there.main.querySelector("ol.notes a[href^=http]") ? "source" : "";
  }

  const found: { number: string; block: string; way: string }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest("script, style, svg")) continue;
    for (const number of numbersIn(node.nodeValue!)) {
      const block =
        parent.closest("a[href]") ??
        parent.closest(".placed, details:has(> video, > audio)") ??
        parent.closest("footer > p") ??
        parent.closest("li, article, figure, .player, .c4, section > p") ??
        parent.closest("section");
      let way = "";
      if (block?.matches("footer > p")) way = "page"; // it weighs itself
      else if (block?.querySelector(":scope > :is(video, audio)[src^='/media/']")) way = "file";
      else if (/^\d+ (min|د)$/.test(node.nodeValue!.trim()) && block?.matches("article"))
        way = "page"; // of the story behind the link, which says the same
      else for (const href of block ? hrefs(block) : []) way ||= await wayOf(number, href);
      found.push({ number, block: (block ?? parent).textContent.slice(0, 160), way });
    }
  }
  return found;
}
