import { useId, useMemo } from 'react';
import { pointerOf, type Tokens, tokensOf, valueAt } from '../model/pointer';
import { formOf, isShown, type Node } from '../model/rows';
import { setValue, useConsole } from '../model/store';

export interface FieldProps {
  node: Node;
  /** JSON pointer of the member. */
  field: string;
}

export interface FieldState {
  /** Id of the control. */
  id: string;
  tokens: Tokens;
  value: unknown;
  isSet: boolean;
  set: (value: unknown) => void;
  reset: () => void;
}

/** A member's value, and the way to change it. Only its own changes draw the field again. */
export function useField(field: string): FieldState {
  const id = useId();
  const tokens = useMemo(() => tokensOf(field), [field]);
  const value = useConsole((state) => valueAt(state.bodies[state.call], tokens));
  return useMemo(
    () => ({
      id,
      tokens,
      value,
      isSet: value !== undefined,
      set: (next: unknown) => setValue(tokens, next),
      reset: () => setValue(tokens, undefined),
    }),
    [id, tokens, value],
  );
}

export function below(field: string, name: string | number): string {
  return `${field}${pointerOf([String(name)])}`;
}

/** Whether the field has a use with what the body and the mode say. */
export function useShown(node: Node, field: string): boolean {
  const tokens = useMemo(() => tokensOf(field), [field]);
  return useConsole(({ contract, call, bodies, mode }) => {
    if (contract === null) return false;
    return isShown(formOf(contract, call), node.row, tokens, bodies[call], mode);
  });
}
