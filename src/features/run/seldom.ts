/** How far long work has come, for the page that shows it. */
const EVERY = 500; // ms between two words of it

/** What is told often is written seldom, and without waiting for it. */
export function seldom(progress: (done: number, total: number) => Promise<void>) {
  let last = -Infinity;
  return (done: number, total: number): void => {
    if (performance.now() - last < EVERY) return;
    last = performance.now();
    progress(done, total).catch(() => undefined); // the next one says it
  };
}
