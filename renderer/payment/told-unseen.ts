import type { OtherDesks } from '../../shared/ipc/other-desks.ts';

/**
 * Why the other desks' payments could not be seen; null where that is not worth saying: a property that does not share its payments has no
 * place for them in Strapi.
 */
export function toldUnseen({ unseen, isShared }: Pick<OtherDesks, 'unseen' | 'isShared'>): OtherDesks['unseen'] {
  return unseen?.why === 'type-missing' && !isShared ? null : unseen;
}
