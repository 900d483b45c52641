/** What the drawn pictures of cards are called, by language; in the order of pictures.tsx. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  boat: "boat",
  tree: "tree",
  drum: "drum",
  kettle: "kettle",
  bird: "bird",
  lamp: "lamp",
  fish: "fish",
  house: "house",
  sun: "sun",
  moon: "moon",
  star: "star",
  key: "key",
  cup: "cup",
  chair: "chair",
  bell: "bell",
  basket: "basket",
  leaf: "leaf",
  flower: "flower",
  bicycle: "bicycle",
  umbrella: "umbrella",
  mountain: "mountain",
  book: "book",
  clock: "clock",
  ladder: "ladder",
};

export const wordsIn = catalogue("class-pictures", en);

export type PictureName = Exclude<keyof typeof en, "lang">;
