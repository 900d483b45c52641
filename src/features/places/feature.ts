/** Places: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { PhotosAgreed } from "./covers.ts";
import { placesModel } from "./model.ts";
import { placeRoutes } from "./routes.ts";

/** @param agreed who agrees to be seen on a photo, which people know, who come after places */
export const placesShowing = (agreed: PhotosAgreed): Feature => ({
  name: "places",
  model: placesModel,
  routes: placeRoutes(agreed),
});

/** Where nobody can be asked, nobody agreed. */
export const places = placesShowing(() => async () => ({
  agrees: () => false,
  changes: () => undefined,
}));
