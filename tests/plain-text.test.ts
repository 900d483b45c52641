/** Pages as they are read without style: in a text browser, in a copy, by a program. All pages: tests/long. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { setApart } from "../src/platform/web/set-apart.ts";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign, wordpressCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";
import { joinedOn, joinedWords } from "./text-reader.ts";

test("WB2 the reader finds where words meet, and leaves alone what stands within a word", () => {
  for (const [html, found] of [
    ["<nav><a>Stories</a><a>Do good</a></nav>", 1],
    ["<section><h1>One</h1>Two</section><section>Three</section>", 1],
    ["<time>24 November 2026</time><span>3 min</span>", 1],
    ["<svg><text>Nangi</text><path/><text>Omalo</text></svg>", 1],
    ["<p>kept<small>in 2026</small></p><p>One</p>", 1],
    ["<p>H<sub>2</sub>O, <b>T</b> <i>wo</i>, un<em>like</em>ly.<sup><a>1</a></sup></p>", 0],
    ["<ul><li>One</li><li>Two</li></ul><td>3</td><td>4</td>", 0],
    ["<b>连接</b><b>分裂</b>", 0],
    ["<p>ألواحًا، و<a>شحن الجيران</a>، ول<a>نانغي</a> و<b><a>الخطة</a></b></p>", 0],
    ["<p>ألواح<a>شحن</a></p><p><i>و</i><a>شحن</a></p><p>دلو<a>شحن</a></p>", 3],
  ] as const)
    assert.equal(joinedWords(html).length, found, html);
});

test("WB2 blanks come between neighbours, not into a text's own words", () => {
  assert.equal(setApart("<a>One</a><a>Two</a>"), "<a>One</a> <a>Two</a>");
  for (const text of ["<p>un<em>like</em>ly</p>", "<p><strong>T</strong><em>w</em>o</p>"])
    assert.equal(setApart(text), text);
});

for (const [name, bring, least] of [
  ["the first campaign", firstCampaign, 70],
  ["an export of WordPress", wordpressCampaign, 50],
] as const)
  test(`WB2 on no page of ${name} do two words meet that the markup keeps apart`, async () => {
    using folder = temporary();
    const env = { CND_DATA: join(folder.dir, "data") };
    await bring(env.CND_DATA);
    await using server = await serve(env);
    // One of each kind, and every fourth; all: tests/long.
    const all = await pagesOf(server.base);
    const first = new Map(all.map((path) => [path.split("/").slice(0, 2).join("/"), path]));
    const paths = new Set([...first.values(), ...all.filter((_, i) => i % 4 === 0)]);
    assert.ok(paths.size >= least, `${paths.size} pages`);
    assert.deepEqual(await joinedOn(server.base, paths), []);
  });
