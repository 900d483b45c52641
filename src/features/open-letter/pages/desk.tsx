/** The letter at the desk. */
import { Choice, Line, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { countryName } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { DISCARD_WHYS } from "../records.ts";
import type { LetterCounts, NamesPage } from "../queries.ts";
import type { LetterWords } from "../words.ts";
import { PaperForm, type PaperProps } from "./paper.tsx";
import type { Signature } from "../private.ts";

interface LetterDeskProps extends PaperProps {
  /** Whether the campaign has a letter. */
  readonly exists: boolean;
  readonly counts: LetterCounts;
  /** Names to read, those of this page, and how many in all. */
  readonly waiting: readonly Signature[];
  readonly count: number;
  /** How many of them are not counted yet, the newest of these, and how many have waited for more than a day. */
  readonly byHand: number;
  readonly newest: readonly Signature[];
  readonly old: number;
  readonly find: string;
  /** The first page of what was found; absent where nothing was looked for. */
  readonly found: NamesPage | undefined;
  readonly trouble?: string;
}

export function LetterDesk(props: LetterDeskProps): Html {
  const { exists, counts, trouble, words } = props;
  const { desk } = words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{desk.title}</h1>
        <p class="stand c8">
          {exists ? (
            <>
              <a href="/letter">{desk.numbers}</a>:{" "}
              {counts.total === 0 ? words.nobody : words.signed(counts.total)}
            </>
          ) : (
            desk.noLetter
          )}
        </p>
      </header>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <Reading {...props} />
      {exists && <PaperForm {...props} />}
      {counts.named > 0 && <TakeOff {...props} />}
    </>
  );
}

const whichOf = ({ id, version }: Signature): string => `${id}:${version}`;

function Reading(props: LetterDeskProps) {
  const { waiting, count, byHand, words } = props;
  const { desk } = words;
  return (
    <Section id="reading" title={`${desk.reading} (${count})`} mini>
      <p>{count === 0 ? desk.none : desk.readingIs}</p>
      {waiting.map((row) => (
        <article>
          <Signer row={row} words={words} />
          {row.state === "asked" && <p class="small">{desk.uncounted}</p>}
          <form method="post" action="/desk/letter">
            <input type="hidden" name="which" value={whichOf(row)} />
            <p class="acts">
              <button type="submit" name="do" value="show">
                {desk.show}
                <span class="vh"> {row.name}</span>
              </button>
              {row.words !== null && (
                <button class="quiet" type="submit" name="do" value="without">
                  {desk.showWithout}
                </button>
              )}
            </p>
          </form>
          <details>
            <summary>{desk.leaveOut}</summary>
            {/* A form of its own: Enter in a field presses the first button of its form, and that shows the name. */}
            <form method="post" action="/desk/letter">
              <input type="hidden" name="which" value={whichOf(row)} />
              <div class="field">
                <label>
                  {desk.reason} <input name="reason" maxlength={500} required />
                </label>
              </div>
              <p class="acts">
                <button class="quiet" type="submit" name="do" value="leave">
                  {desk.leaveOut}
                </button>
              </p>
            </form>
          </details>
        </article>
      ))}
      {waiting.length > 1 && (
        <form method="post" action="/desk/letter">
          <input type="hidden" name="which" value={waiting.map(whichOf).join(" ")} />
          <p class="acts">
            <button type="submit" name="do" value="show">
              {desk.showAll(waiting.length)}
            </button>
          </p>
        </form>
      )}
      {byHand > 0 && <Discard {...props} />}
    </Section>
  );
}

function Discard({ newest, old, words }: LetterDeskProps) {
  const { desk, lang } = words;
  return (
    <details>
      <summary>{desk.discard}</summary>
      <p>{desk.discardIs}</p>
      <form method="post" action="/desk/letter/discard">
        {newest.map((row) => (
          <label class="tick">
            <input type="radio" name="id" value={row.id} />{" "}
            <span>
              <Signer row={row} words={words} />
            </span>
          </label>
        ))}
        <Choice
          name="why"
          options={DISCARD_WHYS.map((why) => [why, desk.whys[why]] as const)}
          typed={{}}
          problems={{}}
          lang={lang}
          required
        >
          {desk.discardWhy}
        </Choice>
        <p class="acts">
          <button class="quiet" type="submit" name="do" value="one">
            {desk.discardOne}
          </button>
          {old > 0 && (
            <button class="quiet" type="submit" name="do" value="old">
              {desk.discardOld(old)}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}

/** Under which name somebody signed, as what and where, and the sentence. */
function Signer({ row, words }: { readonly row: Signature; readonly words: LetterWords }) {
  return (
    <p>
      <b>
        <bdi>{row.name}</bdi>
      </b>
      {", "}
      {[
        words.kinds[row.kind as keyof typeof words.kinds],
        row.place,
        row.country !== null && countryName(row.country, words.lang),
      ]
        .filter((part) => part !== null && part !== false)
        .join(", ")}
      {row.words !== null && (
        <>
          <br />
          <q dir="auto">{row.words}</q>
        </>
      )}
    </p>
  );
}

function TakeOff({ find, found, words }: LetterDeskProps) {
  const { desk } = words;
  return (
    <Section id="off" title={desk.takeOff} mini>
      <p>{desk.takeOffIs}</p>
      <form class="find" action="/desk/letter#off">
        <Line name="find" maxlength={100} typed={{ find }} problems={{}}>
          {words.find}
        </Line>
        <p class="acts">
          <button class="quiet" type="submit">
            {words.findButton}
          </button>
        </p>
      </form>
      {found && <p>{words.found(found.total)}</p>}
      {found?.names.map(({ subject, name, kind, place }) => (
        <form method="post" action="/desk/letter/off">
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>
            {", "}
            {words.kinds[kind]}
            {place !== undefined && `, ${place}`}
          </p>
          <input type="hidden" name="subject" value={subject} />
          <div class="field">
            <label>
              {desk.takeOffReason} <input name="reason" maxlength={500} required />
            </label>
          </div>
          <p class="acts">
            <button class="quiet" type="submit">
              {desk.takeOffSend}
              <span class="vh"> {name}</span>
            </button>
          </p>
        </form>
      ))}
    </Section>
  );
}
