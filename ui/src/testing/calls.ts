import type { CallEntry, CallSummary } from '../bridge';
import { NOON } from './samples';

export function callSummary(change: Partial<CallSummary> = {}): CallSummary {
  return {
    id: 7,
    origin: 'console',
    accountId: 'practice',
    recordingId: null,
    call: 'query',
    mode: 'mix',
    channel: 'board-sync',
    recorderId: '527841',
    sentAt: NOON,
    elapsed: 182,
    status: 200,
    code: null,
    ...change,
  };
}

export const RESOURCE_ID = 'JyvK8nXHuV1BE64GDkAaBGEscvtHW7v8BrQoRPCHxmeVxwY22-x4Qx';
export const SID = '38f8e3cfdc474cd56fc1ceba380d7e1a';

/** What a query of a recording with two files answers. */
export const queryAnswer = {
  cname: 'board-sync',
  uid: '527841',
  resourceId: RESOURCE_ID,
  sid: SID,
  serverResponse: {
    status: 5,
    fileListMode: 'json',
    fileList: [
      {
        filename: `${SID}_board-sync.m3u8`,
        trackType: 'audio_and_video',
        uid: '0',
        mixedAllUser: true,
        isPlayable: true,
        sliceStartTime: NOON,
      },
      { fileName: `${SID}_board-sync_0.mp4`, trackType: 'audio_and_video', uid: '0' },
    ],
    sliceStartTime: NOON,
  },
};

type EntryChange = Partial<Omit<CallEntry, 'summary'>> & { summary?: Partial<CallSummary> };

export function callEntry({ summary, ...change }: EntryChange = {}): CallEntry {
  return {
    summary: callSummary(summary),
    method: 'GET',
    address: `https://api.agora.io/v1/apps/3f9a/cloud_recording/resourceid/${RESOURCE_ID}/sid/${SID}/mode/mix/query`,
    request: '',
    headers: [
      { name: 'content-type', value: 'application/json' },
      { name: 'x-request-id', value: 'r-1' },
    ],
    answer: JSON.stringify(queryAnswer),
    failure: null,
    ...change,
  };
}
