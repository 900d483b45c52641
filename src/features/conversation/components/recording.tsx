/** A voice note or a video in sign language: for everybody behind a button that says its weight, for the desk at once. Rule CO14. */
import type { Ladder } from "../../../platform/media/ladder/rungs-of.ts";
import type { Remark } from "../private/remark.ts";
import { Player } from "../../../platform/web/player/player.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { SEEN } from "../../contributions/api.ts";
import type { SaidComment } from "../fold.ts";
import { waitingIn } from "../recordings.ts";
import { commentPath, type Thing } from "../things.ts";
import { wordsIn, type ConversationWords } from "../words.ts";

/** In public: lighter files first, nothing is loaded before it is opened. */
export function Recorded(props: {
  readonly comment: SaidComment;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly words: ConversationWords;
}): Html {
  const { comment, ladders, words } = props;
  const { recording, name = words.somebody, language = words.lang } = comment;
  if (!recording) return <></>;
  const called = words.recordings[recording.kind];
  return (
    <Player
      film={{ file: recording.file, title: called.by(name) }}
      own={language}
      lang={words.lang}
      ladders={ladders}
      name={called.name}
    />
  );
}

/** At the desk, before anybody else hears it; once it is shown, the way to where it plays. */
export function Heard(props: {
  readonly remark: Pick<Remark, "id" | "state" | "more">;
  readonly thing: Thing | undefined;
  readonly lang: string;
}): Html {
  const { remark, thing } = props;
  const waiting = waitingIn(remark);
  if (!waiting) return <></>;
  const words = wordsIn(props.lang);
  const { kind, upload, bytes } = waiting;
  const src = `${SEEN}/${upload}`;
  const called = words.recordings[kind].name;
  const weighed = `${called}, ${formatBytes(bytes, words.lang)}`;
  if (remark.state === "accepted")
    return (
      <p class="small">{thing ? <a href={commentPath(thing, remark.id)}>{weighed}</a> : weighed}</p>
    );
  return (
    <figure>
      {kind === "voice" ? (
        <audio controls preload="metadata" src={src} aria-label={called} />
      ) : (
        <video class="watched" controls preload="metadata" src={src} aria-label={called} />
      )}
      <figcaption class="small">{weighed}</figcaption>
    </figure>
  );
}
