import type { Texts } from '../catalogue.ts';

export const otherDesks = {
  check: {
    name: 'Payments of other desks',
    well: 'Other desks see this desk’s payments.',
    waiting_one: 'One payment is not yet visible to other desks.',
    waiting_other: '{{count}} payments are not yet visible to other desks.',
    calm: 'They are sent automatically when Strapi accepts them. This does not affect taking payments.',
    status: 'Strapi’s latest answer at {{time}}: {{status}}.',
    noAnswer: 'Strapi did not answer at {{time}} ({{code}}).',
    unseen: 'Payments of other desks could not be checked at {{time}}: {{why}}',
  },
  unseen: 'Payments of other desks could not be checked.',
  begun: {
    title: 'Another desk on the same terminal',
    named: '{{desk}} started a payment on this terminal at {{time}}.',
    unnamed: 'Another desk started a payment on this terminal at {{time}}.',
    mind: 'The transaction on the terminal may be theirs. It says nothing about the status of this payment.',
  },
  why: {
    refused: 'The token (outboxToken) does not have permission to write payments (pos-payment: create, update).',
    lookRefused: 'The read token does not have permission to read payments (pos-payment: find).',
    typeMissing: 'Strapi has no content type pos-payment.',
    invalid: 'Strapi does not accept the record: the content type pos-payment may be wrong.',
    page: 'Something else answers at Strapi’s address.',
  },
  test: {
    reading: 'Payments of other desks',
    writing: 'Payments to other desks',
    ok: 'The permissions are in order.',
    results: {
      unreachable: 'No answer. Check the address and the computer’s network connection.',
      'not-authorised': 'The token lacks permission: find for reading, create and update for writing (pos-payment).',
      unreadable: 'The answer could not be read. Check that the address is right.',
      'type-missing': 'Strapi has no content type pos-payment.',
      'secrets-missing': 'The token is missing.',
      'not-configured': 'Not in use.',
    },
  },
  hasOutboxToken: 'Strapi’s write token is saved: other desks see this desk’s payments.',
  noOutboxToken: 'There is no write token for Strapi: other desks do not see this desk’s payments.',
} satisfies Texts<'otherDesks'>;
