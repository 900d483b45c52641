/** Passing the conversation on with its hashtag: plain links to where people are, and nothing of those places in our page. Rule RM5. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { shareLinks } from "../sharing.ts";
import { wordsIn } from "../words.ts";

export function ShareWidely(props: {
  readonly frame: Frame;
  /** Of the page that is passed on, in the language of the address. */
  readonly path: string;
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { frame, path, lang, to } = props;
  const words = wordsIn(lang).share;
  return (
    <Section
      class="share"
      id="sh"
      title={frame.hashtag === "" ? words.titleWithout : words.title(`#${frame.hashtag}`)}
      mini
    >
      <p class="chips">
        <a href={to("/conversation/share")}>{words.mastodon}</a>
        {shareLinks(frame, path).map(([name, url]) => (
          <a href={url} rel="noreferrer">
            {name in words.ours ? words.ours[name as keyof typeof words.ours] : name}
          </a>
        ))}
      </p>
    </Section>
  );
}
