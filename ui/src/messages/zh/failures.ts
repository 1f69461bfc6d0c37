import type { StorageTrouble } from '../../bridge';
import type * as en from '../en/failures';
import { storages } from './storages';

export const failures: typeof en.failures = {
  invalid: {
    title: '表单中有内容不能这样提交',
    why: () => '声网会拒绝此请求。有问题的字段旁说明了如何修改。',
  },
  notFound: {
    title: '它已经不存在了',
    why: () => '可能刚刚在别处被删除。',
  },
  notNow: {
    title: '现在不能执行此操作',
    why: () => '录制的状态在此期间已经改变。',
  },
  keychainMissing: {
    title: '这台电脑没有可用的钥匙串',
    why: () =>
      '密钥只保存在钥匙串中。在 Linux 上需要运行 GNOME Keyring 或 KWallet；练习无需钥匙串。',
  },
  keychainLocked: {
    title: '钥匙串已锁定',
    why: () => '解锁请求被取消，或无人应答。请解锁后重试。',
  },
  keychainFailed: {
    title: '钥匙串未能完成操作',
    why: () => '它返回了意外的结果，详见下方。',
  },
  secretMissing: {
    title: '钥匙串中没有此密钥',
    why: () => '它在 Roomreel 之外被删除，或您换了一台电脑。请重新输入。',
  },
  unreachable: {
    title: '无法连接声网',
    why: () => '请求没有发出。很可能是网络中断，或被代理、防火墙阻挡。',
  },
  timeout: {
    title: '未及时收到应答',
    why: () => '请求已发出，可能已经执行。Roomreel 会先确认，不会重复操作。',
  },
  unauthorized: {
    title: '客户 ID 或密钥被拒绝',
    why: () => '其中一项可能输入有误，或密钥已在声网控制台更换。',
  },
  appIdRefused: {
    title: 'App ID 被拒绝',
    why: () => '可能输入有误，或此项目尚未开通云端录制。',
  },
  accountInactive: {
    title: '声网账户未激活',
    why: () => '很可能有款项待付，请到声网控制台查看。',
  },
  tooManyRecordings: {
    title: '同时进行的录制过多',
    why: () => '已达到项目上限。请停止一个录制，或向声网申请提高上限。',
  },
  rateLimited: {
    title: '声网要求放慢速度',
    why: () => '此项目每秒的请求数超过了限制，稍等片刻即可恢复。',
  },
  taskConflict: {
    title: '此录制端 ID 已在录制该频道',
    why: () => '另一个录制使用了相同的 ID。可在“更多设置”中让 Roomreel 自动选取空闲的 ID。',
  },
  refused: {
    title: '声网拒绝了请求',
    why: (p) => (p.reason ? `原因：${p.reason}` : '原因见下方详情。'),
  },
  serviceTrouble: {
    title: '声网服务出现故障',
    why: () => '其服务暂时失败或资源不足，通常一分钟内恢复。',
  },
  noSuchRecording: {
    title: '声网没有此录制',
    why: () => '它可能早已结束，或正在迁移到另一台机器，稍后会恢复。',
  },
  unreadableAnswer: {
    title: '应答并非来自声网',
    why: () => '中间有其他程序应答：代理、网络登录页，或地址有误。',
  },
  interrupted: {
    title: 'Roomreel 在录制开始前被关闭',
    why: () => '已预留录制机，但尚未进入频道。没有录制，也不产生费用。',
  },
  nothingRecorded: {
    title: '没有文件，因为无人发送声音或画面',
    why: () => '录制机已在频道中，但频道为空或所有人都静音。',
  },
  neverConfirmed: {
    title: '录制机始终未报告正在录制',
    why: () => '声网接受了请求，之后没有消息。很可能令牌或存储随后被拒绝。',
  },
  sidUnknown: {
    title: '正在录制，但声网返回的 ID 丢失了',
    why: () => '没有 ID 就无法从这里停止。所有人离开后它会自行结束。',
  },
  mayStillRun: {
    title: '它可能仍在运行',
    why: () => '始终没有得到它的 ID，因此无法停止。所有人离开并超过空闲时间后，它会自行结束。',
  },
  noLongerControllable: {
    title: '可控制此录制的时间已过',
    why: () => '已无法再向声网查询或停止它。所有人离开并超过空闲时间后，它会自行结束。',
  },
  endedByItself: {
    title: '录制自行结束',
    why: () => '很可能所有人离开的时间超过了设定值。',
  },
  stoppedUnexpectedly: {
    title: '录制意外停止',
    why: () => '声网的录制机中途停止。此前保存的内容在存储中。',
  },
  storage: {
    title: '文件无法读取或写入',
    why: (p) => {
      const trouble = storages.troubles[p.trouble as StorageTrouble];
      if (trouble) return `${trouble.why(p)}${trouble.fix(p)}`;
      return p.path ? `文件：${p.path}。` : '磁盘可能已满，或文件已被移动。';
    },
  },
  disk: {
    title: '这台电脑的磁盘没有接受文件',
    why: (p) =>
      `${
        {
          full: '磁盘已满。腾出空间后点“继续”：已下载的部分会保留。',
          denied: 'Roomreel 无权写入此文件夹。',
          gone: '此文件夹已不存在。',
          tooLarge: '其文件系统不能存放这么大的文件。',
          taken: '已有同名文件，不会被覆盖：请先移走它，再点“继续”。',
        }[p.disk ?? ''] ?? '它给出了意外的回答。'
      }${p.path ? `位置：${p.path}。` : ''}`,
  },
  store: {
    title: 'Roomreel 的录制列表无法读取或写入',
    why: () => '磁盘可能已满或只读。云端的录制不受影响。',
  },
  internal: {
    title: 'Roomreel 出错了',
    why: () => '这不应发生。下方详情有助于我们查找原因。',
  },
};

export const remedies: typeof en.remedies = {
  again: '重试',
  recordAgain: '重新录制',
  lookAgain: '重新查看',
  checkAgain: '再次检查',
  accounts: '打开账户',
  showFields: '查看',
  freeId: '自动选取 ID',
};

export const facts: typeof en.facts = {
  code: '代码',
  status: 'HTTP',
  serviceCode: '声网',
  reason: '原因',
  message: '信息',
  issue: (code, path) => `问题：${code}（${path}）`,
};
