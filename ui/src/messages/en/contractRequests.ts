/** The fields of request bodies and addresses: a label and a sentence of help for each. */
export const contractRequests = {
  'path.appid': { label: 'App ID', help: 'The project in Agora’s console, 32 hex digits.' },
  'path.resourceid': {
    label: 'Resource ID',
    help: 'Comes from acquire. It must be started within five minutes and serves one recording.',
  },
  'path.sid': {
    label: 'Recording ID',
    help: 'Comes from start and names the recording from then on.',
  },
  'path.mode': {
    label: 'Record as',
    help: 'How it records. Fixed at the start: later calls name the same.',
  },
  'body.cname': {
    label: 'Channel',
    help: 'The channel’s name; for a web page any label of your own. The same in all calls of a recording.',
  },
  'body.uid': {
    label: 'Recorder ID',
    help: 'The recorder’s own ID in the channel, 1 to 4294967295. Nobody else in the channel may have it.',
  },
  'body.clientRequest': { label: 'Request', help: 'What the call asks for.' },
  'acquire.scene': {
    label: 'Kind of recording',
    help: 'A channel or a web page. It must agree with how it is recorded later.',
  },
  'acquire.resourceExpiredHour': {
    label: 'Control ends after',
    help: 'For so many hours the recording can be queried, changed and stopped. It goes on afterwards.',
  },
  'acquire.excludeResourceIds': {
    label: 'Apart from',
    help: 'Resources of other recorders of the same channel, so that this one runs on another machine.',
  },
  'acquire.region': {
    label: 'Area',
    help: 'Where the recording service must run. The bucket should lie in the same area.',
  },
  'acquire.regionAffinity': {
    label: 'Preferred area',
    help: 'Where the recording service should rather run; softer than the area.',
  },
  'acquire.startParameter': {
    label: 'Announced start',
    help: 'Exactly what start will ask for, so that a fitting machine is picked.',
  },
  'start.token': {
    label: 'Token',
    help: 'The recorder’s own RTC token, for this channel and recorder ID. It must outlive the recording.',
  },
  'start.storageConfig': { label: 'Save to', help: 'Where the files go.' },
  'start.recordingConfig': {
    label: 'What is recorded',
    help: 'Whom and what the recorder takes, and how.',
  },
  'start.recordingFileConfig': { label: 'Files', help: 'Kinds of files that are made.' },
  'start.snapshotConfig': {
    label: 'Snapshots',
    help: 'Still pictures of each person at intervals.',
  },
  'start.extensionServiceConfig': {
    label: 'Services',
    help: 'What runs beside the recorder; for a web page the page recorder itself.',
  },
  'start.appsCollection': {
    label: 'Afterwards',
    help: 'What is done with the files when the recording has ended. No longer documented.',
  },
  'start.appsCollection.combinationPolicy': {
    label: 'What is done afterwards',
    help: 'Nothing, or transcoding and mixing later. Results come within a day.',
  },
  'start.transcodeOptions': {
    label: 'Mixing afterwards',
    help: 'How sound is mixed when the recording has ended.',
  },
  'start.transcodeOptions.container': {
    label: 'File of the mix',
    help: 'What the mix is kept in.',
  },
  'start.transcodeOptions.container.format': {
    label: 'Format',
    help: 'The kind of file for the mix.',
  },
  'start.transcodeOptions.transConfig': {
    label: 'Kind of mixing',
    help: 'What is done to the files.',
  },
  'start.transcodeOptions.transConfig.transMode': {
    label: 'Mixing',
    help: 'Mixes everybody’s sound into one file.',
  },
  'start.transcodeOptions.audio': {
    label: 'Sound of the mix',
    help: 'How the mixed sound is encoded.',
  },
  'start.transcodeOptions.audio.sampleRate': {
    label: 'Sample rate',
    help: 'Samples of sound a second.',
  },
  'start.transcodeOptions.audio.bitrate': {
    label: 'Bit rate',
    help: 'Bits a second of the mix, as text.',
  },
  'start.transcodeOptions.audio.channels': { label: 'Channels', help: 'Mono or stereo.' },
  'storageConfig.vendor': { label: 'Storage provider', help: 'Who keeps your bucket.' },
  'storageConfig.region': {
    label: 'Storage region',
    help: 'Where the bucket lies. It must be the bucket’s own region.',
  },
  'storageConfig.bucket': { label: 'Bucket', help: 'The bucket’s name; a container with Azure.' },
  'storageConfig.accessKey': {
    label: 'Access key',
    help: 'The name of the key that writes to the bucket. Best one that can only write.',
  },
  'storageConfig.secretKey': {
    label: 'Secret key',
    help: 'The key itself. It is kept in your keychain and never shown.',
  },
  'storageConfig.stsToken': {
    label: 'Session token',
    help: 'Belongs to temporary keys. They must be renewed every hour of a longer recording.',
  },
  'storageConfig.stsExpiration': {
    label: 'Keys valid until',
    help: 'When temporary keys end; at least four hours from the start.',
  },
  'storageConfig.fileNamePrefix': {
    label: 'Folder',
    help: 'Folders in the bucket, each of letters and digits only, 128 characters in all.',
  },
  'storageConfig.extensionParams': {
    label: 'Provider’s own settings',
    help: 'What only some providers know.',
  },
  'storageConfig.extensionParams.sse': {
    label: 'Encryption in the bucket',
    help: 'How Amazon S3 encrypts the files.',
  },
  'storageConfig.extensionParams.tag': {
    label: 'Object tag',
    help: 'A tag on every file, for Amazon S3 and Alibaba Cloud.',
  },
  'storageConfig.extensionParams.endpoint': {
    label: 'Host',
    help: 'The store’s bare host name, without https:// and without the bucket.',
  },
  'recordingConfig.channelType': {
    label: 'Channel type',
    help: 'How the people joined: a call or a live show. With the other one the recorder may hear nothing.',
  },
  'recordingConfig.streamTypes': { label: 'Record', help: 'Sound, picture, or both.' },
  'recordingConfig.streamMode': {
    label: 'Files of each person',
    help: 'Whether sound and picture of a person get an index together, and whether sound stays as it was sent.',
  },
  'recordingConfig.decryptionMode': {
    label: 'Encryption',
    help: 'The channel’s own encryption. The recorder needs it to hear anything.',
  },
  'recordingConfig.secret': {
    label: 'Encryption key',
    help: 'The key of the channel’s encryption.',
  },
  'recordingConfig.salt': {
    label: 'Salt',
    help: 'The salt of the channel’s encryption, 32 bytes in Base64.',
  },
  'recordingConfig.audioProfile': {
    label: 'Sound quality',
    help: 'How the combined sound is encoded.',
  },
  'recordingConfig.videoStreamType': {
    label: 'Stream',
    help: 'The large or the small picture of people who send both.',
  },
  'recordingConfig.maxIdleTime': {
    label: 'Stop when nobody is there',
    help: 'Ends the recording when nobody has been in the channel for so long. Also when Roomreel is closed.',
  },
  'recordingConfig.transcodingConfig': {
    label: 'Picture',
    help: 'Size, frame rate and layout of the combined picture.',
  },
  'recordingConfig.subscribeVideoUids': {
    label: 'Pictures of',
    help: 'Only these people’s pictures, up to 32, or everybody’s. Alone it means that no sound is recorded.',
  },
  'recordingConfig.unsubscribeVideoUids': {
    label: 'No pictures of',
    help: 'Everybody’s pictures but these people’s, up to 32.',
  },
  'recordingConfig.subscribeAudioUids': {
    label: 'Sound of',
    help: 'Only these people’s sound, up to 32, or everybody’s. Alone it means that no picture is recorded.',
  },
  'recordingConfig.unsubscribeAudioUids': {
    label: 'No sound of',
    help: 'Everybody’s sound but these people’s, up to 32.',
  },
  'recordingConfig.subscribeUidGroup': {
    label: 'How many people',
    help: 'The most people that will be recorded at once, as a guess.',
  },
  'recordingConfig.privateParams': {
    label: 'Switches',
    help: 'JSON with rare switches, such as correctEXTINF for players that want the comma in playlists.',
  },
  'transcodingConfig.width': {
    label: 'Width',
    help: 'Of the picture. Width times height is at most 1920 × 1080.',
  },
  'transcodingConfig.height': {
    label: 'Height',
    help: 'Of the picture. Width times height is at most 1920 × 1080.',
  },
  'transcodingConfig.fps': {
    label: 'Frame rate',
    help: 'Pictures a second. Others than the listed rates count as 15.',
  },
  'transcodingConfig.bitrate': {
    label: 'Bit rate',
    help: 'How much data a second of picture takes; more looks better and makes larger files.',
  },
  'layout.maxResolutionUid': {
    label: 'Large picture',
    help: 'Whose picture is the large one of the vertical layout.',
  },
  'layout.mixedVideoLayout': { label: 'Layout', help: 'How people are arranged in the picture.' },
  'layout.backgroundColor': { label: 'Background colour', help: 'What shows where nobody is.' },
  'layout.backgroundImage': {
    label: 'Background picture',
    help: 'Fills the whole canvas behind everybody. JPG or BMP, at most 6 MB.',
  },
  'layout.defaultUserBackgroundImage': {
    label: 'Picture for cameras that are off',
    help: 'Shows in a person’s region after 3.5 seconds without video.',
  },
  'layout.layoutConfig': {
    label: 'Regions',
    help: 'The places of the custom layout, 1 to 17. Later ones are in front.',
  },
  'layout.layoutConfig[].uid': {
    label: 'Person',
    help: 'Who is always shown here. Left empty, whoever joins next.',
  },
  'layout.layoutConfig[].x_axis': {
    label: 'Left',
    help: 'The left edge, as a share of the canvas.',
  },
  'layout.layoutConfig[].y_axis': { label: 'Top', help: 'The top edge, as a share of the canvas.' },
  'layout.layoutConfig[].width': {
    label: 'Width',
    help: 'As a share of the canvas. Left and width together are at most 1.',
  },
  'layout.layoutConfig[].height': {
    label: 'Height',
    help: 'As a share of the canvas. Top and height together are at most 1.',
  },
  'layout.layoutConfig[].alpha': { label: 'Opacity', help: '0 is invisible, 1 is solid.' },
  'layout.layoutConfig[].render_mode': {
    label: 'Fit',
    help: 'Fill the region and cut what is over, or show all of it with bars.',
  },
  'layout.backgroundConfig': {
    label: 'Pictures for single people',
    help: 'What shows for each of them while their camera is off.',
  },
  'layout.backgroundConfig[].uid': { label: 'Person', help: 'Whose picture it is.' },
  'layout.backgroundConfig[].image_url': {
    label: 'Address',
    help: 'HTTPS address of a JPG or BMP of at most 6 MB. What cannot be fetched is left out silently.',
  },
  'layout.backgroundConfig[].render_mode': {
    label: 'Fit',
    help: 'Fill the region and cut what is over, or show all of it.',
  },
  'recordingFileConfig.avFileType': {
    label: 'File types',
    help: 'HLS always; MP4 besides it for combined recordings and web pages.',
  },
  'snapshotConfig.captureInterval': {
    label: 'Interval',
    help: 'Seconds between two snapshots of a person.',
  },
  'snapshotConfig.fileType': { label: 'Picture type', help: 'JPG is the only one.' },
  'update.streamSubscribe': { label: 'Whom to record', help: 'Replaces the lists of the start.' },
  'update.streamSubscribe.audioUidList': {
    label: 'Sound',
    help: 'Whose sound from now on; one of the two lists.',
  },
  'update.streamSubscribe.audioUidList.subscribeAudioUids': {
    label: 'Sound of',
    help: 'Only these people’s sound, or everybody’s.',
  },
  'update.streamSubscribe.audioUidList.unsubscribeAudioUids': {
    label: 'No sound of',
    help: 'Everybody’s sound but these people’s.',
  },
  'update.streamSubscribe.videoUidList': {
    label: 'Pictures',
    help: 'Whose pictures from now on; one of the two lists.',
  },
  'update.streamSubscribe.videoUidList.subscribeVideoUids': {
    label: 'Pictures of',
    help: 'Only these people’s pictures, or everybody’s.',
  },
  'update.streamSubscribe.videoUidList.unsubscribeVideoUids': {
    label: 'No pictures of',
    help: 'Everybody’s pictures but these people’s.',
  },
  'update.webRecordingConfig': { label: 'Page recording', help: 'Pauses or resumes it.' },
  'update.webRecordingConfig.onhold': {
    label: 'Paused',
    help: 'On pauses recording and pushing, off resumes both.',
  },
  'update.rtmpPublishConfig': { label: 'Push', help: 'Changes where the page is pushed to.' },
  'update.rtmpPublishConfig.outputs': { label: 'Push to', help: 'The new target; one at most.' },
  'update.rtmpPublishConfig.outputs[].rtmpUrl': {
    label: 'Address of the push',
    help: 'Replaces the old one. Starts with rtmp:// or rtmps://.',
  },
  'update.storageConfig': {
    label: 'Fresh keys',
    help: 'New keys for the same bucket, before temporary ones end.',
  },
  'stop.async_stop': {
    label: 'Do not wait',
    help: 'Answers at once instead of waiting until the files are uploaded.',
  },
};
