import type { PosErrorCode, SaleWarningCode } from '../../errors.ts';

export const errors = {
  'invalid-request': 'Tietoja ei voitu lukea. Tarkista kentät ja yritä uudelleen.',
  internal: 'Ohjelmassa tapahtui virhe. Jos se toistuu, soita tukeen ja kerro tukitunnus.',
  'not-configured': 'Korttimaksuja ei ole vielä otettu käyttöön tällä koneella. Pyydä käyttöönottotiedosto tuesta.',
  'operator-missing': 'Valitse ensin, kuka on kassalla.',
  'terminal-missing': 'Päätelaitetta ei löydy enää luettelosta. Valitse toinen päätelaite.',
  'terminal-held': 'Tällä päätelaitteella on vielä avoin maksu. Odota sen päättymistä tai valitse toinen päätelaite.',
  'desk-busy': 'Edellinen maksu on vielä kesken. Odota, että se päättyy.',
  'payment-unknown': 'Maksua ei löytynyt. Käynnistä ohjelma uudelleen; jos maksu puuttuu silloinkin, soita tukeen.',
  'not-possible-now': 'Tätä ei voi tehdä juuri nyt. Odota hetki ja yritä uudelleen.',
  'press-too-old':
    'Painalluksesta on kulunut liian kauan, joten mitään ei lähetetty päätelaitteelle. Paina uudelleen, jos asiakas on paikalla.',
  'terminal-changed':
    'Päätelaite vaihtui painalluksen jälkeen, joten mitään ei lähetetty päätelaitteelle. Tarkista päätelaite ja paina uudelleen.',
  'form-changed':
    'Tiedot muuttuivat painalluksen jälkeen, joten mitään ei lähetetty päätelaitteelle. Tarkista summa ja viite ja paina uudelleen.',
  'lookup-too-soon': 'Tila tarkistettiin juuri. Odota 10 sekuntia ennen seuraavaa tarkistusta.',
  'confirmation-needed': 'Vahvista varoitus ennen veloittamista.',
  'journal-unavailable': 'Maksua ei voitu tallentaa levylle, joten sitä ei aloitettu. Soita tukeen.',
  'settings-unreadable': 'Asetuksia ei vieläkään voida lukea. Tuo käyttöönottotiedosto tai soita tukeen.',
  'journal-unreadable': 'Maksuja ei vieläkään voida lukea levyltä. Odota hetki ja yritä uudelleen, tai soita tukeen.',
  'history-unreadable':
    'Maksuja ei voitu lukea luetteloon. Maksut ovat tallessa, eikä niihin koskettu. Yritä uudelleen; jos se ei auta, soita tukeen.',
  'search-over': 'Luettelo on vaihtunut. Hae uudelleen.',
  'disk-full': 'Levy on täynnä, joten maksua ei aloitettu. Vapauta levytilaa ja yritä uudelleen.',
  'card-number-in-text': 'Tekstissä on kortin numero. Poista se: kortin numeroa ei saa tallentaa.',
  'training-unavailable': 'Harjoittelutilaa ei voitu avata. Yritä uudelleen tai soita tukeen.',
  'training-refused': 'Harjoittelutilaan ei pääse, kun oikea maksu on vielä kesken.',
  'nets-host-mismatch':
    'Maksu on tehty toisessa Nets-ympäristössä, joten sitä ei voi tarkistaa, palauttaa eikä mitätöidä näillä asetuksilla. Soita tukeen.',
  'not-refundable': 'Tätä maksua ei voi palauttaa: sitä ei ole veloitettu tällä koneella.',
  'login-in-use':
    'Nets-tunnuksia tai -osoitetta ei voi vaihtaa, kun maksun tila on auki tai epäselvä. Selvitä maksu ensin: sitä voi kysyä vain samoilla tunnuksilla.',
  'open-elsewhere': 'Toinen käyttäjätili pitää ohjelmaa vielä auki tällä koneella. Sulje ohjelma siellä ja yritä uudelleen.',
  'bad-address': 'Osoite ei kelpaa. Sen pitää alkaa https:// eikä siinä saa olla tunnuksia.',
  'secret-needed':
    'Kirjoita myös salasana tai tunnus: sitä ei ole tallennettu, tai se on tallennettu toiselle osoitteelle tai käyttäjälle.',
  'terminals-needed':
    'Strapia ei voi jättää pois: käyttöönottotiedostossa ei ollut päätelaitteita, joten luettelo jäisi tyhjäksi. Tuo tiedosto, jossa ne ovat.',
  'not-voidable':
    'Maksua ei voi enää mitätöidä: päätelaitteella on tehty jo muuta tai Nets-tilitys, tai maksu on palautettu tai tehty aiempana päivänä. Käytä palautusta.',
  'day-closed': 'Tämä päivä on jo päätetty. Avaa se päätettyjen päivien luettelosta.',
  'day-running': 'Päivää ei voi vielä päättää: maksu tai Nets-tilitys on kesken. Odota, että se päättyy, ja paina uudelleen.',
  'day-verdict-missing': 'Päivää ei päätetty: valitse jokaiselle päätelaitteelle, täsmääkö se, ja kirjoita syy, jos ei täsmää.',
  'day-open': 'Päivää ei päätetty: jokainen avoin asia tarvitsee syyn ja nimen. Tarkista luettelo ja paina uudelleen.',
  'day-changed': 'Päivän luvut muuttuivat, joten päivää ei päätetty. Tarkista uudet luvut ja paina uudelleen.',
  reconciling: 'Toinen Nets-tilitys on kesken. Odota, että se päättyy: siihen menee enintään kaksi minuuttia.',
  'terminal-reconciling':
    'Päätelaitteella tehdään juuri Nets-tilitystä, joten mitään ei lähetetty päätelaitteelle. Odota enintään kaksi minuuttia tai valitse toinen päätelaite.',
  'rest-too-large':
    'Maksusta on jäljellä vähemmän: loput on jo maksettu, ehkä maksettu, tai maksu on mitätöity tai palautettu. Avaa maksu listalta ja katso, mitä on jäljellä.',
  'request-used':
    'Tämä Willban maksupyyntö on jo maksettu, ehkä maksettu tai kesken. Mitään ei lähetetty. Katso maksu tämän päivän listalta.',
  'refund-too-large': 'Palautus on suurempi kuin maksusta on jäljellä. Tarkista summa.',
  'printers-unavailable':
    'Tulostimia ei saatu luettua järjestelmästä. Tarkista, että tulostuspalvelu on päällä, ja avaa asetukset uudelleen.',
  'no-printer':
    'Tällä koneella ei ole tulostinta, joten mitään ei tulostettu. Maksu on tallessa. Lisää tulostin järjestelmän asetuksissa tai tallenna PDF.',
  'printer-gone':
    'Valittua tulostinta ei ole enää tällä koneella, joten mitään ei tulostettu. Maksu on tallessa. Valitse tulostin asetuksista ja tulosta uudelleen.',
  'print-refused':
    'Tulostin tai sen jono ei ottanut tulostusta vastaan, joten mitään ei tulostettu. Maksu on tallessa. Tarkista, että tulostin on päällä eikä jono ole pysäytetty, ja tulosta uudelleen.',
  'print-failed':
    'Tulostus ei onnistunut, ja mitään ei tulostettu. Maksu on tallessa. Tarkista tulostin ja yritä uudelleen, tai tallenna PDF.',
  'print-not-recorded':
    'Tulostusta ei voitu kirjata levylle, joten mitään ei tulostettu: muuten kuitista voisi tulla kaksi alkuperäistä. Maksu on tallessa. Vapauta levytilaa ja yritä uudelleen, tai soita tukeen.',
  'pdf-failed': 'PDF-tiedostoa ei saatu tehtyä, joten mitään ei tallennettu. Maksu on tallessa. Yritä uudelleen, tai tulosta kuitti.',
  'file-exists': 'Samanniminen tiedosto on jo olemassa, joten mitään ei tallennettu. Tallenna uudelleen toisella nimellä.',
  'file-foreign':
    'Valitussa paikassa on linkki, kansio tai toisen käyttäjätilin tiedosto, joten mitään ei tallennettu. Tallenna uudelleen toisella nimellä.',
  'file-disk-full': 'Levy on täynnä, joten tiedostoa ei tallennettu. Vapauta levytilaa tai valitse toinen levy, ja tallenna uudelleen.',
  'file-in-use':
    'Tiedosto on auki toisessa ohjelmassa, joten sitä ei tallennettu. Sulje se siellä tai valitse toinen nimi, ja tallenna uudelleen.',
  'file-read-only': 'Kansioon tai tiedostoon ei saa kirjoittaa, joten mitään ei tallennettu. Valitse toinen kansio ja tallenna uudelleen.',
  'file-unwritable':
    'Tiedostoa ei voitu tallentaa: kansiota ei ole, tai verkkolevy on poissa. Valitse toinen kansio ja tallenna uudelleen.',
} as const satisfies Record<PosErrorCode, string>;

