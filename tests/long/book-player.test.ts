/**
 * A minute of a film with 40 cues, at full, half and quarter speed, with 20 jumps in each: which sentence is lit against the frame
 * that is seen, beside what `cuechange` alone would have lit; a sentence ten times, at each speed. Ten minutes.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import { temporary } from "../../tools/program.ts";
import { CHROMIUM, openBrowserAt } from "../browser.ts";
import { framesOff, loopsOf, seenOf, watch, type Seen } from "../lit.ts";
import { servePage } from "../signed-page.ts";
import { testCard } from "../test-card.ts";

const RATE = 25;
const SECONDS = 60;
/** Of 29 to 37 frames, some with a pause after them, some with none. */
const CUES = Array.from({ length: 40 }, (_, i) => {
  const start = i * 1480 + 200;
  return { id: `p1s${i + 1}`, start, end: start + (i % 3 === 0 ? 1480 : 1160) };
});
const SPEEDS = ["1", "0.5", "0.25"];

test("PB30 a minute at each speed, with twenty jumps: never more than a frame from the edge of a cue; PB31 a sentence ten times without drift", async (t) => {
  using folder = temporary();
  const [film, cues] = ["film.mp4", "cues.vtt"].map((name) => join(folder.dir, name)) as [
    string,
    string,
  ];
  testCard(film, { seconds: SECONDS, rate: RATE, width: 256, height: 192 });
  const time = (ms: number) => `00:${(ms / 1000).toFixed(3).padStart(6, "0")}`;
  writeFileSync(
    cues,
    `WEBVTT\n\n${CUES.map(({ id, start, end }) => `${id}\n${time(start)} --> ${time(end)}\n{"s":"${id}"}\n`).join("\n")}`,
  );
  const lines = CUES.map((cue) => ({ id: cue.id, text: `Sentence ${cue.id}.`, cue }));
  const served = await servePage(
    () => ({
      lines,
      film: { src: "/media/film.mp4", bytes: 1, width: 256, height: 192 },
      signed: "ase",
      own: "en",
      lang: "en",
    }),
    { "film.mp4": film, "cues.vtt": cues },
  );
  const browser = await openBrowserAt(CHROMIUM);
  try {
    for (const speed of SPEEDS) {
      const page = await browser.newPage();
      await page.goto(`${served.base}/1?speed=${speed}`);
      await page.waitForFunction(() => document.querySelector("video")!.readyState > 1);
      await page.evaluate(() => {
        const track = Object.assign(document.createElement("track"), {
          kind: "metadata",
          src: "/media/cues.vtt",
        });
        document.querySelector("video")!.append(track);
        track.track.mode = "hidden";
      });
      await page.waitForFunction(
        () => (document.querySelector("track")?.track.cues?.length ?? 0) > 0,
      );
      await watch(page);
      const played = await wholeFilm(page);
      const jumped = await jumps(page);
      const drawn = [...played, ...jumped].filter(({ isLate }) => !isLate).length;
      const off = (seen: readonly Seen[], of: (one: Seen) => string) =>
        seen
          .filter(({ isLate }) => !isLate)
          .map((one) => framesOff(CUES, RATE, one.frame, of(one)));
      const said = (all: readonly number[]) =>
        `${Math.max(...all)} frames at most, more than one in ${all.filter((n) => n > 1).length} pictures`;
      const ours = off(played, ({ lit }) => lit);
      const jumpsOurs = off(jumped, ({ lit }) => lit);
      t.diagnostic(
        `speed ${speed}: ${drawn} of ${played.length + jumped.length} pictures drawn in time, ${new Set(played.map(({ frame }) => frame)).size} frames seen, ${said(ours)}; after jumps ${said(jumpsOurs)}`,
      );
      t.diagnostic(
        `speed ${speed}, by cuechange alone: ${said(off(played, ({ byCues }) => byCues))}; after jumps ${said(off(jumped, ({ byCues }) => byCues))}`,
      );
      assert.ok(ours.length > 1000 && jumpsOurs.length > 100);
      assert.ok(Math.max(...ours, ...jumpsOurs) <= 1);
      const cue = CUES[7]!;
      const loops = await loopsOf(page, `Sentence ${cue.id}.`, cue, RATE, 10);
      t.diagnostic(
        `speed ${speed}: begins ${loops.begins.join(" ")}, ends ${loops.ends.join(" ")} frames from its cue`,
      );
      for (const n of [...loops.begins, ...loops.ends]) assert.ok(Math.abs(n) <= 1);
      await page.close();
    }
  } finally {
    await browser.close();
    served.close();
  }
});

async function wholeFilm(page: Page): Promise<Seen[]> {
  await page.getByRole("button", { name: "Play the page" }).click();
  await page.waitForFunction(() => !document.querySelector("video")!.paused);
  await page.waitForFunction(() => document.querySelector("video")!.paused, undefined, {
    timeout: 400_000,
  });
  return seenOf(page);
}

/** Into the midst of cues, their edges and the pauses between them; each is let play for a moment. */
async function jumps(page: Page): Promise<Seen[]> {
  for (let i = 0; i < 20; i += 1) {
    await page.evaluate(
      async (to) => {
        const film = document.querySelector("video")!;
        film.currentTime = to;
        await new Promise((done) => film.addEventListener("seeked", done, { once: true }));
        if (film.paused) await film.play();
      },
      ((i * 7919) % 57_000) / 1000 + 0.3,
    );
    await page.waitForTimeout(400);
  }
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelector("video")!.pause());
  return seenOf(page);
}
