/** The words of the fediverse's part of the desk, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("pt");

export const pt: Words = {
  lang: "pt",
  title: "O fediverso",
  lead: (handle) =>
    `Servidores de outras pessoas, onde as histórias e os compromissos se seguem como ${handle}. O que lá se diz de algo daqui espera na fila da conversa.`,
  off: "Esta campanha não fala com o fediverso: os seus endereços lá respondem que não há nada, e nada é enviado.",
  notHere:
    "Outros servidores não conseguem chegar a este: o seu endereço público tem de começar por https e não ter caminho. A página de operação diz como.",
  turnOff: "Deixar de falar com o fediverso",
  turnOn: "Falar com o fediverso",
  held: "Retido após um restauro",
  heldIs: (n: number) =>
    count(n, {
      one: "{n} mensagem esperava quando a cópia foi feita. Pode ter saído desde então.",
      other: "{n} mensagens esperavam quando a cópia foi feita. Podem ter saído desde então.",
    }),
  heldSend: "Enviá-las; quem já as tem reconhece-as",
  heldDrop: "Esquecê-las",
  do: "Fazer algo lá",
  address: "Endereço de uma conta ou de uma mensagem, ou um nome como @amina@social.example",
  what: "O quê",
  deeds: {
    follow: "Seguir a conta",
    unfollow: "Deixar de a seguir",
    like: "Gostar da mensagem",
    unlike: "Deixar de gostar",
    boost: "Passar a mensagem a quem nos segue",
    unboost: "Voltar atrás",
    fetch: "Buscar a mensagem e a sua conversa para a fila",
  },
  doIt: "Fazer",
  noAddress: "Escreva o endereço de algo noutro servidor, ou um nome como @amina@social.example.",
  nobody: "Lá não se encontrou ninguém nem nada. Verifique o endereço, por favor.",
  failed: "Não foi possível fazê-lo agora. Tente daqui a um minuto, por favor.",
  shut: "Deixados de fora",
  shutLead:
    "Silenciado: nada seu é mostrado. Bloqueado: nada seu é recebido, deixa de nos seguir, e uma conta sabe-o pelo seu servidor. O que foi mostrado antes fica até a fila o retirar.",
  who: "Endereço de uma conta, ou nome de um servidor como social.example",
  how: "Como",
  muted: "silenciar",
  blocked: "bloquear",
  isMuted: "silenciado",
  isBlocked: "bloqueado",
  note: "Porquê, só para a redação",
  keepOut: "Deixar de fora",
  letIn: "Deixar entrar outra vez",
  shutNone: "Ninguém é deixado de fora.",
  shutFull: "A lista está cheia. Deixe primeiro entrar alguém.",
  servers: "Servidores que seguem",
  serversNone: "Ninguém noutro servidor segue ainda.",
  state: {
    open: "recebe o que é enviado",
    resting: "descansa depois de falhas",
    dead: "já não se lhe escreve",
  },
  followers: (n) => count(n, { one: "{n} seguidor", other: "{n} seguidores" }),
  waits: (n) => count(n, { one: "espera {n} mensagem", other: "esperam {n} mensagens" }),
  again: (when) => `próxima tentativa ${when}`,
  following: "Quem seguimos",
  followingNone: "Não seguimos ninguém.",
  asked: "pedido",
  accepted: "seguido",
  refused: "recusou",
  speaks: "O que falamos",
  speaksWhat:
    "ActivityPub com WebFinger, NodeInfo 2.1 e assinaturas dos dois tipos (RFC 9421 e draft-cavage-12). As histórias e os compromissos são artigos; os comentários feitos aqui, notas. FEDERATION.md, na pasta do programa, diz o resto.",
};
