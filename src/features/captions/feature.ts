/** Captions: what is said and seen in films and sounds, written at the desk. */
import type { Feature } from "../../platform/feature.ts";
import { captionAddresses } from "./desk.ts";
import { pictureFollower } from "./photos/follow.ts";

export const captions: Feature = {
  name: "captions",
  routes: [],
  machine: captionAddresses,
  follows: (serving) => [pictureFollower(serving)],
};
