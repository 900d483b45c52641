/**
 * Terrain irregularity changes little from one node to the next, and costs more than all else: it is taken at the nodes of
 * a mesh of bearings and distances, and between them bilinearly.
 */
import { shareOfRoughness } from "../propagation/itm/irregularity.ts";
import { areaTo, momentTo, type Radial } from "./radial.ts";

/** Places of a radial from one distance of the mesh to the next. */
export const MESH_STEP = 8;
const MOST = 45; // samples of a profile; ITM takes up to 245, from as many heights

const samples = new Float64Array(MOST);

/**
 * Irregularity in metres of the ways that end at places 0, MESH_STEP, 2 · MESH_STEP … of a radial.
 * @param nearest metres from the mast within which the ground does not count, where a tenth of its horizon is not nearer
 * @param nearReceiver the same at the other end
 */
export function roughnessAlong(
  radial: Radial,
  { nearest, nearReceiver }: { readonly nearest: number; readonly nearReceiver: number },
  out: Float64Array,
): void {
  const { step, count, horizon } = radial;
  out[0] = 0;
  let last = 0;
  for (let i = 1; i * MESH_STEP <= count; i++) {
    const end = i * MESH_STEP;
    const from = Math.min(nearest, 0.1 * horizon[end - 1]! * step) / step;
    const to = end - Math.min(nearReceiver / step, 0.5);
    last = irregularityOf(radial, from, to);
    out[i] = last;
  }
  out[Math.trunc(count / MESH_STEP) + 1] = last;
}

/** Between two places of a radial. */
function irregularityOf(radial: Radial, from: number, to: number): number {
  const length = to - from;
  if (length < 2) return 0;
  const { heights, step } = radial;
  const tenth = Math.min(Math.max(4, Math.trunc(0.1 * (length + 8))), (MOST + 5) / 10);
  const count = 10 * tenth - 5;
  const area = areaTo(radial, to) - areaTo(radial, from);
  const middle = 0.5 * (from + to);
  const moment = momentTo(radial, to) - momentTo(radial, from) - middle * area;
  const slope = (12 * moment) / (length * length * length);
  const stride = length / (count - 1);
  let line = area / length - slope * 0.5 * length;
  const fall = slope * stride;
  for (let j = 0; j < count; j++) {
    const place = from + j * stride;
    const i = Math.trunc(place);
    const height = heights[i]! + (heights[i + 1]! - heights[i]!) * (place - i);
    samples[j] = height - line;
    line += fall;
  }
  const low = selected(samples, 0, count - 1, tenth - 1);
  const high = selected(samples, tenth, count - 1, count - tenth);
  return (high - low) / shareOfRoughness(length * step);
}

/** The value of rank `k` among values[left … right], which are put in order about it. Hoare, "Algorithm 65: Find", 1961. */
function selected(values: Float64Array, left: number, right: number, k: number): number {
  while (left < right) {
    const pivot = values[k]!;
    let [i, j] = [left, right];
    do {
      while (values[i]! < pivot) i++;
      while (pivot < values[j]!) j--;
      if (i <= j) {
        const kept = values[i]!;
        values[i++] = values[j]!;
        values[j--] = kept;
      }
    } while (i <= j);
    if (j < k) left = i;
    if (k < i) right = j;
  }
  return values[k]!;
}
