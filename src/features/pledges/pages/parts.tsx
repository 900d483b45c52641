/** The larger pledge that a pledge is part of, and the smaller ones that are part of it. Rule P29. */
import type { Html } from "../../../platform/web/route.ts";
import { plural } from "../../../platform/web/words.ts";
import type { Parts, PledgeLine } from "../queries.ts";
import type { Shown } from "./status.tsx";

export function CountsTowards({
  line: { towards },
  to,
}: { readonly line: PledgeLine } & Pick<Shown, "to">): Html {
  if (!towards) return <></>;
  return (
    <span>
      Counts towards <a href={to(`/pledges/${towards.slug}`)}>{towards.title}</a>
    </span>
  );
}

export function PartsOf({ parts, to }: { readonly parts: Parts } & Pick<Shown, "to">): Html {
  const { count, first } = parts;
  if (count === 0) return <></>;
  const more = count - first.length;
  return (
    <section aria-labelledby="parts">
      <h2 class="knot mini" id="parts">
        What counts towards it
      </h2>
      <p>
        {count} {plural(count, "pledge says that it is", "pledges say that they are")} part of this
        one. What {plural(count, "it reaches", "they reach")} may be counted here already, so at the
        low end of a total {plural(count, "it adds", "they add")} nothing beyond it.
      </p>
      <ul class="lines">
        {first.map(({ slug, title }) => (
          <li>
            <a href={to(`/pledges/${slug}`)}>{title}</a>
          </li>
        ))}
        {more > 0 && (
          <li>
            and {more} more: the column counts_towards of{" "}
            <a href="/data/pledges.csv">all pledges as a table</a>
          </li>
        )}
      </ul>
    </section>
  );
}
