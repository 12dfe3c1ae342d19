/** How this PC shows the program. */
export const comfort = {
  title: 'Ikkuna ja ilmoitukset',
  zoom: 'Näkymän koko',
  percent: '{{zoom}} %',
  smaller: 'Pienennä näkymää',
  larger: 'Suurenna näkymää',
  usual: 'Tavallinen koko',
  zoomHint: 'Näppäimistöltä Ctrl ja + tai −. Ctrl ja 0 palauttaa tavallisen koon.',
  alwaysOnTop: 'Pidä ikkuna muiden ohjelmien päällä',
  sound: 'Ääni, kun maksulla on tulos',
  hear: 'Kuuntele',
  notification: 'Järjestelmän ilmoitus, kun toinen ohjelma on edessä (tulos ja summa, ei asiakkaan tietoja)',
  lock: 'Peitä kassa, kun siihen ei kosketa',
  noLock: 'Ei peitetä',
  lockAfter_one: '{{count}} minuutin kuluttua',
  lockAfter_other: '{{count}} minuutin kuluttua',
  lockHint: 'Peite piilottaa summat, eikä se tule maksun aikana. Salasanaa ei kysytä, ja kaikki kirjoitettu säilyy.',
} as const;
