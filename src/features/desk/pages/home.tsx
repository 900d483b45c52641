/** The first page of the desk: what a new campaign has yet to do, and what waits for whoever looks. */
import type { Account } from "../../../platform/accounts/account.ts";
import type { Step, Waiting } from "../../../platform/feature.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { DeskWords } from "../words.ts";
import { SignOut } from "./sign-out.tsx";

export function Home(props: {
  readonly words: DeskWords;
  readonly lang: string;
  readonly account: Account;
  readonly waits: readonly Waiting[];
  readonly steps: readonly Step[];
}): Html {
  const { words, lang, account, waits, steps } = props;
  return (
    <>
      <header class="row head tight">
        <h1 class="c10">{words.hello(account.name)}</h1>
        <p class="stand c8">{words.nothingPublic(words.roles[account.role])}</p>
      </header>
      {steps.length > 0 && <Next steps={steps} words={words} />}
      <section aria-labelledby="waiting">
        <h2 class="knot mini" id="waiting">
          {words.home.waiting}
        </h2>
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
      </section>
      <SignOut words={words} />
    </>
  );
}

function Next({ steps, words }: { readonly steps: readonly Step[]; readonly words: DeskWords }) {
  return (
    <section aria-labelledby="next">
      <h2 class="knot mini" id="next">
        {words.home.next}
      </h2>
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
    </section>
  );
}