export const warnings = {
  'same-reference-paid': 'Samalla viitteellä on jo maksettu. Asiakas on ehkä maksanut tämän laskun.',
  'same-reference-unclear': 'Saman viitteen aiemman maksun tila on epäselvä. Korttia on voitu jo veloittaa.',
  'same-reference-elsewhere': 'Toisella kassalla on maksu samalla viitteellä. Asiakas on ehkä jo maksanut.',
  'same-sum-just-charged': 'Sama summa on juuri veloitettu tai kirjattu. Veloitetaanko sama asiakas toiseen kertaan?',
  'same-sum-unclear': 'Saman summan maksun tila on epäselvä. Korttia on voitu jo veloittaa siinä.',
  'terminal-has-unclear':
    'Tällä päätelaitteella on maksu, jonka tila on epäselvä. Uusi maksu peittää sen tiedot, eikä sen tilaa voi enää tarkistaa päätelaitteelta.',
  'older-proven-paid':
    'Juuri varmistui, että aiempi epäselvä maksu on veloitettu. Katso se tämän päivän listalta: asiakas on ehkä jo maksanut.',
  'terminal-renamed': 'Tämän koneen päätelaitteella on nyt toinen nimi. Tarkista, että summa tulee oikeaan laitteeseen.',
  'payments-may-be-missing':
    'Tältä koneelta voi puuttua maksuja, myös tämän asiakkaan maksu. Tarkista päätelaitteen kuiteista, ettei hän ole jo maksanut.',
  'large-sum': 'Summa on tavallista suurempi. Tarkista numerot ja päätelaite.',
} as const satisfies Record<SaleWarningCode, string>;

