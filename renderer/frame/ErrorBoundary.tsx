import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { Page } from './Page.tsx';

/** A bug in a screen must not leave an empty window: payments run on in the main process. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Page title={t('common.crashed')}>
        <p className="page__lead">{t('common.crashedText')}</p>
        <Button look="primary" size="large" onPress={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      </Page>
    );
  }
}
