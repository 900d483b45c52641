/** Who may come to the desk: everybody, one of them, and the way in that an owner gives. */
import type { Account } from "../../../platform/accounts/account.ts";
import { may, PERMISSIONS, ROLES, type Role } from "../../../platform/accounts/roles.ts";
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Said,
  Tick,
  type FieldProps,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { QrCode } from "../../../platform/web/share.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { wordsIn as trailWordsIn } from "../trail/words.ts";
import type { DeskWords } from "../words.ts";
import { ResetSecond } from "../second/pages.tsx";
import { wordsIn as secondWordsIn } from "../second/words.ts";
import { LanguageChoice } from "./language.tsx";

interface ListProps extends FieldProps {
  readonly words: DeskWords;
  readonly accounts: readonly Account[];
  /** Who looks at it. */
  readonly own: string;
  /** Those who have a passkey, or codes from an app. */
  readonly withSecond: ReadonlySet<string>;
  /** The roles that are asked one. */
  readonly strong: ReadonlySet<Role>;
  /** Why the last thing asked was not done. */
  readonly trouble: string | undefined;
}

export function AccountList(props: ListProps): Html {
  const { words, accounts, own, withSecond, strong, trouble, typed, problems } = props;
  const { accounts: w, roles } = words;
  return (
    <>
      <header class="row head tight">
        <h1 class="c10">{w.title}</h1>
        <p class="stand c8">{w.intro}</p>
        <p class="c8">
          <a href="/desk/trail">{trailWordsIn(words.lang).title}</a>
        </p>
      </header>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <div class="row">
        <Section class="c7" id="people" title={w.people} mini>
          <ul class="lines">
            {accounts.map(({ id, name, role, closed, email, hasPin }) => (
              <li>
                <a href={`/desk/accounts/${id}`} aria-label={w.open(name)}>
                  <bdi>{name}</bdi>
                </a>
                <small>
                  {[
                    roles[role],
                    ...(closed ? [w.closed] : []),
                    ...(email === undefined ? [] : [email]),
                    ...(hasPin ? [w.pin] : []),
                    ...(withSecond.has(id) ? [secondWordsIn(words.lang).has] : []),
                    ...(id === own ? [w.you] : []),
                  ].join(" · ")}
                </small>
              </li>
            ))}
          </ul>
        </Section>
        <Section class="c5 branch" id="invite" title={w.invite} mini>
          <NothingSent heading={words.nothingSaved} problems={problems} lang={words.lang} />
          <form method="post" action="/desk/accounts/invite">
            <Line name="name" typed={typed} problems={problems} maxlength={100} required>
              {w.name}
              <Hint>{w.nameHint}</Hint>
            </Line>
            <RoleChoice words={words} typed={typed} problems={problems} />
            <Line name="email" typed={typed} problems={problems}>
              {w.mail}
            </Line>
            {problems["again"] !== undefined && (
              <Tick name="again" typed={typed} problems={problems}>
                {w.again}
              </Tick>
            )}
            <LanguageChoice words={words.language} chosen={typed["lang"]} />
            <p class="acts">
              <button type="submit">{w.make}</button>
            </p>
          </form>
        </Section>
      </div>
      <StrongRoles words={words} strong={strong} />
      <RoleTable words={words} />
    </>
  );
}

/** For whom a PIN or a mail alone is not enough. */
const StrongRoles = ({ words, strong }: Pick<ListProps, "words" | "strong">): Html => {
  const w = secondWordsIn(words.lang);
  return (
    <Section id="second" title={w.title} mini>
      <form method="post" action="/desk/accounts/second">
        <fieldset>
          <legend>{w.roles}</legend>
          <p>{w.rolesHint}</p>
          {ROLES.map((role) => (
            <label class="tick">
              <input type="checkbox" name={role} value="yes" checked={strong.has(role)} />{" "}
              {words.roles[role]}
            </label>
          ))}
        </fieldset>
        <p class="acts">
          <button type="submit">{w.set}</button>
        </p>
      </form>
    </Section>
  );
};

