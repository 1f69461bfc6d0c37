/** The fields of services beside the recorder: a label and a sentence of help for each. */
export const contractServices = {
  'extensionServiceConfig.errorHandlePolicy': { label: '服务出错时', help: '其余服务也会停止。' },
  'extensionServiceConfig.apiVersion': { label: '版本', help: '服务接口的版本，文档已不再包含。' },
  'extensionServiceConfig.extensionServices': {
    label: '服务列表',
    help: '页面录制服务，以及可选的一个推流服务。',
  },
  'extensionServiceConfig.extensionServices[].serviceName': { label: '服务', help: '服务的类型。' },
  'extensionServiceConfig.extensionServices[].errorHandlePolicy': {
    label: '该服务出错时',
    help: '其他服务停止或继续。',
  },
  'extensionServiceConfig.extensionServices[].streamTypes': {
    label: '流类型',
    help: '用于视频点播，文档已不再包含。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam': {
    label: '设置',
    help: '该服务自身的设置。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.url': {
    label: '网页地址',
    help: '要录制的网页，须无需登录即可访问。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.audioProfile': {
    label: '音质',
    help: '页面声音的编码方式。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoWidth': {
    label: '宽度',
    help: '页面和画面的宽度，240 到 1920。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoHeight': {
    label: '高度',
    help: '页面和画面的高度，240 到 1920。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.maxRecordingHour': {
    label: '最长时长',
    help: '达到此小时数后录制自动结束。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoBitrate': {
    label: '码率',
    help: '不填时，1280 × 720 及以上为 2000，否则为 1500。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoFps': {
    label: '帧率',
    help: '每秒画面数。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.mobile': {
    label: '手机模式',
    help: '以手机浏览器的方式渲染页面，适合竖屏。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.maxVideoDuration': {
    label: 'MP4 时长',
    help: '每隔此分钟数开始一个新的 MP4 文件。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.onhold': {
    label: '先暂停',
    help: '打开页面但暂不录制，直到恢复。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.readyTimeout': {
    label: '页面就绪时限',
    help: '页面须在此时间内报告就绪；0 表示不检查。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.outputs': {
    label: '推流到',
    help: '一个推流目标。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.outputs[].rtmpUrl': {
    label: '推流地址',
    help: '以 rtmp:// 或 rtmps:// 开头，通常包含推流密钥，因此不会显示。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.accessKey': {
    label: 'Access Key',
    help: '视频点播账号的密钥标识，文档已不再包含。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.secretKey': {
    label: 'Secret Key',
    help: '视频点播账号的密钥，文档已不再包含。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.regionId': {
    label: '区域',
    help: '视频点播账号的区域，文档已不再包含。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData': {
    label: '详细信息',
    help: '提供给视频点播服务的信息。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData': {
    label: '视频',
    help: '视频的归档信息。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.title': {
    label: '标题',
    help: '视频的标题。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.description': {
    label: '描述',
    help: '视频的描述。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.coverUrl': {
    label: '封面',
    help: '封面图片的地址。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.cateId': {
    label: '分类',
    help: '所属分类的编号。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.tags': {
    label: '标签',
    help: '便于查找的标签。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.templateGroupId': {
    label: '模板组',
    help: '转码模板组的 ID。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.userData': {
    label: '自定义数据',
    help: '会随服务的消息一并返回。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.storageLocation': {
    label: '存储位置',
    help: '服务保存视频的位置。',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.workflowId': {
    label: '工作流',
    help: '服务对视频的处理流程。',
  },
};
