import { useSettings } from '../data';
import { Button, Icon } from '../kit';
import { useMessages } from '../messages';
import { go, useRoute } from './route';
import { useChange } from './useChange';

/** Leads back to a first recording that was left on the way. */
export function Resume() {
  const { welcome: words, shell } = useMessages();
  const { settings } = useSettings();
  const change = useChange();
  const { step } = settings.welcome;
  const isOn = step !== 'start' && step !== 'done';
  if (useRoute().screen === 'welcome' || !isOn) return null;
  return (
    <div className="shell-notice" role="status" data-testid="welcome-resume">
      <Icon name="record" />
      <span>{words.resume(words.steps[step])}</span>
      <Button size="sm" onPress={() => go({ screen: 'welcome' })} testId="welcome-go-on">
        {words.resumeButton}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        label={`${shell.dismiss}: ${words.steps[step]}`}
        onPress={() => change({ welcome: { step: 'done', recordingId: null } })}
      >
        {words.skip}
      </Button>
    </div>
  );
}
