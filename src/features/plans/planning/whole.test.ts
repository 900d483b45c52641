/** A plan from end to end, on made ground (README.md). */
import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import { totalsOf } from "../numbers.ts";
import { Stopped } from "./breath.ts";
import { at, gridOf, heightOf, PLACES } from "./region.test.kit.ts";
import { makePlan } from "./run.ts";
import { holdsTogether, madeRegion, planFor } from "./plan.test.kit.ts";

let usual: ReturnType<typeof planFor> | undefined;
/** The plan of the region as it is, made once: whoever asks for it reads it only. */
const usualPlan = () => (usual ??= planFor());

test("PM12 a plan holds together and its sums add up", async () => {
  const { plan } = await usualPlan();
  holdsTogether(plan);
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  const served = plan.places.filter(({ site }) => site !== undefined);
  assert.deepEqual(
    served.map(({ id }) => id),
    ["westend", "eastham", "nobodyknows"],
  );
  assert.deepEqual(
    plan.steps.flatMap(({ places }) => places).toSorted(),
    served.map(({ id }) => id).toSorted(),
  );
  assert.equal(sum(plan.steps.map(({ people }) => people)), 1000);
  const inCents = (of: readonly number[]) => sum(of.map((amount) => Math.round(amount * 100)));
  assert.equal(inCents(plan.sites.map(({ capex }) => capex)), inCents([plan.money.capex]));
  assert.equal(inCents(plan.sites.map(({ opex }) => opex)), inCents([plan.money.opex]));
  const chosen = inCents(plan.steps.map(({ cost }) => cost)); // what the choice weighed, each step to the cent
  const rounding = (plan.steps.length + 1) / 2;
  assert.ok(Math.abs(chosen - inCents([plan.money.presentValue])) <= rounding, String(chosen));
  assert.ok(
    plan.money.presentValue <= plan.money.budget && plan.money.presentValue > plan.money.capex,
  );
  assert.equal(plan.money.perPerson, Math.round((plan.money.presentValue / 1000) * 100) / 100);
  for (const { from, to, clearance, margin, km, profile } of plan.hops) {
    assert.ok(clearance >= 0.59 && margin >= 5);
    const [a, b] = [from, to].map((id) => plan.sites.find((site) => site.id === id)!);
    assert.ok(Math.abs(distanceKm(a!, b!) - km) < 0.01);
    assert.ok(Math.abs(profile[0]! - a!.ground) <= 1 && Math.abs(profile.at(-1)! - b!.ground) <= 1);
  }
  const [gateway] = plan.sites.filter(({ kind }) => kind === "gateway");
  assert.equal(gateway!.order, 0, "it stands, and what is to be built is one mast");
  assert.equal(totalsOf(plan).sites, plan.sites.length - 1);
  assert.deepEqual(
    plan.steps.flatMap(({ relays }) => relays),
    [],
  );
  const { value, bound } = plan.proof;
  assert.ok(value === 1000 && bound >= value);
  assert.deepEqual(
    plan.curve.map(({ cost }) => cost),
    plan.curve.map(({ cost }) => cost).toSorted((a, b) => a - b),
  );
});

test("PM13 what nobody said is said to be unknown, with a name and without a value", async () => {
  const { plan } = await usualPlan();
  const [westend, , nobody] = plan.places;
  assert.deepEqual(westend!.inputs, [
    { what: "people", value: "400", asOf: "2023" },
    { what: "what connection they have today" },
    { what: "schools and clinics", value: "school", asOf: "2023" },
  ]);
  assert.deepEqual(nobody!.inputs, [
    { what: "people" },
    { what: "what connection they have today" },
    { what: "schools and clinics" },
  ]);
  assert.equal(nobody!.people, 0);
  assert.ok(
    plan.open.some((line) => line.startsWith("We have no population figure for Nobodyknows")),
  );
  assert.ok(plan.assumptions.includes("The ground is made up."));
});

test("PM14 the same inputs give the same plan and pictures byte for byte, by any number of threads", async () => {
  const [one, two] = [await usualPlan(), await planFor(() => undefined, { threads: 2 })];
  const names = readdirSync(one.out).toSorted();
  assert.deepEqual(names, readdirSync(two.out).toSorted());
  assert.ok(names.length >= 10);
  for (const name of names)
    assert.deepEqual(readFileSync(join(one.out, name)), readFileSync(join(two.out, name)), name);
});

