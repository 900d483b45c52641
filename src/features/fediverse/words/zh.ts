/** The words of the fediverse's part of the desk, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("zh");

export const zh: Words = {
  lang: "zh",
  title: "联邦宇宙",
  lead: (handle) =>
    `别人的服务器，在那里可以用 ${handle} 关注故事和承诺。那里关于本站内容的话会进入对话的待处理。`,
  off: "本活动不与联邦宇宙通话：它在那里的网址回答说什么也没有，也不发送任何内容。",
  notHere:
    "其他服务器到不了这里：它的公开网址必须以 https 开头，并且不带路径。运维页面说明怎么做。",
  turnOff: "停止与联邦宇宙通话",
  turnOn: "与联邦宇宙通话",
  held: "恢复后被留住",
  heldIs: (n: number) =>
    count(n, {
      other: "备份时有 {n} 条消息在等待。它们可能已经发出。",
    }),
  heldSend: "发出；已经收到的一方认得它们",
  heldDrop: "忘掉它们",
  do: "在那里做点什么",
  address: "账户或帖子的网址，或像 @amina@social.example 这样的名字",
  what: "做什么",
  deeds: {
    follow: "关注这个账户",
    unfollow: "不再关注",
    like: "赞这个帖子",
    unlike: "取消赞",
    boost: "把帖子转给关注我们的人",
    unboost: "收回转发",
    fetch: "把帖子和它的一串对话取到待处理",
  },
  doIt: "执行",
  noAddress: "请写另一个服务器上某物的网址，或像 @amina@social.example 这样的名字。",
  nobody: "在那里没有找到任何人或内容。请检查网址。",
  failed: "现在没能做到。请过一分钟再试。",
  shut: "拒之门外",
  shutLead:
    "静音：不显示其任何内容。屏蔽：不接收其任何内容，对方不再关注我们，账户会由其服务器得知。以前显示过的内容会保留，直到在待处理中撤下。",
  who: "账户的网址，或像 social.example 这样的服务器名",
  how: "怎样",
  muted: "静音",
  blocked: "屏蔽",
  isMuted: "已静音",
  isBlocked: "已屏蔽",
  note: "理由，只供编辑部看",
  keepOut: "拒之门外",
  letIn: "重新放行",
  shutNone: "没有人被拒之门外。",
  shutFull: "名单已满。请先放行一个。",
  servers: "关注我们的服务器",
  serversNone: "其他服务器上还没有人关注。",
  state: {
    open: "接收发去的内容",
    resting: "失败之后暂停",
    dead: "不再向它发送",
  },
  followers: (n) => count(n, { other: "{n} 个关注者" }),
  waits: (n) => count(n, { other: "{n} 条消息在等" }),
  again: (when) => `下次尝试 ${when}`,
  following: "我们关注谁",
  followingNone: "我们没有关注任何人。",
  asked: "已请求",
  accepted: "已关注",
  refused: "对方拒绝",
  speaks: "我们说什么协议",
  speaksWhat:
    "ActivityPub，连同 WebFinger、NodeInfo 2.1 和两种签名（RFC 9421 和 draft-cavage-12）。故事和承诺是文章，这里的评论是短文。其余见程序文件夹里的 FEDERATION.md。",
};
