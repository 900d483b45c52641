/** Where words come from that were not said here, and the page elsewhere that they speak of: plain links, nothing of it is loaded. */
import type { Html } from "../../../platform/web/route.ts";
import type { Comment } from "../records.ts";
import type { ConversationWords } from "../words.ts";

const ELSEWHERE = "nofollow ugc noreferrer"; // no search engine follows, and no page there learns where its reader came from

export function Origin(props: {
  readonly comment: Pick<Comment, "origin">;
  readonly words: ConversationWords;
}): Html {
  const { origin } = props.comment;
  if (!origin) return <></>;
  return (
    <a href={origin.url} rel={ELSEWHERE}>
      {props.words.from(origin.host)}
    </a>
  );
}

export type CommentCard = Pick<Comment, "card" | "language">;

export function Card({ comment }: { readonly comment: CommentCard }): Html {
  const { card, language } = comment;
  if (!card) return <></>;
  return (
    <p class="card">
      <a href={card.url} rel={ELSEWHERE} lang={language} dir="auto">
        {card.title}
      </a>{" "}
      <small dir="ltr">{card.host}</small>
    </p>
  );
}
