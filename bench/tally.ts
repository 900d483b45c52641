/** What counting a page costs on the way of every answer, beside an empty call. */
import { openTally } from "../src/platform/web/tally.ts";
import { median, report } from "./report.ts";

const CALLS = 1_000_000;
const paths = Array.from({ length: 200 }, (_, i) => `/stories/story-${i}`);
const headers = {
  "user-agent": "A",
  "accept-encoding": "br",
  referer: "https://news.example.org/x",
};
const plain = { "user-agent": "A", "accept-encoding": "br" };

const timed = (work: (path: string) => void): number => {
  const runs = Array.from({ length: 7 }, () => {
    const began = performance.now();
    for (let i = 0; i < CALLS; i++) work(paths[i % paths.length]!);
    return ((performance.now() - began) / CALLS) * 1e6;
  });
  return median(runs);
};
const tally = openTally("campaign.example");
const nothing = timed(() => undefined);
const one = timed((path) => tally.count(path, plain));
const from = timed((path) => tally.count(path, headers));
report({ name: "tally: a page", value: one, unit: "ns", peer: { "an empty call": nothing } });
report({ name: "tally: a page reached from another site", value: from, unit: "ns" });
