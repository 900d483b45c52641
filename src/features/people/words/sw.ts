/** The words of people's pages, in Swahili. */
import type { PersonWords } from "./en.ts";

export const sw: PersonWords = {
  lang: "sw",
  photo: "Picha",
  title: "Cheo",
  organisation: "Shirika",
  name: "Jina",
  chosen: "limechaguliwa na mtu mwenyewe",
  publicRole: "Wadhifa wa umma",
  consent: "Idhini yake mwenyewe",
  purposes: {
    story: "hadithi",
    photo: "picha",
    film: "filamu",
    voice: "sauti",
    sign: "video ya ishara",
  },
  agreed: (purposes, from, until) => `${purposes}: ${from} hadi ${until}`,
};
