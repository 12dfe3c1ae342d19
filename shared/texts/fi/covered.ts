/** What lies over an unattended screen. */
export const covered = {
  title: 'Kassa on peitetty',
  text: 'Kaikki on tallessa, myös se, mitä oli kirjoitettu.',
  asked: 'Willbasta on tullut maksupyyntö. Se odottaa.',
  goOn: 'Jatka',
  goOnAs: 'Jatka: {{name}}',
  others: 'Joku muu jatkaa',
} as const;
