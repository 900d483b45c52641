/** HiGHS (Huangfu and Hall 2018; MIT licence, WebAssembly), for models as the selection writes them. */
import highsModule from "highs";
import type { Model } from "../../../engines/selection/model.ts";
import type { Rows } from "../../../engines/selection/rows.ts";

// The package's types describe its CommonJS form, where the loader is `default`; as a module it is the export itself.
const loadHighs = highsModule as unknown as (typeof highsModule)["default"];

interface Answer {
  /** No answer to the model is above it; Infinity where the solver came to none in its time. */
  readonly bound: number;
  /** One value for each column; undefined where it found none. */
  readonly values: Float64Array | undefined;
  /** How much each row holds the objective back, without whole numbers; undefined where it is not solved to the end. */
  readonly duals: Float64Array | undefined;
  /** Solved to the end. */
  readonly isDone: boolean;
}

export interface Solver {
  addRows(rows: Rows): void;
  /** A row as its number among those that were added, and what it is at least from now on. */
  changeRow(row: number, least: number): void;
  /** Other objective and limits of the columns; the rows stay. */
  change(columns: Pick<Model, "objective" | "lower" | "upper">): void;
  /** Whole numbers are kept from here on. */
  keepWhole(): void;
  /** @param seconds after which it answers with what it has */
  solve(seconds: number, gap: number, shouldStop?: () => boolean): Answer;
  close(): void;
}

/** Holds memory outside of JavaScript until `close`. The solver runs in the thread that calls it. */
export async function openSolver({
  objective,
  lower,
  upper,
  integer,
  rows,
}: Pick<Model, "objective" | "lower" | "upper" | "integer" | "rows">): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus, objectiveSense, variableType, callbackType } = highs.constants;
  const model = highs.createModel({
    numCols: objective.length,
    numRows: rows.lower.length,
    sense: objectiveSense.maximize,
    colCost: objective,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: {
      format: "csr",
      numRows: rows.lower.length,
      numCols: objective.length,
      starts: Int32Array.from(rows.starts),
      indices: Int32Array.from(rows.indices),
      values: Float64Array.from(rows.values),
    },
  });
  model.options.set({ output_flag: false, random_seed: 1 });
  let isWhole = false;
  return {
    addRows: ({ lower: least, upper: most, starts, indices, values }) => {
      for (const [i, low] of least.entries()) {
        const part = [starts[i]!, starts[i + 1]!] as const;
        model.addRow(low, most[i]!, {
          indices: indices.slice(...part),
          values: values.slice(...part),
        });
      }
    },
    changeRow: (row, least) => void model.changeRowBounds(row, least, Number.POSITIVE_INFINITY),
    change: (columns) => {
      for (const [column, worth] of columns.objective.entries()) {
        model.changeColCost(column, worth);
        model.changeColBounds(column, columns.lower[column]!, columns.upper[column]!);
      }
    },
    keepWhole: () => {
      isWhole = true;
      for (const [column, whole] of integer.entries())
        if (whole) model.changeColIntegrality(column, variableType.integer);
    },
    solve: (seconds, gap, shouldStop) => {
      const until = performance.now() + seconds * 1000;
      model.options.set({
        time_limit: model.getRunTime() + Math.max(0.01, seconds),
        mip_rel_gap: gap,
      });
      const stop = (event: { interrupt(): void }): undefined => {
        // The solver looks at its own clock only now and then.
        if (shouldStop?.() || performance.now() > until) event.interrupt();
      };
      model.run({
        [callbackType.simplexInterrupt]: stop,
        [callbackType.mipInterrupt]: stop,
      });
      const isDone = model.getModelStatus() === modelStatus.optimal;
      const whole = isWhole ? Number(model.info.get("mip_dual_bound")) : model.getObjectiveValue();
      const bound =
        (isWhole || isDone) && Number.isFinite(whole) ? whole : Number.POSITIVE_INFINITY;
      const { colValue: solution, rowDual } =
        isDone || isWhole ? model.getSolution() : { colValue: undefined, rowDual: undefined };
      return {
        bound,
        values: solution?.some((value) => value > 0.5) ? solution : undefined,
        duals: isWhole ? undefined : rowDual,
        isDone,
      };
    },
    close: () => model.dispose(),
  };
}
