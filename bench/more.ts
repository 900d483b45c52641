/** More choice is never worse, by the program itself: region files of which one allows more of something than the other. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { cnd, program, temporary } from "../tools/program.ts";
import { report } from "./report.ts";
import { TEST_REGIONS, writeTestRegion } from "./test-regions.ts";

interface Region {
  readonly candidates: object;
  readonly access: object;
  readonly backhaul: object;
  readonly money: object;
  readonly search: object;
}

const GROUNDS = ["himalaya", "white-mountains"];
const RADIOS = ["link-5ghz-ac", "link-18ghz", "link-7ghz", "link-80ghz"];
const SECONDS = 8; // of proofs, in each run

const radios = (...some: string[]) =>
  [`radios ${some.join(", ")}`, changed("backhaul", { radios: some })] as const;
const hops = (most: number) => [`hops ${most}`, changed("backhaul", { hops: most })] as const;
const masts = (...some: number[]) =>
  [`masts ${some.join(", ")}`, changed("access", { masts: some })] as const;
const money = (budget: number) => [`budget ${budget}`, changed("money", { budget })] as const;
const summits = (most: number) =>
  [`summits ${most}`, changed("candidates", { summits: most })] as const;

function changed(part: keyof Region, fields: object): (region: Region) => Region {
  return (region) => ({ ...region, [part]: { ...region[part], ...fields } });
}

const [whole, ...less] = [
  radios(...RADIOS),
  radios("link-80ghz"),
  radios("link-18ghz"),
  radios("link-5ghz-ac", "link-18ghz"),
  hops(2),
  hops(3),
  masts(10),
  masts(10, 20),
  money(200_000),
  money(300_000),
  summits(80),
] as const;

program();
using folder = temporary();
let [worse, pairs] = [0, 0];
for (const of of TEST_REGIONS.filter(({ name }) => GROUNDS.includes(name))) {
  const dir = join(folder.dir, of.name);
  mkdirSync(dir);
  const file = await writeTestRegion(of, dir);
  const region = whole[1](parse(readFileSync(file, "utf8")) as Region);
  const peopleOf = (asked: Region): number => {
    writeFileSync(file, stringify({ ...asked, search: { ...asked.search, seconds: SECONDS } }));
    const { code, err, out } = cnd(["plan", file, "--out", join(dir, "out"), "--threads", "1"]);
    if (code !== 0) throw new Error(err);
    return Number(/^([0-9]+) people/m.exec(out)?.[1]);
  };
  const all = peopleOf(region);
  for (const [what, change] of less) {
    const people = peopleOf(change(region));
    pairs += 1;
    if (people > all) worse += 1;
    report({ name: `more-${of.name}`, value: all, unit: "people", peer: { [what]: people } });
  }
}
report({ name: "more-worse", value: worse, unit: `of ${pairs} pairs` });
if (worse > 0) process.exitCode = 1;
