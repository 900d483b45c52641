/** The words of programmes and of what can be done, in Portuguese. */
import type { ProgrammeWords } from "./en.ts";

export const pt: ProgrammeWords = {
  lang: "pt",
  first: "Ainda não há programas. [O seu pode ser o primeiro.]",
  doGood: "Fazer o bem",
  description: "Programas, pedidos e ofertas, parceiros, e onde pode chegar a próxima ligação.",
  about:
    "Encontre quem está sem ligação, veja o que mais ela torna possível, e dê uma mão com o que tem.",
  programmes: "Programas",
  relief: "Relevo",
  asksOffers: "Pedidos, ofertas, parceiros",
  askOrOffer: "Pedir ou oferecer",
  asked: "O que se pede e se oferece",
  projects: "Projetos",
  plans: "Planos",
  next: "Onde a seguir?",
  nextIs:
    "Uma escola, um posto de saúde, uma rua sem ligação: basta o nome para começar. [Diga-nos o lugar.]",
  places: "Lugares",
  organisations: "Organizações",
  figures: "Em números",
  sources: "Fontes",
  evidenced: "documentado",
  claimed: "declarado pelo autor",
  reported: "relatado",
  filed: "prova apresentada",
  send: "Tem uma prova? Envie-a",
  saidBy: (who) => `Dito por ${who}`,
  asks: "Pedidos",
  askFor: {
    connection: "Uma ligação para um lugar",
    figure: "Um número que não encontrámos",
    voice: "Uma voz, um vídeo em língua de sinais, uma tradução",
  },
  ask: "pedir",
  wanted: "procura-se",
  offers: "Ofertas",
  offerOf: {
    roof: "Um telhado ou um monte com vista",
    time: "Tempo: cavar, trepar, ensinar, fazer sinais",
    equipment: "Equipamento",
  },
  offer: "oferecer",
  partners: "Parceiros",
  here: (n) => `${n} aqui`,
};
