import type { CallSummary } from '../../../bridge';
import { Tag } from '../../../kit';
import { useMessages } from '../../../messages';
import { outcomeOf } from './verdict';

/** The HTTP status of a call, in the colour of how it went. */
export function StatusTag({
  summary,
  hasFailed = false,
  testId,
}: {
  summary: CallSummary;
  /** It is known to have failed, though nothing came back. */
  hasFailed?: boolean;
  testId?: string;
}) {
  const words = useMessages().consoleAnswers.answer;
  const outcome = outcomeOf(summary, hasFailed, Date.now());
  const tone = { done: 'ok', failed: 'rec', noAnswer: 'warn', inFlight: 'neutral' } as const;
  const text = outcome === 'inFlight' ? words.inFlight : (summary.status ?? words.none);
  return (
    <Tag tone={tone[outcome]} testId={testId}>
      {text}
    </Tag>
  );
}
