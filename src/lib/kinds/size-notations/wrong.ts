/** Nothing is predicted here. */
export const wrong = {};
