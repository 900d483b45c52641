/** The first page of the desk: what a new campaign has yet to do, where whoever looks works, and what waits for them. */
import type { Account } from "../../../platform/accounts/account.ts";
import type { Lead, Step, Waiting } from "../../../platform/feature.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";
import { SignOut } from "./sign-out.tsx";

export function Home(props: {
  readonly words: DeskWords;
  readonly lang: string;
  readonly account: Account;
  readonly leads: readonly Lead[];
  readonly waits: readonly Waiting[];
  readonly steps: readonly Step[];
  /** For whoever has no way of their own, and may choose one now. */
  readonly firstWay: Html | undefined;
  readonly isLast: boolean;
}): Html {
  const { words, lang, account, leads, waits, steps, firstWay, isLast } = props;
  return (
    <>
      <PageHead
        title={words.hello(account.name)}
        stand={words.nothingPublic(words.roles[account.role])}
        tight
      />
      {firstWay}
      {steps.length > 0 && <Next steps={steps} words={words} />}
      {leads.length > 0 && (
        <Section id="work" title={words.home.work} mini>
          <ul class="lines">
            {leads.map(({ words: what, more, path }) => (
              <li>
                <a href={path}>
                  <bdi>{what}</bdi>
                </a>
                {more !== undefined && <small class="meta">{more}</small>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="waiting" title={words.home.waiting} mini>
        {waits.length === 0 ? (
          <p class="wanted">{words.home.nothing}</p>
        ) : (
          <ul class="lines">
            {waits.map(({ words: what, count, path }) => (
              <li>
                <a href={path}>{what}</a>
                <b>{formatNumber(count, lang)}</b>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <SignOut words={words} isLast={isLast} />
    </>
  );
}

function Next({ steps, words }: { readonly steps: readonly Step[]; readonly words: DeskWords }) {
  return (
    <Section id="next" title={words.home.next} mini>
      <ol class="lines">
        {steps.map(({ words: what, path, button }) => (
          <li>
            <a href={path}>{what}</a>
            {button && (
              <form method="post" action={button.path}>
                <button type="submit" class="quiet small">
                  {button.words}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
