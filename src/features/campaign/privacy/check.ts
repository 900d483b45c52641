/** What `cnd doctor` says of `/privacy`: whether it names who answers, and says what is so. Rule C38. */
import type { Db } from "../../../platform/db/store.ts";
import { look, well, wrong, type Finding } from "../../../platform/doctor/finding.ts";
import { isFirstText } from "../../../platform/folder/init-content.ts";
import type { PrivatePart } from "../../../platform/private/part.ts";
import { pageAt, theCampaign } from "../queries.ts";
import { isAnyKept } from "./shown.ts";

const SETTINGS = "Write it in the settings: /desk/settings";

/**
 * Of a database that answers. @param about.parts of all features
 * @returns what is missing; one line where nothing is
 */
export async function privacyCheck(
  db: Db,
  { parts, hasMail }: { readonly parts: readonly PrivatePart[]; readonly hasMail: boolean },
): Promise<readonly Finding[]> {
  const campaign = await theCampaign(db);
  if (!campaign) return [];
  const found: Finding[] = [];
  const isTeaching = await isAnyKept(db, parts, "classes");
  if (campaign.answerable === undefined && isTeaching)
    found.push(
      wrong(
        "privacy",
        "Classes are held, and /privacy names nobody who answers for what is kept of the learners.",
        SETTINGS,
      ),
    );
  else if (campaign.answerable === undefined)
    found.push(look("privacy", "/privacy names nobody who answers for personal data.", SETTINGS));
  if (campaign.authority === undefined)
    found.push(
      look("privacy", "/privacy names no authority that people may complain to.", SETTINGS),
    );
  const written = await pageAt(db, "privacy", campaign.language);
  if (written && isFirstText("pages/privacy", written.page.markdown))
    found.push(
      look(
        "privacy",
        "Your own words on /privacy are still those of every new campaign.",
        "Say there what you keep outside of this program, or take the page back: /desk/settings",
      ),
    );
  if (!hasMail && (await isAnyKept(db, parts, "newsletter")))
    found.push(
      look(
        "privacy",
        "Mail addresses of subscribers are kept, and no mail server is named, so that no mail goes out to them.",
        "Name one: CND_MAIL=smtp://user:password@mail.example.org:587. Or delete the addresses: /desk/newsletter",
      ),
    );
  if (found.length > 0) return found;
  return [well("privacy", "/privacy names who answers, and an authority to complain to.")];
}
