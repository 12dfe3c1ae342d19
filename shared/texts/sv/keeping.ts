import type { Texts } from '../catalogue.ts';

export const keeping = {
  legend: 'Lagringstid och säkerhetskopior',
  months: 'Lagringstid för kortuppgifter',
  monthsUnit: 'mån',
  monthsHint: 'Kortuppgifter och kvittotexter som är äldre än så tas bort automatiskt. Betalningar och belopp finns kvar.',
  monthsProblem: 'Ange månaderna som ett heltal, {{least}}–{{most}}.',
  monthsShorter: 'Det som tas bort går inte att få tillbaka.',
  saveMonths: 'Spara lagringstiden',
  monthsSaved: 'Lagringstiden sparades.',
  folder: 'Mapp för säkerhetskopior',
  ownFolder: 'Programmets egen mapp på den här datorn',
  folderHint:
    'En kopia tas en gång om dagen och kontrolleras. De sju senaste sparas. En annan disk är till hjälp om den här datorn går sönder.',
  choose: 'Välj mapp',
  useOwn: 'Använd egen mapp',
  now: 'Ta säkerhetskopia nu',
  running: 'Säkerhetskopian tas…',
  last: 'Senaste säkerhetskopia: {{time}}.',
  none: 'Det finns ännu ingen säkerhetskopia i den här mappen.',
  onThisPc: 'På den här datorn finns en kopia från {{time}}.',
  trouble: 'Kopian kunde inte sparas i mappen ({{time}}). {{why}} Betalningarna är sparade, och programmet försöker igen automatiskt.',
  why: {
    'folder-gone': 'Mappen hittas inte: kontrollera att nätverksdisken är ansluten.',
    'folder-unwritable': 'Det går inte att skriva i mappen: kontrollera rättigheterna.',
    'disk-full': 'Det finns inte tillräckligt med utrymme på disken.',
    'not-whole': 'Kopian var inte hel, så den sparades inte: kontrollera disken.',
    failed: 'Orsaken finns i loggen: ring Willbas support om det här upprepas.',
  },
} satisfies Texts<'keeping'>;
