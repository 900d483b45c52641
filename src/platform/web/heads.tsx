/** How a page begins, and how a section of it does: a heading by which the section is called. */
import type { Html } from "./route.ts";

/** The title of a page, and what it is about in a sentence. */
export function PageHead(props: {
  readonly title: unknown;
  readonly stand?: unknown;
  /** Less room below it. */
  readonly tight?: boolean;
}): Html {
  const { title, stand, tight } = props;
  return (
    <header class={tight ? "row head tight" : "row head"}>
      <h1 class="c10">{title}</h1>
      {stand !== undefined && <p class="stand c8">{stand}</p>}
    </header>
  );
}

/** A title over work that begins right below it: a page of the desk, a search. */
export const PlainHead = ({ title, stand }: { title: unknown; stand?: unknown }): Html => (
  <header class="head tight">
    <h1>{title}</h1>
    {stand !== undefined && <p class="stand">{stand}</p>}
  </header>
);

/** @param props `class` places it in a row of columns */
export function Section(props: {
  readonly id: string;
  readonly title: unknown;
  /** A smaller heading. */
  readonly mini?: boolean;
  readonly class?: string;
  readonly children?: unknown;
}): Html {
  const { id, title, mini, class: columns, children } = props;
  return (
    <section class={columns} aria-labelledby={id}>
      <h2 class={mini ? "knot mini" : "knot"} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
