import type { BackupTrouble } from '../../keeping.ts';

/** How long card data is kept on this PC, and its backups. */
export const keeping = {
  legend: 'Säilytys ja varmuuskopiot',
  months: 'Korttitietojen säilytysaika',
  monthsUnit: 'kk',
  monthsHint: 'Tätä vanhemmat kortin tiedot ja kuittitekstit poistetaan itsestään. Maksut ja summat säilyvät.',
  monthsProblem: 'Anna kuukaudet kokonaislukuna, {{least}}–{{most}}.',
  monthsShorter: 'Poistettua ei saa takaisin.',
  saveMonths: 'Tallenna säilytysaika',
  monthsSaved: 'Säilytysaika tallennettiin.',
  folder: 'Varmuuskopioiden kansio',
  ownFolder: 'Ohjelman oma kansio tällä koneella',
  folderHint: 'Kopio otetaan kerran päivässä ja tarkistetaan. Seitsemän uusinta säilytetään. Toinen levy auttaa, jos tämä kone hajoaa.',
  choose: 'Valitse kansio',
  useOwn: 'Käytä omaa kansiota',
  now: 'Ota varmuuskopio nyt',
  running: 'Varmuuskopiota otetaan…',
  last: 'Viimeisin varmuuskopio {{time}}.',
  none: 'Tässä kansiossa ei ole vielä varmuuskopiota.',
  onThisPc: 'Tällä koneella on kopio {{time}}.',
  trouble: 'Kopiota ei saatu kansioon {{time}}. {{why}} Maksut ovat tallessa, ja ohjelma yrittää uudelleen itsestään.',
  why: {
    'folder-gone': 'Kansiota ei löydy: tarkista, että verkkolevy on yhteydessä.',
    'folder-unwritable': 'Kansioon ei voi kirjoittaa: tarkista oikeudet.',
    'disk-full': 'Levyllä ei ole tarpeeksi tilaa.',
    'not-whole': 'Kopio ei ollut ehjä, joten sitä ei säilytetty: tarkista levy.',
    failed: 'Syy on lokissa: soita Willba-tukeen, jos tämä toistuu.',
  } as const satisfies Record<BackupTrouble, string>,
} as const;
