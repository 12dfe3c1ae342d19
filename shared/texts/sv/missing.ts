import type { Texts } from '../catalogue.ts';

export const missing = {
  title: 'De senaste betalningarna kan saknas',
  between: 'En del av det sparade har gått förlorat. Betalningar kan saknas för tiden {{from}} – {{to}}.',
  before: 'En del av det sparade har gått förlorat. Betalningar kan saknas för tiden före {{to}}.',
  meanwhile: 'En betalning som saknas kan ha debiterats. Tills någon kvitterar det här som läst ställs en fråga före varje debitering.',
  open: 'Kvittera som läst',
  what: 'Jämför terminalens kvitton med betalningarna på den här datorn och registrera dem som saknas manuellt. Om du är osäker, ring supporten. Ditt namn och tiden sparas.',
  confirm: 'Jag har läst',
} satisfies Texts<'missing'>;
