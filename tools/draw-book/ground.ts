/** Ridges as they stand: what the heights of campaign/terrain look like from a spot among them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Point } from "./ink.ts";

const FILE = join(import.meta.dirname, "../../campaign/terrain/gabon.hgt.gz");
const COLUMNS = 1005; // CREDITS.md there
const ROWS = 481;
const SAMPLE = 92; // metres, 3 arc-seconds near the equator

const bytes = gunzipSync(readFileSync(FILE));
if (bytes.length !== COLUMNS * ROWS * 2)
  throw new RangeError(`Expected ${COLUMNS} × ${ROWS} heights, got ${bytes.length} bytes.`);

/** Metres, between samples as between four posts. */
function heightAt(column: number, row: number): number {
  const c = Math.min(Math.max(column, 0), COLUMNS - 2);
  const q = Math.min(Math.max(row, 0), ROWS - 2);
  const [c0, r0] = [Math.floor(c), Math.floor(q)];
  const [u, w] = [c - c0, q - r0];
  const h = (i: number, j: number) => bytes.readInt16BE(2 * ((r0 + j) * COLUMNS + c0 + i));
  return (1 - w) * ((1 - u) * h(0, 0) + u * h(1, 0)) + w * ((1 - u) * h(0, 1) + u * h(1, 1));
}

/** Where one stands (samples), whither one looks (degrees from north), and between which distances (kilometres). */
export interface Look {
  readonly from: Point;
  readonly towards: number;
  readonly near: number;
  readonly far: number;
}

/** The highest ground in each of `count` directions over 70°, from 0 (the lowest of them) to 1. */
export function skyline({ from, towards, near, far }: Look, count: number): number[] {
  const eye = heightAt(...from) + 20;
  const seen = Array.from({ length: count }, (_, i) => {
    const bearing = ((towards + 70 * (i / (count - 1) - 0.5)) * Math.PI) / 180;
    let most = -Infinity;
    for (let d = near * 1000; d <= far * 1000; d += SAMPLE / 2) {
      const [x, y] = [(Math.sin(bearing) * d) / SAMPLE, (-Math.cos(bearing) * d) / SAMPLE];
      most = Math.max(most, (heightAt(from[0] + x, from[1] + y) - eye) / d);
    }
    return most;
  });
  const soft = seen.map((_, i) => {
    const near5 = seen.slice(Math.max(i - 2, 0), i + 3);
    return near5.reduce((a, b) => a + b) / near5.length;
  });
  const [low, high] = [Math.min(...soft), Math.max(...soft)];
  return soft.map((one) => (one - low) / (high - low));
}

/** A ridge across the picture: `foot` is where it is lowest, `rise` how much its highest point is above that. */
export function ridge(look: Look, foot: number, rise: number, width = 720): Point[] {
  const line = skyline(look, 49);
  return line.map((up, i): Point => [
    -20 + ((width + 40) * i) / (line.length - 1),
    foot - rise * up,
  ]);
}
