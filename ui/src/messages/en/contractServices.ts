/** The fields of services beside the recorder: a label and a sentence of help for each. */
export const contractServices = {
  'extensionServiceConfig.errorHandlePolicy': {
    label: 'When a service fails',
    help: 'Everything else stops too.',
  },
  'extensionServiceConfig.apiVersion': {
    label: 'Version',
    help: 'Of the service interface. No longer documented.',
  },
  'extensionServiceConfig.extensionServices': {
    label: 'Services',
    help: 'The page recorder, and perhaps one push to a CDN.',
  },
  'extensionServiceConfig.extensionServices[].serviceName': {
    label: 'Service',
    help: 'What it does.',
  },
  'extensionServiceConfig.extensionServices[].errorHandlePolicy': {
    label: 'When this service fails',
    help: 'The others stop, or go on.',
  },
  'extensionServiceConfig.extensionServices[].streamTypes': {
    label: 'Streams',
    help: 'For video on demand. No longer documented.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam': {
    label: 'Settings',
    help: 'The service’s own.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.url': {
    label: 'Web page',
    help: 'The page that is recorded. It must answer without signing in.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.audioProfile': {
    label: 'Sound quality',
    help: 'How the page’s sound is encoded.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoWidth': {
    label: 'Width',
    help: 'Of the page and the picture, 240 to 1920.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoHeight': {
    label: 'Height',
    help: 'Of the page and the picture, 240 to 1920.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.maxRecordingHour': {
    label: 'End after',
    help: 'The recording ends by itself after so many hours.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoBitrate': {
    label: 'Bit rate',
    help: 'Left out, 2000 from 1280 × 720 on, else 1500.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.videoFps': {
    label: 'Frame rate',
    help: 'Pictures a second.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.mobile': {
    label: 'As on a phone',
    help: 'Shows the page as a phone’s browser would; good for portrait.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.maxVideoDuration': {
    label: 'Length of each MP4',
    help: 'A new MP4 file begins after so many minutes.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.onhold': {
    label: 'Wait at first',
    help: 'Opens the page but records nothing until it is resumed.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.readyTimeout': {
    label: 'Page must be ready within',
    help: 'The page has to report that it is ready in this time; 0 does not wait.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.outputs': {
    label: 'Push to',
    help: 'One target of the push.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.outputs[].rtmpUrl': {
    label: 'Address of the push',
    help: 'Starts with rtmp:// or rtmps:// and usually holds a stream key, so it is never shown.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.accessKey': {
    label: 'Access key',
    help: 'Of the video-on-demand account. No longer documented.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.secretKey': {
    label: 'Secret key',
    help: 'Of the video-on-demand account. No longer documented.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.regionId': {
    label: 'Region',
    help: 'Of the video-on-demand account. No longer documented.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData': {
    label: 'Details',
    help: 'What the video-on-demand service is told.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData': {
    label: 'Video',
    help: 'How the video is filed.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.title': {
    label: 'Title',
    help: 'Of the video.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.description': {
    label: 'Description',
    help: 'Of the video.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.coverUrl': {
    label: 'Cover',
    help: 'Address of the cover picture.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.cateId': {
    label: 'Category',
    help: 'The number of its category.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.tags': {
    label: 'Tags',
    help: 'Words to find it by.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.templateGroupId': {
    label: 'Templates',
    help: 'The group of transcoding templates.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.userData': {
    label: 'Own data',
    help: 'Comes back with the service’s messages.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.storageLocation': {
    label: 'Storage',
    help: 'Where the service keeps it.',
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData.workflowId': {
    label: 'Workflow',
    help: 'What the service does with it.',
  },
};
