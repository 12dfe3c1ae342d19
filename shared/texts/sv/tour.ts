import type { Texts } from '../catalogue.ts';

export const tour = {
  open: 'Övningsrunda {{done}}/{{all}}',
  leave: 'Avsluta övningen',
  go: 'Gå till övningsläget',
  settingsGo: 'I övningsläget görs betalningarna på övningsterminaler. Inga pengar flyttas, och inget syns i Willba.',
  settingsLeave: 'Tillbaka till riktiga betalningar. Kassan är precis som du lämnade den.',
  title: 'Övningsrunda',
  text: 'Fem situationer som varje kassa möter. En situation bockas av när den har skötts rätt.',
  allDone: 'Alla fem har skötts rätt. Du är redo för kassan.',
  done: 'skött rätt',
  again: 'Börja rundan om',
  read: 'Jag förstår',
  wrongTitle: 'Det här hade blivit fel.',
  situations: {
    paid: {
      title: 'Gästen betalar',
      how: 'Ange beloppet, tryck på Betala och välj Päätelaite I. Vänta på det gröna resultatet och tryck på Ny betalning.',
    },
    declined: {
      title: 'Kortet nekas',
      how: 'Ta betalt på Päätelaite II. När betalningen nekas trycker du på Annan terminal och väljer Päätelaite I: beloppet finns kvar.',
    },
    cancelled: {
      title: 'Betalningen avbryts',
      how: 'Börja en betalning på Päätelaite I och tryck på Avbryt innan gästen hinner betala. Vänta på terminalens bekräftelse.',
    },
    unclear: {
      title: 'Svaret försvinner',
      how: 'Ta betalt på Sauna III. Debitera inte igen: vänta tills programmet har utrett betalningen eller tryck på Kontrollera nu.',
    },
    signature: {
      title: 'Kvittot undertecknas',
      how: 'Ta betalt på Lisä 5. Jämför underskriften med kortet och svara på programmets fråga före nästa gäst.',
    },
  },
  wrong: {
    'recorded-declined':
      'Kortet nekades, så inga pengar kom in. Registrera manuellt bara en betalning som terminalen verkligen har debiterat: be om ett annat kort eller använd en annan terminal.',
    'charged-unclear':
      'Den förra betalningen var inte utredd än, så gästen kunde ha betalat två gånger. Vänta tills den är utredd eller tryck på Kontrollera nu.',
    'recorded-unclear':
      'Betalningens status var ännu oklar. Registrera manuellt först när terminalens kvitto visar att kortet har debiterats, och utred samtidigt den oklara betalningen.',
    'left-unsigned':
      'Underskriften på den förra betalningen blev inte kontrollerad. Ta ställning till den före nästa gäst: om den inte stämmer makuleras betalningen.',
  },
} satisfies Texts<'tour'>;
