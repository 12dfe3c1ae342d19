/** How this PC shows the program to whoever is at it. Nothing of it has to do with money, and training shares it. */
export type Comfort = {
  /** Size of everything in the window, in per cent. */
  readonly zoom: number;
  readonly alwaysOnTop: boolean;
  /** A short tone when a payment has an outcome. */
  readonly sound: boolean;
  /** The system's own notice of an outcome while another window is used. */
  readonly notification: boolean;
  /** Minutes without a touch after which the window is covered; 0: never. */
  readonly lockMinutes: number;
};

export const usualComfort: Comfort = { zoom: 100, alwaysOnTop: false, sound: true, notification: true, lockMinutes: 0 };

/** In per cent; the first and the last are the limits. */
export const ZOOM_STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;
export const LONGEST_LOCK_MINUTES = 120;

export const zoomWays = ['in', 'out', 'usual'] as const;
export type ZoomWay = (typeof zoomWays)[number];

/** The next size in that direction. A size between two steps moves to the nearest one that way. */
export function zoomed(zoom: number, way: ZoomWay): number {
  if (way === 'usual') return usualComfort.zoom;
  if (way === 'in') return ZOOM_STEPS.find((step) => step > zoom) ?? zoom;
  return ZOOM_STEPS.findLast((step) => step < zoom) ?? zoom;
}

/** What a file holds, member by member: one that cannot be used is as usual. */
export function comfortFrom(read: unknown): Comfort {
  const found = typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  const whole = (name: 'zoom' | 'lockMinutes', least: number, most: number): number => {
    const value = found[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : usualComfort[name];
  };
  const yes = (name: 'alwaysOnTop' | 'sound' | 'notification'): boolean => {
    const value = found[name];
    return typeof value === 'boolean' ? value : usualComfort[name];
  };
  return {
    zoom: whole('zoom', ZOOM_STEPS[0], 200),
    alwaysOnTop: yes('alwaysOnTop'),
    sound: yes('sound'),
    notification: yes('notification'),
    lockMinutes: whole('lockMinutes', 0, LONGEST_LOCK_MINUTES),
  };
}
