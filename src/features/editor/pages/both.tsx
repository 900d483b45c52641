/** Two people wrote over one version: both texts beside each other, and one to finish from them. */
import { authorIn } from "../author.ts";
import { listedWords } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import { Diff } from "./diff.tsx";
import { Acts } from "./edit.tsx";
import { StoryFields, type FormProps } from "./form.tsx";
import type { Draft, DraftVersion } from "../../stories/model.ts";

export function BothPage(
  props: FormProps & {
    readonly draft: Draft;
    readonly mine: DraftVersion;
    /** The text that both began with. */
    readonly base: string;
    /** Names of the fields of which both changed the same passage. */
    readonly clashes: readonly string[];
    readonly mayPublish: boolean;
  },
): Html {
  const { draft, mine, base, clashes, words, mayPublish } = props;
  const path = `/desk/stories/${draft.id}`;
  return (
    <>
      <PlainHead title={words.bothTitle} stand={words.bothHint(authorIn(words, draft.author))} />
      <p class="hint">{words.compareKey}</p>
      <div class="two-texts">
        <Section
          id="theirs"
          title={words.theirs(authorIn(words, draft.author), draft.version)}
          mini
        >
          <Diff before={base} after={draft.text} words={words} />
        </Section>
        <Section id="mine" title={words.mine(authorIn(words, mine.author), mine.version)} mini>
          <Diff before={base} after={mine.text} words={words} />
        </Section>
      </div>
      <Section id="merged" title={words.merged}>
        <p>
          {clashes.length === 0
            ? words.mergedAll
            : words.mergedBoth(listedWords(clashes, words.lang))}
        </p>
        <form method="post" action={path}>
          <input type="hidden" name="base" value={String(draft.version)} />
          <StoryFields {...props} />
          <Acts words={words} mayPublish={mayPublish} />
        </form>
      </Section>
    </>
  );
}
