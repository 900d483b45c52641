import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import test, { mock } from "node:test";
import { watchRate } from "./rate.ts";

interface Sending {
  socket: { bytesRead: number };
  complete: boolean;
  destroyed: boolean;
  readableLength: number;
  readonly readableHighWaterMark: number;
}

/** Somebody who sends so many bytes each second, for so long. @returns the second in which they were cut off */
function sends(
  rate: number,
  seconds: number,
  change: (req: Sending, second: number) => void = () => undefined,
) {
  const req: Sending = {
    socket: { bytesRead: 0 },
    complete: false,
    destroyed: false,
    readableLength: 0,
    readableHighWaterMark: 65_536,
  };
  let cut: number | undefined;
  let second = 0;
  const end = watchRate(req as unknown as IncomingMessage, 200, () => (cut ??= second));
  for (second = 1; second <= seconds; second++) {
    req.socket.bytesRead += rate;
    change(req, second);
    mock.timers.tick(1000);
  }
  end();
  return cut;
}

test("BU4 a byte in ten seconds is cut off after a minute; 9.6 kbit/s, a stop of half a minute and our own slowness are not", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  try {
    assert.equal(sends(0.1, 300), 60);
    assert.equal(sends(199, 300), 60);
    assert.equal(sends(1200, 900), undefined, "9.6 kbit/s");
    const stops = (req: Sending, second: number) => {
      if (second % 60 > 30) req.socket.bytesRead -= 1200;
    };
    assert.equal(sends(1200, 900, stops), undefined, "a link that stops for half a minute");
    const heldUp = (req: Sending) => (req.readableLength = 65_536);
    assert.equal(sends(0, 900, heldUp), undefined, "it waits for us");
    const whole = (req: Sending) => (req.complete = true);
    assert.equal(sends(0, 900, whole), undefined, "all of it is here");
  } finally {
    mock.timers.reset();
  }
});
