/** The words of the second factor, in Portuguese. */
import type { SecondWords } from "./en.ts";

export const pt: SecondWords = {
  lang: "pt",
  title: "Uma segunda prova",
  prove:
    "Entrou com um PIN ou uma ligação por correio. Mostre, por favor, uma segunda prova de que é você.",
  ask: "A sua função entra com uma segunda prova, além de um PIN ou de uma ligação por correio: uma chave de acesso, ou os códigos de uma aplicação. Ainda não tem nenhuma, e um PIN ou um correio sozinho não a acrescenta. Peça uma nova ligação a um proprietário: ela deixa-o entrar, e acrescenta-a na página «Você».",
  code: "Código da sua aplicação, ou código de reserva",
  troubles: {
    code: "Este código não vale, já foi usado, ou houve cinco tentativas erradas: nesse caso espere um quarto de hora, por favor.",
    busy: "Entra tanta gente neste momento que o seu código não foi visto. Tente de novo daqui a pouco, por favor.",
  },
  lost: "Não tem nenhuma à mão? Uma nova ligação de um proprietário deixa-o entrar sem ela.",
  roles: "Estas funções entram com uma segunda prova",
  rolesHint:
    "Um PIN ou uma ligação por correio já não basta então: pede-se também uma chave de acesso ou os códigos de uma aplicação. Quem ainda não tem nada disso precisa de uma nova ligação sua, entra com ela e acrescenta.",
  set: "Guardar estas funções",
  ownFirst:
    "Acrescente primeiro uma chave de acesso ou códigos seus, na página «Você»: assim é certo que funcionam aqui e ninguém fica de fora.",
  has: "tem uma segunda prova",
  reset: "Remover chaves de acesso e códigos",
  resetHint:
    "Para quem perdeu o telefone: as chaves de acesso e os códigos desta conta deixam de valer, e todas as suas sessões terminam. Depois faça uma nova ligação.",
  codes: "Códigos de uma aplicação",
  codesHint:
    "Uma aplicação do seu telefone mostra seis algarismos, novos a cada meio minuto, sem rede nenhuma. São pedidos depois de um PIN ou de uma ligação por correio.",
  codesSet: "Configurar os códigos",
  since: (day, left) => `Configurados em ${day}. Códigos de reserva que restam: ${left}`,
  codesNew: "Fazer novos códigos de reserva",
  codesRemove: "Remover os códigos",
  codesRemoved: "Os códigos foram removidos. Todas as suas outras sessões terminaram.",
  scan: "Leia isto com uma aplicação de códigos de uso único, ou escreva nela a chave.",
  key: "Chave",
  open: "Abrir a aplicação neste dispositivo",
  now: "Os seis algarismos que a aplicação mostra agora",
  confirm: "Confirmar",
  wrong:
    "Não são os algarismos deste momento. O relógio do seu telefone está certo? Espere pelos seguintes.",
  backups: "Os seus dez códigos de reserva",
  backupsHint:
    "Cada um deixa entrar uma vez em lugar da aplicação. São mostrados agora e nunca mais: anote-os e guarde-os longe do telefone. Os anteriores já não valem.",
};
