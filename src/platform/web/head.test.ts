/** What programs read in the head of a page. */
import assert from "node:assert/strict";
import test from "node:test";
import { html } from "hono/html";
import { headOf } from "./head.ts";
import type { Page } from "./route.ts";
import { frame } from "./server.kit.ts";

const page: Page = {
  kind: "page",
  uses: {},
  title: "A page",
  description: "What it says.",
  main: html`<p>Words.</p>`,
};
const at = (path: string, more: Partial<Page> = {}) =>
  headOf({ ...page, ...more }, { frame: { ...frame, username: "campaign" }, lang: "en", path });
const CREATOR = '<meta name="fediverse:creator" content="@campaign@example.org">';
const ME = '<link rel="me" href="https://example.org/">';

test("WB31 a story names the actor in whose name it is told, and the first page names itself as the campaign's own", () => {
  const shows = { title: "A" };
  assert.ok(at("/stories/a", { card: { type: "article", shows } }).includes(CREATOR));
  assert.ok(!at("/", { card: { type: "website", shows } }).includes("fediverse:creator"));
  assert.ok(at("/").includes(ME));
  assert.ok(!at("/stories/a").includes('rel="me"'));
});
