/** Saying it in the fediverse: one's own server is asked for, because there is no one place. Rule RM5. */
import { Line } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { HashtagWords } from "../words.ts";

export function FediverseMain(props: {
  readonly text: string;
  /** As it was typed. */
  readonly server: string;
  /** The address that takes the text, once a server was named. */
  readonly open?: string | undefined;
  readonly words: HashtagWords;
  readonly to: (path: string) => string;
}): Html {
  const { text, server, open, to } = props;
  const words = props.words.share;
  const problems = server !== "" && open === undefined ? { server: words.serverExpected } : {};
  return (
    <>
      <PageHead title={words.fediverse} stand={words.fediverseIs} />
      <Section id="text" title={words.text} mini>
        <blockquote dir="auto">{text}</blockquote>
      </Section>
      {open !== undefined && (
        <p class="acts">
          <a class="button" href={open} rel="noreferrer">
            {words.open(new URL(open).host)}
          </a>
        </p>
      )}
      <form class="c7" action={to("/conversation/share")}>
        <Line name="server" maxlength={300} required typed={{ server }} problems={problems}>
          {words.server}
          <span class="hint">{words.serverHint}</span>
        </Line>
        <p class="acts field">
          <button class={open === undefined ? undefined : "quiet"} type="submit">
            {words.next}
          </button>
        </p>
      </form>
      <p>
        <a class="more" href={to("/conversation")}>
          {words.back}
        </a>
      </p>
    </>
  );
}
