/** A part of the stored payments was lost: shown until somebody has read it. */
export const missing = {
  title: 'Viimeisimpiä maksuja voi puuttua',
  between: 'Osa tallennuksesta on kadonnut. Maksuja voi puuttua ajalta {{from}} – {{to}}.',
  before: 'Osa tallennuksesta on kadonnut. Maksuja voi puuttua ajalta ennen {{to}}.',
  meanwhile: 'Puuttuva maksu on voitu veloittaa. Siihen asti, kun joku kuittaa tämän luetuksi, jokainen maksu kysytään ennen veloitusta.',
  open: 'Kuittaa luetuksi',
  what: 'Vertaa päätelaitteen kuitteja tämän koneen maksuihin ja kirjaa puuttuvat käsin. Jos et ole varma, soita tukeen. Nimesi ja aika jäävät talteen.',
  confirm: 'Olen lukenut',
} as const;
