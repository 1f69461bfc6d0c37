import type { checks as en } from '../en/checks';

export const checks: typeof en = {
  keychain: {
    ok: '钥匙串给出了密钥',
    info: '不需要钥匙串',
    warn: '钥匙串有回应，但缺少内容',
    bad: '钥匙串没有给出密钥',
  },
  reach: {
    ok: '声网有回应',
    info: '没有询问声网',
    warn: '声网有回应，但很慢',
    bad: '联系不上声网',
  },
  credentials: {
    ok: '客户 ID 和密钥被接受',
    info: '没有检查客户 ID 和密钥',
    warn: '无法判断客户 ID 和密钥',
    bad: '客户 ID 或密钥被拒绝',
  },
  recording: {
    ok: '该 App ID 已开通云端录制',
    info: '没有检查云端录制',
    warn: '无法判断是否开通了云端录制',
    bad: '该 App ID 未开通云端录制',
  },
  fix: {
    credentials: '请在声网控制台的“开发者工具箱 › RESTful API”中重新复制两项。',
    recording: '请在声网控制台开通：您的项目 › 全部产品 › 云端录制。',
    reach: '请检查这台电脑的网络、代理或防火墙。',
    keychain: '请解锁钥匙串，或用“替换”重新填入密钥。',
  },
  mark: { ok: '正常', info: '说明', warn: '请留意', bad: '有误' },
};
