/** `/privacy`: who answers for what is kept here, what that is, why, for how long and who can see it. Rule C37. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { HELD } from "../../../platform/private/kept.ts";
import { filled, foreign, linked } from "../../../platform/words/inline.tsx";
import type { Campaign } from "../records.ts";
import type { Shown } from "./shown.ts";
import type { PrivacyWords } from "./words.ts";

interface Props {
  readonly campaign: Campaign | undefined;
  /** The path of the imprint, where there is one. */
  readonly imprint: string | undefined;
  readonly shown: readonly Shown[];
  /** The language of the campaign's own words. */
  readonly own: string;
  readonly to: (path: string) => string;
  readonly words: PrivacyWords;
}

/** @param props `written` is what the campaign itself says of it, and stands first */
export const PrivacyPage = ({ written, ...props }: Props & { readonly written?: Html }): Html => (
  <>
    {written ?? <PageHead title={props.words.title} stand={props.words.summary} />}
    <div class="prose">
      <Answers {...props} />
      <Reading {...props} />
      <Kept {...props} />
      <Elsewhere {...props} />
    </div>
  </>
);

function Answers({ campaign, imprint, own, to, words }: Props): Html {
  const { answerable, authority, contact } = campaign ?? {};
  const said = (name: string) => <b {...foreign(own, words.lang)}>{name}</b>;
  return (
    <Section id="answers" title={words.answers} mini>
      <p>
        {answerable === undefined
          ? words.nobodySaid
          : filled(words.answersIs, { who: said(answerable) })}{" "}
        {contact !== undefined &&
          filled(words.write, { contact: <a href={`mailto:${contact}`}>{contact}</a> })}{" "}
        {imprint !== undefined && linked(words.imprint, to(imprint))}
      </p>
      <h3>{words.rights}</h3>
      <p>
        {linked(words.rightsAre, to("/rights"))}{" "}
        {authority === undefined
          ? words.complainAnywhere
          : filled(words.complain, {
              authority: (
                <a href={authority.url} {...foreign(own, words.lang)}>
                  {authority.name}
                </a>
              ),
            })}
      </p>
    </Section>
  );
}

const Reading = ({ shown, words }: Props): Html => (
  <Section id="reading" title={words.reading} mini>
    <ul>
      {words.readingIs.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <p>{words.cookies}</p>
    {shown.some(({ what }) => what === "consents") && (
      <>
        <h3>{words.people}</h3>
        <p>{words.peopleAre}</p>
      </>
    )}
  </Section>
);

const Kept = ({ shown, words }: Props): Html => (
  <Section id="kept" title={words.kept} mini>
    {shown.map(({ what, until, ends }) => (
      <>
        <h3 id={`kept-${what}`}>{words.held[what].what}</h3>
        <p>
          {words.held[what].why} {words.who[HELD[what]]}
        </p>
        <ul>
          {until.map((one) => (
            <li>{words.until[one]}</li>
          ))}
          {ends.map(({ days, after }) => (
            <li>{words.after[after](days)}</li>
          ))}
        </ul>
      </>
    ))}
  </Section>
);

const Elsewhere = ({ words }: Props): Html => (
  <Section id="elsewhere" title={words.public} mini>
    <p>{words.publicIs}</p>
    <h3>{words.elsewhere}</h3>
    <ul>
      {words.elsewhereAre.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </Section>
);
