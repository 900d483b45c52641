/** Beside a form: what happens once it is sent, step by step along the line. */
import type { Html } from "./route.ts";
import { Section } from "./heads.tsx";

export const WhatNext = (props: {
  readonly heading: string;
  /** What happens, and a few more words about it. */
  readonly steps: readonly (readonly string[])[];
  /** Where else to go. */
  readonly children?: unknown;
}): Html => (
  <div class="c5 branch">
    <Section id="then" title={props.heading} mini>
      <ol class="path">
        {props.steps.map(([step, more], i) => (
          <li class={i === 0 ? "on" : undefined}>
            <b>{step}</b>
            <small>{more}</small>
          </li>
        ))}
      </ol>
      {props.children}
    </Section>
  </div>
);
