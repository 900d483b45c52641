/** Every form that people send stands in its reader's language, whatever becomes of it: menu, footer and the way to the other languages (src/platform/web/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { publicPosts } from "./desk-addresses.ts";

const folder = temporary();
let server: Served;
before(async () => {
  const data = join(folder.dir, "data");
  await firstCampaign(data);
  server = await serve({ CND_DATA: data });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const OTHERS = ["en", "es", "pt", "ar", "sw", "hi", "zh"];
/** One thing that stands, of each kind whose page has a form. */
const STANDS: Readonly<Record<string, string>> = {
  "/conversation": "/conversation",
  "/plans/:slug": "/plans/pyrenees",
  "/pledges/:slug": "/pledges/giga",
  "/stories/:slug": "/stories/mankosi",
  "/topics/:slug": "/topics/privacy",
};

const NO_SECRET = "a".repeat(43);
/** A form whose fields alone say what it is about. */
const REPORT = "/conversation/report";

/** An address of a pattern: of a thing that stands, and else one that no secret has. */
function pathOf(pattern: string): string {
  const kind = Object.keys(STANDS).find((one) => pattern.startsWith(`${one}/`));
  const rest = kind === undefined ? pattern : STANDS[kind]! + pattern.slice(kind.length);
  return rest.replace(/:\w+/g, NO_SECRET);
}
const isPage = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/html") ?? false;
const footOf = (html: string): string =>
  /<footer[^]*<\/footer>/.exec(html)![0].replace(/<p>[^]*?<\/p>/, "");
const menuOf = (html: string): string =>
  /<nav class="nav"[^]*?<\/nav>/.exec(html)![0].replaceAll(' aria-current="page"', "");

test("WB39 law: each form and each answer to it has menu and footer in the language of its address, and the way to each other language", async () => {
  const about = await (await fetch(`${server.base}/fr/about`)).text();
  const [foot, menu] = [footOf(about), menuOf(about)];
  assert.match(foot, /Ind[ée]pendant/, "the campaign's own line, too, is French");
  const faults: string[] = [];
  const opened = new Map<string, Promise<boolean>>();
  const opens = (path: string): Promise<boolean> => {
    const known =
      opened.get(path) ??
      fetch(server.base + path).then(async (answer) => {
        await answer.arrayBuffer();
        return isPage(answer) && (answer.ok || path.includes(NO_SECRET)); // at none of its own it says so
      });
    opened.set(path, known);
    return known;
  };
  const story = await (await fetch(`${server.base}/stories/mankosi`)).text();
  const of = /\/conversation\/report\?of=([0-9a-f]{64})/.exec(story)?.[1] ?? "";
  let [forms, answers] = [0, 0];
  for (const pattern of publicPosts()) {
    const path = `/fr${pathOf(pattern)}`;
    for (const method of ["GET", "POST"]) {
      const fields = pattern === REPORT ? { of, reason: "", text: "" } : { none: "" };
      const body = method === "POST" ? { body: new URLSearchParams(fields) } : {};
      const answer = await fetch(server.base + path, { method, redirect: "manual", ...body });
      const html = await answer.text();
      if (!isPage(answer) || !html.includes("<footer")) continue; // a program's answer
      if (method === "GET" && answer.status === 404) continue; // no address of its own: its form is on another page
      if (method === "GET") forms += 1;
      else answers += 1;
      const fault = (what: string) => faults.push(`${method} ${path} ${answer.status}: ${what}`);
      if (footOf(html) !== foot) fault(footOf(html));
      if (menuOf(html) !== menu) fault(menuOf(html));
      const [, ways = ""] = /<details class="tongue">([^]*?)<\/details>/.exec(html) ?? [];
      const found = [...ways.matchAll(/<a href="([^"]*)" hreflang="(\w+)"/g)];
      if (found.map(([, , lang]) => lang).join() !== OTHERS.join()) fault(`ways: ${ways}`);
      for (const [, to = "", lang] of found) {
        const prefix = lang === "en" ? "" : `/${lang}`;
        if (!to.startsWith(`${prefix}/`)) fault(`${lang} leads to ${to}`);
        if (!(await opens(to.replaceAll("&amp;", "&")))) fault(`nothing opens at ${to}`);
      }
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(forms >= 12 && answers >= 20, `${forms} forms, ${answers} answers`);
});
