/** The words of the desk's own form for asks and offers, in Portuguese. */
import type { AcceptWords } from "./en.ts";

export const pt: AcceptWords = {
  lang: "pt",
  one: "Pedido ou oferta",
  many: "Pedidos e ofertas",
  notAgreed:
    "Quem o enviou não aceitou a publicação. Pode tornar-se algo que já existe aqui, ou ser recusado.",
  becomes: "Em que se torna",
  ways: {
    opportunity: "Mostrar como pedido ou oferta",
    place: "Fazer disso um lugar",
    project: "Fazer disso um projeto",
    partner: "Fazer disso um parceiro",
    standing: "Tornou-se algo que já existe aqui",
  },
  near: "Perto de",
  placeName: "Nome do lugar",
  projectTitle: "Título do projeto",
  partnerName: "Nome do parceiro",
  partnerSort: "Que tipo de parceiro",
  path: "O seu endereço",
  pathHint: "Como /places/mankosi, ou um endereço inteiro deste site. Quem enviou vê a ligação.",
  text: "Palavras que ficam",
  textHint: "Como foram enviadas, ou as suas. Sem nenhuma forma de contactar alguém.",
  place: "Um lugar que tem página",
  placeHint: "A última parte do seu endereço, como mankosi; ou nada.",
  slug: (path) => `O seu endereço: ${path}`,
  country: "País",
  lat: "Graus de latitude",
  latHint: "Arredondados a 0,1 grau, cerca de 11 km, antes de serem mostrados.",
  lon: "Graus de longitude",
  problems: {
    as: "Escolha em que se torna.",
    path: "Escreva o endereço de uma página deste site, como /places/mankosi.",
    nothingThere: "Não há nada neste endereço.",
    country: "Escreva o nome de um país ou duas letras como ZA.",
    lat: "Escreva graus de -90 a 90, como -31.98.",
    lon: "Escreva graus de -180 a 180, como 29.15.",
    position: "Um lugar novo precisa de um país e dos dois graus, como ZA, -31.9 e 29.1.",
    slug: "Escreva só a-z, 0-9 e -.",
    taken: "Já há algo neste endereço. Escolha outro, ou aceite com o que lá está.",
    contact:
      "Há aqui algo que parece um endereço ou um número de telefone. Escreva sem nenhuma forma de contactar alguém.",
  },
};