test("PM15 a run that was stopped goes on from there to the same plan; another input begins anew", async () => {
  const whole = await usualPlan();
  const { file, dir } = madeRegion();
  const out = join(dir, "out");
  const order = { file, slug: "valleys", out, threads: 1, today: "2026-11-26" };
  const stop = new AbortController();
  const going = {
    signal: stop.signal,
    tell: (what: string) => what.startsWith("How well") && stop.abort(),
  };
  await assert.rejects(makePlan(order, going), Stopped);
  const kept = () => globSync(join(out, ".work/*"));
  const steps = new Set(kept().map((name) => /([a-z]+)-[0-9a-f]{16}$/.exec(name)![1]));
  assert.deepEqual(steps, new Set(["reach", "lines", "choice"]));
  assert.equal(existsSync(join(out, "valleys.yaml")), false);
  await assert.rejects(makePlan(order, { signal: AbortSignal.abort() }), Stopped);
  const asked: string[] = [];
  await makePlan(order, { tell: (what) => asked.push(what) });
  const quick = ["How many houses are reached", "How well the ground is served"];
  assert.ok(asked.includes(quick[1]!));
  const anew = asked.filter((what) => !quick.includes(what));
  assert.deepEqual(anew, []); // the rest was there
  assert.equal(
    readFileSync(join(out, "valleys.yaml"), "utf8"),
    readFileSync(join(whole.out, "valleys.yaml"), "utf8"),
  );
  assert.deepEqual(kept(), []);
  const again = new AbortController();
  const stopped = {
    signal: again.signal,
    tell: (what: string) => what.startsWith("How well") && again.abort(),
  };
  await assert.rejects(makePlan(order, stopped), Stopped);
  const fewer = PLACES.replace("400", "40").replace(/^Eastham.*\n/m, "");
  writeFileSync(join(dir, "places.csv"), fewer);
  await assert.rejects(makePlan(order, { signal: AbortSignal.abort() }), Stopped);
  const { plan } = await makePlan(order, {});
  assert.deepEqual(plan, (await planFor(() => undefined, { places: fewer })).plan);
});

test("PM15 what a power cut left in pieces is made again", async () => {
  const { file, dir } = madeRegion();
  const out = join(dir, "out");
  const order = { file, slug: "valleys", out, threads: 1, today: "2026-11-26" };
  const stop = new AbortController();
  const tell = (what: string) => what.startsWith("How well") && stop.abort();
  await assert.rejects(makePlan(order, { signal: stop.signal, tell }), Stopped);
  const pieces = globSync(join(out, ".work/*"));
  assert.equal(pieces.length, 3);
  for (const [i, name] of pieces.entries())
    writeFileSync(name, readFileSync(name).subarray(0, 40 * i));
  const { plan } = await makePlan(order, {});
  assert.deepEqual(plan, (await usualPlan()).plan);
});

test("PM16 a plan that leaves a thousand places over says so in sentences that it can hold", async () => {
  const table = Array.from({ length: 1000 }, (_, i) => {
    const { lat, lon } = at(2 + 3 * Math.floor(i / 40), 1 + 3 * (i % 40));
    return `A hamlet of number ${i},${lat},${lon},7\n`;
  });
  const { plan } = await planFor(
    (fields) => {
      fields["candidates"] = { summits: 0, settlements: false };
      fields["money"] = { ...(fields["money"] as object), budget: 0 };
    },
    { places: `name,lat,lon,people\n${table.join("")}Far,50,9,100\n` },
  );
  holdsTogether(plan);
  const left = plan.open.filter((line) => / and \d+ more/.test(line));
  assert.ok(left.length > 0 && left.every((line) => line.length <= 5000), plan.open.join("\n"));
});

test("PM16 what cannot be done ends in a plan that says so: no budget, no way to the internet, a place that no mast sees", async () => {
  const nothing = await planFor(
    (fields) => void (fields["money"] = { ...(fields["money"] as object), budget: 0 }),
  );
  holdsTogether(nothing.plan);
  assert.deepEqual([nothing.plan.steps.length, nothing.plan.money.presentValue], [0, 0]);
  assert.ok(
    nothing.plan.open.some((line) => /^Not within the budget.*Eastham/.test(line)),
    nothing.plan.open.join("\n"),
  );
  const far = await planFor(
    (fields) =>
      void (fields["gateways"] = [{ name: "Abroad", lat: 10, lon: 10, mast: 20, uplink: 10 }]),
  );
  holdsTogether(far.plan);
  assert.equal(far.plan.steps.length, 0);
  assert.ok(
    far.plan.open.includes("Abroad lies outside of the terrain that was given; it was left out."),
  );
  const pit = gridOf((row, column) =>
    Math.hypot(row - 60, column - 100) < 12 ? 100 : heightOf(row, column),
  );
  const hidden = await planFor(
    (fields) => {
      fields["candidates"] = { summits: 3, settlements: false };
      fields["access"] = { ...(fields["access"] as object), rung: "256-QAM 3/4", margin: 20 };
    },
    { grid: pit },
  );
  assert.ok(
    hidden.plan.open.some((line) => /^None of the masts we tried reaches .*Eastham/.test(line)),
    hidden.plan.open.join("\n"),
  );
});
