/** A thread: what was said about a thing, each answer tied to what it answers. Rules CO1 and CO10. */
import type { Html } from "../../../platform/web/route.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { feedOf } from "../feeds.ts";
import { ORDERS, type Order, type Thread } from "../queries.ts";
import type { Thing } from "../things.ts";
import type { ConversationWords } from "../words.ts";
import { Comments } from "../components/comments.tsx";
import { Foot } from "../components/foot.tsx";

interface ThreadProps {
  readonly thing: Thing;
  readonly thread: Thread;
  readonly order: Order;
  /** It takes less for a while. */
  readonly isSlow: boolean;
  readonly words: ConversationWords;
  readonly to: (path: string) => string;
}

export function ThreadMain(props: ThreadProps): Html {
  const { thing, thread, words, to } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">
          {filled(words.about, {
            thing: (
              <a href={to(thing.path)} {...foreign(thing.lang ?? words.lang, words.lang)}>
                {thing.title}
              </a>
            ),
          })}{" "}
          {thread.total === 0 ? words.none : words.comments(thread.total)}
        </p>
        <p class="acts">
          <a class="button" href={to(thing.form)}>
            {words.say}
          </a>
          <a href={to(feedOf(thing))}>{words.feed}</a>
          <a href={to(`/updates?what=thread:${thing.about}`)}>{words.byMail}</a>
        </p>
      </header>
      {props.isSlow && <p class="aside">{words.slow}</p>}
      {thread.total > 1 && <Orders {...props} />}
      <Comments thing={thing} thread={thread} words={words} to={to} />
      {thread.pages > 1 && <Pages {...props} />}
      <Foot words={words} to={to} />
    </>
  );
}

/** The address of a page of a thread. */
function pagePath(
  { thing, to }: Pick<ThreadProps, "thing" | "to">,
  order: Order,
  n: number,
): string {
  const query = [order !== "oldest" && `order=${order}`, n > 1 && `page=${n}`].filter(Boolean);
  return to(thing.thread + (query.length > 0 ? `?${query.join("&")}` : ""));
}

function Orders(props: ThreadProps) {
  const { order, words } = props;
  return (
    <nav class="chips" aria-label={words.order}>
      {ORDERS.map((one) => (
        <a
          href={pagePath(props, one, 1)}
          aria-current={one === order ? ("page" as const) : undefined}
        >
          {words.orders[one]}
        </a>
      ))}
    </nav>
  );
}

function Pages(props: ThreadProps) {
  const { order, words } = props;
  const { page, pages } = props.thread;
  return (
    <nav class="chips" aria-label={words.pages}>
      {page > 1 && (
        <a href={pagePath(props, order, page - 1)} rel="prev">
          {words.older}
        </a>
      )}
      <span aria-current="page">{words.pageOf(page, pages)}</span>
      {page < pages && (
        <a href={pagePath(props, order, page + 1)} rel="next">
          {words.newer}
        </a>
      )}
    </nav>
  );
}
