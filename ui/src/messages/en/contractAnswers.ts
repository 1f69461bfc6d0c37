/** The fields of answers: a label and a sentence of help for each. */
export const contractAnswers = {
  'answer.cname': {
    label: 'Channel',
    help: 'The channel’s name, as it was sent. Older answers leave it out.',
  },
  'answer.uid': {
    label: 'Recorder ID',
    help: 'The recorder’s ID, as it was sent. Older answers leave it out.',
  },
  'answer.resourceId': {
    label: 'Resource ID',
    help: 'Serves one start within five minutes, and names the recording in later calls.',
  },
  'answer.sid': { label: 'Recording ID', help: 'Names the recording. Files begin with it.' },
  'answer.serverResponse': { label: 'State and files', help: 'How the recording is doing.' },
  'answer.serverResponse.status': {
    label: 'State',
    help: 'How far the recorder is. 4 and 5 mean that it records.',
  },
  'answer.serverResponse.fileListMode': {
    label: 'Form of the file list',
    help: 'One name, or a list.',
  },
  'answer.serverResponse.fileList': { label: 'Files', help: 'Playlists and MP4 files so far.' },
  'answer.serverResponse.fileList[].fileName': { label: 'File', help: 'Its name in the bucket.' },
  'answer.serverResponse.fileList[].trackType': { label: 'Tracks', help: 'What is in it.' },
  'answer.serverResponse.fileList[].uid': {
    label: 'Person',
    help: 'Whose recording it is; 0 is everybody’s.',
  },
  'answer.serverResponse.fileList[].mixedAllUser': {
    label: 'Everybody in one',
    help: 'Whether all people are in this one file.',
  },
  'answer.serverResponse.fileList[].isPlayable': {
    label: 'Playable',
    help: 'Whether it can be played online by now.',
  },
  'answer.serverResponse.fileList[].sliceStartTime': {
    label: 'Begins',
    help: 'When the recording of this file began.',
  },
  'answer.serverResponse.sliceStartTime': {
    label: 'Recorded since',
    help: 'When the first piece began; 0 before that.',
  },
  'answer.serverResponse.subServiceStatus': {
    label: 'Parts',
    help: 'How the parts of the service are doing. No longer documented.',
  },
  'answer.serverResponse.subServiceStatus.recordingService': {
    label: 'Recording service',
    help: 'How far the recording service is.',
  },
  'answer.serverResponse.uploadingStatus': {
    label: 'Upload',
    help: 'Whether the files have arrived.',
  },
  'answer.serverResponse.extensionServiceState': {
    label: 'Services',
    help: 'How each service is doing.',
  },
  'answer.serverResponse.extensionServiceState[].serviceName': {
    label: 'Service',
    help: 'Which one.',
  },
  'answer.serverResponse.extensionServiceState[].payload': {
    label: 'Details',
    help: 'What the service reports.',
  },
  'answer.serverResponse.extensionServiceState[].payload.state': {
    label: 'State',
    help: 'How far the service is.',
  },
  'answer.serverResponse.extensionServiceState[].payload.onhold': {
    label: 'Paused',
    help: 'Whether page recording is paused.',
  },
  'answer.serverResponse.extensionServiceState[].payload.fileList': {
    label: 'Files',
    help: 'The page’s files so far.',
  },
  'answer.serverResponse.extensionServiceState[].payload.uploadingStatus': {
    label: 'Upload',
    help: 'Whether the files have arrived.',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs': {
    label: 'Pushes',
    help: 'How each push is doing.',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs[].rtmpUrl': {
    label: 'Address of the push',
    help: 'It usually holds a stream key, so it is never shown.',
  },
  'answer.serverResponse.extensionServiceState[].payload.outputs[].status': {
    label: 'Push',
    help: 'How it is doing.',
  },
  'answer.code': {
    label: 'Code',
    help: 'The service’s own number for what went wrong; not the HTTP status.',
  },
  'answer.reason': { label: 'Reason', help: 'What the service says about it.' },
  'answer.message': { label: 'Message', help: 'What the gateway before the service says.' },
};
