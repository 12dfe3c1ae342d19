/**
 * Earlier versions took an approval of 0 for a paid payment. Nobody knows what those were, so each gets a row that says so: it is now
 * unresolved, stays visible, and a person settles it. If something else of this PC was sent to its terminal since, no lookup can show it
 * any more.
 *
 * Stored JSON may now also say why a lookup proves nothing if the sum is 0.
 */
export const migration0006 = {
  version: 6,
  name: 'approvals of nothing',
  readsAlike: true,
  sql: `
    INSERT INTO payment_events (payment_id, seq, at, event, state, evidence)
    SELECT id, (SELECT max(seq) + 1 FROM payment_events WHERE payment_id = payments.id), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
      '{"type":"answered","outcome":{"kind":"unknown","cause":"unreadable"}}',
      CASE WHEN EXISTS (
          SELECT 1 FROM payments AS later
          WHERE later.terminal_id = payments.terminal_id AND later.number > payments.number AND later.sent_at IS NOT NULL
        )
        THEN '{"name":"unresolved","cause":"overwritten","hint":null}'
        ELSE '{"name":"unresolved","cause":"unreadable","hint":null}' END,
      NULL
    FROM payments WHERE state_name = 'approved' AND json_extract(state, '$.chargedMinor') = 0;

    UPDATE payments SET state_name = 'unresolved',
      state = (SELECT state FROM payment_events WHERE payment_id = payments.id ORDER BY seq DESC LIMIT 1)
    WHERE state_name = 'approved' AND json_extract(state, '$.chargedMinor') = 0;
  `,
} as const;
