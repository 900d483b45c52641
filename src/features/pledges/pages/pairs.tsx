/** Two ends of one line: each figure and what stands behind it; each wording and the next. */
import { safeLink } from "../../../platform/web/links.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Source } from "../../../platform/web/sources.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import { leadWords } from "../amounts.ts";
import type { Entry, Wording } from "../ledger.ts";
import { evidenceName, proofPath, signatureName } from "../proof-address.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { stateWord } from "../status.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import { Linked } from "../../../platform/web/linked.tsx";
import { PartyName } from "../components/party.tsx";
import { numberOf } from "./source-list.ts";
import type { Shown } from "../components/status.tsx";

interface Listed extends Shown {
  /** The numbered list at the foot of the page. */
  readonly sources: readonly Source[];
}

const LATEST = 24; // figures; earlier ones of a longer ledger wait folded up

/** Every figure of the ledger, each tied to what stands behind it. */
export function ClaimPairs(props: Listed & { readonly line: PledgeLine }): Html {
  const { line, ...listed } = props;
  const say = wordsIn(props.lang).pairs;
  const { ledger } = line.pledge;
  const earlier = ledger.length > LATEST ? ledger.slice(0, -LATEST) : [];
  const pairs = (entries: readonly Entry[], start: number) => (
    <ol start={start}>
      {entries.map((entry) => (
        <ClaimPair entry={entry} line={line} {...listed} />
      ))}
    </ol>
  );
  return (
    <>
      {earlier.length > 0 && (
        <details>
          <summary>{say.earlier(earlier.length)}</summary>
          {pairs(earlier, 1)}
        </details>
      )}
      {pairs(ledger.slice(earlier.length), earlier.length + 1)}
    </>
  );
}

function ClaimPair(
  props: Listed & { readonly entry: Entry; readonly line: Pick<PledgeLine, "slug" | "signers"> },
): Html {
  const { entry, line, sources, lang, to, own = lang } = props;
  const { pairs: say, page } = wordsIn(lang);
  const written = foreign(own, lang);
  const { evidence, texture, signed } = entry;
  const isSigned = signed.length > 0;
  const proof = (of: string) => to(proofPath(line.slug, of));
  return (
    <li class="pair" id={entry.id}>
      <div>
        <p class={`num mid ${texture}`}>
          <span>
            <a href={proof(entry.id)}>{leadWords(entry, lang)}</a>
          </span>
        </p>
        <p>
          <span class={`state ${texture}`}>{stateWord(entry, lang)}</span>{" "}
          <time datetime={entry.asOf}>{formatDay(entry.asOf, lang)}</time>
          <br />
          <span {...written}>{entry.text}</span>
        </p>
        {entry.checked && (
          <p class="small">
            {filled(say.checked, { how: <span {...written}>{entry.checked}</span> })}
          </p>
        )}
        {entry.note && (
          <p class="small" {...written}>
            <Linked text={entry.note} />
          </p>
        )}
      </div>
      <p class={evidence.length > 0 || isSigned ? "tie held" : "tie"}>
        {evidence.length > 0 ? (
          say.filed
        ) : isSigned ? (
          say.signed
        ) : (
          <a href={to(sendPath(line.slug, "evidence", entry.id))}>{say.send}</a>
        )}
      </p>
      <div>
        <p>
          {page.saidBy(entry.saidBy, formatDay(entry.saidOn, lang))}
          <br />
          <small>
            <Cited source={entry.source} sources={sources} lang={lang} />
          </small>
        </p>
        {evidence.map((e, i) => (
          <p>
            <a class="state evidenced" href={proof(evidenceName(entry.id, i))}>
              {say.kinds[e.kind]}
            </a>{" "}
            <Link url={e.url} text={e.title} />
            <br />
            <small>
              {e.by}, {formatDay(e.date, lang)}
              {e.archived && (
                <>
                  , <Link url={e.archived} text={say.archived} />
                </>
              )}
              {e.sha256 && (
                <>
                  , SHA-256 <code>{e.sha256.slice(0, 16)}…</code>
                </>
              )}
            </small>
          </p>
        ))}
        {signed.map(({ key, on, statement }, i) => (
          <p>
            <a class="state attested" href={proof(signatureName(entry.id, i))}>
              {wordsIn(lang).states.attested}
            </a>{" "}
            <PartyName party={line.signers.get(key)!} to={to} />, {formatDay(on, lang)}
            <br />
            <span {...written}>{statement}</span>
          </p>
        ))}
      </div>
    </li>
  );
}

/** P7: quoted side by side, each with the times it was said. */
export function WordingPairs(props: Listed & { readonly wordings: readonly Wording[] }): Html {
  const { wordings, sources, lang, own = lang } = props;
  const rows = wordings.flatMap((left, i) =>
    i % 2 === 0 ? [{ left, right: wordings[i + 1] }] : [],
  );
  return (
    <>
      {rows.map(({ left, right }) => (
        <div class="pair">
          <Words wording={left} sources={sources} lang={lang} own={own} />
          {right && <p class="tie">{wordsIn(lang).pairs.sideBySide}</p>}
          {right && <Words wording={right} sources={sources} lang={lang} own={own} />}
        </div>
      ))}
    </>
  );
}

function Words(props: Omit<Listed, "to"> & { readonly wording: Wording }) {
  const { wording, sources, lang, own = lang } = props;
  return (
    <div>
      <p>
        <b {...foreign(own, lang)}>“{wording.text}”</b>
      </p>
      {wording.said.map(({ date, source }) => (
        <p class="small">
          <time datetime={date}>{formatDay(date, lang)}</time>:{" "}
          <Cited source={source} sources={sources} lang={lang} />
        </p>
      ))}
    </div>
  );
}

function Cited({
  source,
  sources,
  lang,
}: {
  source: Source;
  sources: readonly Source[];
  lang: string;
}) {
  const n = numberOf(source, sources);
  const words = [
    source.publisher ?? new URL(source.url).hostname,
    source.date && formatDay(source.date, lang),
  ];
  return (
    <>
      <Link url={source.url} text={words.filter(Boolean).join(", ")} /> (
      {wordsIn(lang).pairs.source(n)})
    </>
  );
}

function Link({ url, text }: { readonly url: string; readonly text: string }) {
  const href = safeLink(url);
  return href ? <a href={href}>{text}</a> : <>{text}</>;
}
