/** Willba signs its links with it. */
export const LINK_KEY = 'link-key-of-the-tests';
