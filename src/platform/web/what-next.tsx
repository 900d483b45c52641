/** Beside a form: what happens once it is sent, step by step along the line. */
import type { Html } from "./route.ts";

export const WhatNext = (props: {
  readonly heading: string;
  /** What happens, and a few more words about it. */
  readonly steps: readonly (readonly string[])[];
  /** Where else to go. */
  readonly children?: unknown;
}): Html => (
  <div class="c5 branch">
    <section aria-labelledby="then">
      <h2 class="knot mini" id="then">
        {props.heading}
      </h2>
      <ol class="path">
        {props.steps.map(([step, more], i) => (
          <li class={i === 0 ? "on" : undefined}>
            <b>{step}</b>
            <small>{more}</small>
          </li>
        ))}
      </ol>
      {props.children}
    </section>
  </div>
);
