import { walkScreens } from './screens.ts';

// Every state of every screen, one of two walks: rules for everybody, focus, and pictures.
walkScreens(1);
