import { Card, Switch } from '../../kit';
import { useMessages } from '../../messages';
import { FaultsPanel } from './faults/FaultsPanel';

/** Practice is on while the account inside the app is the chosen one. */
export function PracticeCard({
  isOn,
  canLeave,
  onChange,
}: {
  isOn: boolean;
  canLeave: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const words = useMessages().accounts.practice;
  return (
    <Card testId="practice-card">
      <Switch
        label={words.title}
        hint={
          <>
            {words.text} {isOn && !canLeave ? words.offNeedsAccount : words.storage}
          </>
        }
        isOn={isOn}
        onChange={onChange}
        testId="practice-switch"
      />
      {isOn ? <FaultsPanel /> : null}
    </Card>
  );
}
