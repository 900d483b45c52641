/** Which frame of a film is to be seen. `cuechange` comes up to 250 ms late; this comes with the frame. */

/** Seconds: less than a frame, and more than what is lost where times are rounded to milliseconds. */
export const NEAR = 0.002;

/** Hears the time of each frame, how long a frame is, both in seconds of the film, and whether the browser told it. */
type Shown = (time: number, length: number, isTold: boolean) => void;

export function framesOf(film: HTMLVideoElement, shown: Shown): void {
  let length = 0.04; // until two frames in a row were seen
  let before = 0;
  let at = 0; // when the last one was to be seen, ms
  const byFrame = typeof Object(film).requestVideoFrameCallback === "function";
  const told = (_: number, { mediaTime, expectedDisplayTime }: VideoFrameCallbackMetadata) => {
    const since = mediaTime - before;
    if (since > 0.015 && since < length + NEAR) length = since;
    [before, at] = [mediaTime, expectedDisplayTime];
    shown(mediaTime, length, true);
    film.requestVideoFrameCallback(told);
  };
  const drawn = (now: number): void => {
    if (!byFrame) shown(film.currentTime, length, true);
    // A busy browser tells late: when a frame's time is over, the next one is there.
    else if (!film.seeking && film.readyState > 2 && (now - at) * film.playbackRate > length * 1000)
      shown(before + length, length, false);
    if (!film.paused) requestAnimationFrame(drawn);
  };
  if (byFrame) film.requestVideoFrameCallback(told);
  else film.addEventListener("seeked", () => shown(film.currentTime, length, true));
  film.addEventListener("play", () => {
    at = Infinity; // what stood still goes on from now
    requestAnimationFrame(drawn);
  });
  // Where nobody looks there are no frames, and what is to be signed again goes on all the same.
  film.addEventListener("timeupdate", () => {
    if (document.hidden) shown(film.currentTime, length, true);
  });
}
