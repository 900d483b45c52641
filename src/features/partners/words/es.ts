/** The words of partners, in Spanish: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const es: PartnerWords = {
  lang: "es",
  kinds: {
    carrier: "Operadores rurales",
    community: "Redes comunitarias",
    activist: "ONG y activistas",
    public: "Agencias, escuelas, organismos públicos",
    company: "Empresas y fabricantes",
  },
  joined: "Participa aquí.",
  named: "Descrita aquí según fuentes publicadas; no ha participado y no respalda nada.",
  title: "Aliados",
  description: "Organizaciones que participan, y otras que describen fuentes publicadas, por tipo.",
  about:
    "Organizaciones que participan aquí, y otras que describen fuentes publicadas. Cada página dice cuál de las dos.",
  join: "Sumarse como aliado",
  first: "Se busca: la primera puede ser la suya",
  takesPart: "participa",
  fromSources: "según fuentes",
  since: (day) => `desde ${day}`,
  sources: "Fuentes",
  here: "Organizaciones de aquí",
};
