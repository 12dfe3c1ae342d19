import type { LinkProblem } from '../../ipc/requests.ts';

/** What Willba asks for by a link. */
export const requests = {
  title: 'Maksupyyntö Willbasta',
  guest: 'Vieras',
  reference: 'Viite',
  operator: 'Pyytäjä',
  locked: 'Summa ja viite tulevat Willbasta. Niitä ei voi muuttaa täällä.',
  again: 'Uusi yritys: {{outcome}} klo {{time}}.',
  dismiss: 'Hylkää pyyntö',
  waiting: 'Odottavat maksupyynnöt',
  take: 'Ota maksettavaksi',
  takeName: 'Ota maksettavaksi: {{what}}',
  dismissOne: 'Hylkää',
  dismissName: 'Hylkää: {{what}}',
  refused: 'Linkkiä ei voitu käyttää',
  nothingCharged: 'Sen avaaminen ei veloittanut mitään.',
  close: 'Sulje',
  why: {
    'too-long': 'Linkki on liian pitkä maksupyynnöksi. Avaa maksu uudelleen Willbasta.',
    'not-last': 'Linkin perässä oli muuta. Avaa maksu uudelleen Willbasta.',
    'not-a-link': 'Linkki ei ole maksupyyntö, tai siitä puuttuu osa. Avaa maksu uudelleen Willbasta.',
    signature:
      'Allekirjoitus ei täsmää: linkki ei ole tämän hotellin Willbasta, tai sitä on muutettu. Jos avasit sen Willbasta, soita tukeen.',
    malformed: 'Linkin sisältöä ei voi lukea. Soita Willba-tukeen.',
    repeated: 'Linkissä on sama tieto kahteen kertaan. Soita Willba-tukeen.',
    incomplete: 'Linkistä puuttuu tietoja. Soita Willba-tukeen.',
    amount: 'Linkin summa ei kelpaa. Tarkista summa Willbassa.',
    currency: 'Linkki on eri valuutassa kuin tämä kassa. Tarkista valuutta Willbassa.',
    text: 'Linkin viitettä, vieraan nimeä tai muuta tekstiä ei voi käyttää: se on liian pitkä, tai siinä on näkymättömiä merkkejä.',
    'card-number': 'Linkissä on kortin numero, eikä sitä saa tallentaa. Poista se Willbasta ja avaa maksu uudelleen.',
    expired: 'Linkki on vanhentunut. Avaa maksu uudelleen Willbasta.',
    'expired-by-wrong-clock':
      'Tämän koneen kellon mukaan linkki on vanhentunut, Netsin kellon mukaan ei. Korjaa koneen kello ja avaa maksu uudelleen Willbasta.',
    used: 'Linkki on jo käytetty. Katso maksu tämän päivän listalta.',
    'too-many': 'Kassalla odottaa jo monta maksupyyntöä. Maksa tai hylkää niitä ensin.',
    training: 'Ohjelma on harjoittelutilassa. Avaa ohjelma tavalliseen tapaan ja sitten linkki uudelleen.',
    'not-configured': 'Tätä konetta ei ole vielä otettu käyttöön. Tuo ensin käyttöönottotiedosto.',
    'no-key': 'Linkkien avain puuttuu tältä käyttäjätililtä. Tuo käyttöönottotiedosto tai soita Willba-tukeen.',
    'open-elsewhere': 'Toinen käyttäjätili pitää ohjelmaa auki tällä koneella. Avaa linkki siellä, tai sulje ohjelma siellä ensin.',
    journal: 'Tämän koneen maksuja ei voi lukea, joten ei tiedetä, onko linkki jo käytetty. Soita tukeen.',
  },
} as const satisfies { readonly why: Record<LinkProblem, string> } & Record<string, unknown>;