const RoleChoice = ({
  words,
  typed,
  problems,
}: FieldProps & { readonly words: DeskWords }): Html => (
  <Choice
    name="role"
    typed={typed}
    problems={problems}
    required
    lang={words.lang}
    options={ROLES.map((role) => [role, words.roles[role]])}
  >
    {words.accounts.role}
  </Choice>
);

/** As it stands in roles.ts, so that the page cannot say something else. */
function RoleTable({
  words: { accounts: w, permissions, roles },
}: {
  readonly words: DeskWords;
}): Html {
  return (
    <Section id="may" title={w.table} mini>
      <div class="scroll" tabindex={0} role="group" aria-labelledby="may">
        <table>
          <thead>
            <tr>
              <td></td>
              {ROLES.map((role) => (
                <th scope="col">{roles[role]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PERMISSIONS.map((what) => (
              <tr>
                <th scope="row">{permissions[what]}</th>
                {ROLES.map((role) => (
                  <td>{may(role, what) ? w.may : w.mayNot}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** One account. `trouble` says why the last thing asked was not done. */
export function AccountMain(props: {
  readonly words: DeskWords;
  readonly of: Account;
  readonly own: string;
  readonly hasSecond: boolean;
  readonly trouble?: string;
}): Html {
  const { words, of, own, hasSecond, trouble } = props;
  const { accounts: w, roles } = words;
  const at = `/desk/accounts/${of.id}`;
  return (
    <>
      <header class="head tight">
        <h1>{of.name}</h1>
        <p class="meta">
          <span>{roles[of.role]}</span>
          {of.closed && <span>{w.closed}</span>}
          {of.email !== undefined && <span>{of.email}</span>}
        </p>
      </header>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      {of.id === own ? (
        <p class="aside">{w.own}</p>
      ) : (
        <div class="row">
          <form class="c4" method="post" action={`${at}/role`}>
            <RoleChoice words={words} typed={{ role: of.role }} problems={{}} />
            <p class="acts">
              <button type="submit">{w.changeRole}</button>
            </p>
          </form>
          {!of.closed && (
            <form class="c4" method="post" action={`${at}/link`}>
              <p>{w.giveLinkHint}</p>
              <p class="acts">
                <button type="submit">{w.giveLink}</button>
              </p>
            </form>
          )}
          <form class="c4" method="post" action={`${at}/${of.closed ? "open" : "close"}`}>
            <p>{w.closeHint}</p>
            <p class="acts">
              <button type="submit" class="quiet">
                {of.closed ? w.reopen : w.close}
              </button>
            </p>
          </form>
          {hasSecond && <ResetSecond of={of} lang={words.lang} />}
        </div>
      )}
      <p>
        <a href="/desk/accounts">{w.back}</a>
      </p>
    </>
  );
}

/** A link that signs in once: to copy, and to scan. */
export function GivenLink(props: {
  readonly words: DeskWords;
  readonly title: string;
  /** How long it works. */
  readonly works: string;
  readonly link: string;
  /** What became of the mail, where there was one to send. */
  readonly mailed?: string;
  readonly back: readonly [path: string, words: string];
}): Html {
  const { words, title, works, link, mailed, back } = props;
  const { accounts: w } = words;
  return (
    <>
      <PageHead title={title} stand={works} tight />
      {mailed !== undefined && <Said>{mailed}</Said>}
      <div class="field">
        <label for="link">{w.copy}</label>
        <input id="link" readonly value={link} dir="ltr" />
      </div>
      <p>{w.linkPass}</p>
      <figure>
        <QrCode text={link} class="code" />
        <figcaption class="small">{w.code}</figcaption>
      </figure>
      <p>
        <a href={back[0]}>{back[1]}</a>
      </p>
    </>
  );
}
