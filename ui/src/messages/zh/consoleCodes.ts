import type { Messages } from '..';

const again = '稍等后重发同样的请求，间隔逐渐加长。';
const anew = '重新 acquire，并立即启动。';
const correct = '看清原因，改正请求后再发送。';
const ended = '视为已停止，不要再次停止。';
const enable = '在声网控制台为项目开通云端录制。';
const rename = '换一个频道名。';
const newToken = '生成新的 Token，然后重新 acquire。';
const backOff = '稍等片刻再发送。';

export const consoleCodes: Messages['consoleAnswers']['codes'] = {
  numbers: {
    '2': {
      what: '参数有误',
      why: '缺少某个成员、类型不对或超出范围；或启动内容与之前声明的 startParameter 不一致。',
      next: correct,
    },
    '7': {
      what: '已经在运行',
      why: '用同一个资源 ID 启动了两次。',
      next: '保留第一次响应的 sid：这一次没有。',
    },
    '8': {
      what: 'HTTP 请求本身有误',
      why: '不是 JSON，内容类型或方法不对，或路径错误。',
      next: correct,
    },
    '15': {
      what: '失败，原因没有文档说明',
      why: '多半是存储，或服务的配置问题。',
      next: '检查存储，然后重新 acquire。',
    },
    '49': { what: '已经无法停止', why: '它正在退出。', next: ended },
    '50': {
      what: '上传时间超过了停止的等待时间',
      why: '20 秒后文件仍在上传。',
      next: '等待文件，不要再次停止。',
    },
    '52': { what: '启动超时', why: '服务繁忙。', next: anew },
    '53': {
      what: '频道和录制端 ID 已被占用',
      why: '有一个使用两者的录制正在运行，可能是被遗忘的。',
      next: '换一个录制端 ID，或停止另一个录制。',
    },
    '62': { what: '服务响应太迟', why: '网络问题或服务繁忙。', next: again },
    '62 acquire': { what: '没有开通云端录制', why: '这个 App ID 的项目没有开通。', next: enable },
    '65': {
      what: '没有及时完成',
      why: '已联系到录制端，但它响应太迟。',
      next: '3 秒后、再过 6 秒后重发同样的请求；之后重新 acquire。',
    },
    '109': { what: 'Token 已过期', why: '生成得太早，或有效期太短。', next: newToken },
    '110': {
      what: 'Token 有误',
      why: '它是为另一个 App ID、频道或录制端 ID 生成的。',
      next: newToken,
    },
    '400': { what: 'App ID 被拒绝', why: '它的项目没有开通云端录制。', next: enable },
    '401': { what: '频道名被拒绝', why: '含有频道名不允许的字符，或长度不对。', next: rename },
    '404': {
      what: '没有找到这个录制端',
      why: '已结束、从未正常启动、模式不同，或正被迁移到另一台机器。',
      next: '在 90 秒内继续查询，之后视为已结束。',
    },
    '405': {
      what: '项目未激活',
      why: '项目或账号未激活，可能是欠费。',
      next: '在声网控制台处理账号。',
    },
    '406': {
      what: '同时进行的录制太多',
      why: '已达到项目上限，可能有被遗忘的录制。',
      next: '等待、停止被遗忘的录制，或向声网申请更高的上限。',
    },
    '432': {
      what: '与资源不符',
      why: 'App ID、频道、录制端 ID 或场景与 acquire 时不同。',
      next: '使用 acquire 时的值，以及与场景相符的模式。',
    },
    '433': { what: '资源 ID 已过期', why: '距 acquire 已超过五分钟。', next: anew },
    '435': {
      what: '没有录到任何内容',
      why: '没有人发送所订阅的内容，或存储有误。',
      next: '没有文件，也无需重试。',
    },
    '500': { what: '服务出错', why: '它自己出了错。', next: backOff },
    '501': { what: '正在退出', why: '这通常出现在停止之后。', next: ended },
    '501 acquire': { what: '没有空闲的录制端', why: '服务没有余量。', next: backOff },
    '502': { what: '无法分配录制端', why: '服务没有余量。', next: anew },
    '504': { what: '预留录制端耗时太长', why: '服务繁忙。', next: backOff },
    '1001': { what: '资源 ID 无法读取', why: '文本被截断或改动。', next: anew },
    '1003': {
      what: '这些 ID 不属于同一次录制',
      why: 'App ID 或 sid 属于另一个资源。',
      next: '使用同一次 acquire 及其启动所得的 ID。',
    },
    '1013': { what: '频道名不可用', why: '长度或某个字符不允许。', next: rename },
    '1028': { what: '布局有误', why: '成员位置不对，或区域不合法。', next: correct },
  },
  gateway: {
    '400 appid is invalid': {
      what: 'App ID 被拒绝',
      why: '有输入错误，或没有为它开通服务。',
      next: enable,
    },
    '401 Unauthorized': {
      what: '请求没有登录信息',
      why: '缺少 Authorization 请求头。',
      next: '在账号里填写客户 ID 和密钥。',
    },
    '401 Invalid authentication credentials': {
      what: '客户 ID 或密钥被拒绝',
      why: '其中一个有误，或属于另一个账号。',
      next: '在“账号”里检查两者。',
    },
    '404 no Route matched with those values': {
      what: '没有这个地址',
      why: '路径或方法有误；区分大小写。',
      next: '改正地址中的 ID 和模式。',
    },
    '429 API rate limit exceeded': {
      what: '每秒请求太多',
      why: '项目每秒发送了十个以上。',
      next: backOff,
    },
  },
};
