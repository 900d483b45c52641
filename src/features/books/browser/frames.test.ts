/** Which frame is on the screen, by frames and animation frames that come when the test says (rules in ../README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { framesOf } from "./frames.ts";

test("PB31 bug: a turn ended in the animation frame in which its last frame had only been told of, and was never painted", (t) => {
  let tell: VideoFrameRequestCallback | undefined;
  let draw: FrameRequestCallback | undefined;
  const film = Object.assign(new EventTarget(), {
    playbackRate: 1,
    readyState: 4,
    requestVideoFrameCallback: (next: VideoFrameRequestCallback) => void (tell = next),
  }) as unknown as HTMLVideoElement;
  const before = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (next) => ((draw = next), 0);
  t.after(() => (globalThis.requestAnimationFrame = before));
  let into = Number.NaN;
  framesOf(film, (time, now) => (into = now - time));
  film.dispatchEvent(new Event("play"));
  const told = (mediaTime: number, expectedDisplayTime: number) =>
    tell!(0, { mediaTime, expectedDisplayTime } as VideoFrameCallbackMetadata);
  told(0.4, 100);
  draw!(100);
  told(0.44, 140);
  draw!(175); // 35 ms late: the frame is painted after this
  assert.equal(into, 0);
  draw!(175);
  assert.ok(Math.abs(into - 0.035) < 1e-9, String(into));
});
