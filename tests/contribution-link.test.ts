/** A contribution over a bad link that is cut, in a real browser with real packets (features/contributions/README.md; all of it in bench/contribution.ts). */
import assert from "node:assert/strict";
import test from "node:test";
import { contributeOver } from "../tools/contribute.ts";
import { whyNoLink } from "../tools/link.ts";

const skip = whyNoLink() ?? false;

test(
  "T4 one photo over a link that loses every tenth packet and is cut five times arrives once and whole",
  { skip },
  async () => {
    const arrived = await contributeOver({
      photos: 1,
      voice: 0,
      kbps: 128,
      rtt: 200,
      loss: 0.1,
      cuts: 5,
      minutes: 5,
    });
    console.log(JSON.stringify(arrived));
    assert.equal(arrived.cuts, 5);
    assert.deepEqual([arrived.files, arrived.stories], [1, 1]);
    assert.ok(arrived.own > 50_000, `${arrived.own} bytes`);
    assert.ok(
      arrived.delivered <= 1.25 * arrived.own,
      `${arrived.delivered} of ${arrived.own} bytes`,
    );
  },
);
