/** Which frame of a film is to be seen. `cuechange` comes up to 250 ms late; this comes with the frame. */

/** Seconds: less than a frame, and more than what is lost where times are rounded to milliseconds. */
export const NEAR = 0.002;

/** @param shown hears the time of each frame, and how long a frame is, in seconds of the film */
export function framesOf(film: HTMLVideoElement, shown: (time: number, length: number) => void) {
  let before = 0;
  let length = 0.04; // until two frames in a row were seen
  const heard = (time: number) => {
    const since = time - before;
    if (since > 0.015 && since < length + NEAR) length = since;
    before = time;
    shown(time, length);
  };
  const byFrame = typeof Object(film).requestVideoFrameCallback === "function";
  if (byFrame) {
    const next = (_: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
      heard(mediaTime);
      film.requestVideoFrameCallback(next);
    };
    film.requestVideoFrameCallback(next);
  } else {
    const next = (): void => {
      heard(film.currentTime);
      if (!film.paused) requestAnimationFrame(next);
    };
    film.addEventListener("playing", next);
    film.addEventListener("seeked", next);
  }
  // Where nobody looks there are no frames, and what is to be signed again goes on all the same.
  film.addEventListener("timeupdate", () => {
    if (document.hidden) shown(film.currentTime, length);
  });
}
