/** Hostile words told through the door: the page answers, shows them as words, and nothing in it acts. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { ownerOf, say, sign } from "./saying.ts";

const HOSTILE: Readonly<Record<string, string>> = {
  "tags and handlers":
    "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<p style='color:red'>p</p>\n\na <b onclick=x>b</b>",
  "tags that close ours":
    "</main></body><svg/onload=alert(1)><iframe srcdoc='<script>'></iframe><base href=//x>",
  "links that run":
    "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](&#106;avascript:x) [d](java\nscript:x) <javascript:x>\n\n[e]\n\n[e]: vbscript:x",
  "links with data":
    "[a](data:text/html,x) ![b](data:image/png;base64,AAAA) [c](DATA:text/html;base64,eA==)",
  "attributes in titles":
    '[a](https://example.org "x\\" onclick=alert(1) style=x") <https://example.org/"onmouseover=alert(1)>',
  "nested brackets": "[".repeat(100_000) + "](".repeat(50_000),
  "nested quotes": `${"> ".repeat(99_999)}x`,
  "nested lists": Array.from({ length: 600 }, (_, i) => `${" ".repeat(2 * (i % 300))}- x`).join(
    "\n",
  ),
  "nested emphasis": "*_".repeat(100_000),
};

test("hostile Markdown, titles and summaries are shown as words and do nothing", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  const owner = ownerOf(env.CND_DATA);
  await using server = await serve(env);
  for (const [i, [name, markdown]] of Object.entries(HOSTILE).entries()) {
    const body = {
      title: `Told </title><script>alert(1)</script> "onload=x`,
      summary: "A story </script><script>alert(1)</script> that was posted.",
      language: "en",
      category: "Example",
      published: "2026-01-01",
      authors: ["a".repeat(64)],
      markdown,
    };
    const story = sign(owner, { kind: "story.told/1", body });
    const address = { space: "stories", slug: `hostile-${i}` };
    const bound = sign(owner, { kind: "slug.bound/1", subject: story.id, body: address });
    await say(server.base, story, bound);
    const began = performance.now();
    const answer = await fetch(`${server.base}/stories/hostile-${i}`);
    assert.equal(answer.status, 200, name);
    const html = await answer.text();
    assert.ok(performance.now() - began < 4000, `${name} holds up the page`);
    assert.match(html, /that was posted/, name);
    requireInert(html, name);
  }
  for (const path of ["/", "/stories", "/feed.xml"])
    requireInert(await (await fetch(server.base + path)).text(), path);
});

/** Every tag, cut as a browser cuts it: from < to the first > outside quotes. */
function requireInert(html: string, name: string): void {
  const tags = [...html.matchAll(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi)].map(([tag]) => tag);
  assert.ok(tags.length > 5);
  for (const tag of tags) {
    // Ours, in the head: the icon of every page, and what a story is, as data.
    if (tag.startsWith('<link rel="icon"') || tag === '<script type="application/ld+json">')
      continue;
    const bare = tag.replaceAll(/="[^"]*"/g, "=");
    assert.doesNotMatch(bare, /^<(script|iframe|object|embed|base|svg\/)/i, `${name}: ${tag}`);
    assert.doesNotMatch(bare, /[\s/](on\w+|style|srcdoc)\s*=/i, `${name}: ${tag}`);
    assert.doesNotMatch(tag, /=\s*["']?\s*(javascript|vbscript|data):/i, `${name}: ${tag}`);
  }
}
