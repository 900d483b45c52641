/** Captions: what is said and seen in films and sounds, written at the desk. */
import { focusDrawing } from "../../platform/accounts/drawings/write.ts";
import type { Feature } from "../../platform/feature.ts";
import { captionAddresses } from "./desk.ts";
import { pictureFollower } from "./photos/follow.ts";
import { forgetGone } from "./photos/gone.ts";
import { wordsIn } from "./words.ts";

const mediaIn = (lang: string) => {
  const { media: title, help } = wordsIn(lang);
  return { title, help };
};

export const captions: Feature = {
  name: "captions",
  routes: [],
  desk: [
    {
      path: "/desk/media",
      group: "write",
      permission: "write",
      about: mediaIn,
      picture: focusDrawing,
    },
  ],
  machine: captionAddresses,
  follows: (serving) => [pictureFollower(serving)],
  beside: forgetGone,
};
