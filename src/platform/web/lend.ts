/** Buffers lent for one answer each: thousands of short-lived ones a second would make long pauses for the collector. */

const SIZE = 65_536; // bytes; nearly every page fits
const MAX_WAITING = 64; // as many answers as are usually on their way at once

interface Lender {
  /** `done` takes the buffer back; one that never comes back is simply collected. */
  lend(length: number): { readonly buffer: Buffer; readonly done?: () => void };
}

export function lendBuffers(): Lender {
  const waiting: { readonly buffer: Buffer; readonly done: () => void }[] = [];
  return {
    lend(length) {
      if (length > SIZE) return { buffer: Buffer.allocUnsafeSlow(length) };
      const free = waiting.pop();
      if (free) return free;
      const buffer = Buffer.allocUnsafeSlow(SIZE);
      const loan = {
        buffer,
        done: () => {
          if (waiting.length < MAX_WAITING) waiting.push(loan);
        },
      };
      return loan;
    },
  };
}
