import type { issues as en } from '../en/issues';

type Params = Record<string, string>;

const limits = ({ min, max }: Params) => {
  if (min !== undefined && max !== undefined) return `应在 ${min} 到 ${max} 之间`;
  if (min !== undefined) return `至少为 ${min}`;
  return max !== undefined ? `最多为 ${max}` : '数值超出范围';
};

const forms: Record<string, (p: Params) => string> = {
  channelName: (p) =>
    p.character === undefined ? '这不能作为频道名。' : `频道名不能包含“${p.character}”。`,
  uid: () => '应为 1 到 4294967295 之间的整数。',
  color: () => '应为 # 加六位十六进制数字，例如 #101418。',
  host: () => '应为主机名，不带 https:// 和路径。',
  webAddress: () => '应为以 https:// 开头的网址。',
  rtmpAddress: () => '应以 rtmp:// 或 rtmps:// 开头。',
  lettersAndDigits: () => '只能使用字母和数字。',
  salt: () => '应为 32 字节的 Base64。',
  json: () => '不是有效的 JSON。',
};

export const issues: typeof en = {
  required: () => '此项必填。',
  advised: () => '建议填写。',
  wrongType: (p) => `此处的值类型不对${p.expected ? `（应为 ${p.expected}）` : ''}。`,
  numberAsText: (p) => `应为不带引号的数字：${p.value ?? '原值'}。`,
  outOfRange: (p) => `${limits(p)}。`,
  notAnOption: (p) => `声网只接受 ${p.options ?? '列出的值'}。`,
  badFormat: (p) => forms[p.expected ?? '']?.(p) ?? '格式不正确。',
  tooLong: (p) => `过长：最多 ${p.max ?? '规定的'} 字节。`,
  tooMany: (p) => `过多：最多 ${p.max ?? '规定的数量'} 个。`,
  empty: () => '不能为空。',
  unknownMember: (p) => `声网不认识“${p.name ?? ''}”${p.meant ? `，或许是“${p.meant}”` : ''}。`,
  misplaced: (p) =>
    `“${p.name ?? '此项'}”在这里不起作用${p.belongs ? `，应放在 ${p.belongs}` : ''}。`,
  notInMode: () => '此录制方式不使用该项。',
  legacy: () => '声网文档已不再包含此项。',
  surroundingBlanks: () => '前后有空格，空格也会计入。',
  sceneMismatch: () => '场景与录制方式不符。',
  callNotInMode: () => '此录制方式不支持该操作。',
  canvasTooLarge: () => '画面像素超过 1920 × 1080。',
  sideTooLong: (p) => `有一边超过 ${p.max ?? '1920'} 像素，部分服务器可能拒绝。`,
  fpsCountsAs15: () => '声网会将此帧率按 15 处理。',
  regionOutsideCanvas: () => '布局中有区域超出画面。',
  regionsOverlap: () => '有区域与其他区域重叠，通常靠后的区域在上层。',
  regionInvisible: () => '此区域完全透明或没有大小，不会显示。',
  sameUserTwice: (p) => `用户 ${p.uid ?? ''} 在布局中占了两个区域。`,
  layoutConfigMissing: () => '布局中没有区域。',
  layoutConfigIgnored: () => '此类布局会忽略区域设置。',
  largeUserMissing: () => '布局没有指明谁是大画面。',
  largeUserIgnored: () => '只有垂直布局才有大画面用户。',
  backToDefault: () => '切换布局后，此项恢复为默认值。',
  mp4Alone: () => 'MP4 只能与 HLS 一起生成。',
  mp4InIndividual: () => '单流录制不生成 MP4。',
  idleForDays: (p) => `频道无人时仍会继续录制并计费 ${p.hours ?? '很多'} 小时。`,
  listsExclusive: () => '两个列表只能填一个。',
  allStreamsBesideOthers: () => '“所有流”不能与单个用户并列。',
  noSoundSubscribed: () => '只选择了画面：不会录到声音。',
  noPictureSubscribed: () => '只选择了声音：不会录到画面。',
  listUnused: () => '该列表针对的流不会被录制。',
  groupTooSmall: (p) => `选择了 ${p.count ?? '过多'} 个用户，分组只容纳 ${p.max ?? '更少'} 个。`,
  recorderAmongUsers: () => '用户列表中包含录制端 ID 本身。',
  encryptionIncomplete: () => '频道已加密，但缺少密钥或盐。',
  encryptionUnused: () => '填写了密钥，但未启用加密。',
  originalNeedsSoundOnly: () => '原始音频只适用于纯音频录制。',
  snapshotNeedsPicture: () => '截图需要录制画面。',
  snapshotNeedsPictureList: () => '使用截图时，还需选择录制谁的画面。',
  belowReference: (p) => `声网文档要求至少 ${p.min ?? '更大的值'}，更小可能被拒绝。`,
  stsIncomplete: () => '临时密钥需要同时提供令牌和到期时间。',
  stsInMilliseconds: () => '临时密钥的到期时间应以秒为单位，而非毫秒。',
  stsTooShort: () => '临时密钥将在四小时内到期。',
  notForVendor: () => '此存储服务商不支持该项。',
  regionUnlisted: () => '此存储区域不在声网的列表中。',
  bucketElsewhere: () => '存储桶与录制机不在同一地区。',
  controlEndsFirst: () => '录制可能超出可控制的时长，届时将无法从这里停止。',
  serviceMissing: (p) => `缺少服务：${p.name ?? ''}。`,
  serviceTwice: (p) => `服务重复：${p.name ?? ''}。`,
  nothingToUpdate: () => '没有任何更改。',
  severalUpdates: () => '不能同时进行多种更改。',
  imageNotHttps: () => '图片地址不是 https，可能被忽略且没有提示。',
};
