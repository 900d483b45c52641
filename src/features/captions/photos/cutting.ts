/** A part of a photo: by its edges, or of a shape around the point that matters. Pure. */
import type { Cut } from "../../../platform/media/pictures/job.ts";

export const SHAPES = ["1:1", "4:3", "3:2", "16:9", "3:4"] as const;
export type Shape = (typeof SHAPES)[number];
export const EDGES = ["left", "right", "top", "bottom"] as const;
type Edge = (typeof EDGES)[number];

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
export interface Point {
  /** Percent of the width from the left, of the height from the top. */
  readonly x: number;
  readonly y: number;
}

/** A whole number from 0 to 100 as somebody types it; 0 where the field is empty, undefined for anything else. */
export function percentIn(typed: string): number | undefined {
  if (typed === "") return 0;
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 100 ? Number(typed) : undefined;
}

/** @returns undefined where less than a pixel would be left */
export function cutByEdges(
  { width, height }: Size,
  { left, right, top, bottom }: Readonly<Record<Edge, number>>,
): Cut | undefined {
  const x = Math.round((width * left) / 100);
  const y = Math.round((height * top) / 100);
  const cut = {
    left: x,
    top: y,
    width: Math.round((width * (100 - right)) / 100) - x,
    height: Math.round((height * (100 - bottom)) / 100) - y,
  };
  return cut.width < 1 || cut.height < 1 ? undefined : cut;
}

/** The largest part of this shape, with the point as near to its middle as the edges let it be. */
export function cutByShape({ width, height }: Size, shape: Shape, { x, y }: Point): Cut {
  const [wide = 1, high = 1] = shape.split(":").map(Number);
  const scale = Math.min(width / wide, height / high);
  const w = Math.max(1, Math.floor(wide * scale));
  const h = Math.max(1, Math.floor(high * scale));
  const at = (whole: number, part: number, percent: number) =>
    Math.min(Math.max(Math.round((whole * percent) / 100 - part / 2), 0), whole - part);
  return { left: at(width, w, x), top: at(height, h, y), width: w, height: h };
}
