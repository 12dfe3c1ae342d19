import { describe, expect, it } from 'vitest';
import { joinParts, type Part } from '../../../electron/program/part.ts';
import { commands, slices } from '../../../shared/ipc/contract.ts';
import { joinByName } from '../../../shared/join-by-name.ts';
import { ok } from '../../../shared/result.ts';

const noted = (name: string, heard: string[]): Part => ({
  start: () => void heard.push(`${name} starts`),
  paymentChanged: (id) => void heard.push(`${name} hears of ${id}`),
  wake: () => void heard.push(`${name} wakes`),
  close: () => void heard.push(`${name} closes`),
});

describe('a world is a list of parts', () => {
  it('joins what they bring, under its own names', () => {
    const refreshTerminals = () => ok(null);
    const browsing = () => true;
    const joined = joinParts({ commands: { refreshTerminals } }, {}, { slices: { browsing } });
    expect(joined.commands).toEqual({ refreshTerminals });
    expect(joined.slices).toEqual({ browsing });
  });

  it('refuses a command that two of them claim, and names it', () => {
    const part = { commands: { refreshTerminals: () => ok(null) } };
    expect(() => joinParts(part, { ...part })).toThrow('Two parts claim the commands "refreshTerminals"');
  });

  it('refuses a slice that two of them claim, and names it', () => {
    const part = { slices: { browsing: () => true } };
    expect(() => joinParts(part, { ...part })).toThrow('Two parts claim the slices "browsing"');
  });

  it('tells them in their order, and closes them in reverse', () => {
    const heard: string[] = [];
    const joined = joinParts(noted('A', heard), {}, noted('B', heard));
    joined.start();
    joined.paymentChanged('P1');
    joined.wake();
    joined.close();
    expect(heard).toEqual([
      ...['A starts', 'B starts'],
      ...['A hears of P1', 'B hears of P1'],
      ...['A wakes', 'B wakes'],
      ...['B closes', 'A closes'],
    ]);
  });

  it('a joined world is a part again', () => {
    const heard: string[] = [];
    joinParts(joinParts(noted('A', heard)), noted('B', heard)).close();
    expect(heard).toEqual(['B closes', 'A closes']);
  });
});

describe('the contract', () => {
  it('knows every command and slice of its subjects', () => {
    expect(Object.keys(commands).length).toBeGreaterThanOrEqual(29);
    expect(Object.keys(slices).sort()).toEqual(
      [
        ...['attention', 'browsing', 'closing', 'current', 'dayClose', 'desk', 'form'],
        ...['historyNews', 'keeping', 'printing', 'comfort', 'handover', 'news', 'tour'],
        ...['missingPayments', 'otherDesks', 'requests', 'selling', 'starting', 'terminals', 'today', 'willba'],
      ].sort(),
    );
  });

  it('takes no name twice', () => {
    expect(() => joinByName('command', { startSale: 1 }, { other: 2 }, { startSale: 3 })).toThrow(
      'Two parts claim the command "startSale"',
    );
    // Not even one that every object has.
    expect(joinByName('command', { toString: 1 }, { valueOf: 2 })).toEqual({ toString: 1, valueOf: 2 });
  });
});
