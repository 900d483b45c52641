import assert from "node:assert/strict";
import test from "node:test";
import { distanceKm } from "./great-circle.ts";

test("TE4 great circle: known distances, either way round, across the date line and the poles", () => {
  const [a, b] = [
    { lat: 36.12, lon: -86.67 },
    { lat: 33.94, lon: -118.4 },
  ];
  assert.ok(Math.abs(distanceKm(a, b) - 2886.45) < 0.1); // 2,887.26 km on a sphere of 6,372.8 km
  assert.equal(distanceKm(a, b), distanceKm(b, a));
  assert.equal(distanceKm(a, a), 0);
  const degree = (6371.0088 * Math.PI) / 180;
  const apart = (x: [number, number], y: [number, number]) =>
    distanceKm({ lat: x[0], lon: x[1] }, { lat: y[0], lon: y[1] });
  assert.ok(Math.abs(apart([0, 179.5], [0, -179.5]) - degree) < 1e-6);
  assert.ok(Math.abs(apart([89.5, 0], [89.5, 180]) - degree) < 1e-6);
  assert.ok(Math.abs(apart([0, 0], [0, 180]) - 180 * degree) < 1e-6);
});
