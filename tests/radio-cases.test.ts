/** `cnd radio cases`, as an engineer runs it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";

const REAL = "tests/data/propagation/itm/real-terrain.csv.gz";
const WIDE = "tests/data/propagation/itm/wide-p2p.csv.gz";

const RUN = `
const { run } = await import("./src/commands/radio-cases.ts");
await run({}, process.argv.slice(1)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});`;
function cases(...args: string[]): { code: number | null; out: string; err: string } {
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", RUN];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}
const table = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));

/** Runs on a file of these lines. */
function written(lines: readonly string[] | Uint8Array, name = "cases.csv") {
  const dir = mkdtempSync(join(tmpdir(), "radio-"));
  try {
    const file = join(dir, name);
    writeFileSync(file, lines instanceof Uint8Array ? lines : lines.join("\n"));
    return cases(file);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test("PR11 cases are answered in their order, whatever the columns' order, with NTIA's loss, mode and warnings", () => {
  const [head, ...rows] = table(gunzipSync(readFileSync(REAL)).toString());
  const said = cases(REAL);
  assert.deepEqual([said.code, said.err], [0, ""]);
  const [names, ...answers] = table(said.out);
  assert.deepEqual(names, ["id", "A_db", "mode", "warnings"]);
  assert.equal(answers.length, 200);
  answers.forEach((answer, i) => {
    const of = (name: string) => rows[i]![head!.indexOf(name)]!;
    assert.ok(Math.abs(Number(answer[1]) - Number(of("A_db"))) < 2e-6, answer.join());
    assert.deepEqual([answer[0], answer[2], answer[3]], [of("id"), of("mode"), of("warnings")]);
  });
  const turned = [head!, ...rows].map((cells) => cells.toReversed().join(","));
  assert.equal(written(turned).out, said.out);
  assert.equal(written(gzipSync(turned.join("\r\n")), "cases.csv.gz").out, said.out);
});

test("PR12 a path that ITM refuses has no loss and mode 0, is told with its line and NTIA's code, and ends nothing", () => {
  const [head, ...rows] = table(gunzipSync(readFileSync(WIDE)).toString());
  const said = cases(WIDE);
  assert.equal(said.code, 0);
  const [, ...answers] = table(said.out);
  assert.equal(answers.length, 300);
  let refused = 0;
  answers.forEach((answer, i) => {
    const of = (name: string) => rows[i]![head!.indexOf(name)]!;
    if (Number(of("rc")) < 1000) return assert.ok(Number(answer[1]) > 0);
    refused++;
    assert.deepEqual(answer, [of("id"), "", "0", of("warnings")]);
    assert.ok(
      said.err.includes(
        `line ${i + 2}: path ${of("id")} is refused with code ${of("rc")}: Expected`,
      ),
    );
  });
  assert.ok(refused > 20);
  assert.equal(said.err.trim().split("\n").length, refused);
});

const HEAD =
  "id,h_tx,h_rx,climate,N_0,f_mhz,pol,epsilon,sigma,mdvar,time,location,situation,np,xi_m,profile";
const CASE = "a,30,2,5,301,900,1,15,0.005,12,50,50,50,3,90,0 1 2 3";

test("PR12 what was not measured, a void and a polarisation that is none are ITM's to refuse", () => {
  const said = written([
    HEAD,
    CASE.replace("0 1 2 3", "0 NaN 2 3"),
    CASE.replace("0 1 2 3", "0 1 -32768 3"),
    CASE.replace(",900,1,", ",900,2,"),
    CASE.replace("a,30", '"b,""c""",-5'),
    CASE,
  ]);
  assert.equal(said.code, 0);
  const out = said.out.trim().split("\n");
  assert.deepEqual(out.slice(1, 5), ["a,,0,0", "a,,0,0", "a,,0,0", '"b,""c""",,0,1']);
  assert.match(out[5]!, /^a,\d+\.\d{6},1,\d+$/);
  assert.match(said.err, /line 2: .* code 2001: .* got NaN at point 1\./);
  assert.match(said.err, /line 3: .* code 2001: .* got -32768 at point 2\./);
  assert.match(said.err, /line 4: .* code 1010: .* got 2\./);
  assert.match(said.err, /line 5: .* code 1000: .* got -5\./);
});

test("PR13 a line that cannot be read ends the run with one line that names it, after the answers before it", () => {
  const wrong: [string, RegExp][] = [
    [CASE.replace(",900,", ",fast,"), /line 3: expected a number as f_mhz, found fast\./],
    [CASE.replace(",900,", ",,"), /line 3: expected a number as f_mhz, found nothing\./],
    [CASE.replace(",3,90", ",4,90"), /line 3: expected np .* found 4 and 4\./],
    [CASE.replace("1 2 3", "1 x 3"), /line 3: expected a number as height 2 .* found x\./],
    ["a,30", /line 3: expected 16 cells, found 2\./],
    [CASE.replace("0 1 2 3", ""), /line 3: expected a number as height 0 .* found nothing\./],
  ];
  for (const [line, message] of wrong) {
    const said = written([HEAD, CASE, line, CASE]);
    assert.equal(said.code, 1, line);
    assert.deepEqual(table(said.out).length, 2, "the path before it is answered");
    assert.match(said.err, message);
    assert.equal(said.err.trim().split("\n").length, 1);
  }
  assert.match(written([HEAD.replace("xi_m", "xi"), CASE]).err, /line 1: .* found no xi_m\./);
  assert.match(written([]).err, /expected a line naming the columns/);
  assert.match(cases("none.csv").err, /Expected a file, but there is no none\.csv\./);
  assert.match(cases().err, /^Expected one file: cnd radio cases FILE\.csv/);
  const cut = written(readFileSync(REAL).subarray(0, 20_000), "cut.csv.gz");
  assert.deepEqual([cut.code, cut.err.trim().split("\n").length], [1, 1]);
  assert.match(cut.err, /cut\.csv\.gz cannot be read: unexpected end of file/);
});
