/** Charged and known to Willba are two facts. */
export const willba = {
  notYet: 'ei vielä Willbassa',
  badge: 'Ei vielä Willbassa ({{count}})',
  check: {
    name: 'Maksut Willbassa',
    well: 'Willba tietää kaikki tämän kassan maksut.',
    waiting_one: 'Yksi maksu odottaa Willbaan pääsyä.',
    waiting_other: '{{count}} maksua odottaa Willbaan pääsyä.',
    calm: 'Maksut ovat tallessa, ja ne lähetetään itsestään, kun Willba ottaa ne vastaan. Maksamiseen tämä ei vaikuta.',
    gone: 'Willba on lopettanut vastaanoton tässä osoitteessa. Mitään ei katoa: tapahtumat säilyvät tällä koneella. Soita Willba-tukeen.',
    noSecret: 'Allekirjoitusavain puuttuu tältä käyttäjätililtä. Tuo käyttöönottotiedosto tai soita Willba-tukeen.',
    status: 'Willban viimeisin vastaus klo {{time}}: {{status}}.',
    noAnswer: 'Willba ei vastannut klo {{time}} ({{code}}).',
    send: 'Lähetä nyt',
  },
} as const;
