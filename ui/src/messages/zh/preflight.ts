import type { Messages } from '..';

type Params = Record<string, string>;

const dollars = (cents: string | undefined) => `${(Number(cents ?? 0) / 100).toFixed(2)} 美元`;
const types: Record<string, string> = { communication: '通信', live: '直播' };
const type = (name: string | undefined) => types[name ?? ''] ?? '通信';

export const preflight: Messages['preflight'] = {
  title: '开始之前',
  subjects: {
    account: '账号',
    recording: '云端录制',
    channel: '频道',
    channelType: '频道类型',
    recorderId: '录制 ID',
    token: 'Token',
    storage: '存储',
    layout: '布局',
    picture: '画面',
    price: '价格',
  },
  codes: {
    accountAccepted: () => '客户 ID 和密钥已通过。',
    recordingOn: () => '此 App ID 已开通。',
    channelPeople: (p: Params) => `频道里有 ${p.people ?? '若干'} 人。`,
    channelHosts: (p: Params) =>
      `有 ${p.hosts ?? '若干'} 位主播和 ${p.audience ?? '若干'} 位观众。`,
    channelEmpty: () => '频道里还没有人。录制会等待，直到空闲时间用完。',
    typeAsListed: (p: Params) => `与频道一致：${type(p.type)}。`,
    typeAgrees: (p: Params) => `与频道相同：${type(p.type)}。`,
    typeDiffers: (p: Params) =>
      `设为${type(p.type)}，但大家以${type(p.listed)}方式加入：谁也录不到。`,
    typeAssumed: (p: Params) => `没有人可供判断，按${type(p.type)}处理。选错了谁也录不到。`,
    idDrawn: () => '开始时自动选取一个空闲的 ID。',
    idFree: (p: Params) => `${p.id ?? ''} 空闲。`,
    idTaken: (p: Params) => `${p.id ?? ''} 是频道里的人，会把对方挤出去。`,
    idRecords: (p: Params) => `${p.id ?? ''} 已经在录制这个频道。`,
    idUnseen: (p: Params) => `无法得知 ${p.id ?? ''} 是否空闲。`,
    tokenMade: (p: Params) => `开始时生成，有效 ${p.hours ?? '24'} 小时。`,
    tokenNone: () => '这里没有证书：频道不需要 Token 时没有问题。',
    tokenEndsFirst: (p: Params) =>
      `计划结束晚于 Token 的最长有效期（${p.hours ?? '24'} 小时）：录制会中断。`,
    tokenNoEnd: (p: Params) =>
      `没有计划结束，而 Token 在 ${p.hours ?? '24'} 小时后失效：录制会中断。`,
    tokenUnfit: () => '生成的 Token 与频道和录制 ID 不符。',
    storageFine: () => '写入、读取并删除了一个小文件。',
    storageNoPlay: () => '可以保存录制，但无法在这里播放。',
    layoutFine: (p: Params) => `${p.regions ?? ''} 个区域，没有问题。`,
    layoutAbsent: (p: Params) => `布局里有不在频道的人的位置：${p.ids ?? ''}。`,
    layoutBare: () => '布局没有区域，不会显示任何人。',
    soundOnly: () => '只录声音时不需要。',
    pictureFine: (p: Params) => `${p.width} × ${p.height}，每秒 ${p.fps} 帧。`,
    priceBand: (p: Params) =>
      `${p.people ?? ''} 人时每小时约 ${dollars(p.low)} 到 ${dollars(p.high)}（${p.of ?? ''} 标价）。`,
    priceHigh: (p: Params) =>
      `每小时 ${dollars(p.high)}，最贵的一档：${p.people ?? ''} 人发送画面（${p.of ?? ''} 标价）。`,
    priceSound: (p: Params) => `声音每小时约 ${dollars(p.low)}（${p.of ?? ''} 标价）。`,
    issue: () => '',
    failed: () => '',
    late: (p: Params) => `${p.seconds ?? '3'} 秒内没有回答。`,
    unasked: () => '因为上面所说的，没有检查。',
  },
  fixes: {
    checkAgain: '重新检查',
    openAccount: '打开账号',
    openStorage: '打开存储',
    freeId: '选取空闲 ID',
    followChannel: '使用频道的类型',
    endWithinDay: '24 小时后结束',
    openLayout: '打开布局',
    safePicture: '使用 720p',
    smallStreams: '录制小流',
    showField: '显示该项',
  },
  levels: { ok: '正常', info: '说明', warn: '请留意', bad: '阻碍开始' },
  checking: '正在检查…',
  notYet: '填写频道名称后，录制所需的一切都会检查。',
  allFine: (n) => `${n} 项检查全部正常`,
  red: (n) => `${n} 项阻碍开始`,
  amber: (n) => `${n} 项请留意`,
  all: '全部检查',
  again: '重新检查',
  failed: '检查本身没有做成。仍然可以开始。',
};
