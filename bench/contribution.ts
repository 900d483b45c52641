/** Five photos and a minute of voice over 32 kbit/s with a loss of 10 %, cut twenty times: what reached the server's sockets against the contribution's own bytes. */
import { contributeOver } from "../tools/contribute.ts";
import { whyNoLink } from "../tools/link.ts";
import { report } from "./report.ts";

const why = whyNoLink();
if (why !== undefined) throw new Error(`Expected a link of network namespaces: ${why}`);
const arrived = await contributeOver({
  photos: 5,
  voice: 60,
  kbps: 32,
  rtt: 200,
  loss: 0.1,
  cuts: 20,
  minutes: 30,
});
const { own, delivered, wire, seconds, cuts, files, stories } = arrived;
if (cuts !== 20 || files !== 6 || stories !== 1)
  throw new Error(`Expected 6 files and 1 story after 20 cuts, got ${JSON.stringify(arrived)}`);
report({
  name: "contribution, bytes to the server",
  value: delivered,
  unit: "bytes",
  peer: { own },
  ratio: delivered / own,
});
report({
  name: "contribution, bytes on the wire",
  value: wire,
  unit: "bytes",
  peer: { own },
  ratio: wire / own,
});
report({ name: "contribution, time", value: seconds, unit: "s" });
