export type TerminalLanguage = 'fi' | 'sv' | 'en';

/** A terminal's texts in failures and on receipts. Real texts differ by language and firmware. */
export interface TerminalTexts {
  readonly approved: string;
  readonly declined: string;
  readonly voided: string;
  readonly cancelled: string;
  readonly timedOut: string;
  readonly insufficientFunds: string;
  readonly expiredCard: string;
  readonly purchase: string;
  readonly refund: string;
  readonly total: string;
  readonly tip: string;
  readonly surcharge: string;
  readonly terminal: string;
  readonly signature: string;
  readonly customerCopy: string;
  readonly merchantCopy: string;
  /** A training receipt must not be taken for a proof of payment. */
  readonly training: string;
}

export const terminalTexts: Record<TerminalLanguage, TerminalTexts> = {
  fi: {
    approved: 'HYVÄKSYTTY',
    declined: 'HYLÄTTY',
    voided: 'MITÄTÖITY',
    cancelled: 'Tapahtuma peruutettu',
    timedOut: 'Aikakatkaisu',
    insufficientFunds: 'Kate ei riitä',
    expiredCard: 'Kortti vanhentunut',
    purchase: 'OSTO',
    refund: 'HYVITYS',
    total: 'YHTEENSÄ',
    tip: 'JUOMARAHA',
    surcharge: 'KORTTILISÄ',
    terminal: 'PÄÄTE',
    signature: 'ALLEKIRJOITUS',
    customerCopy: 'ASIAKKAAN KAPPALE',
    merchantCopy: 'KAUPPIAAN KAPPALE',
    training: 'HARJOITTELU, EI VELOITUSTA',
  },
  sv: {
    approved: 'GODKÄND',
    declined: 'AVVISAD',
    voided: 'MAKULERAD',
    cancelled: 'Transaktionen avbruten',
    timedOut: 'Tidsgränsen överskreds',
    insufficientFunds: 'Täckning saknas',
    expiredCard: 'Kortet har gått ut',
    purchase: 'KÖP',
    refund: 'RETUR',
    total: 'TOTALT',
    tip: 'DRICKS',
    surcharge: 'KORTAVGIFT',
    terminal: 'TERMINAL',
    signature: 'UNDERSKRIFT',
    customerCopy: 'KUNDENS EXEMPLAR',
    merchantCopy: 'BUTIKENS EXEMPLAR',
    training: 'ÖVNING, INGEN DEBITERING',
  },
  en: {
    approved: 'APPROVED',
    declined: 'DECLINED',
    voided: 'VOIDED',
    cancelled: 'Transaction cancelled',
    timedOut: 'Transaction timed out',
    insufficientFunds: 'Insufficient funds',
    expiredCard: 'Card expired',
    purchase: 'PURCHASE',
    refund: 'REFUND',
    total: 'TOTAL',
    tip: 'TIP',
    surcharge: 'SURCHARGE',
    terminal: 'TERMINAL',
    signature: 'SIGNATURE',
    customerCopy: 'CUSTOMER COPY',
    merchantCopy: 'MERCHANT COPY',
    training: 'TRAINING, NOTHING CHARGED',
  },
};
