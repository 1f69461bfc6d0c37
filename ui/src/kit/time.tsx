import { useEffect, useState } from 'react';

/** The present moment, renewed at the interval; for timers and "3 s ago". */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}

/** `hh:mm:ss`; hours grow past two digits rather than wrap. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A timer that runs while `until` is null. Times are Unix milliseconds. */
export function Duration({ from, until }: { from: number; until?: number | null }) {
  return until === null || until === undefined ? (
    <Running from={from} />
  ) : (
    <span className="num">{clockText(until - from)}</span>
  );
}

function Running({ from }: { from: number }) {
  const now = useNow(1000);
  return <span className="num">{clockText(now - from)}</span>;
}
