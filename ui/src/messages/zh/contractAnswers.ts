/** The fields of answers: a label and a sentence of help for each. */
export const contractAnswers = {
  'answer.cname': { label: '频道', help: '原样返回的频道名，旧版应答没有此项。' },
  'answer.uid': { label: '录制端 ID', help: '原样返回的录制端 ID，旧版应答没有此项。' },
  'answer.resourceId': {
    label: '资源 ID',
    help: '五分钟内用于一次开始，并在之后的调用中标识录制。',
  },
  'answer.sid': { label: '录制 ID', help: '标识此次录制，文件名以它开头。' },
  'answer.serverResponse': { label: '状态与文件', help: '录制的当前情况。' },
  'answer.serverResponse.status': { label: '状态', help: '录制所处的阶段，4 和 5 表示正在录制。' },
  'answer.serverResponse.fileListMode': { label: '文件列表形式', help: '单个文件名或列表。' },
  'answer.serverResponse.fileList': { label: '文件', help: '目前已有的播放列表和 MP4 文件。' },
  'answer.serverResponse.fileList[].fileName': { label: '文件名', help: '在存储桶中的名称。' },
  'answer.serverResponse.fileList[].trackType': { label: '轨道', help: '文件包含的内容。' },
  'answer.serverResponse.fileList[].uid': { label: '用户', help: '文件对应的用户，0 表示所有人。' },
  'answer.serverResponse.fileList[].mixedAllUser': {
    label: '所有人合流',
    help: '是否所有人都在同一文件中。',
  },
  'answer.serverResponse.fileList[].isPlayable': {
    label: '可播放',
    help: '目前是否可以在线播放。',
  },
  'answer.serverResponse.fileList[].sliceStartTime': {
    label: '开始时间',
    help: '该文件开始录制的时间。',
  },
  'answer.serverResponse.sliceStartTime': {
    label: '录制开始时间',
    help: '第一个切片开始的时间，在此之前为 0。',
  },
  'answer.serverResponse.subServiceStatus': {
    label: '子服务',
    help: '各子服务的状态，文档已不再包含。',
  },
  'answer.serverResponse.subServiceStatus.recordingService': {
    label: '录制服务',
    help: '录制服务的状态。',
  },
  'answer.serverResponse.uploadingStatus': { label: '上传状态', help: '文件是否已上传完成。' },
  'answer.serverResponse.extensionServiceState': { label: '扩展服务', help: '各扩展服务的状态。' },
  'answer.serverResponse.extensionServiceState[].serviceName': {
    label: '服务',
    help: '服务名称。',
  },
  'answer.serverResponse.extensionServiceState[].payload': {
    label: '详细信息',
    help: '该服务报告的内容。',
  },
  'answer.serverResponse.extensionServiceState[].payload.state': {
    label: '状态',
    help: '该服务所处的阶段。',
  },
  'answer.serverResponse.extensionServiceState[].payload.onhold': {
    label: '暂停',
    help: '页面录制是否已暂停。',
  },
  'answer.serverResponse.extensionServiceState[].payload.fileList': {
    label: '文件',
    help: '页面录制目前已有的文件。',
  },
  'answer.serverResponse.extensionServiceState[].payload.uploadingStatus': {
    label: '上传状态',
    help: '文件是否已上传完成。',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs': {
    label: '推流',
    help: '各推流目标的状态。',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs[].rtmpUrl': {
    label: '推流地址',
    help: '通常包含推流密钥，因此不会显示。',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs[].status': {
    label: '推流状态',
    help: '该推流的状态。',
  },
  'answer.code': { label: '错误码', help: '服务自身的错误编号，不是 HTTP 状态码。' },
  'answer.reason': { label: '原因', help: '服务给出的说明。' },
  'answer.message': { label: '消息', help: '服务前的网关给出的说明。' },
};
