/** The words of places and maps, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("pt");

export const pt: PlaceWords = {
  lang: "pt",
  globe: (place) => `Globo com ${place} marcado.`,
  map: {
    empty: "Mapa do mundo. Ainda não há lugares marcados.",
    one: (place) => `Mapa do mundo com ${place} marcado.`,
    many: (n, first, last) =>
      count(n, {
        one: `Mapa do mundo: uma linha une {n} lugar, de ${first} a oeste a ${last} a leste.`,
        other: `Mapa do mundo: uma linha une {n} lugares, de ${first} a oeste a ${last} a leste.`,
      }),
    order: "A linha é a ordem de leitura, de oeste para leste.",
    atlas: "Abrir o atlas",
    data: "Todos os lugares em dados abertos",
  },
  relief: "Relevo",
  connection: "Como é a ligação",
  sources: "Fontes",
  sourceOf: (n) => `Fonte ${n}`,
  country: "País",
  region: "Região",
  position: "Posição",
  state: "Ligação",
  states: {
    unconnected: "sem ligação",
    planned: "prevista",
    building: "em construção",
    connected: "ligado",
    measured: "medida",
  },
  people: "Habitantes",
  saidBy: (who) => `Segundo ${who}.`,
  noStory: (place) => `Ainda não há histórias de ${place}. [A sua pode ser a primeira.]`,
  measures: {
    seamless: "Sem falhas",
    available: "Disponível",
    ofTheTime: (n) => `${n} % do tempo`,
    latency: "Latência",
    outages: "Interrupções",
    secure: "Segura",
    encryption: "Cifra",
    operator: "Operador",
    updates: "Atualizações",
    backupPower: "Energia de reserva",
    affordable: "Acessível",
    price: "Preço",
    share: "Parte do rendimento",
    notKnown: "não se sabe",
  },
};
