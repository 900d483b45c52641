/** Which frame of a film is to be seen. `cuechange` comes up to 250 ms late; this comes with the frame. */

/** Seconds: less than a frame, and more than what is lost where times are rounded to milliseconds. */
export const NEAR = 0.002;

/** Hears the time of the frame that is seen, how far into it the film is, and how long a frame is; all in seconds of the film. */
type Shown = (time: number, now: number, length: number) => void;

export function framesOf(film: HTMLVideoElement, shown: Shown): void {
  let length = 0.04; // until two frames in a row were seen
  let before = 0;
  let at = 0; // when the last one was to be seen, ms
  let painted = -1; // the last one that is on the screen: what is told of is painted after the animation frame
  const byFrame = typeof Object(film).requestVideoFrameCallback === "function";
  const told = (_: number, { mediaTime, expectedDisplayTime }: VideoFrameCallbackMetadata) => {
    const since = mediaTime - before;
    if (since > 0.015 && since < length + NEAR) length = since;
    [before, at] = [mediaTime, expectedDisplayTime];
    shown(mediaTime, mediaTime, length);
    film.requestVideoFrameCallback(told);
  };
  const drawn = (now: number): void => {
    if (!byFrame) byClock();
    else if (!film.seeking && film.readyState > 2) {
      // A busy browser tells late: when a frame's time is over, the next one is there.
      const since = Math.max(0, ((now - at) * film.playbackRate) / 1000);
      const into = before === painted ? Math.min(since, length) : 0;
      shown(since > length ? before + length : before, before + into, length);
      painted = before;
    }
    if (!film.paused) requestAnimationFrame(drawn);
  };
  const byClock = () => shown(film.currentTime, film.currentTime, length);
  if (byFrame) film.requestVideoFrameCallback(told);
  // The picture jumped to may be there before the browser tells of it.
  film.addEventListener("seeked", () => {
    [before, at] = [film.currentTime, performance.now()];
    byClock();
  });
  film.addEventListener("play", () => {
    at = Infinity; // what stood still goes on from now
    requestAnimationFrame(drawn);
  });
  // Where nobody looks there are no frames, and what is to be signed again goes on all the same.
  film.addEventListener("timeupdate", () => {
    if (document.hidden) byClock();
  });
}
