/** What is wrong with a field, by the contract's code. `p` holds the limits in words. */
export const issues: Record<string, (p: Record<string, string>) => string> = {};

export const issueFallback = (code: string) => `Agora would not take this (${code}).`;
