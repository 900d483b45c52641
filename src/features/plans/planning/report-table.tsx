/** A table of a report. */
import type { Html } from "../../../platform/web/route.ts";

export function Table(props: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers. */
  readonly numbers: readonly number[];
}): Html {
  const { head, rows, numbers } = props;
  const kind = (i: number) => (numbers.includes(i) ? "n" : undefined);
  return (
    <table>
      <thead>
        <tr>
          {head.map((title, i) => (
            <th scope="col" class={kind(i)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, i) => (
              <td class={kind(i)}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
