/** What a card is looked up by: its page as it is kept, and nothing that is no page. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { raw } from "hono/html";
import { cardOf } from "./cards.ts";
import type { Answer, Page } from "./route.ts";
import { frame, Instance } from "./server.kit.ts";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));

const page: Page = {
  kind: "page",
  uses: { subjects: ["a"] },
  title: "A title",
  description: "D",
  main: raw("<h1>A title</h1>"),
  card: { type: "article", shows: { line: "Who" } },
};

test("WB12 a card costs what its kept page costs, and no file and nothing for programs is made for one", async () => {
  const made: string[] = [];
  const says = (path: string, answer: Answer, more = {}) => ({
    path,
    answer: async () => (made.push(path), answer),
    ...more,
  });
  const file = { kind: "file", uses: {}, type: "application/zip", body: "x" } as const;
  await using own = await Instance.start(folder(), {
    routes: [
      says("/stories/a", page),
      says("/plain", { ...page, card: undefined } as unknown as Page),
      says("/gone", { ...page, gone: true }),
      says("/old/a", { kind: "redirect", uses: {}, to: "/stories/a" }),
      says("/campaign.epub", file),
      says("/api/stories", file, { inOwnWords: true }),
    ],
  });
  for (const path of ["/campaign.epub", "/api/stories", "/nowhere"])
    assert.equal(await own.web.lookAt(own.reader, path, undefined), undefined, path);
  assert.deepEqual(made, []);
  assert.equal(await own.web.lookAt(own.reader, "/plain", undefined), undefined);
  assert.equal(await own.web.lookAt(own.reader, "/gone", undefined), "gone");
  assert.deepEqual(await own.web.lookAt(own.reader, "/old/a", "fr"), {
    to: "/fr/cards/stories/a.png",
  });
  made.length = 0;
  const card = cardOf(page, frame, "en");
  for (let i = 0; i < 3; i++)
    assert.deepEqual(await own.web.lookAt(own.reader, "/stories/a", undefined), {
      card,
      until: "",
    });
  await own.get("/stories/a");
  assert.deepEqual(made, ["/stories/a"]);
  own.write("a", "changed");
  await own.web.lookAt(own.reader, "/stories/a", undefined);
  assert.equal(made.length, 2);
});

test("WB14 a card is laid out in the language of its title, which may be another than the text’s", () => {
  const shows = { ...page.card!.shows, lang: "ar" };
  const card = cardOf({ ...page, lang: "en", card: { type: "article", shows } }, frame, "ar");
  assert.deepEqual([card?.lang, card?.isRtl], ["ar", true]);
});
