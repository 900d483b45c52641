/** What features say to the fediverse, in the order in which a campaign folder is read. The federation's thread loads this and no page. */
import type { Speaks } from "./platform/federation/speaking.ts";
import { campaignSpeaks } from "./features/campaign/federation.ts";
import { storiesSpeak } from "./features/stories/federation.ts";
import { pledgesSpeak } from "./features/pledges/federation.ts";
import { conversationSpeaks } from "./features/conversation/federation.tsx";
import { fediverseSpeaks } from "./features/fediverse/federation.ts";

export const speaks: readonly Speaks[] = [
  campaignSpeaks,
  storiesSpeak,
  pledgesSpeak,
  conversationSpeaks,
  fediverseSpeaks,
];
