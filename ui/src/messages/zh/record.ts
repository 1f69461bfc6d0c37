import type { record as en } from '../en/record';

export const record: typeof en = {
  title: '开始录制',
};
