export const payments = {
  title: 'Maksut',
} as const;
