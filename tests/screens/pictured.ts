/** The states of which pictures are kept, light and dark, at 1024×768 and at 1920×1080: each screen, each outcome, each dialog. */
export const pictured: ReadonlySet<string> = new Set([
  ...['first-start', 'operator', 'operator-dialog', 'sale', 'sale-empty', 'sale-many', 'sale-red', 'sale-inactive', 'sale-missing'],
  ...['sale-blocked', 'sale-ambiguous', 'sale-card-number', 'sale-confirm', 'sale-just-charged', 'sale-elsewhere', 'sale-brought-back'],
  ...[
    'sale-request',
    'sale-requests-wait',
    'sale-link-refused',
    'sale-willba-waits',
    'sale-offline',
    'sale-late',
    'manual',
    'manual-problems',
  ],
  ...['picker', 'picker-many', 'picker-inactive', 'picker-searched', 'training', 'test', 'preparing', 'waiting', 'waiting-large'],
  ...['waiting-training', 'waiting-cancelling', 'waiting-cancel-failed', 'waiting-deadline', 'waiting-long', 'closing-asking'],
  ...['approved', 'approved-tip', 'approved-less', 'approved-far-more', 'approved-under-half', 'rest-form', 'signature-asked'],
  ...['signature-refused', 'refund-dialog', 'refund-waiting', 'refund-done', 'refund-part', 'refund-unclear', 'void-dialog', 'void-done'],
  ...['void-unclear', 'voided', 'declined', 'declined-pin', 'cancelled', 'timed-out', 'busy', 'inactive', 'not-connected', 'not-sent'],
  ...['checking', 'unresolved', 'overwritten', 'settle', 'settle-problems', 'settled-not', 'settled-yet-charged', 'recorded', 'found-late'],
  ...['evidence', 'checks', 'receipt', 'settings-own', 'settings-support', 'settings-printing', 'settings-keeping'],
  ...['payments', 'payments-none', 'payment-page', 'day', 'day-open', 'day-closed', 'day-missing'],
]);

/** The main ones also at 800×500, at 200 %, in forced colours, in Swedish and in English. */
export const inMoreWays: ReadonlySet<string> = new Set([
  ...[
    'sale',
    'sale-confirm',
    'picker',
    'waiting',
    'approved',
    'declined',
    'unresolved',
    'manual',
    'settle',
    'payments',
    'day',
    'settings-own',
  ],
]);
