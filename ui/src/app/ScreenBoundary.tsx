import { Component, type ReactNode } from 'react';
import { Button, Fold } from '../kit';
import { useMessages } from '../messages';

interface Props {
  onRetry: () => void;
  children: ReactNode;
}

/** Keeps a mistake in one screen from taking the window with it. */
export class ScreenBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <Broken error={this.state.error} onRetry={this.props.onRetry} />
    );
  }
}

function Broken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { shell } = useMessages();
  return (
    <div className="col" role="alert" data-testid="screen-broken">
      <h1>{shell.brokenTitle}</h1>
      <p className="sub">{shell.brokenText}</p>
      <div className="row">
        <Button variant="primary" onPress={onRetry}>
          {shell.tryAgain}
        </Button>
      </div>
      <Fold title={shell.details}>
        <pre className="mono">{error.message}</pre>
      </Fold>
    </div>
  );
}
