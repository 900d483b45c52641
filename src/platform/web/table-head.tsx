/** The head of a table whose first column names and whose others count. */
import type { Html } from "./route.ts";

export const TableHead = (props: {
  readonly first: unknown;
  readonly numbers: readonly unknown[];
}): Html => (
  <thead>
    <tr>
      <th scope="col">{props.first}</th>
      {props.numbers.map((column) => (
        <th scope="col" class="n">
          {column}
        </th>
      ))}
    </tr>
  </thead>
);
