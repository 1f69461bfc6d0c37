import type { Failure } from '../../bridge';
import type { Messages } from '../../messages';

/**
 * What the studio found wrong with a form, by field. A path such as `/appId` names the field.
 */
export function fieldErrors(failure: Failure | null, m: Messages): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of failure?.issues ?? []) {
    if (issue.severity !== 'error') continue;
    const field = issue.path.split('/').pop() ?? '';
    found[field] ??= m.issues[issue.code](issue.params);
  }
  return found;
}
