/** What has a form of its own in the settings: logo, pages, domain, mail. */
import { Hint } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatBytes } from "../../../../platform/web/words.ts";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Campaign } from "../../records.ts";
import type { SettingsWords } from "../words.ts";

export interface BesideProps {
  readonly words: SettingsWords;
  readonly lang: string;
  readonly campaign: Campaign;
  /** The free pages, by slug, and those that everybody looks for; a page without a title is not written. */
  readonly free: readonly { readonly slug: string; readonly title?: string }[];
  /** The public base address. */
  readonly address: string;
  /** Whether a mail server is set, and where a test message would go. */
  readonly mail: { readonly isSet: boolean; readonly to: string | undefined };
}

export function Beside(props: BesideProps): Html {
  return (
    <>
      <FreePages {...props} />
      <Domain {...props} />
      <Mail {...props} />
    </>
  );
}

export function Logo({ words: { logo: w }, lang, campaign: { logo } }: BesideProps): Html {
  return (
    <Section id="logo-part" title={w.title} mini>
      <p>{logo ? w.now(formatBytes(logo.bytes, lang)) : w.none}</p>
      <form method="post" action="/desk/settings/logo" enctype="multipart/form-data">
        <div class="field">
          <label for="logo">
            {w.file}
            <Hint>{w.hint}</Hint>
          </label>
          <input
            id="logo"
            name="logo"
            type="file"
            accept="image/png,image/webp,image/avif,image/jpeg"
            required
          />
        </div>
        <p class="acts">
          <button type="submit">{w.put}</button>
        </p>
      </form>
      {logo && (
        <form method="post" action="/desk/settings/logo/remove">
          <p class="acts">
            <button type="submit" class="quiet">
              {w.remove}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}

function FreePages({ words: { pages: w }, campaign: { language: own }, free }: BesideProps): Html {
  return (
    <Section id="pages" title={w.title} mini>
      <p>{w.hint}</p>
      <ul class="lines">
        {free.map(({ slug, title }) => (
          <li>
            <a href={`/desk/settings/pages/${slug}`}>
              <bdi lang={title === undefined ? undefined : own}>{title ?? slug}</bdi>
            </a>
            {title === undefined && <small>{w.unwritten}</small>}
          </li>
        ))}
        <li>
          <a href="/desk/settings/new-page">{w.fresh}</a>
        </li>
      </ul>
    </Section>
  );
}

const Domain = ({ words: { domain: w }, address }: BesideProps): Html => (
  <Section id="domain" title={w.title} mini>
    <p>{w.now(address)}</p>
    <p class="whole">{w.change}</p>
  </Section>
);

function Mail({ words: { mail: w }, mail }: BesideProps): Html {
  return (
    <Section id="mail" title={w.title} mini>
      <p class="whole">{mail.isSet ? w.set : w.none}</p>
      {mail.isSet && mail.to === undefined && <p>{w.noAddress}</p>}
      {mail.isSet && mail.to !== undefined && (
        <form method="post" action="/desk/settings/mail">
          <p class="acts">
            <button type="submit">{w.test}</button>
          </p>
        </form>
      )}
    </Section>
  );
}
