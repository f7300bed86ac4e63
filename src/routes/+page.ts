// The bare address needs no application: two links, and a small script that knows a reader's preference.
export const csr = false;
