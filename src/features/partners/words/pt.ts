/** The words of partners, in Portuguese: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const pt: PartnerWords = {
  lang: "pt",
  kinds: {
    carrier: "Operadores rurais",
    community: "Redes comunitárias",
    activist: "ONG e ativistas",
    public: "Agências, escolas, organismos públicos",
    company: "Empresas e fabricantes",
  },
  joined: "Participa aqui.",
  named: "Descrita aqui segundo fontes publicadas; não participou e não apoia nada.",
  title: "Parceiros",
  description: "Organizações que participam, e outras que fontes publicadas descrevem, por tipo.",
  about:
    "Organizações que participam aqui, e outras que fontes publicadas descrevem. Cada página diz qual das duas.",
  join: "Tornar-se parceiro",
  first: "Procura-se: a primeira pode ser a sua",
  takesPart: "participa",
  fromSources: "segundo fontes",
  since: (day) => `desde ${day}`,
  sources: "Fontes",
  here: "Organizações daqui",
};
