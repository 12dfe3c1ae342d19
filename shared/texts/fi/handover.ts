/** What one shift leaves to the next. */
export const handover = {
  title: 'Vuoronvaihto',
  count_one: 'Edelliseltä vuorolta jäi kesken {{count}} asia.',
  count_other: 'Edelliseltä vuorolta jäi kesken {{count}} asiaa.',
  look: 'Katso ja ota vastuulle',
  later: 'Ei nyt',
  text: 'Nyt kassalla: {{name}}. Ennen sinua: {{before}}. Nämä jäivät kesken tai kirjattiin käsin.',
  textFirst: 'Nyt kassalla: {{name}}. Nämä jäivät kesken tai kirjattiin käsin ennen sinua.',
  manual: 'Kirjattu käsin',
  take: 'Otan vastuulleni',
  back: 'Takaisin',
  gone: 'Kaikki on selvinnyt. Mitään ei jäänyt otettavaksi.',
  ofDay: 'Vuoronvaihdot',
  took: '{{time}} {{by}} otti vastuulleen (ennen: {{from}})',
  tookFirst: '{{time}} {{by}} otti vastuulleen',
} as const;
