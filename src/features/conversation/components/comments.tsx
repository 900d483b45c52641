/** Comments as a thread shows them: lists in lists, so that an answer stands in what it answers for the ear as for the eye. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import type { CommentLine, Thread } from "../queries.ts";
import { Said } from "../text.tsx";
import { Recorded } from "./recording.tsx";
import { Card, Origin } from "./source.tsx";
import { commentPath, type Thing } from "../things.ts";
import type { ConversationWords } from "../words.ts";

const DEEPEST = 3; // steps to the side: a narrow screen has no more, and who is answered is said in words

interface CommentsProps {
  readonly thing: Thing;
  readonly thread: Pick<Thread, "lines" | "ladders">;
  readonly words: ConversationWords;
  readonly to: (path: string) => string;
}

export function Comments(props: CommentsProps): Html {
  const { lines } = props.thread;
  if (lines.length === 0) return <></>;
  return (
    <>
      <form id="helped" method="post" action={props.to(`${props.thing.path}/helped`)}></form>
      <List {...props} branches={branchesOf(lines)} className="talk" />
    </>
  );
}

interface Branch {
  readonly line: CommentLine;
  /** It hangs from what it answers, so that nothing else need say it. */
  readonly isTied: boolean;
  readonly answers: Branch[];
}

/** What stands below what. On a page that begins in the middle, what is answered is on another one. */
function branchesOf(lines: readonly CommentLine[]): readonly Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = []; // the way down to the last one
  for (const line of lines) {
    while (open.length > 0 && open.at(-1)!.line.depth >= line.depth) open.pop();
    const above = open[DEEPEST - 1] ?? open.at(-1);
    const branch = { line, isTied: above?.line.id === line.answers?.id, answers: [] };
    (above?.answers ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function List({
  branches,
  className,
  ...props
}: CommentsProps & { readonly branches: readonly Branch[]; readonly className?: string }) {
  return (
    <ol class={className}>
      {branches.map((branch) => (
        <li id={`c-${branch.line.id}`}>
          <Comment {...props} branch={branch} />
          {branch.answers.length > 0 && <List {...props} branches={branch.answers} />}
        </li>
      ))}
    </ol>
  );
}

function Comment({ branch, ...props }: CommentsProps & { readonly branch: Branch }): Html {
  const { thing, thread, words, to } = props;
  const { line, isTied } = branch;
  const { id, comment, gone, helped } = line;
  if (!comment) return <p class="small">{words.goneBy[gone ?? "desk"]}</p>;
  const { name, text, language } = comment;
  return (
    <>
      <By line={line} words={words} />
      {!isTied && <InAnswerTo line={line} {...props} />}
      <div
        class="said"
        {...(language === undefined ? { dir: "auto" } : foreign(language, words.lang))}
      >
        <Said text={text} />
      </div>
      <Recorded comment={comment} ladders={thread.ladders} words={words} />
      <Card comment={comment} />
      <p class="acts small">
        <a href={to(`${thing.form}?to=${id}`)}>
          {words.answer}
          <span class="vh"> {name ?? words.somebody}</span>
        </a>
        <button form="helped" name="comment" value={id}>
          {words.help}
        </button>
        {helped > 0 && <span>{words.helped(helped)}</span>}
        <a href={to(`/conversation/report?of=${id}`)} rel="nofollow">
          {words.wrong}
        </a>
      </p>
    </>
  );
}

/** Who said it, when, and where. */
function By({ line, words }: Pick<CommentsProps, "words"> & { readonly line: CommentLine }): Html {
  const { name, said, edited } = line.comment!;
  return (
    <p class="by">
      <b>
        <bdi>{name ?? words.somebody}</bdi>
      </b>{" "}
      <a href={`#c-${line.id}`}>
        <time datetime={said}>{formatDay(said, words.lang)}</time>
      </a>{" "}
      <Origin comment={line.comment!} words={words} />
      {edited !== undefined && <> · {words.edited(formatDay(edited, words.lang))}</>}
    </p>
  );
}

function InAnswerTo({
  line: { answers },
  thing,
  words,
  to,
}: CommentsProps & { readonly line: CommentLine }): Html {
  if (!answers) return <></>;
  const { id, isElsewhere } = answers;
  return (
    <p class="small">
      <a class="more" href={isElsewhere ? to(commentPath(thing, id)) : `#c-${id}`}>
        {filled(words.inAnswerTo, { name: <bdi>{answers.name ?? words.somebody}</bdi> })}
      </a>
    </p>
  );
}
