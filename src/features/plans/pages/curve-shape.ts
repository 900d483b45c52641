/** How the curve of people against money is drawn; both scales begin at 0. */
import { roundStep } from "../browser/shape.ts";
import type { Plan } from "../records.ts";

export const [WIDTH, HEIGHT] = [640, 384];
const [LEFT, RIGHT, TOP, BASE] = [78, 624, 30, 332];

interface CurveShape {
  readonly reached: string;
  /** What lies below it, to be hatched. */
  readonly area: string;
  /** Absent where no bound is known. */
  readonly bound: string | undefined;
  readonly here: { readonly x: number; readonly y: number };
  readonly people: readonly { readonly y: number; readonly value: number }[];
  readonly money: readonly {
    readonly x: number;
    readonly value: number;
    readonly narrow: boolean;
  }[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** @returns undefined where fewer than two points are known, which is no curve */
export function curveShape({ curve, money, steps }: Plan): CurveShape | undefined {
  if (curve.length < 2) return undefined;
  const points = curve.toSorted((a, b) => a.cost - b.cost);
  const reached = steps.reduce((sum, step) => sum + step.people, 0);
  const people = Math.max(reached, ...points.map((p) => Math.max(p.people, p.bound ?? 0)));
  const cost = Math.max(money.presentValue, ...points.map((p) => p.cost));
  const [up, along] = [roundStep(people / 3), roundStep(cost / 4)];
  const top = Math.max(up, Math.ceil(people / up) * up);
  const end = Math.max(along, cost);
  const x = (value: number) => tenth(LEFT + ((RIGHT - LEFT) * value) / end);
  const y = (value: number) => tenth(BASE - ((BASE - TOP) * value) / top);
  const joined = (values: readonly { x: number; y: number }[]) =>
    values.map((p) => `${p.x} ${p.y}`).join("L");
  const line = points.map((p) => ({ x: x(p.cost), y: y(p.people) }));
  const most = points.flatMap((p) =>
    p.bound === undefined ? [] : [{ x: x(p.cost), y: y(p.bound) }],
  );
  return {
    reached: `M${joined(line)}`,
    area: `M${line[0]!.x} ${BASE}L${joined(line)}L${line.at(-1)!.x} ${BASE}Z`,
    bound: most.length > 1 ? `M${joined(most)}` : undefined,
    here: { x: x(money.presentValue), y: y(reached) },
    people: marks(top, up).map((value) => ({ y: y(value), value })),
    money: marks(end, along).map((value, i) => ({ x: x(value), value, narrow: i % 2 === 0 })),
    left: LEFT,
    right: RIGHT,
    base: BASE,
  };
}

const marks = (end: number, step: number): number[] =>
  Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
const tenth = (n: number): number => Math.round(n * 10) / 10;
