import type { storages as en } from '../en/storages';

const again = () => '请稍后再试。';

export const storages: typeof en = {
  test: '测试',
  testAgain: '重新测试',
  testing: '正在测试…',
  untested: '未测试',
  working: '可用',
  recordOnly: '可录制，无法在此播放',
  notWorking: '不可用',
  lines: '测试结果',
  lastTest: (when) => `上次测试：${when}`,
  foundRegion: (region) => `${region}（存储自行告知）`,
  steps: {
    keychain: { ok: '钥匙串给出了两个密钥', bad: '钥匙串没有给出密钥' },
    reach: { ok: '存储有回应', bad: '联系不上存储' },
    sign: { ok: '密钥被接受', bad: '密钥被拒绝' },
    bucket: { ok: '存储桶存在', bad: '找不到存储桶' },
    write: { ok: '可以写入文件', bad: '无法写入文件' },
    read: { ok: '可以读回文件', bad: '无法读回文件：可录制，无法在此播放' },
    remove: { ok: '可以删除文件', bad: '无法删除文件' },
    list: { ok: '可以列出文件', bad: '无法列出文件：可录制，无法在此播放' },
  },
  left: (file) => `测试用的小文件留在了存储桶里：${file}`,
  troubles: {
    unsupported: {
      why: () => 'Roomreel 无法读取此提供商或此区域的文件。',
      fix: () => '声网仍可录制到这里。请在提供商的控制台查看文件。',
    },
    nameUnknown: {
      why: () => '找不到存储的主机名。',
      fix: () => '请检查端点的拼写，以及这台电脑是否联网。',
    },
    noConnection: {
      why: () => '无法连接存储，或连接已断开。',
      fix: () => '请检查这台电脑的网络、防火墙或代理。',
    },
    tls: {
      why: () => '存储的证书不受信任，或它不支持 https。',
      fix: () => '声网同样需要带公共证书的 https。请为存储配置证书，或检查是否有拦截连接的代理。',
    },
    proxy: {
      why: () => '中间的代理要求先验证身份。',
      fix: () => '请登录代理，或让它放行存储的主机。',
    },
    timeout: {
      why: () => '存储没有及时回应。',
      fix: () => '请检查网络和端点，然后重新测试。',
    },
    keyUnknown: {
      why: () => '存储不认识这个访问密钥。',
      fix: () => '请重新复制访问密钥；它可能已被删除，或属于另一个账户。',
    },
    signature: {
      why: () => '密钥与访问密钥不匹配。',
      fix: () => '请重新复制密钥，不要带空格；如已遗失，请新建一对。',
    },
    clockSkew: {
      why: () => '这台电脑的时钟偏差过大，存储不接受。',
      fix: () => '请让系统自动设置日期和时间，然后重新测试。',
    },
    denied: {
      why: () => '密钥正确，但策略不允许此操作。',
      fix: () => '请授予“密钥需要的权限”中列出的权限。',
    },
    noBucket: {
      why: () => '没有这个存储桶。',
      fix: () => '请检查拼写，或先创建存储桶。',
    },
    wrongRegion: {
      why: (p) => (p.region ? `存储桶位于 ${p.region}。` : '存储桶位于另一个区域。'),
      fix: (p) =>
        p.region
          ? `请选择 ${p.region} 作为区域。录制到错误的区域会丢失。`
          : '请在提供商的控制台查看存储桶的区域。录制到错误的区域会丢失。',
    },
    slow: { why: () => '存储要求放慢请求。', fix: again },
    storeTrouble: { why: () => '存储自身出现故障。', fix: again },
    notFound: {
      why: () => '存储桶里没有这个文件。',
      fix: () => '它可能还在上传，或已在那里被删除或移动。',
    },
    notAStore: {
      why: () => '回应的不是存储：可能是网络的登录页面，或地址有误。',
      fix: () => '请检查端点，以及网络是否要求登录。',
    },
    differs: {
      why: () => '取回的内容与预期不同：文件在此期间被更改。',
      fix: () => '请重试。如果再次发生，说明有程序在改写此存储桶中的文件。',
    },
    refused: {
      why: (p) => (p.code ? `存储拒绝了，并给出 ${p.code}。` : '存储拒绝了。'),
      fix: () => '下方的详情含有它的代码。',
    },
  },
  rights: {
    title: '密钥需要的权限',
    intro:
      '录制只需要写入。Roomreel 还会列出和读取文件，以便在此播放，并移除您删除的文件。任何内容都不会公开：请保持存储桶私有。',
    policy: '策略',
    policyCopied: '策略已复制',
    cors: 'CORS 规则',
    corsIntro: '在 Roomreel 中播放不需要它。仅用于您自己的网页播放签名链接。',
    corsCopied: 'CORS 规则已复制',
    copy: (what) => `复制${what}`,
    role: (role) => `请仅在该存储桶上授予密钥以下权限：${role}。`,
    roles: {
      5: '无需另外授权：账户密钥可以做任何事，因此请将录制放在单独的账户中',
      6: 'HMAC 密钥所属服务账号的 Storage Object Admin',
      8: 'READ、WRITE 和 LIST',
    },
    roleOther: '读取、写入、列出和删除对象',
  },
};
