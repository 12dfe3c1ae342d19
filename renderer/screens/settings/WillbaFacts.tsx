import type { SavedConnections } from '../../../shared/connections.ts';
import { t } from '../../i18n/t.ts';

/** What the provisioning file set up for Willba. Secrets are there or not; what they are is never shown. */
export function WillbaFacts({ saved: { willba } }: { readonly saved: SavedConnections }) {
  if (willba === null) return <p className="field__hint">{t('settings.willba.none')}</p>;
  const { webhookUrl, hasWebhookSecret, hasLinkKey } = willba;
  return (
    <div>
      <p className="field__label">{t('settings.willba.legend')}</p>
      <p className="field__hint">
        {webhookUrl === null ? t('settings.willba.noWebhook') : t('settings.willba.webhook', { url: webhookUrl })}
      </p>
      {webhookUrl !== null && <p className="field__hint">{t(`settings.willba.${hasWebhookSecret ? 'hasSecret' : 'noSecret'}`)}</p>}
      <p className="field__hint">{t(`settings.willba.${hasLinkKey ? 'hasLinkKey' : 'noLinkKey'}`)}</p>
    </div>
  );
}
