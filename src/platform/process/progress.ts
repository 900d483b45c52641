/** Progress of long work: a line that redraws itself, on a terminal only, and only once the work is long. */
const PATIENCE = 1000; // ms; anything shorter needs no bar
const WIDTH = 30;
const EVERY = 100; // ms between redraws

export function progressBar(what: string): {
  readonly report: (done: number, total: number) => void;
  readonly end: () => void;
} {
  if (!process.stderr.isTTY) return { report: () => undefined, end: () => undefined };
  const began = performance.now();
  let drawn = -Infinity;
  return {
    report(done, total) {
      const now = performance.now();
      if (now - began < PATIENCE || now - drawn < EVERY) return;
      drawn = now;
      const share = total > 0 ? Math.min(done / total, 1) : 0;
      const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
      process.stderr.write(`\r${what} ${bar} ${done}/${total}`);
    },
    end: () => void (drawn > -Infinity && process.stderr.write("\r\u001b[K")),
  };
}
