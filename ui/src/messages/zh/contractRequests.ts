/** The fields of request bodies and addresses: a label and a sentence of help for each. */
export const contractRequests = {
  'path.appid': { label: 'App ID', help: '声网控制台中的项目 ID，32 位十六进制字符。' },
  'path.resourceid': {
    label: '资源 ID',
    help: '由 acquire 返回，须在五分钟内开始录制，且只能使用一次。',
  },
  'path.sid': { label: '录制 ID', help: '由 start 返回，此后用于标识这次录制。' },
  'path.mode': { label: '录制方式', help: '录制的方式，在开始时确定，之后的调用须保持一致。' },
  'body.cname': {
    label: '频道',
    help: '频道名；页面录制时可自行命名。同一次录制的所有调用须一致。',
  },
  'body.uid': {
    label: '录制端 ID',
    help: '录制端在频道内使用的 ID，1 到 4294967295，不能与频道内其他人重复。',
  },
  'body.clientRequest': { label: '请求内容', help: '该调用的具体内容。' },
  'acquire.scene': { label: '录制场景', help: '录制频道还是网页，须与之后的录制方式一致。' },
  'acquire.resourceExpiredHour': {
    label: '可控制时长',
    help: '在此小时数内可以查询、更新和停止录制；到期后录制仍会继续。',
  },
  'acquire.excludeResourceIds': {
    label: '避开的资源',
    help: '同一频道其他录制的资源 ID，使本次录制运行在不同的机器上。',
  },
  'acquire.region': { label: '服务区域', help: '录制服务必须运行的区域，存储桶应位于同一区域。' },
  'acquire.regionAffinity': {
    label: '优先区域',
    help: '录制服务优先运行的区域，约束弱于“服务区域”。',
  },
  'acquire.startParameter': {
    label: '预告的开始参数',
    help: '与之后 start 完全相同的内容，便于服务选择合适的机器。',
  },
  'start.token': {
    label: 'Token',
    help: '录制端的 RTC Token，须对应此频道和录制端 ID，有效期须长于录制时长。',
  },
  'start.storageConfig': { label: '保存到', help: '文件的存储位置。' },
  'start.recordingConfig': { label: '录制内容', help: '录制哪些人、哪些流以及方式。' },
  'start.recordingFileConfig': { label: '文件', help: '生成的文件类型。' },
  'start.snapshotConfig': { label: '截图', help: '定时截取每个人的画面。' },
  'start.extensionServiceConfig': {
    label: '扩展服务',
    help: '与录制同时运行的服务；页面录制时即为页面录制服务。',
  },
  'start.appsCollection': { label: '录后处理', help: '录制结束后对文件的处理，文档已不再包含。' },
  'start.appsCollection.combinationPolicy': {
    label: '录后处理方式',
    help: '不处理，或稍后转码、合流；结果通常在一天内生成。',
  },
  'start.transcodeOptions': { label: '录后混音', help: '录制结束后的混音方式。' },
  'start.transcodeOptions.container': { label: '混音文件', help: '混音结果的文件。' },
  'start.transcodeOptions.container.format': { label: '格式', help: '混音文件的格式。' },
  'start.transcodeOptions.transConfig': { label: '处理类型', help: '对文件进行的处理。' },
  'start.transcodeOptions.transConfig.transMode': {
    label: '混音方式',
    help: '将所有人的声音合为一个文件。',
  },
  'start.transcodeOptions.audio': { label: '混音音质', help: '混音后声音的编码方式。' },
  'start.transcodeOptions.audio.sampleRate': { label: '采样率', help: '每秒的声音采样数。' },
  'start.transcodeOptions.audio.bitrate': { label: '码率', help: '混音的每秒比特数，以文本填写。' },
  'start.transcodeOptions.audio.channels': { label: '声道', help: '单声道或双声道。' },
  'storageConfig.vendor': { label: '存储服务商', help: '存储桶所在的服务商。' },
  'storageConfig.region': { label: '存储区域', help: '存储桶所在区域，须与实际一致。' },
  'storageConfig.bucket': { label: '存储桶', help: '存储桶名称；Azure 为容器名。' },
  'storageConfig.accessKey': {
    label: 'Access Key',
    help: '写入存储桶所用密钥的标识，建议只授予写权限。',
  },
  'storageConfig.secretKey': { label: 'Secret Key', help: '密钥本身，保存在钥匙串中，不会显示。' },
  'storageConfig.stsToken': {
    label: '临时令牌',
    help: '临时密钥的会话令牌；录制较长时须每小时更新。',
  },
  'storageConfig.stsExpiration': {
    label: '临时密钥到期时间',
    help: '临时密钥的到期时间，须在开始后至少四小时。',
  },
  'storageConfig.fileNamePrefix': {
    label: '文件夹',
    help: '存储桶内的目录，每级只能用字母和数字，总长不超过 128 字符。',
  },
  'storageConfig.extensionParams': { label: '服务商专有设置', help: '仅部分服务商支持的设置。' },
  'storageConfig.extensionParams.sse': {
    label: '存储端加密',
    help: 'Amazon S3 对文件的加密方式。',
  },
  'storageConfig.extensionParams.tag': {
    label: '对象标签',
    help: '为每个文件添加的标签，适用于 Amazon S3 和阿里云。',
  },
  'storageConfig.extensionParams.endpoint': {
    label: '主机名',
    help: '存储服务的主机名，不带 https:// 和存储桶名。',
  },
  'recordingConfig.channelType': {
    label: '频道类型',
    help: '频道使用的模式：通信或直播。若不一致，可能录不到任何内容。',
  },
  'recordingConfig.streamTypes': { label: '录制内容', help: '声音、画面或两者。' },
  'recordingConfig.streamMode': {
    label: '单人文件',
    help: '每个人的声音和画面是否另有合并的索引，以及是否保留原始音频。',
  },
  'recordingConfig.decryptionMode': {
    label: '加密方式',
    help: '频道的加密方式，录制端须与之一致才能解密。',
  },
  'recordingConfig.secret': { label: '加密密钥', help: '频道加密所用的密钥。' },
  'recordingConfig.salt': { label: '盐', help: '频道加密所用的盐，32 字节的 Base64。' },
  'recordingConfig.audioProfile': { label: '音质', help: '合流声音的编码方式。' },
  'recordingConfig.videoStreamType': {
    label: '视频流',
    help: '对于同时发送大小流的人，录制大流还是小流。',
  },
  'recordingConfig.maxIdleTime': {
    label: '无人时停止',
    help: '频道无人达到此时长后结束录制，关闭 Roomreel 时同样有效。',
  },
  'recordingConfig.transcodingConfig': { label: '画面', help: '合流画面的大小、帧率和布局。' },
  'recordingConfig.subscribeVideoUids': {
    label: '录制谁的画面',
    help: '只录这些人的画面，最多 32 个，或所有人。若只填此项，则不录声音。',
  },
  'recordingConfig.unsubscribeVideoUids': {
    label: '不录谁的画面',
    help: '除这些人之外的所有人的画面，最多 32 个。',
  },
  'recordingConfig.subscribeAudioUids': {
    label: '录制谁的声音',
    help: '只录这些人的声音，最多 32 个，或所有人。若只填此项，则不录画面。',
  },
  'recordingConfig.unsubscribeAudioUids': {
    label: '不录谁的声音',
    help: '除这些人之外的所有人的声音，最多 32 个。',
  },
  'recordingConfig.subscribeUidGroup': { label: '预计人数', help: '同时录制的最多人数（预估）。' },
  'recordingConfig.privateParams': {
    label: '开关参数',
    help: '以 JSON 填写的少用开关，例如 correctEXTINF。',
  },
  'transcodingConfig.width': { label: '宽度', help: '画面宽度。宽乘高不超过 1920 × 1080。' },
  'transcodingConfig.height': { label: '高度', help: '画面高度。宽乘高不超过 1920 × 1080。' },
  'transcodingConfig.fps': { label: '帧率', help: '每秒画面数。列表之外的值按 15 处理。' },
  'transcodingConfig.bitrate': {
    label: '码率',
    help: '每秒画面的数据量，越大越清晰，文件也越大。',
  },
  'layout.maxResolutionUid': { label: '大画面用户', help: '垂直布局中显示为大画面的用户。' },
  'layout.mixedVideoLayout': { label: '布局', help: '画面中人物的排列方式。' },
  'layout.backgroundColor': { label: '背景颜色', help: '没有人物处显示的颜色。' },
  'layout.backgroundImage': {
    label: '背景图片',
    help: '铺满画布、位于所有人之后的图片。JPG 或 BMP，不超过 6 MB。',
  },
  'layout.defaultUserBackgroundImage': {
    label: '默认用户图片',
    help: '用户 3.5 秒没有视频后，在其区域显示的图片。',
  },
  'layout.layoutConfig': { label: '区域', help: '自定义布局中的区域，1 到 17 个，靠后的在上层。' },
  'layout.layoutConfig[].uid': {
    label: '用户',
    help: '固定显示在此处的用户；留空则按加入顺序填充。',
  },
  'layout.layoutConfig[].x_axis': { label: '左边', help: '左边缘在画布中的比例。' },
  'layout.layoutConfig[].y_axis': { label: '上边', help: '上边缘在画布中的比例。' },
  'layout.layoutConfig[].width': { label: '宽度', help: '占画布的比例，与左边之和不超过 1。' },
  'layout.layoutConfig[].height': { label: '高度', help: '占画布的比例，与上边之和不超过 1。' },
  'layout.layoutConfig[].alpha': { label: '不透明度', help: '0 为完全透明，1 为不透明。' },
  'layout.layoutConfig[].render_mode': {
    label: '适配方式',
    help: '裁剪以填满区域，或完整显示并留黑边。',
  },
  'layout.backgroundConfig': { label: '个别用户的图片', help: '这些用户没有视频时显示的图片。' },
  'layout.backgroundConfig[].uid': { label: '用户', help: '图片对应的用户。' },
  'layout.backgroundConfig[].image_url': {
    label: '地址',
    help: 'JPG 或 BMP 的 HTTPS 地址，不超过 6 MB；无法获取时会被忽略且没有提示。',
  },
  'layout.backgroundConfig[].render_mode': {
    label: '适配方式',
    help: '裁剪以填满区域，或完整显示。',
  },
  'recordingFileConfig.avFileType': {
    label: '文件类型',
    help: '始终生成 HLS；合流和页面录制可另外生成 MP4。',
  },
  'snapshotConfig.captureInterval': { label: '间隔', help: '同一用户两次截图之间的秒数。' },
  'snapshotConfig.fileType': { label: '图片类型', help: '仅支持 JPG。' },
  'update.streamSubscribe': { label: '录制谁', help: '替换开始时的名单。' },
  'update.streamSubscribe.audioUidList': {
    label: '声音',
    help: '此后录制谁的声音，两个名单选一个。',
  },
  'update.streamSubscribe.audioUidList.subscribeAudioUids': {
    label: '录制谁的声音',
    help: '只录这些人的声音，或所有人。',
  },
  'update.streamSubscribe.audioUidList.unsubscribeAudioUids': {
    label: '不录谁的声音',
    help: '除这些人之外的所有人的声音。',
  },
  'update.streamSubscribe.videoUidList': {
    label: '画面',
    help: '此后录制谁的画面，两个名单选一个。',
  },
  'update.streamSubscribe.videoUidList.subscribeVideoUids': {
    label: '录制谁的画面',
    help: '只录这些人的画面，或所有人。',
  },
  'update.streamSubscribe.videoUidList.unsubscribeVideoUids': {
    label: '不录谁的画面',
    help: '除这些人之外的所有人的画面。',
  },
  'update.webRecordingConfig': { label: '页面录制', help: '暂停或恢复页面录制。' },
  'update.webRecordingConfig.onhold': { label: '暂停', help: '打开则暂停录制和推流，关闭则恢复。' },
  'update.rtmpPublishConfig': { label: '推流', help: '更改页面的推流目标。' },
  'update.rtmpPublishConfig.outputs': { label: '推流到', help: '新的目标，最多一个。' },
  'update.rtmpPublishConfig.outputs[].rtmpUrl': {
    label: '推流地址',
    help: '替换原地址，以 rtmp:// 或 rtmps:// 开头。',
  },
  'update.storageConfig': {
    label: '更新密钥',
    help: '同一存储桶的新密钥，须在临时密钥到期前更新。',
  },
  'stop.async_stop': { label: '不等待', help: '立即返回，不等待文件上传完成。' },
};