/** The payment that `same-sum-just-charged` is about. */
export const justCharged = {
  charged: '{{sum}} on juuri veloitettu klo {{time}} päätelaitteella {{terminal}}. Onko tämä toinen asiakas tai toinen lasku?',
  maybe: '{{sum}} on voitu veloittaa klo {{time}} päätelaitteella {{terminal}}. Onko tämä toinen asiakas tai toinen lasku?',
  recorded: '{{sum}} on juuri kirjattu käsin klo {{time}}. Onko tämä toinen asiakas tai toinen lasku?',
} as const;

/** The payment that `same-reference-elsewhere` is about. */
export const elsewhere = {
  charged: 'Toisella kassalla ({{where}}) on maksettu samalla viitteellä {{sum}}, {{time}}. Onko tämä toinen maksaja?',
  recorded: 'Toisella kassalla ({{where}}) on kirjattu käsin samalla viitteellä {{sum}}, {{time}}. Onko tämä toinen maksaja?',
  running: 'Toisella kassalla ({{where}}) on kesken maksu samalla viitteellä: {{sum}}, {{time}}. Korttia voidaan veloittaa siellä.',
  unclear:
    'Toisella kassalla ({{where}}) on maksu samalla viitteellä, ja sen tila on epäselvä: {{sum}}, {{time}}. Korttia on voitu veloittaa.',
  unnamed: 'nimi ei tiedossa',
  at: 'klo {{time}}',
  others_one: 'Lisäksi muilla kassoilla on yksi maksu samalla viitteellä.',
  others_other: 'Lisäksi muilla kassoilla on {{count}} maksua samalla viitteellä.',
} as const;
