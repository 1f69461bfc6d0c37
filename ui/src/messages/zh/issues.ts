import type { issueFallback as fallback, issues as en } from '../en/issues';

export const issues: typeof en = {};

export const issueFallback: typeof fallback = (code) => `声网不接受此值（${code}）。`;
