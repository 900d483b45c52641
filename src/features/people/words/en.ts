/** The words of people's pages. */
export const en = {
  lang: "en",
  photo: "Photo",
  title: "Title",
  organisation: "Organisation",
  name: "Name",
  chosen: "chosen by the person",
  publicRole: "Public role",
  consent: "Own consent",
  purposes: { story: "story", photo: "photo", film: "film", voice: "voice", sign: "sign video" },
  agreed: (purposes: string, from: string, until: string) => `${purposes}: ${from} to ${until}`,
};

export type PersonWords = typeof en;
