import type { Failure, Issue, Mode } from '../../../bridge';

export type Call =
  | 'acquire'
  | 'start'
  | 'query'
  | 'update'
  | 'updateLayout'
  | 'stop'
  | 'channelUsers';

export interface ConsoleCall {
  accountId: string;
  call: Call;
  mode: Mode;
  resourceId: string;
  sid: string;
  channel: string;
  hostsOnly: boolean;
  body: unknown;
}
export interface Move {
  from: string;
  to: string;
}
export interface ConsoleCheck {
  issues: Issue[];
  moves: Move[];
  bare: string[];
}
export interface CallSummary {
  id: number;
  origin: 'console' | 'recorder';
  accountId: string | null;
  recordingId: string | null;
  call: Call;
  mode: Mode | null;
  channel: string;
  recorderId: string;
  sentAt: number;
  elapsed: number | null;
  status: number | null;
  code: number | null;
}
export interface CallEntry {
  summary: CallSummary;
  method: string;
  address: string;
  request: string;
  headers: { name: string; value: string }[];
  answer: string | null;
  failure: Failure | null;
}
export interface ConsoleAnswer {
  entry: CallEntry;
  resourceId: string | null;
  sid: string | null;
}
export interface ConsoleDraft {
  id: string;
  name: string;
  updatedAt: number;
  content: unknown;
}
